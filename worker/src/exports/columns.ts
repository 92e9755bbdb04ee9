import type { ListedRecord } from '../registration-desk/choice-store.ts'
import type { ListMessages } from './messages/list-messages.ts'

/** A moment is given as wall time in Kyiv, in the fields that a `Date` has for UTC. */
export type Cell = string | Date | null

/** What a list needs besides its rows. */
export type Reading = {
  readonly words: ListMessages
  /** Of an activity, in the language of the list. */
  readonly titleOf: (slug: string) => string
  readonly wallTime: (moment: number) => Date
}

type Read = (row: ListedRecord, reading: Reading) => Cell

const moment = (at: number | null, { wallTime }: Reading): Cell => (at === null ? null : wallTime(at))

/** In the order in which the form asks, after the state and before what the office added. Of an erased person little is left. */
const read = {
  code: ({ code }) => code,
  status: ({ status }, { words }) => words.statuses[status],
  name: ({ name }) => name,
  email: ({ email }) => email,
  phone: ({ phone }) => phone,
  organisation: ({ organisationName }) => organisationName,
  edrpou: ({ organisationEdrpou }) => organisationEdrpou,
  role: ({ organisationRole }) => organisationRole,
  activities: ({ activities }, { titleOf }) => activities.map(titleOf).join('; '),
  topic: ({ proposalTopic }) => proposalTopic,
  proposal: ({ proposalText }) => proposalText,
  needs: ({ needs }) => needs,
  locale: ({ locale }, { words }) => words.locales[locale],
  createdAt: ({ createdAt }, reading) => moment(createdAt, reading),
  consentVersion: ({ consentVersion }) => consentVersion,
  cameAt: ({ cameAt }, reading) => moment(cameAt, reading),
  invited: ({ invited }, { words }) => (invited === 1 ? words.yes : null),
  sourceHost: ({ sourceHost }) => sourceHost,
  origin: ({ origin }, { words }) => words.origins[origin],
  note: ({ note }) => note,
  confirmBy: ({ confirmBy }, reading) => moment(confirmBy, reading),
} as const satisfies Record<string, Read>

export type ColumnName = keyof typeof read

export const columnNames = Object.keys(read) as ColumnName[]

const readers: readonly Read[] = Object.values(read)

export const headersOf = ({ columns }: ListMessages): string[] => columnNames.map(name => columns[name])

export const cellsOf = (row: ListedRecord, reading: Reading): Cell[] => readers.map(cell => cell(row, reading))
