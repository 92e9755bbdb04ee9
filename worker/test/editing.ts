import type { ForumRecord } from '#contract'
import { organiserToken, type World } from './world.ts'

/** What an organiser does who has just read what they change. */
export const editing = (world: World, token = organiserToken) => {
  const etag = async (path: string): Promise<string> =>
    (await world.organise('GET', path, { token })).headers.get('ETag') ?? ''
  const over = async (method: string, read: string, write: string, body?: unknown): Promise<Response> =>
    world.organise(method, write, { body, token, headers: { 'If-Match': await etag(read) } })
  return {
    etag,
    make: (path: string, body: unknown) => world.organise('POST', path, { body, token }),
    read: (path: string) => world.organise('GET', path, { token }),
    change: (path: string, body: unknown) => over('PATCH', path, path, body),
    remove: (path: string) => over('DELETE', path, path),
    /** A move of a forum's life. */
    move: (forum: string, body: unknown) => over('POST', `/forums/${forum}`, `/forums/${forum}/moves`, body),
    forum: async (slug: string) => (await world.organise('GET', `/forums/${slug}`, { token })).json<ForumRecord>(),
  }
}

/** Sets how many places a forum has, as an organiser who has just seen it; whether nobody else changed it meanwhile. */
export const setCapacity = async (world: World, forum: string, capacity: number): Promise<boolean> => {
  const version = await world.d1.prepare('SELECT version FROM forums WHERE slug = ?').bind(forum).first('version')
  const headers = { 'If-Match': `"${version}"` }
  return (await world.organise('PATCH', `/forums/${forum}`, { body: { capacity }, headers })).ok
}
