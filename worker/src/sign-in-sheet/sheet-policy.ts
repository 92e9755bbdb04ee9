import { sheetStyle } from './sheet-style.ts'

/** Nothing but the sheet's own style, known by its hash (Content Security Policy 3, section 8.3); in nobody's frame. */
export const sheetPolicy = async (): Promise<string> =>
  `default-src 'none'; style-src 'sha256-${await hashOf(sheetStyle)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

const hashOf = async (text: string): Promise<string> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toBase64()
