import { runningTags, scriptOrigin } from './own-script.ts'
import { settings } from './settings.ts'

const tagName = 'kyiv-forums'
const standIn = '[data-kyiv-forums]'

/** A new element with the settings of `source`, whose `data-*` may be other people's too. */
const made = (source: HTMLElement): HTMLElement => {
  const element = document.createElement(tagName)
  for (const setting of settings) {
    const value = source.dataset[setting]
    if (value !== undefined) element.setAttribute(setting, value)
  }
  return element
}

/** While a page is still being read, its last element may still be getting content. */
const isWhole = (place: Element) => place.nextSibling !== null || document.readyState !== 'loading'

/** An element inside each `<div data-kyiv-forums>`; what the div held becomes the element's own content. */
const fillStandIns = (): void => {
  for (const place of document.querySelectorAll<HTMLElement>(standIn)) {
    if (place.querySelector(tagName) || !isWhole(place)) continue
    const element = made(place)
    element.append(...place.childNodes)
    place.append(element)
  }
}

/** The element of a tag from elsewhere than the one that came first asks where its own tag points. */
const madeFor = (tag: HTMLScriptElement): HTMLElement => {
  const element = made(tag)
  const { origin } = (customElements.get(tagName) ?? {}) as { origin?: string }
  if (origin && origin !== scriptOrigin && !element.hasAttribute('api')) element.setAttribute('api', scriptOrigin)
  return element
}

/** A browser takes a tag with nothing before it for one of <head>: on a page with nothing else, that is the place. */
const showAfter = (tag: HTMLScriptElement): void => {
  if (tag.closest('body')) return tag.after(madeFor(tag))
  whenParsed(() => {
    if (!document.body.firstElementChild) return document.body.append(madeFor(tag))
    console.warn(`<${tagName}>: put the script tag where the forums shall appear, not in <head>`)
  })
}

/** A tag without settings may be there for what the editor has placed; if there is nothing, it shows an element itself. */
const showUnlessPlaced = (tag: HTMLScriptElement): void => {
  if (!document.querySelector(`${tagName},${standIn}`)) showAfter(tag)
}

const whenParsed = (task: () => void): void => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', task)
  else task()
}

/** Once for all that a page changes in a moment. */
let looking: ReturnType<typeof setTimeout> | undefined

const look = (): void => {
  looking ??= setTimeout(() => {
    looking = undefined
    fillStandIns()
  }, 50)
}

/** Puts elements where the tags of this script and the stand-ins of the page ask for them, now and later. */
export const placeElements = (): void => {
  for (const tag of runningTags()) {
    if (tag.nextElementSibling?.localName === tagName) continue
    if (settings.some(setting => setting in tag.dataset)) showAfter(tag)
    else whenParsed(() => showUnlessPlaced(tag))
  }
  fillStandIns()
  whenParsed(fillStandIns)
  new MutationObserver(look).observe(document, { childList: true, subtree: true })
}
