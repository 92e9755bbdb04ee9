import type { Context } from 'hono'
import type { z } from '@hono/zod-openapi'
import { type Api, type Env, newApi } from '../http/api.ts'
import { localeOf } from '../pages/page-address.ts'
import { editorPage } from './editor-page.ts'
import { prepareEditor } from './editor.ts'
import { heightSentence, siteSentence } from './editor-words.ts'
import { asked, EmbedQuery, FrameQuery, PrintQuery } from './embed-query.ts'
import { frameHeaders, ownPageHeaders, pictureHeaders } from './embed-headers.ts'
import { framePage } from './frame-page.ts'
import { framePath, qrPath } from './link-rules.ts'
import { embedMessages } from './messages/embed-messages.ts'
import { posterPage } from './poster-page.ts'
import { findPosted, findScanned } from './printed.ts'
import { qrCode } from './qr-code.ts'
import { refusalPage } from './refusal-page.ts'

/** What an address leads to does not change, and so neither does its code. Seconds. */
const forAMonth = 'public, max-age=2592000, immutable'

/** As long as the schedule that is printed. Seconds. */
const forAMoment = 'public, max-age=30'

export const embedRoutes = (): Api => {
  const routes = newApi()
  for (const path of ['/embed', '/embed/snippets.json', '/embed/poster']) routes.use(path, ownPageHeaders)
  routes.use('/embed/frame', frameHeaders)
  routes.use('/embed/qr.svg', pictureHeaders)

  routes.get('/embed', async context => {
    const query = read(EmbedQuery, context)
    if (!query) return refused(context, 400)
    return context.html(editorPage(await prepareEditor(query, placeOf(context))), 200, noStore)
  })

  routes.get('/embed/snippets.json', async context => {
    const query = read(EmbedQuery, context)
    if (!query) return refused(context, 400)
    const { choice, lang, snippets, site, height, isMeasured } = await prepareEditor(query, placeOf(context))
    const words = embedMessages[lang]
    const language = choice.language ?? lang
    const sentences = { site: siteSentence(site, lang, words), height: heightSentence(height, isMeasured, words) }
    const paths = { frame: framePath({ ...choice, language }), qr: qrPath(choice, language) }
    return context.json({ snippets, sentences, paths }, 200, noStore)
  })

  routes.get('/embed/frame', context => {
    const query = read(FrameQuery, context)
    return query ? context.html(framePage(query), 200, { 'Cache-Control': forAMoment }) : refused(context, 400)
  })

  routes.get('/embed/qr.svg', async context => {
    const query = read(PrintQuery, context)
    if (!query) return refused(context, 400)
    const place = placeOf(context)
    const found = await findScanned(query, place)
    if (!found) return refused(context, 404)
    return context.body(qrCode(place.origin + found.path, found.title), 200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Cache-Control': forAMonth,
    })
  })

  routes.get('/embed/poster', async context => {
    const query = read(PrintQuery, context)
    if (!query) return refused(context, 400)
    const place = placeOf(context)
    const found = await findPosted(query, place)
    if (!found) return refused(context, 404)
    const page = posterPage({ ...found, lang: query.lang, origin: place.origin })
    return context.html(page, 200, { 'Cache-Control': forAMoment })
  })
  return routes
}

/** It may hold the address of a site that somebody typed. */
const noStore = { 'Cache-Control': 'no-store' }

const placeOf = ({ env, var: { database, now }, req }: Context<Env>) => ({
  DB: env.DB,
  database,
  now,
  origin: new URL(req.url).origin,
})

/** Undefined when a value in the address is not acceptable. */
const read = <Schema extends z.ZodType>(schema: Schema, { req }: Context<Env>): z.infer<Schema> | undefined =>
  schema.safeParse(asked(req.url)).data

/** A person sees these pages, not a program: a page, not a problem. */
const refused = (context: Context<Env>, status: 400 | 404) =>
  context.html(refusalPage(localeOf(context), status), status, noStore)
