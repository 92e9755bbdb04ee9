import { createServer } from 'node:http'
import { caseNames, embedCode, type Embedding, hostPage } from './cases.ts'
import { listening } from './listening.ts'

/** A stranger's site with one page for each case; everything else on it is an empty page. */
export const startHostSite = async (embedding: Embedding) => {
  const pages = new Map(caseNames.map(name => [`/${name}`, hostPage(embedCode(name, embedding))]))
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) =>
    response
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
      .end(pages.get(request.url ?? '') ?? hostPage('')),
  )
  const port = await listening(server)
  return {
    origin: `http://city.localhost:${port}`,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
