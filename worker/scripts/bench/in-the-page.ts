/** What tells that the whole schedule is there. */
export interface WholeSchedule {
  /** Forums that are laid out: cards, rows and names without a date. */
  readonly forums: number
  /** Districts that are named. */
  readonly districts: readonly string[]
}

/** What a page has seen, by its own clock, in milliseconds; 0 is not yet. */
export interface Seen {
  visible: number
  clicked: number
  usable: number
  /** The sum of all layout shifts, which is never less than CLS. */
  shifted: number
  readonly longTasks: { readonly start: number; readonly duration: number }[]
}

/** What a page that carries this script also has. */
export interface Watched {
  readonly seen: Seen
  readonly field: () => HTMLElement | undefined
}

/** Says in the console that the schedule is visible, for whoever waits outside. */
export const visibleMark = 'kyiv-forums-bench: visible'

/**
 * Runs in every frame before anything of its own and watches it, frame by frame. A function of its own: nothing from
 * this file reaches the page but its arguments.
 */
export const watch = ({ whole, mark }: { whole: WholeSchedule; mark: string }): void => {
  const seen: Seen = { visible: 0, clicked: 0, usable: 0, shifted: 0, longTasks: [] }

  const roots = () =>
    [...document.querySelectorAll('kyiv-forums,forums-floor')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
  const isLaidOut = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.getBoundingClientRect().height > 0
  const forums = (root: ShadowRoot) =>
    [...root.querySelectorAll('[part~=card],[part~=row],[part~=undated] li')].filter(isLaidOut).length
  const isWhole = (root: ShadowRoot) =>
    forums(root) === whole.forums && whole.districts.every(name => root.textContent?.includes(name))

  const lookForSchedule = () => {
    if (!roots().some(isWhole)) return void requestAnimationFrame(lookForSchedule)
    seen.visible = performance.now()
    console.debug(mark)
  }
  requestAnimationFrame(lookForSchedule)

  const isUsable = (field: HTMLInputElement | HTMLTextAreaElement) =>
    isLaidOut(field) && !field.disabled && !field.readOnly && field.tabIndex >= 0 && !field.closest('[inert]')
  const field = () =>
    roots()
      .flatMap(root => [...root.querySelectorAll<HTMLInputElement>('input:not([type=checkbox]),textarea')])
      .find(isUsable)
  const lookForField = () => {
    if (field()) seen.usable = performance.now()
    else requestAnimationFrame(lookForField)
  }
  const clicked = (event: Event) => {
    seen.clicked = event.timeStamp
    requestAnimationFrame(lookForField)
  }
  addEventListener('click', clicked, { capture: true, once: true })

  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver(list => list.getEntries().forEach(take)).observe({ type, buffered: true })
  observe('layout-shift', entry => (seen.shifted += (entry as PerformanceEntry & { value: number }).value))
  observe('longtask', ({ startTime, duration }) => seen.longTasks.push({ start: startTime, duration }))

  const watched: Watched = { seen, field }
  Object.assign(window, { watched })
}
