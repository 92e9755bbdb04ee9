import type { Forum, Schedule, Series } from '#contract'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { type Answer, ask, type FailureCode, refusal } from '../http.ts'

/** `series` is null when one forum was asked for: its answer does not tell. */
interface Programme {
  readonly series: Series | null
  readonly forums: readonly Forum[]
}

export type ScheduleState =
  | { readonly kind: 'loading' }
  | ({ readonly kind: 'ready' } & Programme)
  | { readonly kind: 'empty'; readonly series: Series | null }
  | { readonly kind: 'failed'; readonly code: FailureCode; readonly retrying: boolean }

/** What the page asks for. `api` is null when it is no address of the web. */
export interface ScheduleRequest {
  readonly api: string | null
  readonly district: string | null
  readonly forum: string | null
  readonly series: string | null
}

export interface ScheduleHost extends ReactiveControllerHost {
  readonly scheduleRequest: ScheduleRequest
  scheduleSettled(state: ScheduleState): void
}

/** Absolute, because a host page may have a `<base>`. A page that names neither district nor forum is asked for by its host name. */
export const scheduleUrl = ({ api, district, forum, series }: ScheduleRequest, site: string): string => {
  if (forum) return `${api}/api/v1/forums/${encodeURIComponent(forum)}`
  const query = new URLSearchParams()
  if (district) query.set('district', district.trim().replace(/\s+/g, ' '))
  else if (site) query.set('site', site)
  if (series) query.set('series', series)
  return `${api}/api/v1/schedule?${query}`
}

/** Keeps the schedule that the attributes ask for: whenever they name another one, it is fetched. */
export class ScheduleController implements ReactiveController {
  state: ScheduleState = { kind: 'loading' }
  #host: ScheduleHost
  #asked = ''
  #abort = new AbortController()

  constructor(host: ScheduleHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('pageshow', this)
    this.#host.requestUpdate()
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this)
    this.#abort.abort()
    if (this.state.kind === 'loading') this.#asked = ''
  }

  hostUpdate(): void {
    const asked = JSON.stringify(this.#host.scheduleRequest)
    if (asked === this.#asked) return
    this.#asked = asked
    this.state = { kind: 'loading' }
    void this.load()
  }

  /** The browser shows a page out of its memory: seats may have gone meanwhile. */
  handleEvent(event: PageTransitionEvent): void {
    if (event.persisted) void this.load()
  }

  /** Fetches, without taking away what is shown meanwhile: a failure leaves an older schedule where it is. */
  async load(): Promise<void> {
    const host = this.#host
    const { kind } = this.state
    if (kind === 'failed') this.state = { ...this.state, retrying: true }
    host.requestUpdate()
    this.#abort.abort()
    const { signal } = (this.#abort = new AbortController())
    const next = settled(await fetchProgramme(host.scheduleRequest, signal))
    if (signal.aborted || (kind === 'ready' && next.kind === 'failed')) return
    this.state = next
    host.requestUpdate()
    if (kind !== 'ready') host.scheduleSettled(next)
  }
}

const fetchProgramme = async (request: ScheduleRequest, signal: AbortSignal): Promise<Answer<Programme>> => {
  if (request.api === null) return refusal('bad-api')
  const answer = await ask<Programme | Forum>(scheduleUrl(request, location.hostname), { signal })
  return answer.kind === 'answer' && 'slug' in answer.body
    ? { kind: 'answer', body: { series: null, forums: [answer.body] } }
    : (answer as Answer<Schedule>)
}

const settled = (answer: Answer<Programme>): ScheduleState => {
  if (answer.kind === 'refusal') return { kind: 'failed', code: answer.code, retrying: false }
  const { series, forums } = answer.body
  return forums?.[0] ? { kind: 'ready', series, forums } : { kind: 'empty', series }
}
