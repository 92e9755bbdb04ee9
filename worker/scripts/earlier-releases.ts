import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** `/r/releases.json`: every release that can be had, the newest first. */
const Releases = z.array(
  z.object({
    name: z.string().regex(/^[\w-]{10}$/),
    files: z.array(
      z.object({
        file: z.string().regex(/^[a-z-]+\.js$/),
        bytes: z.int(),
        brotli: z.int(),
        integrity: z.string().regex(/^sha384-[\w+/=]{64}$/),
      }),
    ),
  }),
)

const fetched = async (url: string): Promise<Response> => {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return answer
}

/** Throws when it is not what its release published. */
const genuine = async (url: string, integrity: string): Promise<Buffer> => {
  const content = Buffer.from(await (await fetched(url)).arrayBuffer())
  const actual = `sha384-${createHash('sha384').update(content).digest('base64')}`
  if (actual !== integrity) throw new Error(`${url} is not what was published: ${actual}, not ${integrity}`)
  return content
}

/**
 * Brings the releases that the running worker at `origin` still has into the folder of the new one: a deployment replaces
 * all files, and pages that pinned a release, or loaded the script before, go on asking for theirs. Returns how many.
 */
export const keepEarlierReleases = async (origin: string, folder: string): Promise<number> => {
  const list = join(folder, 'releases.json')
  const built = Releases.parse(JSON.parse(readFileSync(list, 'utf8')))
  const running = Releases.parse(await (await fetched(`${origin}/r/releases.json`)).json())
  const earlier = running.filter(({ name }) => !built.some(release => release.name === name))
  for (const { name, files } of earlier) {
    mkdirSync(join(folder, name), { recursive: true })
    for (const { file, integrity } of files)
      writeFileSync(join(folder, name, file), await genuine(`${origin}/r/${name}/${file}`, integrity))
  }
  writeFileSync(list, JSON.stringify([...built, ...earlier]))
  return earlier.length
}
