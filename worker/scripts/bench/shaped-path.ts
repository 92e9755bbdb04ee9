import { connect, createServer, type Socket } from 'node:net'
import { accessLink, type Clock, ModelledConnection } from './modelled-connection.ts'
import { listening } from './listening.ts'
import type { Network } from './network.ts'

const clock: Clock = {
  now: () => performance.now(),
  at: (moment, task) => void setTimeout(task, moment - performance.now()),
}

/** Milliseconds since 1970, to be compared with what a browser measured. */
const epoch = () => performance.timeOrigin + performance.now()

/** What has gone over the path since a visit began. */
class Traffic {
  #connections: number[] = []
  #segments: { readonly at: number; readonly bytes: number }[] = []

  opened(): void {
    this.#connections.push(epoch())
  }

  arrived(bytes: number): void {
    this.#segments.push({ at: epoch(), bytes })
  }

  /** Connections opened, and bytes arrived in the browser with HTTP's own, by then. */
  until(moment: number): { connections: number; bytes: number } {
    return {
      connections: this.#connections.filter(at => at <= moment).length,
      bytes: this.#segments.reduce((sum, { at, bytes }) => (at <= moment ? sum + bytes : sum), 0),
    }
  }
}

export interface ShapedPath {
  readonly port: number
  /** From now on the link is idle, and counted anew. */
  readonly newVisit: () => Traffic
  readonly stop: () => void
}

/** Listens on this machine and passes everything on to `target`, as if there were a phone's network in between. */
export const startShapedPath = async (target: number, network: Network): Promise<ShapedPath> => {
  let link = accessLink(network)
  let traffic = new Traffic()
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true, allowHalfOpen: true }, browser => {
    const origin = connect({ port: target, host: '127.0.0.1', noDelay: true, allowHalfOpen: true })
    join(browser, origin, new ModelledConnection(network, link, clock), traffic)
    for (const socket of [browser, origin]) {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    }
  })
  const port = await listening(server)
  return {
    port,
    newVisit: () => {
      link = accessLink(network)
      traffic = new Traffic()
      return traffic
    },
    stop: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

const nothing = new Uint8Array(0)

const join = (browser: Socket, origin: Socket, connection: ModelledConnection, traffic: Traffic): void => {
  traffic.opened()
  browser.on('data', chunk => connection.up(chunk, bytes => origin.writable && origin.write(bytes)))
  browser.on('end', () => connection.up(nothing, () => origin.end()))
  origin.on('data', chunk =>
    connection.down(chunk, bytes => {
      traffic.arrived(bytes.length)
      if (browser.writable) browser.write(bytes)
    }),
  )
  origin.on('end', () => connection.down(nothing, () => browser.end()))
  const broken = () => {
    browser.destroy()
    origin.destroy()
  }
  browser.on('error', broken)
  origin.on('error', broken)
}
