import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { LinkAnswer, LinkRequest, OwnRegistration, PersonalData, RegistrationChange } from '#contract'
import { jsonAnswer, problemAnswers, requiredBody } from '../http/answers.ts'
import { type Api, type Env, newApi } from '../http/api.ts'
import { jsonBody } from '../http/json-body.ts'
import { consentText } from '../privacy/consent.ts'
import { problem } from '../problems.ts'
import { forgetForum } from '../schedule/schedule-cache.ts'
import { bearerToken } from '../registration/private-link.ts'
import { amend, confirmAddress, forget, giveUp, see } from './own-registration.ts'
import { everythingElse, type Found, sendLinks, waitlistPlace } from './own-registration-store.ts'
import { presentOwn } from './present-own-registration.ts'

const tags = ['One’s own registration']

const own = { path: '/registration' as const, tags, security: [{ privateLink: [] }] }

const getOwn = createRoute({
  ...own,
  method: 'get',
  summary: 'One’s own registration',
  responses: { 200: jsonAnswer(OwnRegistration, 'The registration'), ...problemAnswers(403, 404) },
})

const patchOwn = createRoute({
  ...own,
  method: 'patch',
  summary: 'Changes what was said; what is absent stays, null takes away',
  request: { body: requiredBody(RegistrationChange) },
  responses: { 200: jsonAnswer(OwnRegistration, 'As it is now'), ...problemAnswers(400, 403, 404, 409, 413, 415, 422) },
})

const deleteOwn = createRoute({
  ...own,
  method: 'delete',
  summary: 'Cancels; the place goes to whoever waits. A second time answers the same',
  responses: { 200: jsonAnswer(OwnRegistration, 'Cancelled'), ...problemAnswers(403, 404, 409) },
})

const postConfirmation = createRoute({
  ...own,
  method: 'post',
  path: '/registration/confirmation' as const,
  summary: 'Confirms the address, where the forum wants that first. A second time answers the same',
  responses: {
    200: jsonAnswer(OwnRegistration, 'The place is no longer only held'),
    ...problemAnswers(403, 404, 409),
  },
})

const getData = createRoute({
  ...own,
  method: 'get',
  path: '/registration/data' as const,
  summary: 'Everything that is stored about the person at this forum',
  responses: { 200: jsonAnswer(PersonalData, 'All of it'), ...problemAnswers(403, 404) },
})

const postErasure = createRoute({
  ...own,
  method: 'post',
  path: '/registration/erasure' as const,
  summary: 'Erases the person; the place is freed and the private link is void',
  responses: { 204: { description: 'Nothing of the person is left' }, ...problemAnswers(403, 404) },
})

const postLink = createRoute({
  method: 'post',
  path: '/registration/link',
  tags,
  summary: 'Sends the private link again; answers the same whether or not the address is known',
  request: { body: requiredBody(LinkRequest) },
  responses: { 202: jsonAnswer(LinkAnswer, 'Sent if known'), ...problemAnswers(400, 403, 413, 415, 422, 429) },
})

const noStore = { 'Cache-Control': 'no-store' }

const tokenOf = (context: Context<Env>) => bearerToken(context.req.header('Authorization'))

const present = async (context: Context<Env>, found: Found) => {
  const waits = found.registration.status === 'waitlisted'
  const place = waits ? await waitlistPlace(context.var.database, found.registration) : null
  return presentOwn(found, place, new URL(context.req.url).origin, context.var.now)
}

export const ownRegistrationRoutes = (): Api => {
  const routes = newApi()
  routes.openAPIRegistry.registerComponent('securitySchemes', 'privateLink', {
    type: 'http',
    scheme: 'bearer',
    description: 'What stands after `#` in the private link of a letter',
  })
  return routes
    .openapi(getOwn, async context => {
      const found = await see(context.var.database, tokenOf(context))
      if ('refusal' in found) return problem(context, found.refusal)
      return context.json(await present(context, found), 200, noStore)
    })
    .openapi({ ...patchOwn, middleware: jsonBody } as const, async context => {
      const { database, now } = context.var
      const found = await amend(database, tokenOf(context), context.req.valid('json'), now)
      if ('refusal' in found) return problem(context, found.refusal)
      return context.json(await present(context, found), 200, noStore)
    })
    .openapi(deleteOwn, async context => {
      const found = await giveUp(context.var.database, tokenOf(context), context.var.now)
      if ('refusal' in found) return problem(context, found.refusal)
      forgetForum(context.env.DB, found.forum.slug)
      return context.json(await present(context, found), 200, noStore)
    })
    .openapi(postConfirmation, async context => {
      const found = await confirmAddress(context.var.database, tokenOf(context), context.var.now)
      if ('refusal' in found) return problem(context, found.refusal)
      return context.json(await present(context, found), 200, noStore)
    })
    .openapi(getData, async context => {
      const found = await see(context.var.database, tokenOf(context))
      if ('refusal' in found) return problem(context, found.refusal)
      return context.json(await dataOf(context, found), 200, noStore)
    })
    .openapi(postErasure, async context => {
      const found = await forget(context.var.database, tokenOf(context), context.var.now)
      if ('refusal' in found) return problem(context, found.refusal)
      forgetForum(context.env.DB, found.forum.slug)
      return context.body(null, 204)
    })
    .openapi({ ...postLink, middleware: jsonBody } as const, async context => {
      const { email, forum } = context.req.valid('json')
      if (!(await context.env.ADDRESS_LIMIT.limit({ key: email })).success)
        return problem(context, { code: 'too-many-requests' })
      await sendLinks(context.var.database, email, forum, context.var.now)
      return context.json({ sent: 'if-known' } as const, 202, noStore)
    })
}

const dataOf = async (context: Context<Env>, found: Found): Promise<PersonalData> => {
  const { registration } = found
  const { sendings, letters, chosen } = await everythingElse(context.var.database, registration)
  const moment = (milliseconds: number) => new Date(milliseconds).toISOString()
  return {
    registration: await present(context, found),
    consent: {
      version: registration.consentVersion,
      text: consentText(registration.consentVersion) ?? { uk: '', en: '' },
      givenAt: moment(registration.createdAt),
    },
    submissions: sendings.map(({ code, sentAt }) => ({ code, sentAt: moment(sentAt) })),
    letters: letters.map(({ kind, createdAt }) => ({ kind, createdAt: moment(createdAt) })),
    activities: chosen.map(({ slug }) => slug),
    note: registration.note,
    cameAt: registration.cameAt === null ? null : moment(registration.cameAt),
    sourceHost: registration.sourceHost,
  }
}
