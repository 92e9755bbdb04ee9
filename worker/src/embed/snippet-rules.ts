import type { Release } from '../delivery/release.ts'
import { type Choice, phoneUpTo, type ReservedHeight } from './choice.ts'
import { framePath, hostedPath } from './link-rules.ts'

/** What an editor copies, by what it is. */
export type Snippets = {
  /** The element with a reserved height and a link of its own, and the script. */
  readonly tag: string
  /** One script, which places the element after itself. */
  readonly short: string
  /** For editors that strip tags they do not know. */
  readonly plain: string
  /** The tag with one release for ever, checked by the browser. */
  readonly pinned: string
  readonly iframe: string
  /** Beside the iframe: lets it grow with its content. */
  readonly growing: string
  /** For sites with a policy, beside the iframe. */
  readonly framePolicy: string
  readonly link: string
  readonly policy: string
  readonly trustedTypes: string
  /** For sites whose policy forbids style attributes: the same, for their style sheet. */
  readonly sheet: string
}

export type SnippetFacts = {
  readonly origin: string
  readonly release: Pick<Release, 'name' | 'integrity'>
  readonly height: ReservedHeight
  /** The text of the link and the title of the frame. */
  readonly label: string
}

export const snippetsOf = (choice: Choice, facts: SnippetFacts): Snippets => {
  const { origin, release, height, label } = facts
  const link = origin + hostedPath(choice, choice.language)
  const script = `<script async src="${origin}/v1/widget.js"></script>`
  const element = `<kyiv-forums${written(elementAttributes(choice))} style="${placed(choice, height)}"><a href="${asHtml(link)}">${asHtml(label)}</a></kyiv-forums>`
  const data = elementAttributes(choice).map(([name, value]): Attribute => [`data-${name}`, value])
  return {
    tag: `${element}\n${script}`,
    short: `<script async src="${origin}/v1/widget.js"${written(data)}></script>`,
    plain: `<div data-kyiv-forums${written(data)}><a href="${asHtml(link)}">${asHtml(label)}</a></div>\n${script}`,
    pinned: `${element}\n<script async src="${origin}/r/${release.name}/widget.js" integrity="${release.integrity}" crossorigin="anonymous"></script>`,
    iframe: `<iframe src="${asHtml(origin + framePath(choice))}" title="${asHtml(label)}" style="width:100%;height:${step(height)};border:0" loading="lazy"></iframe>`,
    growing: `<script async src="${origin}/v1/frame.js"></script>`,
    framePolicy: `frame-src ${origin};`,
    link,
    policy: `script-src ${origin};\nconnect-src ${origin};`,
    trustedTypes: 'trusted-types kyiv-forums;',
    sheet: `kyiv-forums{${placed(choice, height)}}`,
  }
}

type Attribute = readonly [name: string, value: string]

/** As the widget knows them; what is its own way is left out. */
const elementAttributes = (choice: Choice): Attribute[] => {
  const { scope, districts, forum, language, theme, variant } = choice
  const attributes: [name: string, value: string | null][] = [
    ['district', forum === null && scope !== 'site' ? districts.join(' ') : null],
    ['forum', forum],
    ['variant', variant === 'list' || variant === 'button' ? variant : null],
    ['lang', language],
    ['theme', theme === 'light' ? null : theme],
  ]
  return attributes.flatMap(([name, value]) => (value ? [[name, value] as const] : []))
}

/**
 * A step without a media query, because that is all that fits into an attribute: below `phoneUpTo` the difference times
 * a large number is more than any height, above it less than any.
 */
const step = ({ narrow, wide }: ReservedHeight): string =>
  narrow > wide ? `clamp(${wide}px,(${phoneUpTo}px - 100vw)*999,${narrow}px)` : `${wide}px`

const placed = ({ accent }: Choice, height: ReservedHeight): string =>
  `display:block;min-height:${step(height)}${accent === null ? '' : `;--kyiv-forums-accent:${accent}`}`

const written = (attributes: readonly Attribute[]): string =>
  attributes.map(([name, value]) => ` ${name}="${asHtml(value)}"`).join('')

const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
