// Modules stand in the script as they are imported here: in this order it compresses to the fewest bytes.
import type { KyivForumsEvent, KyivForumsEvents } from './events.ts'
import { styles } from './styles/styles.ts'
import { messages } from '#contract/messages/messages'
import { takesRegistrations } from '#contract/forum-reading'
import { scheduleView } from './schedule/schedule-view.ts'
import type { Carried, Challenge, Forum, Locale } from '#contract'
import type { ScheduleRequest } from './schedule/programme.ts'
import { localeOf } from './language.ts'
import { lent } from './lent.ts'
import type { View } from './schedule/view.ts'
import { EmbeddedElement } from './embedded-element.ts'
import { html, type TemplateResult } from 'lit/html.js'
import { ScheduleController, type ScheduleHost, type ScheduleState } from './schedule/schedule-controller.ts'
import { webOrigin } from './web-address.ts'
import type * as registrationPart from './registration/registration.ts'
import { settings } from './settings.ts'

type FormPart = typeof registrationPart

/** What sources that send unusually much have to load. */
interface ChallengePart {
  readonly solve: (challenge: Challenge) => Promise<string>
}

/** Milliseconds after which the page has had its own things. */
const calm = 1500

/**
 * Two templates of the same, in turns: with another one everything is made anew, for another language or schedule. A page
 * translator may have replaced the text nodes in which Lit would go on writing.
 */
const roots = [
  (look: string, lang: Locale, content: unknown) =>
    html`<div class="root ${look}" lang=${lang} part="root">${content}</div>`,
  (look: string, lang: Locale, content: unknown) =>
    html`<div class="root ${look}" lang=${lang} part="root">${content}</div>`,
] as const

/** What a variant looks like. */
const faces: Readonly<Record<string, string>> = { list: 'list', button: 'sole' }

/** Milliseconds for which what came with the script is news. */
const carriedFor = 60_000

/**
 * The schedule of Kyiv's civil-society forums, and the registration for them.
 *
 * @tagname kyiv-forums
 * @slot - Shown until the element is there, and when the schedule cannot be: for instance a link to it.
 *
 * @attr {string} district - Slugs of districts separated by spaces, or `city`; by default the one that the host name of
 *   the page is registered for, else all.
 * @attr {string} forum - A forum's slug: shows that one forum.
 * @attr {string} series - A series' slug; by default the current one.
 * @attr {'uk'|'en'} lang - By default the nearest `lang` above, else `uk`.
 * @attr {'light'|'dark'|'auto'} theme - By default `light`.
 * @attr {'list'|'button'} variant - `list`: short rows and nothing around them; `button`: the next forum's button with its
 *   date. By default the full schedule.
 * @attr {'page'} registration - `page`: buttons lead to the forum's own page instead of opening the form here.
 * @attr {string} api - Origin of the API; by default the script's own.
 *
 * @fires kyiv-forums-loaded - The schedule is shown.
 * @fires kyiv-forums-opened - The form of a forum was opened. `detail: { forum }`
 * @fires kyiv-forums-registered - A registration was accepted. `detail: { forum, status }`
 * @fires kyiv-forums-subscribed - An address was left to be told of a forum. `detail: { forum }`
 * @fires kyiv-forums-cancelled - A registration was cancelled, on the page of one's own registration. `detail: { forum }`
 * @fires kyiv-forums-failed - The schedule or a form could not be had. `detail: { code }`
 *
 * @csspart root - The frame around everything.
 * @csspart header - Title and introduction of the series.
 * @csspart card - The next forum, or the one that was asked for.
 * @csspart row - A forum in a list.
 * @csspart leaf - The calendar leaf with a forum's date.
 * @csspart button - What opens the form, or tries again.
 * @csspart undated - The list of forums without a date.
 * @csspart goal - The band that leads to the city forum.
 * @csspart stale - The line that says that the schedule is of an earlier time.
 * @csspart source - The line that names the source.
 * @csspart dialog - The panel of the form.
 *
 * @cssprop [--kyiv-forums-accent=#0b4f9e] - Buttons, links and calendar leaves. Whatever it is, text on it and in it stays
 *   legible.
 * @cssprop [--kyiv-forums-surface=#fff] - Background.
 * @cssprop [--kyiv-forums-tint=#f2f6fc] - Background of what stands out.
 * @cssprop [--kyiv-forums-ink=#14202e] - Text.
 * @cssprop [--kyiv-forums-muted=#52606f] - Text of second rank.
 * @cssprop [--kyiv-forums-line=#d5dde8] - Hairlines.
 * @cssprop [--kyiv-forums-radius=14px] - Rounding of cards.
 */
export class KyivForums extends EmbeddedElement implements ScheduleHost {
  static readonly observedAttributes = settings

  /** @internal Where the script came from; whoever defines the element sets it, and all that follows. */
  static origin = ''
  /** @internal The release of the script. */
  static release = ''
  /** @internal What came with the script. */
  static carried: Carried | null = null
  /** @internal How the form part comes. */
  static loadForm: Readonly<Record<Locale, () => Promise<FormPart>>>
  /** @internal How the part that solves challenges comes. */
  static loadChallenge: () => Promise<ChallengePart>
  /** @internal */
  static readonly lent = lent

  declare district: string | null
  declare forum: string | null
  declare series: string | null
  declare theme: string | null
  declare variant: string | null
  declare registration: string | null
  declare api: string | null

