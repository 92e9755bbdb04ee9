import { createServer, type IncomingMessage, request as ask, type ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gunzipSync } from 'node:zlib'
import { listening } from './listening.ts'

/**
 * Stands before the local worker as Cloudflare's edge does: what the worker has not compressed with brotli itself is
 * so compressed here, for every case alike. Each body is compressed once, so that nobody waits for it in a measured round.
 */
export const startCompressingHop = async (worker: number) => {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const { method, url, headers } = request
    const onward = ask(
      { host: '127.0.0.1', port: worker, method, path: url, headers: { ...headers, 'accept-encoding': 'br' } },
      answer => {
        if (isLeftAlone(answer)) return void answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers))
        void compressed(answer, response)
      },
    )
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  const port = await listening(server)
  return {
    port,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

const isLeftAlone = ({ statusCode, headers }: IncomingMessage) =>
  statusCode !== 200 ||
  headers['content-encoding'] === 'br' ||
  !/text|json|javascript/.test(headers['content-type'] ?? '')

const kept = new Map<string, Buffer>()

const compressed = async (answer: IncomingMessage, response: ServerResponse): Promise<void> => {
  const sent = Buffer.concat(await answer.toArray())
  const { 'content-encoding': encoding, 'transfer-encoding': _, ...headers } = answer.headers
  const body = encoding === 'gzip' ? gunzipSync(sent) : sent
  const key = body.toString('latin1')
  const small = kept.get(key) ?? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  kept.set(key, small)
  response
    .writeHead(200, { ...headers, 'content-encoding': 'br', 'content-length': small.length, vary: 'Accept-Encoding' })
    .end(small)
}
