import { beforeEach } from 'vitest'
import { KyivForums } from '../kyiv-forums.ts'

KyivForums.origin = 'https://api.example.org'
KyivForums.loadForm = () => import('../registration/registration.ts')
if (!customElements.get('kyiv-forums')) customElements.define('kyiv-forums', KyivForums)

beforeEach(() => {
  document.body.replaceChildren()
  document.documentElement.lang = ''
})
