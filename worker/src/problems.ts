import type { Hook } from '@hono/zod-openapi'
import type { Context, TypedResponse } from 'hono'
import { accepts } from 'hono/accepts'
import { type FieldProblem, type Problem, type ProblemCode, problemStatuses, type Words } from '#contract'
import { fieldProblems } from './http/field-problems.ts'
import type { Env } from './http/api.ts'

/** Why something was refused. Values, not exceptions: only what should not happen is thrown. */
export type Refusal<Code extends ProblemCode = ProblemCode> = {
  readonly code: Code
  readonly errors?: readonly FieldProblem[]
} & Pick<Problem, 'tells' | 'mayDo' | 'at'>

/** Short titles for programmers and logs; the widget has its own sentences for people. */
export const problemTitles: Record<ProblemCode, Words> = {
  'malformed-json': { uk: 'Тіло запиту не є JSON', en: 'The body is not JSON' },
  'idempotency-key-required': { uk: 'Немає заголовка Idempotency-Key', en: 'The Idempotency-Key header is missing' },
  'invalid-idempotency-key': {
    uk: 'Idempotency-Key має містити від 22 до 64 літер, цифр, «-» або «_»',
    en: 'An Idempotency-Key has 22 to 64 letters, digits, - or _',
  },
  'invalid-query': { uk: 'Хибні параметри адреси', en: 'The query parameters are not acceptable' },
  unauthorised: { uk: 'Потрібен дійсний токен', en: 'A valid token is needed' },
  'invalid-precondition': {
    uk: 'If-Match має містити ETag, отриманий разом із даними',
    en: 'If-Match must carry the ETag that came with the data',
  },
  'foreign-origin': {
    uk: 'Звідси, з іншого сайту, цього робити не можна',
    en: 'This cannot be done from another site',
  },
  forbidden: { uk: 'Ваш токен цього не дозволяє', en: 'Your token does not allow this' },
  'not-found': { uk: 'Тут нічого немає', en: 'There is nothing here' },
  'method-not-allowed': { uk: 'Ця адреса не знає такого методу', en: 'This address does not know the method' },
  'not-open-yet': { uk: 'Реєстрацію ще не відкрито', en: 'Registration is not open yet' },
  'registration-closed': { uk: 'Реєстрацію закрито', en: 'Registration is closed' },
  'forum-full': { uk: 'Вільних місць немає', en: 'There are no places left' },
  'too-late': {
    uk: 'Форум уже відбувся або реєстрацію скасовано',
    en: 'The forum is over or the registration cancelled',
  },
  'nothing-awaited': {
    uk: 'Про цей форум уже все оголошено',
    en: 'Everything about this forum is announced',
  },
  'organisation-full': {
    uk: 'Ваша організація вже має на цьому форумі всі місця, які може мати',
    en: 'Your organisation already has as many places at this forum as it may have',
  },
  'already-exists': { uk: 'Таке вже є', en: 'There is one already' },
  'already-registered': {
    uk: 'Ця людина вже зареєстрована на цей форум',
    en: 'This person is registered at this forum already',
  },
  'in-use': {
    uk: 'Це вже використовується, тому його не можна прибрати',
    en: 'This is in use and cannot be removed',
  },
  'wrong-state': { uk: 'У нинішньому стані цього зробити не можна', en: 'Its present state does not allow this' },
  'people-will-be-told': {
    uk: 'Про цю зміну дізнаються зареєстровані люди; підтвердьте її полем tell',
    en: 'Registered people will be told of this change; confirm it with tell',
  },
  'already-sent': { uk: 'Цього листа вже надіслано', en: 'This letter has been sent already' },
  'registration-cancelled': { uk: 'Цю реєстрацію скасовано', en: 'This registration is cancelled' },
  'not-confirmed-in-time': {
    uk: 'Адресу не підтверджено вчасно, місце вже вільне для інших',
    en: 'The address was not confirmed in time; the place is no longer held',
  },
  'registration-waitlisted': {
    uk: 'Ця людина у списку очікування',
    en: 'This person is on the waiting list',
  },
  'not-the-day': { uk: 'Форум відбувається не сьогодні', en: 'The forum is not today' },
  'checked-in': { uk: 'Ця людина вже прийшла', en: 'This person is here already' },
  'precondition-failed': {
    uk: 'Це змінив хтось інший; прочитайте ще раз',
    en: 'Somebody else has changed this; read it again',
  },
  'too-many-requests': { uk: 'Забагато запитів із цієї адреси', en: 'Too many requests from this address' },
  'body-too-large': { uk: 'Запит завеликий', en: 'The request is too large' },
  'unsupported-media-type': { uk: 'Приймається лише application/json', en: 'Only application/json is accepted' },
  'invalid-request': { uk: 'Деякі поля заповнено неправильно', en: 'Some fields are not acceptable' },
  'key-reused': {
    uk: 'Цей Idempotency-Key уже належить іншому запиту',
    en: 'This Idempotency-Key belongs to another request',
  },
  'form-too-fast': { uk: 'Форму надіслано надто швидко', en: 'The form was sent too quickly' },
  'form-expired': { uk: 'Форму відкрито надто давно', en: 'The form was opened too long ago' },
  'invalid-code': { uk: 'У коді помилка', en: 'There is a mistake in the code' },
  'precondition-required': { uk: 'Потрібен заголовок If-Match', en: 'The If-Match header is needed' },
  'internal-error': { uk: 'Щось зламалося в нас', en: 'Something broke on our side' },
  overloaded: { uk: 'Забагато запитів, спробуйте за мить', en: 'Too many requests, try again in a moment' },
}

