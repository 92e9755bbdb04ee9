import { createServer, type ServerResponse } from 'node:http'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { hostileAnswer } from './hostile/answer.ts'

const pages = join(import.meta.dirname, 'pages')
const require = createRequire(import.meta.url)

const packageFile = (name: string, file: string) => join(dirname(require.resolve(`${name}/package.json`)), file)

/** What the host sites take from npm, as such sites do. */
const libraries: Readonly<Record<string, string>> = {
  '/libraries/bootstrap.css': packageFile('bootstrap', 'dist/css/bootstrap.css'),
  '/libraries/bootstrap.js': packageFile('bootstrap', 'dist/js/bootstrap.js'),
  '/libraries/jquery.js': packageFile('jquery', 'dist/jquery.js'),
  '/libraries/lit-html.js': join(dirname(require.resolve('lit-html')), '../lit-html.js'),
  '/libraries/mootools.js': packageFile('mootools', 'lib/mootools-core-1.5.2-server.js'),
  '/libraries/require.js': packageFile('requirejs', 'require.js'),
  '/libraries/zone.js': packageFile('zone.js', 'bundles/zone.umd.js'),
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Undefined when there is no such page. */
const fileOf = (path: string): string | undefined => {
  if (path === '/') return join(pages, 'index.html')
  if (libraries[path]) return libraries[path]
  return /^(?:\/[a-z0-9-]+)+(?:\.[a-z]+)?$/.test(path) ? join(pages, extname(path) ? path : `${path}.html`) : undefined
}

/** What the worker would have sent, for the page that shows it. */
const forward = async (url: string, response: ServerResponse) => {
  const answer = await fetch(url)
  return response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(await answer.text())
}

/**
 * Serves the host sites, each of which embeds the widget by its tag alone. Where a page says `https://HOST`, the tag is
 * given the origin of the running worker.
 */
export const startDemo = async (port: number, widgetOrigin: string) => {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/mailbox.json') return forward(`${widgetOrigin}/local/mailbox.json`, response)
    const hostile = await hostileAnswer(pathname, widgetOrigin)
    if (hostile)
      return response.writeHead(200, { 'Cache-Control': 'no-store', ...hostile.headers }).end(hostile.content)
    const file = fileOf(pathname)
    const content = file && (await readFile(file).catch(() => undefined))
    if (!file || !content) return response.writeHead(404).end('Not found')
    response.writeHead(200, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': 'no-store',
    })
    return response.end(
      extname(file) === '.html' ? content.toString().replaceAll('https://HOST', widgetOrigin) : content,
    )
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve))
  return {
    origin: `http://localhost:${port}`,
    stop: () => {
      server.closeAllConnections()
      return new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}
