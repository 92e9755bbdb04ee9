import { describe, expect, it } from 'vitest'
import type { Choice } from './choice.ts'
import { type SnippetFacts, snippetsOf } from './snippet-rules.ts'

const aChoice = (changes: Partial<Choice> = {}): Choice => ({
  scope: 'chosen',
  districts: ['darnytskyi'],
  forum: null,
  language: null,
  theme: 'light',
  accent: null,
  variant: 'full',
  place: 'text',
  ...changes,
})

const facts: SnippetFacts = {
  origin: 'https://forums.example.org',
  release: { name: 'abc123', integrity: 'sha384-xyz' },
  height: { narrow: 1040, wide: 760 },
  label: 'Розклад форумів: Дарницький район',
}

const snippets = (changes: Partial<Choice> = {}, others: Partial<SnippetFacts> = {}) =>
  snippetsOf(aChoice(changes), { ...facts, ...others })

describe('the tag', () => {
  it('has a reserved height, a link of its own, and the script', () => {
    expect(snippets().tag).toBe(
      '<kyiv-forums district="darnytskyi" style="display:block;min-height:clamp(760px,(700px - 100vw)*999,1040px)"><a href="https://forums.example.org/schedule?district=darnytskyi">Розклад форумів: Дарницький район</a></kyiv-forums>\n<script async src="https://forums.example.org/v1/widget.js"></script>',
    )
  })

  it.each<[string, Partial<Choice>, string]>([
    ['no district where the host name decides', { scope: 'site' }, '<kyiv-forums style='],
    ['several districts', { districts: ['podilskyi', 'city'] }, ' district="podilskyi city"'],
    ['a forum instead of districts', { forum: '2019-city', variant: 'forum' }, '<kyiv-forums forum="2019-city" style='],
    ['a variant', { variant: 'list' }, ' district="darnytskyi" variant="list"'],
    ['a language', { language: 'en' }, ' lang="en"'],
    ['a theme', { theme: 'auto' }, ' theme="auto"'],
    ['an accent, as a custom property', { accent: '#17663a' }, ';--kyiv-forums-accent:#17663a"'],
  ])('says %s', (_, changes, part) => {
    expect(snippets(changes).tag).toContain(part)
  })

  it('reserves one height where a phone needs no more than a column', () => {
    expect(snippets({}, { height: { narrow: 500, wide: 520 } }).tag).toContain('"display:block;min-height:520px"')
  })

  it('shows a name as text, whatever it holds', () => {
    expect(snippets({}, { label: '<b>«A» & "B"</b>' }).tag).toContain('>&lt;b&gt;«A» &amp; &quot;B&quot;&lt;/b&gt;</a>')
  })
})

describe('the other ways', () => {
  it('are one script with the same attributes', () => {
    expect(snippets({ theme: 'dark' }).short).toBe(
      '<script async src="https://forums.example.org/v1/widget.js" data-district="darnytskyi" data-theme="dark"></script>',
    )
  })

  it('are a division for editors that strip unknown tags', () => {
    expect(snippets().plain).toMatch(/^<div data-kyiv-forums data-district="darnytskyi"><a href=/)
  })

  it('are one release, which the browser checks', () => {
    expect(snippets().pinned).toContain(
      'src="https://forums.example.org/r/abc123/widget.js" integrity="sha384-xyz" crossorigin="anonymous">',
    )
  })

  it('are an iframe, with the same height reserved and its address escaped', () => {
    expect(snippets({ theme: 'dark', accent: '#17663a' }).iframe).toBe(
      '<iframe src="https://forums.example.org/embed/frame?district=darnytskyi&amp;theme=dark&amp;accent=%2317663a" title="Розклад форумів: Дарницький район" style="width:100%;height:clamp(760px,(700px - 100vw)*999,1040px);border:0" loading="lazy"></iframe>',
    )
  })

  it('name the registered district in the frame, which does not know on whose page it stands', () => {
    const { tag, iframe } = snippets({ scope: 'site' })
    expect(tag).not.toContain(' district=')
    expect(iframe).toContain('/embed/frame?district=darnytskyi"')
  })

  it.each<[string, Partial<Choice>, string]>([
    ['the schedule of districts', { districts: ['podilskyi', 'city'] }, '/schedule?district=podilskyi+city'],
    ['the whole schedule', { scope: 'all', districts: ['podilskyi', 'city'] }, '/schedule'],
    ['a forum, in English', { forum: '2019-city', language: 'en' }, '/forums/2019-city?lang=en'],
  ])('are a plain link to %s', (_, changes, path) => {
    expect(snippets(changes).link).toBe(`https://forums.example.org${path}`)
  })
})

it('a site’s policy needs two sources, and a name only where Trusted Types are enforced', () => {
  const { policy, trustedTypes } = snippets()
  expect(policy).toBe('script-src https://forums.example.org;\nconnect-src https://forums.example.org;')
  expect(trustedTypes).toBe('trusted-types kyiv-forums;')
})
