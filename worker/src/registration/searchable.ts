import { sortKey, wordsOf } from './name-order.ts'

type Person = {
  readonly name: string
  readonly phone?: string | null | undefined
  readonly organisation?: { readonly name: string; readonly edrpou?: string | null | undefined } | null | undefined
}

/** Words by which a registration is found, beyond which nothing is kept: nobody has more. */
const mostWords = 16

/** What tells that people come from one organisation: its number in the register, or else its name without quotes and case. */
export const organisationKeyOf = (said: string): string => (/^[0-9]{8}$/.test(said) ? said : wordsOf(said).join(' '))

/**
 * What is stored of a person for lists: their place in the alphabet, the words that find them (JSON array), and their
 * organisation's key.
 */
export const searchable = ({ name, phone, organisation }: Person) => ({
  sortKey: sortKey(name),
  words: JSON.stringify(
    [
      ...new Set([
        ...wordsOf(name),
        ...wordsOf(organisation?.name ?? ''),
        ...(organisation?.edrpou ? [organisation.edrpou] : []),
        ...(phone ? [phone.replace('+', '')] : []),
      ]),
    ].slice(0, mostWords),
  ),
  organisationKey: organisation ? organisationKeyOf(organisation.edrpou ?? organisation.name) : null,
})
