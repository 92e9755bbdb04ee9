/**
 * What somebody sees on a rude page: the forums, the link that the editor put into the element, or neither. Where the
 * page forbids requests, it depends on whether the schedule has come without one.
 */
export type Outcome = 'forums' | 'link' | 'forums-or-link' | 'nothing'

/** A page that treats what is embedded in it rudely, by habit and not by malice. */
export interface HostPage {
  /** Its address: `/hostile/<name>`. */
  readonly name: string
  /** What is rude about it, for whoever opens it by hand. */
  readonly about: string
  readonly shows: Outcome
  /** Real headers of its answer. `NONCE` in them, and in the page, becomes another one with each answer. */
  readonly headers: Readonly<Record<string, string>>
  /** Whether the widget stands in a frame of the page. */
  readonly framed: boolean
  /** Which directives of its policy the page must be expected to report, once each or more. */
  readonly reports: readonly string[]
  /** How many widgets there are, however often the script has come. */
  readonly widgets: number
  readonly html: string
}

type Described = {
  readonly shows?: Outcome
  readonly headers?: Readonly<Record<string, string>>
  readonly framed?: boolean
  readonly reports?: readonly string[]
  readonly widgets?: number
  /** Only the root and what the page brings before the tag; all else is the same on each page. */
  readonly root?: string
  readonly doctype?: string
  readonly viewport?: string
  readonly head?: string
  readonly body?: string
}

/** The one tag, with its settings on itself. */
export const scriptTag = '<script async src="https://HOST/v1/widget.js" data-district="sviatoshynskyi"></script>'

/** The element where an editor wants it, with a link for the day when the widget cannot be. */
export const placedElement =
  '<kyiv-forums district="sviatoshynskyi"><a href="https://kyivcity.gov.ua">Розклад форумів</a></kyiv-forums>'

/** The script for elements that the editor has placed. */
export const plainScript = '<script async src="https://HOST/v1/widget.js"></script>'

const tag = `${placedElement}${plainScript}`

/** A page around the tag, rude in what is described and in nothing else. */
export const hostPage = (name: string, about: string, described: Described): HostPage => {
  const { root = 'lang="uk"', doctype = '<!doctype html>', head = '', body = tag } = described
  const { viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">' } = described
  return {
    name,
    about,
    shows: described.shows ?? 'forums',
    headers: described.headers ?? {},
    framed: described.framed ?? false,
    reports: described.reports ?? [],
    widgets: described.widgets ?? 1,
    html: `${doctype}<html ${root}><head><meta charset="utf-8">${viewport}<title>${about}</title><link rel="icon" href="data:,">${head}</head><body><main><h1>Сайт району</h1>${body}</main></body></html>`,
  }
}
