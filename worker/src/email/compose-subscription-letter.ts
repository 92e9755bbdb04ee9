import { addressIn } from '../pages/page-address.ts'
import { signedNumber } from '../registration/signed-number.ts'
import { presentForum } from '../schedule/present-forum.ts'
import { type Keeper, pageFor, sourceOf, unsubscribing } from './compose-letter.ts'
import { letterWords } from './letters/letter-words.ts'
import { subscriptionLetter } from './letters/subscription-letter.ts'
import type { Letter } from './mailer.ts'
import { messageIdOf } from './outbox-rules.ts'
import type { SubscriptionLetterRow } from './outbox-store.ts'

/** The letter to somebody who waits for a forum, made of what is so at this moment. */
export const composeSubscriptionLetter = async (
  { secret, origin, from }: Keeper,
  row: SubscriptionLetterRow,
  now: number,
): Promise<Letter> => {
  const { kind, id } = row.outbox
  const { email: to, locale, id: subscriptionId } = row.subscription
  const path = `/subscriptions/${await signedNumber(secret, 'subscription', subscriptionId)}`
  const leave = origin + addressIn(locale, `${path}/end`)
  const facts = {
    forum: presentForum(row, now),
    page: pageFor(origin, row.forum.slug, locale),
    source: sourceOf(row.series),
    confirm: origin + addressIn(locale, path),
    leave,
  }
  return {
    ...subscriptionLetter(kind, facts, locale),
    messageId: messageIdOf(id, kind, new URL(origin).hostname),
    from: { name: letterWords[locale].site, address: from },
    to,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': locale,
      ...(kind !== 'subscription-confirm' && unsubscribing(leave)),
    },
    attachments: [],
  }
}
