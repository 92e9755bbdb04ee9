import { createConfig, lintFromString } from '@redocly/openapi-core'
import { describe, expect, it, vi } from 'vitest'
import { problemStatuses } from '#contract/problem-codes'
import { createApp } from '../../src/app.ts'
import { needs, permissionFor, rolesThatMay } from '../../src/organisers/permission-rules.ts'
import { openApiDocument } from '../../src/pages/openapi-document.ts'
import { operationNames } from '../../src/pages/operation-names.ts'
import { type OpenApi, operationsOf } from '../load/operations/documented.ts'

const document = JSON.parse(JSON.stringify(openApiDocument(createApp(Date.now), '/api/v1'))) as OpenApi & {
  tags: { name: string; description: string }[]
  components: { schemas: { Problem: { properties: { code: { enum: string[] } } } } }
}
const operations = [...operationsOf(document)]

describe('a linter of OpenAPI documents', () => {
  const lint = async (described: unknown): Promise<string[]> => {
    vi.stubGlobal('fetch', () => {
      throw new Error('The linter asks the network')
    })
    const config = await createConfig({
      extends: ['recommended'],
      rules: {
        'component-name-unique': 'error',
        'no-http-verbs-in-paths': 'error',
        'operation-4xx-problem-details-rfc7807': 'error',
        'operation-singular-tag': 'error',
        'operation-tag-defined': 'error',
        'parameter-description': 'error',
        'path-http-verbs-order': 'error',
        'paths-kebab-case': 'error',
        'scalar-property-missing-example': 'error',
        'spec-strict-refs': 'error',
      },
    })
    const source = JSON.stringify(described)
    const found = await lintFromString({ source, absoluteRef: 'openapi.json', config })
    vi.unstubAllGlobals()
    return found.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)
  }

  it('finds nothing, but a file’s ending, and that whether we are in health can be asked in no wrong way', async () => {
    expect(await lint(document)).toEqual([
      expect.stringMatching(/^paths-kebab-case: `\/api\/v1\/forums\/{forum}\.ics` /),
      expect.stringMatching(/^operation-4xx-response: .*#\/paths\/~1api~1v1~1health\/get\/responses$/),
    ])
  })

  it('would find what is wrong', async () => {
    const wrong = { ...document, tags: [], paths: { '/Wrong_path/{id}': { get: { responses: {} } } } }
    expect((await lint(wrong)).length).toBeGreaterThan(5)
  })
})

describe('the document', () => {
  it.each(operations)('says of %s what it is, how it is called, and its subject', (name, operation) => {
    expect(operation.summary).toBeTruthy()
    expect(operation.operationId).toBe(operationNames[name])
    expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/)
    expect(operation.tags).toHaveLength(1)
    expect(document.tags.map(tag => tag.name)).toContain(operation.tags?.[0])
    expect(operation.security).toBeDefined()
  })

  const ofOrganisers = operations.filter(([name]) => name.includes(' /admin/'))

  it.each(ofOrganisers)('says who may %s', (name, { description, security }) => {
    const permission = permissionFor(name)
    expect(security).toEqual([{ organiser: [] }])
    expect(description).toContain(`Needs \`${permission}\`: ${permission && rolesThatMay(permission).join(', ')}.`)
  })

  it('knows every code, and where each is refused', () => {
    const codes = Object.keys(problemStatuses)
    expect(document.components.schemas.Problem.properties.code.enum).toEqual(codes)
  })

  it('calls no two operations alike, and none that will never be', () => {
    const names = Object.values(operationNames)
    expect(new Set(names).size).toBe(names.length)
    const known = new Set([...operations.map(([name]) => name), ...Object.keys(needs)])
    expect(Object.keys(operationNames).filter(name => !known.has(name))).toEqual([])
  })
})
