import { setTimeout as sleep } from 'node:timers/promises'
import { anySource, worker } from '../journeys/steps.ts'

const headers = () => ({ 'Content-Type': 'application/json', 'CF-Connecting-IP': anySource() })

const json = async <Body>(path: string, request?: RequestInit): Promise<Body> => {
  const answer = await fetch(`${worker()}${path}`, request)
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`)
  return (await answer.json()) as Body
}

type Form = { stamp: string; consent: { version: string } }
type Letter = { code: string; link: string }

/** Registers an invented person for a forum, and gives the private link out of the letter that tells so. */
export const privateLink = async (forum: string): Promise<string> => {
  const path = `/api/v1/forums/${forum}`
  const { stamp, consent } = await json<Form>(`${path}/form`, { headers: headers() })
  // Who is quicker is no person.
  await sleep(3_100)
  const { code } = await json<{ code: string }>(`${path}/registrations`, {
    method: 'POST',
    headers: { ...headers(), 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify({
      name: 'Олена Приклад',
      email: `own-${crypto.randomUUID()}@example.com`,
      organisation: { name: 'ГО «Приклад»' },
      locale: 'uk',
      consent: { given: true, version: consent.version },
      stamp,
    }),
  })
  return letterOf(code)
}

/** The letter is written with the registration, but may be seen a moment later. */
const letterOf = async (code: string, tries = 20): Promise<string> => {
  const letters = await json<Letter[]>('/local/mailbox.json')
  const link = letters.find(letter => letter.code === code)?.link
  if (link) return link
  if (tries === 0) throw new Error('No letter came')
  await sleep(100)
  return letterOf(code, tries - 1)
}
