/**
 * Where a page of a list ended: the keys of its last row in the order of the list. A page goes on after it, whatever has
 * arrived meanwhile. `registered`: by the moment of registering; `came`: by the moment at the door; `chosen`: by number,
 * which is the order of arrival; `name`: by the Ukrainian alphabet, those without a name first.
 */
export type Position = {
  readonly order: Order
  /** Null: somebody without a name. 0 where the number alone decides. */
  readonly key: number | string | null
  readonly id: number
}

export type Order = 'registered' | 'came' | 'chosen' | 'name'

const orders: readonly unknown[] = ['registered', 'came', 'chosen', 'name'] satisfies Order[]

/** Opaque to who gets it. */
export const encodePosition = ({ order, key, id }: Position): string =>
  new TextEncoder().encode(JSON.stringify([order, key, id])).toBase64({ alphabet: 'base64url', omitPadding: true })

/** Bytes of the longest key, with room to spare. */
const longest = 2_000

/** Undefined for anything that we have not made. */
export const decodePosition = (cursor: string): Position | undefined => {
  if (cursor.length > longest || !/^[\w-]+$/.test(cursor)) return undefined
  try {
    const bytes = Uint8Array.fromBase64(cursor, { alphabet: 'base64url' })
    return positionOf(JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)))
  } catch {
    return undefined
  }
}

const positionOf = (read: unknown): Position | undefined => {
  if (!Array.isArray(read) || read.length !== 3) return undefined
  const [order, key, id] = read as unknown[]
  if (!isOrder(order) || !isWhole(id)) return undefined
  const isKey = order === 'name' ? key === null || typeof key === 'string' : isWhole(key)
  return isKey ? { order, key: key as Position['key'], id } : undefined
}

const isOrder = (value: unknown): value is Order => orders.includes(value)

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** Which of two comes first, as SQLite has it: nothing, then numbers, then texts byte by byte; equals by their number. */
export const comparePositions = (one: Position, other: Position): number =>
  compareKeys(one.key, other.key) || one.id - other.id

const compareKeys = (one: Position['key'], other: Position['key']): number => {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null)
  return typeof one === 'string' && typeof other === 'string' ? compareTexts(one, other) : Number(one) - Number(other)
}

// By code points, which order texts as their bytes in UTF-8 do; UTF-16, by which `<` goes, does not.
const compareTexts = (one: string, other: string): number => {
  const [left, right] = [[...one], [...other]]
  const place = left.findIndex((character, index) => character !== right[index])
  if (place === -1) return left.length - right.length
  return (left[place]?.codePointAt(0) ?? 0) - (right[place]?.codePointAt(0) ?? -1)
}
