import type { Programme } from './programme.ts'

/** A schedule that was seen on this device, and when, in milliseconds since 1970. */
export interface LastSeen extends Programme {
  readonly at: number
}

const keyOf = (url: string) => `kyiv-forums ${url}`

/** Keeps what everybody may see for a time without a connection. A page may forbid it, a sandboxed one always does. */
export const keepSeen = (url: string, { series, forums }: Programme): void => {
  try {
    localStorage.setItem(keyOf(url), JSON.stringify({ series, forums, at: Date.now() }))
  } catch {
    // Then there is nothing to fall back on.
  }
}

export const lastSeen = (url: string): LastSeen | null => {
  try {
    return JSON.parse(localStorage.getItem(keyOf(url)) ?? 'null') as LastSeen | null
  } catch {
    return null
  }
}
