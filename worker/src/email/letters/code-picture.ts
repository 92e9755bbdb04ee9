import { correction, generate } from 'lean-qr'
import { crc32, deflateSync } from 'node:zlib'

/** ISO/IEC 18004 asks for so many white modules around a code. */
const quietZone = 4

/** Pixels of a module's side: sharp when a mail program shows it a little smaller, large enough when it is printed. */
const scale = 8

/**
 * The registration's code as a QR code: a PNG (ISO/IEC 15948) of one bit a pixel, black on white in any theme. Mail
 * programs take SVG out of a letter, and show no picture from elsewhere.
 */
export const codePng = (code: string): Uint8Array => {
  const modules = generate(code, { minCorrectionLevel: correction.Q })
  const side = (modules.size + 2 * quietZone) * scale
  const isWhite = (x: number, y: number) =>
    !modules.get(Math.floor(x / scale) - quietZone, Math.floor(y / scale) - quietZone)
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', joined([word(side), word(side), Uint8Array.of(1, 0, 0, 0, 0)])),
    chunk('IDAT', deflateSync(pixels(side, isWhite))),
    chunk('IEND', new Uint8Array()),
  ])
}

/** Each line begins with its filter: 0, none. */
const pixels = (side: number, isWhite: (x: number, y: number) => boolean): Uint8Array => {
  const stride = 1 + Math.ceil(side / 8)
  const bytes = new Uint8Array(stride * side)
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const at = y * stride + 1 + (x >> 3)
      if (isWhite(x, y)) bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7))
    }
  return bytes
}

const chunk = (type: string, content: Uint8Array): Uint8Array => {
  const named = joined([new TextEncoder().encode(type), content])
  return joined([word(content.length), named, word(crc32(named))])
}

const word = (number: number): Uint8Array => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, number)
  return bytes
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
