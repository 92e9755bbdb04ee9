import { connect as connectPlainly, type Socket } from 'node:net'
import { connect as connectByTls } from 'node:tls'
import type { Letter, Mailer, Outcome } from './mailer.ts'

/** A mail server that takes letters from us (RFC 6409). */
export type MailServer = {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (RFC 8314), or by STARTTLS (RFC 3207), without which nothing is said to it. */
  readonly tls: 'implicit' | 'starttls'
  readonly user: string
  readonly password: string
}

/** Milliseconds: for the connection with its handshake, for the greeting, and without a word in between. */
const patience = { connection: 10_000, greeting: 10_000, silence: 20_000 }

/**
 * An administration's own mail server, one connection for each letter. The library is loaded with the first: most
 * requests send none. We connect ourselves, by the server's name: the library would look the name up and ask the
 * certificate for the number.
 */
export const smtpMailer = (server: MailServer): Mailer => ({
  send: async letter => {
    const { createTransport } = await import('nodemailer')
    const transport = createTransport({
      host: server.host,
      port: server.port,
      secure: server.tls === 'implicit',
      requireTLS: server.tls === 'starttls',
      auth: { user: server.user, pass: server.password },
      greetingTimeout: patience.greeting,
      socketTimeout: patience.silence,
      disableFileAccess: true,
      disableUrlAccess: true,
      getSocket: (_options, callback) => {
        connect(server).then(
          connection => callback(null, { connection, secured: server.tls === 'implicit' }),
          error => callback(error instanceof Error ? error : new Error('No connection')),
        )
      },
    })
    try {
      await transport.sendMail(messageOf(letter))
      return { kind: 'sent' }
    } catch (error) {
      return outcomeOf(error)
    } finally {
      transport.close()
    }
  },
})

const connect = ({ host, port, tls }: MailServer): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = tls === 'implicit' ? connectByTls({ host, port, servername: host }) : connectPlainly({ host, port })
    const giveUp = () => {
      socket.destroy()
      reject(new Error('No connection'))
    }
    const late = setTimeout(giveUp, patience.connection)
    socket.once('error', giveUp)
    socket.once(tls === 'implicit' ? 'secureConnect' : 'connect', () => {
      clearTimeout(late)
      socket.removeListener('error', giveUp)
      resolve(socket)
    })
  })

const messageOf = ({ messageId, from, to, subject, text, html, headers, attachments }: Letter) => ({
  messageId,
  from,
  to,
  subject,
  text,
  html,
  headers: { ...headers },
  attachments: attachments.map(({ filename, type, content, contentId }) => ({
    filename,
    contentType: type,
    content,
    encoding: 'base64',
    ...(contentId !== undefined && { cid: contentId }),
  })),
})

/** By the library's code and the server's reply (RFC 5321, section 4.2.1): 4xx passes, 5xx stays. */
const outcomeOf = (error: unknown): Outcome => {
  const { code, responseCode, command } = fieldsOf(error)
  if (code === 'EAUTH') return { kind: 'passing', of: 'server', error: 'not-admitted' }
  if (code === 'EMESSAGE' && responseCode === undefined) return { kind: 'permanent', error: 'letter-refused' }
  if (responseCode === undefined || code === 'ETLS' || command === 'CONN')
    return { kind: 'passing', of: 'server', error: 'connection-lost' }
  if (responseCode === 421 || command === 'EHLO') return { kind: 'passing', of: 'server', error: 'server-fault' }
  if (responseCode < 500)
    return { kind: 'passing', of: 'letter', error: command === 'RCPT TO' ? 'address-refused' : 'rate-limited' }
  if (command === 'MAIL FROM') return { kind: 'passing', of: 'server', error: 'sender-refused' }
  return { kind: 'permanent', error: command === 'RCPT TO' ? 'address-refused' : 'letter-refused' }
}

type Fields = { readonly code?: unknown; readonly responseCode?: number; readonly command?: unknown }

const fieldsOf = (error: unknown): Fields => {
  if (!(error instanceof Error)) return {}
  const responseCode: unknown = Reflect.get(error, 'responseCode')
  return {
    code: Reflect.get(error, 'code'),
    command: Reflect.get(error, 'command'),
    ...(typeof responseCode === 'number' && responseCode > 0 && { responseCode }),
  }
}
