import { render, type TemplateResult } from 'lit/html.js'

/**
 * What an embedded element needs of LitElement, in a tenth of the bytes: one rendering for all changes of a moment, and
 * style sheets that no Content-Security-Policy forbids. Attributes are the only settings.
 */
export abstract class EmbeddedElement extends HTMLElement {
  readonly renderRoot: ShadowRoot = this.attachShadow({ mode: 'open' })
  #update: Promise<void> | undefined
  #broken = false

  protected abstract view(): TemplateResult

  /** Properties of the same names as the attributes: `element.district = 'darnytskyi'`. */
  static reflect(names: readonly string[]): void {
    for (const name of names)
      if (!(name in this.prototype))
        Object.defineProperty(this.prototype, name, {
          get(this: Element) {
            return this.getAttribute(name)
          },
          set(this: Element, value: string | null) {
            if (value === null) this.removeAttribute(name)
            else this.setAttribute(name, value)
          },
        })
  }

  /** Resolves when what has changed is on the screen. */
  get updateComplete(): Promise<void> {
    return this.#update ?? Promise.resolve()
  }

  attributeChangedCallback(): void {
    if (this.isConnected) void this.requestUpdate()
  }

  requestUpdate(): Promise<void> {
    return (this.#update ??= Promise.resolve().then(() => {
      this.#update = undefined
      if (this.#broken) return
      try {
        render(this.view(), this.renderRoot)
      } catch (error) {
        // A page that forbids even our templates keeps what the editor has put inside.
        this.#broken = true
        this.renderRoot.replaceChildren(document.createElement('slot'))
        console.warn('<kyiv-forums>', error)
      }
    }))
  }

  /** Adds a style sheet to those that it has. */
  protected adopt(text: string): void {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    this.renderRoot.adoptedStyleSheets.push(sheet)
  }
}
