import { html } from 'hono/html'
import type { Forum } from '#contract'
import { messages } from '#contract/messages/messages'
import { addressOnly } from '../subscription/next.ts'
import { type FormView, textField } from './field-view.ts'
import { hiddenFields, honeypot } from './form-view.ts'
import { addressIn } from './page-address.ts'
import type { Content } from './page.ts'
import { pageWords } from './page-words.ts'

/** A form that came back, or is new: then there are neither errors nor a sentence. */
export type TellMeView = FormView & {
  readonly forum: Forum
  /** Why it could not be sent, when that is no field's fault. */
  readonly sentence?: string | undefined
}

/** Asks for an address, and nothing else. Empty where there is nothing to wait for. */
export const tellMeView = (view: TellMeView): Content | '' => {
  const { forum, locale, typed, sentence } = view
  const { tellMe } = forum.words[locale]
  if (tellMe === null) return ''
  return html`<section class="registration" id="tell-me" aria-labelledby="tell-me-title">
    <h2 id="tell-me-title">${tellMe}</h2>
    <form method="post" action="${addressIn(locale, `/forums/${forum.slug}/subscriptions`)}" novalidate>
      ${textField('email', view)} ${honeypot(locale)} ${hiddenFields({ stamp: typed.stamp })}
      <p class="muted">${addressOnly[locale]}</p>
      <p><button class="button" type="submit">${sentence ? messages[locale].tryAgain : pageWords[locale].tellMe}</button></p>
    </form>
  </section>`
}
