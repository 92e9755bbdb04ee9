import type { LetterRecord, LetterSelection } from '#contract'
import type { LetterRow } from './letter-store.ts'

/** A letter to many as organisers see it. */
export const presentLetter = (
  row: LetterRow,
  forum: string,
  selection: LetterSelection,
  recipients: number,
): LetterRecord => ({
  id: row.id,
  forum,
  subject: { uk: row.subjectUk, en: row.subjectEn },
  text: { uk: row.textUk, en: row.textEn },
  selection,
  recipients,
  preview: {
    uk: { subject: row.subjectUk, text: row.textUk },
    en: { subject: row.subjectEn, text: row.textEn },
  },
  createdAt: new Date(row.createdAt).toISOString(),
  sentAt: row.sentAt === null ? null : new Date(row.sentAt).toISOString(),
})
