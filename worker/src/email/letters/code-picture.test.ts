import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'
import { expect, it } from 'vitest'
import { codePng } from './code-picture.ts'

/** The pixels of a PNG of one bit and no filter, as red, green, blue and opacity. */
const pixelsOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer)
  const side = view.getUint32(16)
  const length = view.getUint32(33)
  const lines = inflateSync(png.subarray(41, 41 + length))
  const stride = 1 + Math.ceil(side / 8)
  const pixels = new Uint8ClampedArray(side * side * 4)
  for (let at = 0; at < side * side; at += 1) {
    const [x, y] = [at % side, Math.floor(at / side)]
    const isWhite = ((lines[y * stride + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) > 0
    pixels.set([...Array<number>(3).fill(isWhite ? 255 : 0), 255], at * 4)
  }
  return { pixels, side }
}

it.each(['7H3M-2Q9X', '0000-0000', 'ZZZZ-ZZZY'])('%s is read back from its picture', code => {
  const { pixels, side } = pixelsOf(codePng(code))
  expect(jsQR(pixels, side, side)?.data).toBe(code)
})

it('is a small file, since every letter carries it', () => expect(codePng('7H3M-2Q9X').length).toBeLessThan(1000))