/** Seconds. */
export const retryAfter: Partial<Record<ProblemCode, number>> = { overloaded: 2, 'too-many-requests': 60 }

type Answer<Code> = Code extends ProblemCode ? TypedResponse<Problem, (typeof problemStatuses)[Code], 'json'> : never

/** The answer to a refusal (RFC 9457), in the language of the request, without anything that was sent. */
export const problem = <Code extends ProblemCode>(
  context: Context<Env>,
  refusal: Refusal<Code>,
): Response & Answer<Code> => {
  const status = problemStatuses[refusal.code]
  const locale = accepts(context, { header: 'Accept-Language', supports: ['uk', 'en'], default: 'uk' })
  const body: Problem = {
    type: `/docs/problems#${refusal.code}`,
    title: problemTitles[refusal.code][locale === 'en' ? 'en' : 'uk'],
    status,
    code: refusal.code,
    instance: `urn:uuid:${context.var.requestId}`,
    ...(refusal.errors && { errors: [...refusal.errors] }),
    ...(refusal.tells !== undefined && { tells: refusal.tells }),
    ...(refusal.mayDo && { mayDo: refusal.mayDo }),
    ...(refusal.at && { at: refusal.at }),
  }
  const answer: Response = context.json(body, status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    'Content-Language': locale,
    ...(retryAfter[refusal.code] !== undefined && { 'Retry-After': String(retryAfter[refusal.code]) }),
    ...(refusal.code === 'unauthorised' && { 'WWW-Authenticate': 'Bearer realm="organisers"' }),
  })
  return answer as Response & Answer<Code>
}

/** Input that does not fit its schema: what to say depends on where it stood. */
export const invalidInput: Hook<unknown, Env, string, unknown> = (result, context) => {
  if (result.success) return undefined
  switch (result.target) {
    case 'json':
      return problem(context, { code: 'invalid-request', errors: fieldProblems(result.error.issues) })
    case 'header':
      return problem(context, {
        code:
          context.req.header('Idempotency-Key') === undefined ? 'idempotency-key-required' : 'invalid-idempotency-key',
      })
    case 'param':
      return problem(context, { code: 'not-found' })
    default:
      return problem(context, { code: 'invalid-query' })
  }
}
