import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepEarlierReleases } from './earlier-releases.ts'

const old = 'console.log("старий")'
const integrityOf = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`
const release = (name: string, text: string) => ({
  name,
  files: [{ file: 'widget.js', bytes: 1, brotli: 1, integrity: integrityOf(text) }],
})

let folder: string
let server: Server
let origin: string
let served: Record<string, string>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kyiv-forums-'))
  writeFileSync(join(folder, 'releases.json'), JSON.stringify([release('new-------', 'новий')]))
  served = {
    '/r/releases.json': JSON.stringify([release('old-------', old)]),
    '/r/old-------/widget.js': old,
  }
  server = createServer(({ url = '' }, response) => {
    const text = served[url]
    response.writeHead(text === undefined ? 404 : 200).end(text)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const listed = () =>
  (JSON.parse(readFileSync(join(folder, 'releases.json'), 'utf8')) as { name: string }[]).map(({ name }) => name)

describe('a deployment', () => {
  it('keeps what earlier releases had, byte by byte, after the new one', async () => {
    expect(await keepEarlierReleases(origin, folder)).toBe(1)
    expect(readFileSync(join(folder, 'old-------/widget.js'), 'utf8')).toBe(old)
    expect(listed()).toEqual(['new-------', 'old-------'])
  })

  it('of the same release again keeps it once', async () => {
    served['/r/releases.json'] = JSON.stringify([release('new-------', 'новий')])
    expect(await keepEarlierReleases(origin, folder)).toBe(0)
    expect(listed()).toEqual(['new-------'])
  })

  it.each([
    ['a file that has changed', () => (served['/r/old-------/widget.js'] = 'alert(1)'), 'is not what was published'],
    ['a file that is gone', () => delete served['/r/old-------/widget.js'], 'answered 404'],
    ['a list that is gone', () => delete served['/r/releases.json'], 'answered 404'],
    [
      'a name that leads elsewhere',
      () => (served['/r/releases.json'] = JSON.stringify([release('../../etc-', old)])),
      'Invalid',
    ],
  ])('does not go on with %s', async (_, spoil, reason) => {
    spoil()
    await expect(keepEarlierReleases(origin, folder)).rejects.toThrow(reason)
    expect(listed()).toEqual(['new-------'])
  })
})
