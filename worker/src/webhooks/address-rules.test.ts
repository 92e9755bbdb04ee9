import { describe, expect, it } from 'vitest'
import { webhookAddress } from './address-rules.ts'

const nobody = () => false

describe('a webhook may not be sent to', () => {
  it.each([
    'http://crm.example.org/',
    'ftp://crm.example.org/',
    'javascript:alert(1)',
    'data:text/plain,x',
    'file:///etc/passwd',
    'crm.example.org',
    '/hook',
    '',
    'https://',
    'https://crm.example.org:8443/',
    'https://user:secret@crm.example.org/',
    'https://user@crm.example.org/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://api.localhost/',
    'https://intranet/',
    'https://printer.local/',
    'https://db.internal/',
    'https://metadata.google.internal/',
    'https://router.lan/',
    'https://nas.home.arpa/',
    'https://x.onion/',
    'https://x.test/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://017700000001/',
    'https://10.0.0.8/',
    'https://169.254.169.254/latest/meta-data/',
    'https://1.1.1.1/',
    'https://１２７.０.０.１/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[2606:4700:4700::1111]/',
    'https://crm..example.org/',
    'https://-crm.example.org/',
    'https://crm.example.123/',
  ])('%s', typed => {
    expect(webhookAddress(typed, nobody)).toBeUndefined()
  })
})

describe('a webhook may be sent to', () => {
  it.each([
    ['https://crm.example.org/kyiv?x=1', 'https://crm.example.org/kyiv?x=1'],
    ['https://crm.example.org:443/', 'https://crm.example.org/'],
    ['HTTPS://CRM.Example.ORG/A#b', 'https://crm.example.org/A'],
    ['https://приклад.укр/гачок', 'https://xn--80aikifvh.xn--j1amh/%D0%B3%D0%B0%D1%87%D0%BE%D0%BA'],
    ['https://127.0.0.1.example.org/', 'https://127.0.0.1.example.org/'],
  ])('%s', (typed, stored) => {
    expect(webhookAddress(typed, nobody)).toBe(stored)
  })

  it('whom a local worker trusts, by http as well, but never with credentials', () => {
    const ofThisMachine = ({ hostname }: URL) => hostname === 'localhost'
    expect(webhookAddress('http://localhost:4000/hook', ofThisMachine)).toBe('http://localhost:4000/hook')
    expect(webhookAddress('http://a:b@localhost:4000/', ofThisMachine)).toBeUndefined()
    expect(webhookAddress('ftp://localhost/', ofThisMachine)).toBeUndefined()
    expect(webhookAddress('http://10.0.0.8/', ofThisMachine)).toBeUndefined()
  })
})
