import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { buildRegistrationPage, buildWidget } from '../../widget/build.ts'
import { root } from './wrangler.ts'

const assets = join(root, '.build/assets')

/** Cloudflare's `_headers`: what the static files are served with. A release bears its hash in its name. */
const headers = `/r/*
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
  X-Content-Type-Options: nosniff
  Cache-Control: public, max-age=31536000, immutable
/r/releases.json
  ! Cache-Control
  Cache-Control: no-cache
/pages/*
  X-Content-Type-Options: nosniff
  Cache-Control: no-cache
/v1/frame.js
  Cache-Control: public, max-age=3600
/docs/*
  X-Content-Type-Options: nosniff
`

/** Everything that is served as a file, and what the worker delivers the script from. */
export const build = async (): Promise<void> => {
  rmSync(assets, { recursive: true, force: true })
  mkdirSync(join(assets, 'docs'), { recursive: true })
  const { name, integrity, script, files } = await buildWidget(join(assets, 'r'))
  writeFileSync(join(root, '.build/release.json'), JSON.stringify({ name, integrity, script }))
  writeFileSync(join(assets, 'r/releases.json'), JSON.stringify([{ name, files }]))
  await buildRegistrationPage(join(assets, 'pages'))
  const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js']) cpSync(join(swagger, file), join(assets, 'docs', file))
  cpSync(join(root, 'worker/src/pages/static'), join(assets, 'docs'), { recursive: true })
  cpSync(join(root, 'worker/src/pages/public'), join(assets, 'pages'), { recursive: true })
  mkdirSync(join(assets, 'v1'))
  cpSync(join(root, 'worker/src/embed/static/frame.js'), join(assets, 'v1/frame.js'))
  writeFileSync(join(assets, '_headers'), headers)
}
