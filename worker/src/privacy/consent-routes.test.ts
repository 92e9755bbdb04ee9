import { beforeAll, describe, expect, it } from 'vitest'
import { ConsentText } from '#contract'
import { addForum, newWorld, seedSeries, type World } from '../../test/world.ts'
import { currentConsentVersion } from './consent.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'forum', { capacity: 100 })
})

describe('consent', () => {
  it('can be proven: every registration has version, hash and time, and the text of the version has that hash', async () => {
    for (const locale of ['uk', 'en']) expect((await world.register('forum', { locale })).status).toBe(201)
    const { results } = await world.d1
      .prepare('SELECT consent_version, consent_hash, consent_channel, created_at FROM registrations')
      .all<{ consent_version: string; consent_hash: string; consent_channel: string; created_at: number }>()
    expect(results).toHaveLength(2)
    for (const row of results) {
      const answer = await world.request(`/consents/${row.consent_version}`)
      const { text, sha256, version } = ConsentText.parse(await answer.json())
      expect([version, sha256]).toEqual([row.consent_version, row.consent_hash])
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(text)))
      expect(new Uint8Array(digest).toHex()).toBe(row.consent_hash)
      expect([row.consent_channel, row.created_at > 0]).toEqual(['form', true])
    }
  })

  it.each([
    undefined,
    null,
    { given: false, version: currentConsentVersion },
    { given: 'true', version: currentConsentVersion },
    { given: 1, version: currentConsentVersion },
    { given: true },
    { given: true, version: 'never-shown' },
  ])('that is not given is no registration: %j', async consent => {
    const answer = await world.register('forum', { consent })
    expect([answer.status, await answer.json()]).toEqual([422, expect.objectContaining({ code: 'invalid-request' })])
  })

  it('to a text that was never shown cannot be read', async () => {
    expect((await world.request('/consents/1999-01')).status).toBe(404)
    expect((await world.request('/consents/constructor')).status).toBe(404)
  })
})