  #schedule = new ScheduleController(this)
  #form: registrationPart.Registration | undefined
  #part: FormPart | undefined
  #spoken: Locale | undefined
  #side = 0
  #unopened: string | null = null

  constructor() {
    super()
    this.adopt(styles)
    // Shortcuts of the host page must not eat what is typed into the form.
    for (const type of ['keydown', 'keypress', 'keyup'])
      this.renderRoot.addEventListener(type, event => event.stopPropagation())
  }

  connectedCallback(): void {
    this.#schedule.connect()
    this.#form?.moved()
    void this.requestUpdate()
  }

  disconnectedCallback(): void {
    this.#schedule.disconnect()
  }

  /** @internal */
  get locale(): Locale {
    return localeOf(this)
  }

  /** @internal */
  get apiOrigin(): string | null {
    return this.api ? webOrigin(this.api) : KyivForums.origin
  }

  /** @internal */
  get carried(): Carried | null {
    return this.apiOrigin === KyivForums.origin && performance.now() < KyivForums.#loadedAt + carriedFor
      ? KyivForums.carried
      : null
  }

  /** @internal */
  get scheduleRequest(): ScheduleRequest {
    return { api: this.apiOrigin, district: this.district, forum: this.forum, series: this.series }
  }

  protected override view(): TemplateResult {
    const { locale } = this
    if (this.#schedule.update() || this.#spoken !== locale) this.#side ^= 1
    if (this.#form && this.#spoken !== locale) void this.#formPart().then(() => this.requestUpdate())
    this.#spoken = locale
    const { state } = this.#schedule
    const theme = this.theme ?? ''
    const frame = html`<div
      class="frame ${faces[this.variant ?? ''] ?? ''}"
      aria-busy=${state.kind === 'loading'}
    >${scheduleView(state, this.#view)}</div>`
    return html`${(this.#side ? roots[1] : roots[0])(theme, locale, frame)}${this.#form?.render(theme)}`
  }

  /** @internal */
  async scheduleSettled(state: ScheduleState): Promise<void> {
    // Whoever hears of it finds it on the screen.
    await this.updateComplete
    if (state.kind === 'failed') return this.tell('kyiv-forums-failed', { code: state.code })
    this.tell('kyiv-forums-loaded', undefined)
    if (state.kind === 'ready' && state.forums.some(takesRegistrations) && !this.#onPage)
      setTimeout(this.#approach, calm)
  }

  /** @internal */
  tell<Name extends KyivForumsEvent>(name: Name, detail: KyivForumsEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }))
  }

  /** @internal */
  async solve(challenge: Challenge): Promise<string> {
    return (await KyivForums.loadChallenge()).solve(challenge)
  }

  /** @internal */
  refreshSchedule(): void {
    void this.#schedule.load()
  }

  /** @internal */
  registrationClosed({ slug }: Forum): void {
    const opener = this.renderRoot.querySelector<HTMLElement>(`[data-forum="${slug}"]`)
    if (opener) opener.focus()
    else this.#focusTitle()
  }

  #focusTitle(): void {
    const title = this.renderRoot.querySelector<HTMLElement>('h2, h3')
    if (!title) return
    title.tabIndex = -1
    title.focus()
  }

  get #onPage(): boolean {
    return this.registration === 'page'
  }

  get #view(): View {
    const { locale, variant, apiOrigin } = this
    return {
      locale,
      messages: messages[locale],
      variant,
      pages: apiOrigin,
      onPage: this.#onPage,
      unopened: this.#unopened,
      open: this.#open,
      approach: this.#approach,
      retry: this.#retry,
    }
  }

  #retry = async (): Promise<void> => {
    await this.#schedule.load()
    await this.updateComplete
    // The button that was pressed is gone.
    const { state } = this.#schedule
    if (state.kind !== 'failed' && !(state.kind === 'ready' && state.at)) this.#focusTitle()
  }

  /** The form stands ready before it is asked for: a click has only to show it. */
  #approach = (): void => {
    this.#furnished().catch(() => {})
  }

  #open = async (forum: Forum): Promise<void> => {
    this.#unopened = null
    try {
      const form = await this.#furnished()
      await form.open(forum)
    } catch {
      this.#unopened = forum.slug
      void this.requestUpdate()
      this.tell('kyiv-forums-failed', { code: 'network' })
    }
  }

  async #furnished(): Promise<registrationPart.Registration> {
    const { Registration, styles: sheet } = await this.#formPart()
    if (this.#form) return this.#form
    this.adopt(sheet)
    this.#form = new Registration(this)
    await this.requestUpdate()
    return this.#form
  }

  /** In the reader's language: the one that is here already learns it. */
  async #formPart(): Promise<FormPart> {
    const { locale } = this
    const part = await KyivForums.loadForm[locale]()
    this.#part ??= part
    this.#part.formMessages[locale] = part.formMessages[locale]
    return this.#part
  }

  static #loadedAt = performance.now()
}

declare global {
  interface HTMLElementTagNameMap {
    'kyiv-forums': KyivForums
  }
  interface HTMLElementEventMap extends KyivForumsCustomEvents {}
}

type KyivForumsCustomEvents = { readonly [Name in KyivForumsEvent]: CustomEvent<KyivForumsEvents[Name]> }
