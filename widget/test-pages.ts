import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plugin } from 'vitest/config'
import { buildWidget } from './build.ts'
import { programme } from './src/testing/forums.ts'

/** Serves the built script, and an API that has the programme, to the pages that tests open in frames. */
export const pages: Plugin = {
  name: 'pages',
  async configureServer({ middlewares }) {
    const directory = await mkdtemp(join(tmpdir(), 'kyiv-forums-'))
    const { name } = await buildWidget(directory)
    const served = (file: string) => readFile(join(directory, name, file))
    // Tests need not know the name of the release.
    middlewares.use('/v1/', async ({ url = '' }, response) => {
      response.setHeader('content-type', 'text/javascript').end(await served(url.split('?')[0] ?? ''))
    })
    middlewares.use(`/r/${name}/`, async ({ url = '' }, response) => {
      response.setHeader('content-type', 'text/javascript').end(await served(url.split('?')[0] ?? ''))
    })
    middlewares.use('/api/v1/schedule', (_request, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(programme()))
    })
  },
}
