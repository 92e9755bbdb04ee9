import type { Forum } from '#contract'
import type { Choice, Place, ReservedHeight } from './choice.ts'

/** Pixels at the page's 16 px, as measured in Chromium; the preview measures what an editor really chose. */
type Sizes = {
  /** Title, introduction, the band of the city forum and the source. */
  readonly frame: number
  readonly card: number
  readonly row: number
  /** A forum without a date: so many pixels, so many beside each other. */
  readonly undated: number
  readonly beside: number
}

const sizes: Readonly<Record<Place | 'phone', Sizes>> = {
  phone: { frame: 490, card: 550, row: 250, undated: 60, beside: 1 },
  column: { frame: 540, card: 580, row: 275, undated: 60, beside: 1 },
  text: { frame: 340, card: 400, row: 145, undated: 60, beside: 2 },
  wide: { frame: 330, card: 380, row: 120, undated: 60, beside: 3 },
}

const heading = 66
const compact = { row: 76, rest: 60 }
const button = { phone: 180, elsewhere: 120 }

/** What is held is folded away; this is the line that unfolds it. */
const heldLine = 90

/** Rounded up to this, so that a word more in a sentence changes nothing. */
const grain = 20

/** A height to reserve for what an editor chose, where nobody has measured it. */
export const estimatedHeight = (choice: Choice, forums: readonly Forum[]): ReservedHeight => ({
  narrow: rounded(heightAt('phone', choice, forums)),
  wide: rounded(heightAt(choice.place, choice, forums)),
})

export const rounded = (pixels: number): number => Math.ceil(pixels / grain) * grain

const heightAt = (where: Place | 'phone', { variant }: Choice, forums: readonly Forum[]): number => {
  switch (variant) {
    case 'button':
      return where === 'phone' || where === 'column' ? button.phone : button.elsewhere
    case 'forum':
      return sizes[where].card
    case 'list':
      return compact.rest + compact.row * Math.max(1, forums.length)
    case 'full':
      return full(sizes[where], forums)
  }
}

const full = ({ frame, card, row, undated, beside }: Sizes, forums: readonly Forum[]): number => {
  const held = forums.filter(({ state }) => state === 'held').length
  const toCome = forums.filter(({ state, date }) => state !== 'held' && date !== null).length
  const dateless = forums.length - held - toCome
  const rows = toCome > 1 ? heading + row * (toCome - 1) : 0
  const blank = dateless > 0 ? heading + undated * Math.ceil(dateless / beside) : 0
  return frame + card + rows + blank + (held > 0 ? heldLine : 0)
}
