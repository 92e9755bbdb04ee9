import { z } from '@hono/zod-openapi'
import { Slug } from '#contract'
import { problemAnswers, versionedAnswer } from '../http/answers.ts'
import { etagOf } from '../http/precondition.ts'

/** How reading, making, changing and removing a thing of the programme may be refused. */
export const refusals = {
  reading: problemAnswers(401, 403, 404),
  making: problemAnswers(400, 401, 403, 404, 409, 413, 415, 422),
  changing: problemAnswers(400, 401, 403, 404, 409, 412, 413, 415, 422, 428),
  removing: problemAnswers(400, 401, 403, 404, 409, 412, 428),
}

/** 201: where it is from now on, and as what it was made. */
export const madeAnswer = <Schema extends z.ZodType>(schema: Schema, description: string, place: string) => {
  const answer = versionedAnswer(schema, description)
  return {
    ...answer,
    headers: answer.headers.extend({ Location: z.string().meta({ description: 'Its address', example: place }) }),
  }
}

export const removedAnswer = { 204: { description: 'It is gone' } }

/** Names a thing that is no slug: 404, not 400. */
export const SeriesPath = z.object({ series: Slug.meta({ example: '2019' }) })
export const DistrictPath = z.object({ district: Slug.meta({ example: 'podilskyi' }) })
export const VenuePath = z.object({ venue: Slug.meta({ example: 'podil-hall' }) })
export const SitePath = z.object({
  hostname: z.string().max(253).toLowerCase().meta({ example: 'podil.example.org' }),
})
export const ActivityPath = z.object({ forum: Slug, activity: Slug.meta({ example: 'seminar' }) })

/** The headers of an answer whose `version` a change must name. */
export const versioned = (version: number) => ({ ETag: etagOf(version) })
export const placed = (version: number, path: string) => ({ ...versioned(version), Location: `/api/v1/admin${path}` })
