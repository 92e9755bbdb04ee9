import type { Carried, Forum, Schedule, Series } from '#contract'
import { type Answer, ask, type FailureCode, refusal } from '../http.ts'
import { Freshness } from './freshness.ts'
import { keepSeen, lastSeen } from './last-seen.ts'
import { carriedProgramme, type Programme, type ScheduleRequest, scheduleUrl } from './programme.ts'

/** `at` is when a schedule that cannot be had anew was last seen, in milliseconds since 1970; null: it is of now. */
export type ScheduleState =
  | { readonly kind: 'loading' }
  | ({ readonly kind: 'ready'; readonly at: number | null } & Programme)
  | { readonly kind: 'empty'; readonly series: Series | null }
  | { readonly kind: 'failed'; readonly code: FailureCode; readonly retrying: boolean }

export interface ScheduleHost extends Element {
  readonly scheduleRequest: ScheduleRequest
  /** What came with the script, if it is of this API and still new. */
  readonly carried: Carried | null
  requestUpdate(): Promise<void>
  scheduleSettled(state: ScheduleState): unknown
}

/** Keeps the schedule that the attributes ask for: whenever they name another one, it is fetched. */
export class ScheduleController {
  state: ScheduleState = { kind: 'loading' }
  #host: ScheduleHost
  #asked = ''
  /** Counts what was asked: an answer to anything but the last question comes too late. */
  #turn = 0
  #keeping: ReturnType<typeof setTimeout> | undefined
  #freshness: Freshness

  constructor(host: ScheduleHost) {
    this.#host = host
    this.#freshness = new Freshness(host, () => void this.load())
  }

  connect(): void {
    addEventListener('pageshow', this)
    this.#freshness.start()
  }

  disconnect(): void {
    removeEventListener('pageshow', this)
    this.#freshness.stop()
    clearTimeout(this.#keeping)
    this.#turn += 1
    if (this.state.kind === 'loading') this.#asked = ''
  }

  /** To be called before each rendering; whether something else is asked for than before. */
  update(): boolean {
    const { scheduleRequest, carried } = this.#host
    const asked = JSON.stringify(scheduleRequest)
    if (asked === this.#asked) return false
    this.#asked = asked
    this.#turn += 1
    this.state = { kind: 'loading' }
    const here = carried && carriedProgramme(scheduleRequest, location.hostname, carried)
    if (here) this.#settle({ kind: 'answer', body: here })
    else void this.load()
    return true
  }

  /** The browser shows a page out of its memory: seats may have gone meanwhile. */
  handleEvent(event: PageTransitionEvent): void {
    if (event.persisted) void this.load()
  }

  /** Fetches, without taking away what is shown meanwhile: a failure leaves an older schedule where it is. */
  async load(): Promise<void> {
    const host = this.#host
    if (this.state.kind === 'failed') this.state = { ...this.state, retrying: true }
    void host.requestUpdate()
    const turn = (this.#turn += 1)
    const answer = await fetchProgramme(host.scheduleRequest)
    if (turn !== this.#turn) return
    void host.requestUpdate()
    this.#settle(answer)
  }

  #settle(answer: Answer<Programme>): void {
    const { kind } = this.state
    const url = scheduleUrl(this.#host.scheduleRequest, location.hostname)
    this.#freshness.renew()
    if (answer.kind === 'refusal' && kind === 'ready') return
    this.state = answer.kind === 'answer' ? shown(answer.body) : missed(answer.code, url)
    if (answer.kind === 'answer') this.#keeping = setTimeout(() => keepSeen(url, answer.body), 1000)
    if (kind !== 'ready') this.#host.scheduleSettled(this.state)
  }
}

const fetchProgramme = async (request: ScheduleRequest): Promise<Answer<Programme>> => {
  if (request.api === null) return refusal('bad-api')
  const url = scheduleUrl(request, location.hostname)
  const answer = await ask<Programme | Forum>(url, { cache: 'no-cache' })
  return answer.kind === 'answer' && 'slug' in answer.body
    ? { kind: 'answer', body: { series: null, forums: [answer.body] } }
    : (answer as Answer<Schedule>)
}

const shown = ({ series, forums }: Programme): ScheduleState =>
  forums?.[0] ? { kind: 'ready', series, forums, at: null } : { kind: 'empty', series }

/** Better an old schedule than none, unless the answer was that there is none. */
const missed = (code: FailureCode, url: string): ScheduleState => {
  const seen = code !== 'not-found' && code !== 'bad-api' && lastSeen(url)
  return seen ? { kind: 'ready', ...seen } : { kind: 'failed', code, retrying: false }
}
