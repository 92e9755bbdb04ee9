/** Milliseconds after which seats may have gone. */
const goodFor = 60_000

/** Asks for news once a minute, while the element is before somebody's eyes: never when it is scrolled away or the page is hidden. */
export class Freshness {
  #ask: () => void
  #element: Element
  #inView = false
  #askedAt = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #observer: IntersectionObserver | undefined

  constructor(element: Element, ask: () => void) {
    this.#element = element
    this.#ask = ask
  }

  start(): void {
    this.#observer = new IntersectionObserver(entries => {
      this.#inView = entries.some(({ isIntersecting }) => isIntersecting)
      this.#plan()
    })
    this.#observer.observe(this.#element)
    for (const type of ['visibilitychange', 'online']) addEventListener(type, this)
  }

  stop(): void {
    this.#observer?.disconnect()
    this.#inView = false
    for (const type of ['visibilitychange', 'online']) removeEventListener(type, this)
    this.#plan()
  }

  /** News has just come. */
  renew(): void {
    this.#askedAt = performance.now()
    this.#plan()
  }

  handleEvent({ type }: Event): void {
    if (type === 'online') this.#askedAt = -goodFor
    this.#plan()
  }

  #plan(): void {
    clearTimeout(this.#timer)
    if (!this.#inView || document.hidden) return
    this.#timer = setTimeout(
      () => {
        this.renew()
        this.#ask()
      },
      this.#askedAt + goodFor - performance.now(),
    )
  }
}
