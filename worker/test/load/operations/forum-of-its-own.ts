import { randomUUID } from 'node:crypto'
import type { ForumMove, ForumRecord } from '#contract'
import { etagOf } from './keeping.ts'
import type { Stage } from './stage.ts'

/** The slug of a draft that nobody else knows. */
export const draft = async (
  { call, token }: Stage,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const slug = `forum-${randomUUID()}`
  const title = { uk: 'Форум', en: 'Forum' }
  const body = { slug, series: '2019', district: 'podilskyi', title, ...changes }
  return (await call<ForumRecord>('POST', '/admin/forums', { token, body })).body.slug
}

/** A move of its life, by who has just looked at it. */
export const move = async <Body = Record<string, unknown>>(
  stage: Stage,
  forum: string,
  body: ForumMove,
  asked: { readonly lines?: number; readonly seen?: string } = {},
) => {
  const { seen = await etagOf(stage, '/admin/forums/{forum}', { forum }), ...rest } = asked
  const headers = { 'If-Match': seen }
  const params = { forum }
  return stage.call<Body>('POST', '/admin/forums/{forum}/moves', { token: stage.token, params, headers, body, ...rest })
}

/** One that is announced, and for which people may register. */
export const announced = async (stage: Stage, changes: Readonly<Record<string, unknown>>): Promise<string> => {
  const forum = await draft(stage, changes)
  await move(stage, forum, { move: 'announce' })
  return forum
}
