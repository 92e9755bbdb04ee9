import { KyivForumsRegistration } from './own-registration.ts'
import { pageStyles } from './own-registration.styles.ts'

const sheet = pageStyles.styleSheet
// The page may allow no style of its own.
if (sheet) document.adoptedStyleSheets.push(sheet)
customElements.define('kyiv-forums-registration', KyivForumsRegistration)
