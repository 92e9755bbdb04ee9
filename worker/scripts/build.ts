import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { buildRegistrationPage, buildWidget } from '../../widget/build.ts'
import { root } from './wrangler.ts'

const assets = join(root, '.build/assets')

/** Cloudflare's `_headers`: what the static files are served with. The part of the widget bears its hash in its name. */
const headers = `/v1/*
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
  X-Content-Type-Options: nosniff
/v1/widget.js
  Cache-Control: public, max-age=300
/v1/form-*
  Cache-Control: public, max-age=31536000, immutable
/v1/challenge-*
  Cache-Control: public, max-age=31536000, immutable
/pages/*
  X-Content-Type-Options: nosniff
  Cache-Control: no-cache
/v1/frame.js
  Cache-Control: public, max-age=3600
/docs/*
  X-Content-Type-Options: nosniff
`

/** Everything that is served as a file: the widget, the API's pages and their assets. */
export const build = async (): Promise<void> => {
  rmSync(assets, { recursive: true, force: true })
  mkdirSync(join(assets, 'docs'), { recursive: true })
  await buildWidget(join(assets, 'v1'))
  await buildRegistrationPage(join(assets, 'pages'))
  const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js']) cpSync(join(swagger, file), join(assets, 'docs', file))
  cpSync(join(root, 'worker/src/pages/static'), join(assets, 'docs'), { recursive: true })
  buildEmbed()
  writeFileSync(join(assets, '_headers'), headers)
}

/** What the editors' page, frames and posters load, and what a page with such a frame does. */
const buildEmbed = (): void => {
  const source = join(root, 'worker/src/pages/static')
  const files = ['embed.css', 'embed.js', 'embed-frame.css', 'embed-frame.js', 'embed-poster.css', 'embed-poster.js']
  for (const file of files) cpSync(join(source, file), join(assets, 'pages', file))
  cpSync(join(source, 'embed-host.js'), join(assets, 'v1/frame.js'))
}
