import type { Block } from './letter-blocks.ts'

export type Told = {
  readonly site: string
  readonly heading: string
  readonly title: string
  readonly body: readonly Block[]
  readonly foot: readonly Block[]
}

/** The letter for readers without HTML: short lines of facts, each address on a line of its own. */
export const asText = ({ site, heading, title, body, foot }: Told): string =>
  `${[heading, title, ...body.map(textOf), `-- \n${site}`, ...foot.map(textOf)].join('\n\n')}\n`

const textOf = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return block.text
    case 'rows':
      return block.rows.map(({ label, value }) => (label ? `${label}: ${value}` : value)).join('\n')
    case 'code':
      return `${block.label}: ${block.code}\n${block.hint}`
    case 'action':
      return [`${block.link.label}:`, block.link.address, ...(block.note ? [block.note] : [])].join('\n')
    case 'link':
      return `${block.link.label}: ${block.link.address}`
  }
}
