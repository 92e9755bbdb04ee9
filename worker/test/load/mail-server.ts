import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { generate } from 'selfsigned'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { MailServer } from '../../src/email/smtp-mailer.ts'

/** For the name alone, not for the address. Made anew in each run: a key that is kept is one that somebody trusts one day. */
const certificate = () =>
  generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  })

const certificates = { localhost: await certificate(), stranger: await certificate() }

/** What a worker has to trust to send letters here, as PEM. */
export const authority = certificates.localhost.cert

type Arrived = {
  readonly email: Email
  /** As it came over the wire. */
  readonly raw: string
  readonly isSecure: boolean
  readonly user: string
  readonly to: string[]
}

const user = 'forums'
const password = 'a password of the tests'

const refusal = (responseCode: number) => Object.assign(new Error('Refused by the test'), { responseCode })

type Behaviour = {
  readonly tls?: MailServer['tls']
  /** Which certificate it shows: the one that is trusted, or another of the same name. */
  readonly bears?: 'localhost' | 'stranger'
  /** The reply to each recipient, or to the letter itself, that is not 250. */
  readonly toRecipient?: number
  readonly toLetter?: number
  readonly options?: SMTPServerOptions
}

/** A mail server on this machine that asks for a password, keeps what arrives, and refuses what it is told to. */
export const startMailServer = async ({
  tls = 'starttls',
  bears = 'localhost',
  toRecipient,
  toLetter,
  options,
}: Behaviour = {}) => {
  const arrived: Arrived[] = []
  const passwords: string[] = []
  const server = new SMTPServer({
    secure: tls === 'implicit',
    key: certificates[bears].private,
    cert: certificates[bears].cert,
    onAuth: (given, _session, done) => {
      passwords.push(given.password ?? '')
      if (given.username === user && given.password === password) done(null, { user })
      else done(refusal(535))
    },
    onRcptTo: (_address, _session, done) => done(toRecipient === undefined ? null : refusal(toRecipient)),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (toLetter !== undefined) return done(refusal(toLetter))
        const raw = Buffer.concat(chunks)
        return void PostalMime.parse(raw).then(email => {
          arrived.push({
            email,
            raw: raw.toString('latin1'),
            isSecure: session.secure,
            user: session.user ?? '',
            to: session.envelope.rcptTo.map(({ address }) => address),
          })
          done()
        })
      })
    },
    ...options,
  })
  // A client that does not like the certificate hangs up in the middle.
  server.on('error', () => undefined)
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  const { port } = server.server.address() as AddressInfo
  const settings: MailServer = { host: 'localhost', port, tls, user, password }
  return { settings, arrived, passwords, stop: () => new Promise<void>(resolve => server.close(() => resolve())) }
}

/** A server that says this and hangs up, at once or after the first word. */
export const startRudeServer = async (greeting: string, answer?: string) => {
  const server = createServer(socket => {
    socket.on('error', () => undefined)
    if (answer === undefined) socket.end(greeting)
    else {
      socket.write(greeting)
      socket.once('data', () => socket.end(answer))
    }
  })
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  const settings: MailServer = { host: 'localhost', port, tls: 'starttls', user, password }
  return { settings, stop: () => new Promise<void>(resolve => server.close(() => resolve())) }
}
