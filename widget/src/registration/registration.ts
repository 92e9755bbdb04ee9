import type { Forum } from '#contract'
import type { TemplateResult } from 'lit/html.js'
import type { FailureCode } from '../http.ts'
import { forumPage } from '../schedule/registration-line.ts'
import { dialogView } from './dialog-view.ts'
import { draftOf } from './draft.ts'
import { hasErrors, nativeError, nativeErrors } from './field-errors.ts'
import type { Field } from '#contract/fields'
import { type FieldErrors, fieldErrorsOf } from '#contract/field-errors'
import { forgetDraft, keepDraft, restoreDraft } from './kept-draft.ts'
import type { RegistrationHost } from './registration-host.ts'
import { type RegistrationState, whyClosed } from './registration-state.ts'
import { fetchForm, type FreshForm, Sending, type Sent } from './sending.ts'

export { formMessages } from '#contract/messages/form-messages'
export { styles } from './registration.styles.ts'

/** The form in its dialog, and what becomes of it. Where one cannot register yet, it asks for an address alone. */
export class Registration {
  state: RegistrationState = { kind: 'opening' }
  forum: Forum | undefined
  /** Whether the person speaks for an organisation. */
  represents = true
  #host: RegistrationHost
  #sending = new Sending()
  /** A proposal is for one district: it waits for its own forum. */
  #proposals = new Map<string, string>()

  constructor(host: RegistrationHost) {
    this.#host = host
  }

  render(theme: string): TemplateResult {
    const { locale } = this.#host
    return dialogView(this, { theme, locale })
  }

