import { KyivForumsRegistration } from './own-registration.ts'
import { pageStyles } from './own-registration.styles.ts'

const sheet = new CSSStyleSheet()
sheet.replaceSync(pageStyles)
document.adoptedStyleSheets.push(sheet)
customElements.define('kyiv-forums-registration', KyivForumsRegistration)
