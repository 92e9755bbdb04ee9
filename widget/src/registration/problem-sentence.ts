import type { Locale } from '#contract'
import { formMessages } from '#contract/messages/form-messages'
import { messages } from '#contract/messages/messages'
import type { FailureCode } from '../http.ts'
import { troubleOf } from '../schedule/trouble.ts'

/** Why it did not succeed, and that nothing typed is lost. */
export const problemSentence = (locale: Locale, code: FailureCode): string => {
  const { problems, kept } = formMessages[locale]
  const own = (problems as Partial<Record<FailureCode, string>>)[code]
  return own ?? `${messages[locale].troubles[troubleOf(code)]} ${kept}`
}

/** Whether it is of no use to send the same again. */
export const isFinal = (code: FailureCode): boolean =>
  /^(not-open-yet|nothing-awaited|registration-closed|forum-full|foreign-origin)$/.test(code)
