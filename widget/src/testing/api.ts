import type { Receipt, RegistrationForm, SubscriptionReceipt } from '#contract'
import { vi } from 'vitest'
import { calendar, programme, registration, words } from './forums.ts'

/** What the element asked of the API. */
export interface Asked {
  readonly method: string
  readonly url: URL
  readonly key: string | null
  readonly body: Record<string, unknown>
}

type Reply = readonly [status: number, body: unknown] | 'lost' | Promise<never>

interface Replies {
  schedule: (asked: Asked) => Reply
  form: (asked: Asked) => Reply
  registration: (asked: Asked) => Reply
  subscription: (asked: Asked) => Reply
}

export const openForm = (given: Partial<RegistrationForm> = {}): RegistrationForm => ({
  forum: '2019-sviatoshynskyi',
  registration: registration(),
  consent: { version: '2019-1', text: words('Текст згоди', 'Text of the consent') },
  stamp: 'stamp-1',
  ...given,
})

export const receipt = (status: Receipt['status'] = 'confirmed'): Receipt => ({
  status,
  code: '7H3M-2Q9X',
  forum: '2019-sviatoshynskyi',
  next: [words('Ми надіслали вам лист.', 'We have sent you a letter.')],
  calendar: calendar(),
})

const askedReceipt = (): SubscriptionReceipt => ({
  forum: '2019-obolonskyi',
  title: words('Майже готово', 'Almost done'),
  next: [words('Перевірте пошту.', 'Look into your mail.')],
})

export const problem = (code: string, status: number, errors?: unknown): Reply => [status, { code, status, errors }]

export const never = new Promise<never>(() => {})

/** An API in place of `fetch`, that remembers what it was asked. Everything goes well unless a test says otherwise. */
export const stubApi = (given: Partial<Replies> = {}): { asked: Asked[]; replies: Replies } => {
  const asked: Asked[] = []
  const replies: Replies = {
    schedule: () => [200, programme()],
    form: () => [200, openForm()],
    registration: () => [201, receipt()],
    subscription: () => [202, askedReceipt()],
    ...given,
  }
  vi.stubGlobal('fetch', async (address: string, { method = 'GET', headers, body }: RequestInit = {}) => {
    const request: Asked = {
      method,
      url: new URL(address),
      key: new Headers(headers).get('idempotency-key'),
      body: typeof body === 'string' ? JSON.parse(body) : {},
    }
    asked.push(request)
    const reply = await replies[kindOf(request)](request)
    if (reply === 'lost') throw new TypeError('Failed to fetch')
    const [status, answer] = reply
    return new Response(JSON.stringify(answer), { status })
  })
  return { asked, replies }
}

const kindOf = ({ url }: Asked): keyof Replies => {
  if (url.pathname.endsWith('/form')) return 'form'
  if (url.pathname.endsWith('/subscriptions')) return 'subscription'
  return url.pathname.endsWith('/registrations') ? 'registration' : 'schedule'
}
