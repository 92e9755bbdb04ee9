import { KyivForums } from './kyiv-forums.ts'
import { scriptAddress } from './own-script.ts'

/** File name of the form part; the build puts it here. */
declare const FORM_PART: string

let attempts = 0

KyivForums.origin = new URL(scriptAddress).origin
// A browser may remember that a module did not come: every further attempt has an address of its own.
KyivForums.loadForm = () => import(`${new URL(FORM_PART, scriptAddress)}${attempts++ ? `?${attempts}` : ''}`)
customElements.define('kyiv-forums', KyivForums)
