import type { Challenge, Forum, Locale } from '#contract'
import { adoptStyles, html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { KyivForumsEvent, KyivForumsEvents } from './events.ts'
import { localeOf } from './language.ts'
import { lent } from './lent.ts'
import { messages } from './messages/messages.ts'
import type * as registrationPart from './registration/registration.ts'
import { takesRegistrations } from './schedule/registration-line.ts'
import {
  ScheduleController,
  type ScheduleHost,
  type ScheduleRequest,
  type ScheduleState,
} from './schedule/schedule-controller.ts'
import { scheduleView } from './schedule/schedule-view.ts'
import type { View } from './schedule/view.ts'
import { styles } from './styles/styles.ts'
import { webOrigin } from './web-address.ts'

type FormPart = typeof registrationPart

/** What sources that send unusually much have to load. */
interface ChallengePart {
  readonly solve: (challenge: Challenge) => Promise<string>
}

/** Milliseconds after which the page has had its own things. */
const calm = 1500

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
 * @attr {string} api - Origin of the API; by default the script's own.
 *
 * @fires kyiv-forums-loaded - The schedule is shown.
 * @fires kyiv-forums-opened - The form of a forum was opened. `detail: { forum }`
 * @fires kyiv-forums-registered - A registration was accepted. `detail: { forum, status }`
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
 * @csspart source - The line that names the source.
 * @csspart dialog - The panel of the form.
 *
 * @cssprop [--kyiv-forums-accent=#0b4f9e] - Buttons, links and calendar leaves.
 * @cssprop [--kyiv-forums-on-accent=#fff] - Text on the accent.
 * @cssprop [--kyiv-forums-surface=#fff] - Background.
 * @cssprop [--kyiv-forums-tint=#f2f6fc] - Background of what stands out.
 * @cssprop [--kyiv-forums-ink=#14202e] - Text.
 * @cssprop [--kyiv-forums-muted=#52606f] - Text of second rank.
 * @cssprop [--kyiv-forums-line=#d5dde8] - Hairlines.
 * @cssprop [--kyiv-forums-radius=14px] - Rounding of cards.
 */
export class KyivForums extends LitElement implements ScheduleHost {
  static override styles = styles
  static override properties: PropertyDeclarations = {
    district: { reflect: true },
    forum: { reflect: true },
    series: { reflect: true },
    theme: { reflect: true },
    api: { reflect: true },
    language: { attribute: 'lang' },
    unopened: { state: true },
  }

  /** @internal Where the script came from; whoever defines the element sets it. */
  static origin = ''
  /** @internal How the form part comes; whoever defines the element sets it. */
  static loadForm: () => Promise<FormPart>
  /** @internal How the part that solves challenges comes. */
  static loadChallenge: () => Promise<ChallengePart>
  /** @internal */
  static readonly lent = lent

  declare district: string | null
  declare forum: string | null
  declare series: string | null
  declare theme: string | null
  declare api: string | null
  /** @internal Follows the native `lang`, so that a change of it is seen. */
  declare language: string | null
  /** @internal */
  declare unopened: string | null

  #schedule = new ScheduleController(this)
  #registration: registrationPart.Registration | undefined
  #part: Promise<FormPart> | undefined

  /** @internal */
  get locale(): Locale {
    return localeOf(this)
  }

  /** @internal */
  get apiOrigin(): string | null {
    return this.api ? webOrigin(this.api) : KyivForums.origin
  }

  /** @internal */
  get scheduleRequest(): ScheduleRequest {
    return { api: this.apiOrigin, district: this.district, forum: this.forum, series: this.series }
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot()
    // Shortcuts of the host page must not eat what is typed into the form.
    for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, event => event.stopPropagation())
    return root
  }

  protected override render(): TemplateResult {
    const { state } = this.#schedule
    const theme = this.theme ?? ''
    return html`<div class="root ${theme}" lang=${this.locale} part="root">
        <div class="frame" aria-busy=${state.kind === 'loading'}>${scheduleView(state, this.#view)}</div>
      </div>
      ${this.#registration?.render(theme)}`
  }

  /** @internal */
  scheduleSettled(state: ScheduleState): void {
    if (state.kind === 'failed') return this.tell('kyiv-forums-failed', { code: state.code })
    this.tell('kyiv-forums-loaded', undefined)
    if (state.kind === 'ready' && state.forums.some(takesRegistrations)) setTimeout(this.#approach, calm)
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

  get #view(): View {
    const { locale, unopened } = this
    return {
      locale,
      messages: messages[locale],
      unopened,
      open: this.#open,
      approach: this.#approach,
      retry: this.#retry,
    }
  }

  #retry = async (): Promise<void> => {
    await this.#schedule.load()
    await this.updateComplete
    // The button that was pressed is gone.
    if (this.#schedule.state.kind !== 'failed') this.#focusTitle()
  }

  #approach = (): void => {
    this.#formPart().catch(() => {})
  }

  #open = async (forum: Forum): Promise<void> => {
    this.unopened = null
    try {
      const part = await this.#formPart()
      this.#registration ??= this.#furnish(part)
      await this.#registration.open(forum)
    } catch {
      this.unopened = forum.slug
      this.tell('kyiv-forums-failed', { code: 'network' })
    }
  }

  /** One that failed to come is asked for again. */
  #formPart(): Promise<FormPart> {
    this.#part ??= KyivForums.loadForm().catch(error => {
      this.#part = undefined
      throw error
    })
    return this.#part
  }

  #furnish(part: FormPart): registrationPart.Registration {
    adoptStyles(this.renderRoot as ShadowRoot, [...KyivForums.elementStyles, part.styles])
    return new part.Registration(this)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyiv-forums': KyivForums
  }
  interface HTMLElementEventMap extends KyivForumsCustomEvents {}
}

type KyivForumsCustomEvents = { readonly [Name in KyivForumsEvent]: CustomEvent<KyivForumsEvents[Name]> }
