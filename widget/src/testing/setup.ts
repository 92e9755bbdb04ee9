import { beforeEach } from 'vitest'
import { solver } from '../challenge/challenge.ts'
import { KyivForums } from '../kyiv-forums.ts'
import { settings } from '../settings.ts'

KyivForums.origin = 'https://api.example.org'
const form = () => import('../registration/registration.ts')
KyivForums.loadForm = { uk: form, en: form }
KyivForums.loadChallenge = async () => ({ solve: solver() })
KyivForums.reflect(settings)
if (!customElements.get('kyiv-forums')) customElements.define('kyiv-forums', KyivForums)

beforeEach(() => {
  document.body.replaceChildren()
  localStorage.clear()
  document.documentElement.lang = ''
})
