import type { LetterSelection, NewLetter } from '#contract'
import type { Actor } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { organisationKeyOf } from '../registration/searchable.ts'
import { readActivityId } from './choice-store.ts'
import {
  countRecipients,
  insertLetter,
  type LetterRow,
  listLetters,
  readLetter,
  type Recipients,
  removeLetter,
  sendLetter,
} from './letter-store.ts'
import { type Refused, refused } from './record.ts'

/** Where an organiser writes letters. */
export type WritingDesk = {
  readonly database: Database
  readonly actor: Actor
  readonly forum: { readonly id: number; readonly slug: string }
}

/** A letter, and how many get it now or got it. */
export type Counted = { readonly row: LetterRow; readonly recipients: number }

/** Of nobody's activity nobody is a recipient. */
const nobodys = 0

const recipientsOf = async (
  { database, forum }: WritingDesk,
  { activity, organisation, ...selection }: LetterSelection,
): Promise<Recipients> => ({
  ...selection,
  forumId: forum.id,
  ...(activity !== undefined && { activityId: (await readActivityId(database, forum.id, activity)) ?? nobodys }),
  ...(organisation !== undefined && { organisation: organisationKeyOf(organisation) }),
})

export const selectionOf = ({ selection }: LetterRow): LetterSelection => JSON.parse(selection) as LetterSelection

const counted = async (desk: WritingDesk, row: LetterRow): Promise<Counted> => ({
  row,
  recipients: row.recipients ?? (await countRecipients(desk.database, await recipientsOf(desk, selectionOf(row)))),
})

export const seeLetters = async (desk: WritingDesk): Promise<Counted[]> =>
  Promise.all((await listLetters(desk.database, desk.forum.id)).map(row => counted(desk, row)))

export const seeLetter = async (desk: WritingDesk, id: number): Promise<Counted | Refused<'not-found'>> => {
  const row = await readLetter(desk.database, desk.forum.id, id)
  return row ? counted(desk, row) : refused('not-found')
}

/** A draft; nobody is told anything yet. */
export const draftLetter = async (
  desk: WritingDesk,
  { subject, text, selection }: NewLetter,
): Promise<Counted | Refused<'invalid-request'>> => {
  const { activityId } = await recipientsOf(desk, selection)
  if (activityId === nobodys)
    return {
      refusal: { code: 'invalid-request', errors: [{ pointer: '/selection/activity', code: 'unknown-activity' }] },
    }
  const draft = { subjectUk: subject.uk, subjectEn: subject.en, textUk: text.uk, textEn: text.en }
  const said = { ...draft, selection: JSON.stringify(selection) }
  return counted(desk, await insertLetter(desk.database, desk.actor, desk.forum, said))
}

type Lost = Refused<'not-found' | 'precondition-failed' | 'already-sent'>

/** A draft that is what was seen. */
const seenDraft = async ({ database, forum }: WritingDesk, id: number, seen: number): Promise<LetterRow | Lost> => {
  const row = await readLetter(database, forum.id, id)
  if (!row) return refused('not-found')
  if (row.sentAt !== null) return refused('already-sent')
  return row.version === seen ? row : refused('precondition-failed')
}

/** Undefined: the draft is gone. */
export const discardLetter = async (desk: WritingDesk, id: number, seen: number): Promise<Lost | undefined> => {
  const row = await seenDraft(desk, id, seen)
  if ('refusal' in row) return row
  if (await removeLetter(desk.database, desk.actor, desk.forum, row)) return undefined
  const after = await seenDraft(desk, id, seen)
  return 'refusal' in after ? after : refused('precondition-failed')
}

/** Sends it, once, if it goes to as many people as the organiser says. */
export const sendDraft = async (
  desk: WritingDesk,
  id: number,
  seen: number,
  recipients: number,
): Promise<Counted | Lost | Refused<'people-will-be-told'>> => {
  const row = await seenDraft(desk, id, seen)
  if ('refusal' in row) return row
  const meant = await recipientsOf(desk, selectionOf(row))
  const tells = await countRecipients(desk.database, meant)
  if (tells !== recipients) return { refusal: { code: 'people-will-be-told', tells } }
  if (await sendLetter(desk.database, desk.actor, desk.forum, row, { ...meant, count: recipients }))
    return seeLetter(desk, id)
  const after = await seenDraft(desk, id, seen)
  if ('refusal' in after) return after
  return { refusal: { code: 'people-will-be-told', tells: await countRecipients(desk.database, meant) } }
}
