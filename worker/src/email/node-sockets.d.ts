/** Of Node's compatibility layer, which the compatibility date brings: what the mail client uses of it. */
declare module 'node:net' {
  export type Socket = {
    readonly once: (event: 'connect' | 'secureConnect' | 'error', listener: () => void) => void
    readonly removeListener: (event: 'error', listener: () => void) => void
    readonly destroy: () => void
  }
  export const connect: (to: { host: string; port: number }) => Socket
}

declare module 'node:tls' {
  import type { Socket } from 'node:net'

  export const connect: (to: { host: string; port: number; servername: string }) => Socket
}
