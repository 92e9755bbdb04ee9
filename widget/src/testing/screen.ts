import { expect } from 'vitest'
import type { KyivForums } from '../kyiv-forums.ts'

/** What a person sees of an element, and does with it. */

export const rootOf = (element: KyivForums): ShadowRoot => element.shadowRoot as ShadowRoot

/** Puts an element on the page, without waiting for its schedule. */
export const put = (attributes: Record<string, string> = {}, content = ''): KyivForums => {
  const element = document.createElement('kyiv-forums')
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(content)
  document.body.append(element)
  return element
}

/** Puts an element on the page and waits until its schedule has come, or has failed to. */
export const show = async (attributes: Record<string, string> = {}, content = ''): Promise<KyivForums> => {
  const element = put(attributes, content)
  await settled(element)
  return element
}

export const settled = (element: KyivForums): Promise<void> =>
  expect.poll(() => rootOf(element).querySelector('.frame')?.getAttribute('aria-busy')).toBe('false') as Promise<void>

export const find = <Found extends HTMLElement>(element: KyivForums, selector: string): Found => {
  const found = rootOf(element).querySelector<Found>(selector)
  if (!found) throw new Error(`There is no ${selector}`)
  return found
}

export const findAll = (element: KyivForums, selector: string): HTMLElement[] => [
  ...rootOf(element).querySelectorAll<HTMLElement>(selector),
]

export const textOf = (element: KyivForums, selector = '.root'): string =>
  find(element, selector).textContent.replaceAll(/\s+/g, ' ').trim()

/** Where the keyboard is. */
export const focused = (element: KyivForums): Element | null => rootOf(element).activeElement

/** Whether a person has it before their eyes. */
export const isSeen = (element: Element | null): boolean => Boolean(element?.checkVisibility())
