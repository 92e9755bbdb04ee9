import jsQR from 'jsqr'
import { describe, expect, it } from 'vitest'
import { qrCode } from './qr-code.ts'

const scale = 4

/** The picture as a camera gets it: each stroke of the SVG painted, four pixels a module. */
const painted = (svg: string) => {
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let down = 0; down < scale; down += 1)
      for (let along = 0; along < Number(width) * scale; along += 1) {
        const pixel = (Number(y) * scale + down) * side + Number(x) * scale + along
        pixels.set([0, 0, 0], pixel * 4)
      }
  }
  return { pixels, side }
}

const readBack = (svg: string) => {
  const { pixels, side } = painted(svg)
  return jsQR(pixels, side, side)?.data
}

describe('a QR code', () => {
  it.each([
    'https://forums.example.org/forums/2019-sviatoshynskyi',
    'https://forums.example.org/schedule?district=podilskyi+city&lang=en',
    `https://forums.example.org/schedule?district=${'desnianskyi+'.repeat(20)}city`,
  ])('reads back as exactly %s', address => {
    expect(readBack(qrCode(address, 'Форум'))).toBe(address)
  })

  it('is surrounded by four white modules', () => {
    const svg = qrCode('https://forums.example.org/', '')
    const places = [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].map(([, ...numbers]) => numbers.map(Number))
    const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
    expect(Math.min(...places.map(([x = 0]) => x))).toBe(4)
    expect(Math.min(...places.map(([, y = 0]) => y))).toBe(4)
    expect(Math.max(...places.map(([x = 0, , width = 0]) => x + width))).toBe(side - 4)
  })

  it('still reads with a drop of rain on it', () => {
    const address = 'https://forums.example.org/forums/2019-sviatoshynskyi'
    const { pixels, side } = painted(qrCode(address, ''))
    const middle = Math.round(side / 2)
    for (let y = middle; y < middle + 4 * scale; y += 1)
      for (let x = middle; x < middle + 4 * scale; x += 1) pixels.set([255, 255, 255], (y * side + x) * 4)
    expect(jsQR(pixels, side, side)?.data).toBe(address)
  })

  it('has a title that is text, whatever a forum is called', () => {
    expect(qrCode('https://forums.example.org/', '<b>«A» & B</b>')).toContain(
      '<title id="title">&lt;b>«A» &amp; B&lt;/b></title>',
    )
  })
})
