/** Milliseconds after which seats may have gone. */
const goodFor = 60_000

/** Asks for news once a minute, while the element is before somebody's eyes: never when it is scrolled away or the page is hidden. */
export class Freshness {
  #ask: () => void
  #element: Element
  #inView = false
  #askedAt = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #observer = new IntersectionObserver(entries => {
    this.#inView = entries.some(({ isIntersecting }) => isIntersecting)
    this.#plan()
  })

  constructor(element: Element, ask: () => void) {
    this.#element = element
    this.#ask = ask
  }

  start(): void {
    this.#observer.observe(this.#element)
    document.addEventListener('visibilitychange', this.#plan)
  }

  stop(): void {
    this.#observer.disconnect()
    document.removeEventListener('visibilitychange', this.#plan)
    this.#inView = false
    this.#plan()
  }

  /** News has just come. */
  renew(): void {
    this.#askedAt = performance.now()
    this.#plan()
  }

  #plan = (): void => {
    clearTimeout(this.#timer)
    if (this.#inView && !document.hidden)
      this.#timer = setTimeout(this.#ask, this.#askedAt + goodFor - performance.now())
  }
}