  /** What one asks for who leaves an address; null: a place. */
  get tellMe(): string | null {
    return this.forum?.words[this.#host.locale].tellMe ?? null
  }

  /** Shows the form of a forum. What is still on its way, or has not been read yet, comes first. */
  async open(forum: Forum): Promise<void> {
    const isFirst = !this.forum
    const busy = this.state.kind === 'sending' || this.state.kind === 'done'
    if (!busy) {
      this.#turnTo(forum)
      this.state = { kind: 'opening' }
    }
    await this.#host.requestUpdate()
    if (isFirst) restoreDraft(this.#form)
    this.#dialog.showModal()
    this.#focusFirst()
    this.#host.tell('kyiv-forums-opened', { forum: forum.slug })
    // First the fields, which need nothing else to be filled in.
    if (!busy) setTimeout(this.load, 50)
  }

  /** Fetches what opening the form needs. */
  load = async (): Promise<void> => {
    const forum = this.forum
    if (!forum) return
    const hadFailed = this.state.kind === 'failed-to-open'
    if (this.state.kind !== 'opening') await this.#become({ kind: 'opening' })
    // The button that was pressed is gone.
    if (hadFailed) this.#focusFirst()
    const answer = await fetchForm(this.#host, forum.slug)
    if (this.forum !== forum || this.state.kind !== 'opening') return
    if (answer.kind === 'refusal') return this.#failToOpen(answer.code)
    const closed = whyClosed(answer.body.form, this.tellMe !== null)
    if (closed) return this.#failToOpen(closed)
    await this.#edit(answer.body)
  }

  /** Enter in a field comes here too. A second press while the first is on its way does nothing. */
  submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { state, forum } = this
    if (state.kind !== 'editing' || !forum) return
    const { fresh } = state
    const errors = nativeErrors(this.#form)
    if (hasErrors(errors)) return this.#edit(fresh, errors)
    const draft = draftOf(this.#form, this.#host.locale, this.tellMe === null ? fresh.form.consent.version : null)
    await this.#become({ kind: 'sending', fresh })
    await this.#sent(await this.#sending.send(this.#host, forum.slug, draft, fresh), forum, fresh)
  }

  /** Takes back the complaint about a field as soon as there is no reason for it. */
  typed = (event: Event): void => {
    // An address that is left is not a form that one goes on with.
    if (this.tellMe === null) keepDraft(this.#form)
    const { state } = this
    const field = (event.target as HTMLInputElement).name as Field
    if (state.kind !== 'editing' || !state.errors[field] || nativeError(this.#form, field)) return
    const { [field]: _, ...errors } = state.errors
    void this.#become({ ...state, errors })
  }

  represent = (event: Event): void => {
    this.represents = !(event.target as HTMLInputElement).checked
    void this.#host.requestUpdate()
  }

  /** From a line of the summary to its field. */
  goTo = (field: Field): void => this.#focus(`#${field}`)

  /** The address of the forum's own page. */
  get page(): string {
    return forumPage(this.#host.apiOrigin, this.forum?.slug ?? '')
  }

  close = (): void => this.#dialog.close()

  /** Whoever moves an element takes its dialog off the top of the page. */
  moved(): void {
    const dialog = this.#dialog
    if (!dialog?.open) return
    dialog.removeAttribute('open')
    dialog.showModal()
  }

  /** The dialog has closed, by whatever means. A receipt has been read then. */
  closed = (): void => {
    if (!this.forum) return
    if (this.state.kind === 'done') this.#settle()
    this.#host.registrationClosed(this.forum)
  }

  another = async (): Promise<void> => {
    this.#startAnew()
    await this.load()
    this.#focusFirst()
  }

  async #sent(sent: Sent, forum: Forum, fresh: FreshForm): Promise<void> {
    switch (sent.kind) {
      case 'answer':
        if (this.tellMe === null) forgetDraft()
        await this.#become({ kind: 'done', receipt: sent.body })
        this.#focus('h2')
        if ('status' in sent.body)
          this.#host.tell('kyiv-forums-registered', { forum: forum.slug, status: sent.body.status })
        else this.#host.tell('kyiv-forums-subscribed', { forum: forum.slug })
        return this.#host.refreshSchedule()
      case 'consent-changed':
        this.#form['consent'].checked = false
        return this.#edit(sent.fresh, { consent: 'unknown-consent-version' })
      case 'refusal':
        await this.#refused(sent.code, fieldErrorsOf(sent.errors), fresh)
    }
  }

  async #refused(code: FailureCode, errors: FieldErrors, fresh: FreshForm): Promise<void> {
    if (hasErrors(errors)) return this.#edit(fresh, errors)
    await this.#edit(fresh, {}, code)
    this.#failed(code)
  }

  async #failToOpen(code: FailureCode): Promise<void> {
    await this.#become({ kind: 'failed-to-open', code })
    this.#focus('.banner')
    this.#failed(code)
  }

  /** Seats may be why. */
  #failed(code: FailureCode): void {
    this.#host.tell('kyiv-forums-failed', { code })
    this.#host.refreshSchedule()
  }

  async #edit(fresh: FreshForm, errors: FieldErrors = {}, problem: FailureCode | null = null): Promise<void> {
    await this.#become({ kind: 'editing', fresh, errors, problem })
    if (hasErrors(errors) || problem) this.#focus('form .banner')
  }

  async #become(state: RegistrationState): Promise<void> {
    this.state = state
    await this.#host.requestUpdate()
  }

  #turnTo(forum: Forum): void {
    const before = this.forum
    this.forum = forum
    if (!before || before.slug === forum.slug) return
    const proposal = this.#root.querySelector<HTMLTextAreaElement>('#proposal')
    if (!proposal) return
    this.#proposals.set(before.slug, proposal.value)
    proposal.value = this.#proposals.get(forum.slug) ?? ''
  }

  /** Another person. */
  #startAnew(): void {
    this.#settle()
    this.represents = true
    this.#form.reset()
  }

  /** The same person may register for the next forum: only what was for this one goes. */
  #settle(): void {
    this.state = { kind: 'opening' }
    this.#proposals.delete(this.forum?.slug ?? '')
    this.#form['proposal'].value = ''
    this.#form['consent'].checked = false
    void this.#host.requestUpdate()
  }

  /** Where there is a keyboard, typing can begin at once; where there is none, it would cover what is to be read. */
  #focusFirst(): void {
    this.#focus(matchMedia('(pointer: fine)').matches && this.state.kind !== 'done' ? '#name:enabled,#email' : 'h2')
  }

  #focus(selector: string): void {
    this.#dialog.querySelector<HTMLElement>(selector)?.focus()
  }

  get #root() {
    return this.#host.renderRoot
  }

  get #dialog(): HTMLDialogElement {
    return this.#root.querySelector('dialog') as HTMLDialogElement
  }

  get #form(): HTMLFormElement {
    return this.#root.querySelector('form') as HTMLFormElement
  }
}
