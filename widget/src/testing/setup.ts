import { beforeEach } from 'vitest'
import { solver } from '../challenge/challenge.ts'
import { KyivForums } from '../kyiv-forums.ts'

KyivForums.origin = 'https://api.example.org'
const form = () => import('../registration/registration.ts')
KyivForums.loadForm = { uk: form, en: form }
KyivForums.loadChallenge = async () => ({ solve: solver() })
if (!customElements.get('kyiv-forums')) customElements.define('kyiv-forums', KyivForums)

beforeEach(() => {
  document.body.replaceChildren()
  localStorage.clear()
  document.documentElement.lang = ''
})
