/** An address with the name that stands beside it; neither was typed by a stranger. */
type Sender = { readonly name: string; readonly address: string }

export type Attachment = {
  readonly filename: string
  /** Media type with its parameters. */
  readonly type: string
  /** In base64 (RFC 4648, section 4). */
  readonly content: string
  /** By which the HTML shows it (RFC 2392); absent: it is beside the letter, not in it. */
  readonly contentId?: string
}

/** A letter as it goes to a mail server. No header holds a word that a stranger typed. */
export type Letter = {
  /** RFC 5322, in angle brackets. The same whenever the same letter is sent, so that a duplicate is known as one. */
  readonly messageId: string
  readonly from: Sender
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly headers: Readonly<Record<string, string>>
  readonly attachments: readonly Attachment[]
}

/** Why a letter was not sent, in words of ours: a server's own may hold the address. */
type MailError =
  | 'address-refused'
  | 'address-suppressed'
  | 'connection-lost'
  | 'letter-refused'
  | 'not-admitted'
  | 'not-made'
  | 'rate-limited'
  | 'sender-refused'
  | 'server-fault'

type Sent = { readonly kind: 'sent' }

/** Passes by itself. `of` says whose it is: this letter's alone, or the server's, which takes no other letter now either. */
type PassingFailure = { readonly kind: 'passing'; readonly of: 'letter' | 'server'; readonly error: MailError }

/** This letter will never be taken. */
type PermanentFailure = { readonly kind: 'permanent'; readonly error: MailError }

export type Outcome = Sent | PassingFailure | PermanentFailure

/** Whoever takes letters to people. Never throws for what a server says. */
export type Mailer = { readonly send: (letter: Letter) => Promise<Outcome> }
