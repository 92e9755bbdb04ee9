import type { Locale, OwnRegistration } from '#contract'
import { html, LitElement, type PropertyDeclarations, type TemplateResult, unsafeCSS } from 'lit'
import type { KyivForumsEvents } from '../events.ts'
import type { Answer, FailureCode, Refusal } from '../http.ts'
import { localeOf } from '../language.ts'
import { hasErrors, nativeError } from '../registration/field-errors.ts'
import type { Field } from '#contract/fields'
import { type FieldErrors, fieldErrorsOf } from '#contract/field-errors'
import { changeErrors, changeOf, fillIn } from './change.ts'
import { download } from './download.ts'
import { askForLink, type OwnApi, ownApi } from './own-registration-api.ts'
import { type Doing, type Done, type OwnState, type Question, tokenIn } from './own-registration-state.ts'
import { ownRegistrationView } from './own-registration-view.ts'
import { styles } from './own-registration.styles.ts'

/**
 * One's own registration, for the holder of its private link `/registration#<token>`: to see, change, cancel, take along
 * or erase it. Opening it changes nothing: mail scanners open links too.
 *
 * @tagname kyiv-forums-registration
 * It speaks the language of the registration, until that is known the nearest `lang` above, and tells the page which.
 */
export class KyivForumsRegistration extends LitElement {
  static override styles = unsafeCSS(styles)
  static override properties: PropertyDeclarations = {
    state: { state: true },
    chosen: { state: true },
    errors: { state: true },
    represents: { state: true },
    doing: { state: true },
    done: { state: true },
    problem: { state: true },
    asking: { state: true },
  }

  /** @internal */
  declare state: OwnState
  /** @internal The language that was chosen here. */
  declare chosen: Locale | null
  /** @internal */
  declare errors: FieldErrors
  /** @internal Whether the person speaks for an organisation. */
  declare represents: boolean
  /** @internal */
  declare doing: Doing | null
  /** @internal */
  declare done: Done | null
  /** @internal */
  declare problem: { readonly of: Doing; readonly code: FailureCode } | null
  /** @internal */
  declare asking: Question | null

  #api: OwnApi | undefined

  constructor() {
    super()
    this.state = { kind: 'loading' }
    this.chosen = null
    this.errors = {}
    this.represents = true
    this.doing = null
    this.done = null
    this.problem = null
    this.asking = null
  }

