import { type Problem, type ProblemCode, problemStatuses } from '#contract'
import { meanings } from '../http/answers.ts'
import { problemTitles } from '../problems.ts'

type Status = keyof typeof meanings

const codes = Object.keys(problemStatuses) as ProblemCode[]

const nameOf = (status: Status): string => `Refused${status}`

/** Where an operation's description finds what a refusal looks like. */
export const refusalAt = (status: Status) => ({ $ref: `#/components/responses/${nameOf(status)}` })

const example = (code: ProblemCode): Problem => ({
  type: `/docs/problems#${code}`,
  title: problemTitles[code].en,
  status: problemStatuses[code],
  code,
  instance: 'urn:uuid:0b3f6f0e-6a3c-4b3e-9d0f-2a4c8e1d5b77',
  ...(code === 'invalid-request' && { errors: [{ pointer: '/email', code: 'invalid-email' }] }),
  ...(code === 'people-will-be-told' && { tells: 42 }),
  ...(code === 'registration-waitlisted' && { mayDo: ['promote'] }),
  ...(code === 'checked-in' && { at: '2019-06-06T07:42:00.000Z' }),
})

const refusal = (status: Status) => {
  const own = codes.filter(code => problemStatuses[code] === status)
  return {
    description: `${meanings[status]}. ${own.map(code => `\`${code}\``).join(', ')}`,
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(
          own.map(code => [code, { summary: problemTitles[code].en, value: example(code) }]),
        ),
      },
    },
  }
}

/** Each refusal once, with an example of every code, for as many operations as refuse so. */
export const documentedRefusals = Object.fromEntries(
  (Object.keys(meanings).map(Number) as Status[]).map(status => [nameOf(status), refusal(status)]),
)

export const isRefusal = (status: number): status is Status => Object.hasOwn(meanings, status)
