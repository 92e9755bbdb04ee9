import { KyivForums } from './kyiv-forums.ts'
import { scriptAddress } from './own-script.ts'

/** File names of the parts; the build puts them here. */
declare const FORM_PART: string
declare const CHALLENGE_PART: string

KyivForums.origin = new URL(scriptAddress).origin

// A browser may remember that a module did not come: every further attempt has an address of its own.
const part =
  (file: string, attempts = 0) =>
  () =>
    import(`${new URL(file, scriptAddress)}${attempts++ ? `?${attempts}` : ''}`)

KyivForums.loadForm = part(FORM_PART)
KyivForums.loadChallenge = part(CHALLENGE_PART)
customElements.define('kyiv-forums', KyivForums)
