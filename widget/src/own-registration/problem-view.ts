import { nothing } from 'lit/html.js'
import { ownMessages } from '../messages/own-messages.ts'
import { banner } from '../registration/form-view.ts'
import { problemSentence } from '../registration/problem-sentence.ts'
import type { KyivForumsRegistration as Page } from './own-registration.ts'

/** Why the last thing did not succeed, beside what was pressed. */
export const problem = ({ problem: last, locale }: Page, of: NonNullable<Page['doing']>) => {
  if (last?.of !== of) return nothing
  return banner(last.code === 'too-late' ? ownMessages[locale].tooLate : problemSentence(locale, last.code))
}