  /** @internal */
  get locale(): Locale {
    if (this.chosen) return this.chosen
    return this.state.kind === 'shown' ? this.state.registration.locale : localeOf(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('hashchange', this.load)
    void this.load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('hashchange', this.load)
  }

  protected override updated(): void {
    document.documentElement.lang = this.locale
  }

  protected override render(): TemplateResult {
    return html`<div class="root auto" lang=${this.locale}>${ownRegistrationView(this)}</div>`
  }

  /** @internal Reads the link, which stays in the address so that the page can be loaded again. */
  load = async (): Promise<void> => {
    const hash = location.hash
    const token = tokenIn(hash)
    if (!token) return void (this.state = { kind: 'lost', hadLink: hash.length > 1, sent: false })
    this.#settle()
    const retried = this.state.kind === 'failed'
    this.state = { kind: 'loading' }
    this.#api = ownApi(token)
    const answer = await this.#api.look()
    if (location.hash !== hash) return
    if (answer.kind === 'answer') await this.#show(answer.body)
    else if (answer.code === 'not-found') this.state = { kind: 'lost', hadLink: true, sent: false }
    else this.state = { kind: 'failed', code: answer.code }
    if (retried) await this.#focus('h2, .banner')
  }

  /** @internal The button of the page to which the first letter leads. What has been typed below it meanwhile stays. */
  confirm = async (): Promise<void> => {
    if (this.doing) return
    this.#settle()
    const registration = await this.#do('confirm', () => this.#api?.confirm())
    if (!registration) return
    this.state = { kind: 'shown', registration }
    this.done = 'confirm'
    await this.#focus('.standing')
  }

  /** @internal */
  save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { state } = this
    if (state.kind !== 'shown' || this.doing) return
    this.#settle()
    this.errors = changeErrors(this.#form)
    if (hasErrors(this.errors)) return this.#focus('[aria-invalid]')
    const change = changeOf(this.#form, state.registration)
    const body = await this.#do('save', () => this.#api?.change(change))
    if (!body) return
    await this.#show(body)
    this.done = 'save'
  }

  /** @internal */
  download = async (): Promise<void> => {
    this.#settle()
    const body = await this.#do('download', () => this.#api?.data())
    if (!body) return
    download(body)
    this.done = 'download'
  }

  /** @internal The first step. */
  ask = async (question: Question): Promise<void> => {
    if (this.doing) return
    this.#settle()
    this.asking = question
    await this.updateComplete
    this.#dialog.showModal()
  }

  /** @internal The dialog has closed, by whatever means. */
  answered = (): void => void (this.asking = null)

  /** @internal The second step. */
  answerYes = async (): Promise<void> => {
    const { asking } = this
    this.#dialog.close()
    if (asking === 'cancel') await this.#cancel()
    if (asking === 'erase') await this.#erase()
  }

  /** @internal */
  sendLink = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { state } = this
    if (state.kind !== 'lost' || this.doing) return
    this.#settle()
    const code = nativeError(this.#form, 'email')
    this.errors = code ? { email: code } : {}
    if (code) return this.#focus('#email')
    this.state = { ...state, sent: false }
    const email = this.#form['email'].value.trim()
    if (await this.#do('send-link', () => askForLink({ email }))) this.state = { ...state, sent: true }
  }

  /** @internal Takes back the complaint about a field as soon as there is no reason for it. */
  typed = (event: Event): void => {
    const field = (event.target as HTMLInputElement).name as Field
    this.done = null
    if (!this.errors[field] || nativeError(this.#form, field)) return
    const { [field]: _, ...errors } = this.errors
    this.errors = errors
  }

  /** @internal */
  represent = (event: Event): void => void (this.represents = !(event.target as HTMLInputElement).checked)

  /** @internal */
  switchLanguage = (): void => void (this.chosen = this.locale === 'uk' ? 'en' : 'uk')

  async #cancel(): Promise<void> {
    const body = await this.#do('cancel', () => this.#api?.cancel())
    if (!body) return
    const detail: KyivForumsEvents['kyiv-forums-cancelled'] = { forum: body.forum.slug }
    this.dispatchEvent(new CustomEvent('kyiv-forums-cancelled', { bubbles: true, composed: true, detail }))
    await this.#show(body)
    await this.#focus('.standing')
  }

  async #erase(): Promise<void> {
    if (!(await this.#do('erase', () => this.#api?.erase()))) return
    this.state = { kind: 'erased' }
    await this.#focus('h2')
  }

  /** What the API answers; null after a refusal, which is shown then. */
  async #do<Body>(doing: Doing, work: () => Promise<Answer<Body>> | undefined): Promise<Body | null> {
    if (this.doing) return null
    this.doing = doing
    const answer = await work()
    this.doing = null
    if (answer?.kind === 'answer') return answer.body
    if (answer) await this.#refused(doing, answer)
    return null
  }

  async #refused(of: Doing, { code, errors }: Refusal): Promise<void> {
    if (code === 'not-found') {
      this.state = { kind: 'lost', hadLink: true, sent: false }
      return this.#focus('h2')
    }
    if (of === 'confirm' && lateCodes.has(code)) {
      await this.load()
      return this.#focus('.standing')
    }
    this.errors = fieldErrorsOf(errors)
    if (hasErrors(this.errors)) return this.#focus('[aria-invalid]')
    this.problem = { of, code }
    await this.#focus('.banner')
  }

  async #show(registration: OwnRegistration): Promise<void> {
    this.state = { kind: 'shown', registration }
    this.represents = registration.organisation !== null
    await this.updateComplete
    if (registration.mayChange) fillIn(this.#form, registration)
  }

  /** What was said of the last thing is over. */
  #settle(): void {
    this.errors = {}
    this.problem = null
    this.done = null
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus()
  }

  get #form(): HTMLFormElement {
    return this.renderRoot.querySelector('form') as HTMLFormElement
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement
  }
}

/** The page is looked at anew: it says what has become of the place. */
const lateCodes: ReadonlySet<FailureCode> = new Set<FailureCode>(['not-confirmed-in-time', 'registration-cancelled'])

declare global {
  interface HTMLElementTagNameMap {
    'kyiv-forums-registration': KyivForumsRegistration
  }
}
