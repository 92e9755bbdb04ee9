import { correction, generate } from 'lean-qr'

/** ISO/IEC 18004 asks for so many white modules around a code. */
const quietZone = 4

/**
 * An address as a QR code: an SVG with a title to be read aloud, black on white whatever stands around it. Level M or
 * better: a fold or a drop of rain on a printed sheet must not matter.
 */
export const qrCode = (address: string, title: string): string => {
  const code = generate(address, { minCorrectionLevel: correction.M })
  const side = code.size + 2 * quietZone
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 8}" height="${side * 8}" role="img" aria-labelledby="title" shape-rendering="crispEdges">`,
    `<title id="title">${asText(title)}</title>`,
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/>`,
    `<path fill="#000" d="${runs(code).join('')}"/>`,
    '</svg>',
  ].join('')
}

type Modules = ReturnType<typeof generate>

/** The dark modules, as many beside each other as there are in one stroke. */
const runs = (code: Modules): string[] => Array.from({ length: code.size }, (_, y) => runsOfRow(code, y)).flat()

const runsOfRow = (code: Modules, y: number): string[] => {
  const found: string[] = []
  for (let x = 0; x < code.size; x += 1) {
    const start = x
    while (code.get(x, y)) x += 1
    if (x > start) found.push(`M${start + quietZone} ${y + quietZone}h${x - start}v1h-${x - start}z`)
  }
  return found
}

const asText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
