import { formMessages } from '#contract/messages/form-messages'
import { messages } from '#contract/messages/messages'
import type { PageWords } from './page-words.ts'

const outdated = 'This form is out of date. Please check what you typed and press the button again.'

export const pageWordsEn: PageWords = {
  site: 'Kyiv Forums',
  about: 'Kyiv’s forums of civil-society organisations: when, where and how to register.',
  otherLanguage: 'Українською',
  skip: 'Skip to the content',
  schedule: 'Schedule of forums',
  wholeSchedule: 'The whole schedule',
  byDistrict: 'Forums by district',
  tellMe: 'Tell me',
  forumPage: 'The forum’s page',
  accessibility: 'Accessibility',
  organiser: 'Department of Public Communications, Kyiv City State Administration',
  city: 'Kyiv',
  error: 'Error',
  alone: 'If you do not represent an organisation, leave it empty',
  consentVersion: version => `Version of the text: ${version}`,
  leaveEmpty: 'Leave this field empty',
  unsent: {
    'form-too-fast': 'The form was sent too quickly. Wait a few seconds and press the button again.',
    'form-expired': outdated,
    'invalid-idempotency-key': outdated,
    'key-reused': 'This form has been sent with other answers. To send these too, press the button again.',
    'too-many-requests':
      'Too many attempts from this network. Try again in ten minutes, or turn on JavaScript in your browser: with it you can register at once.',
  },
  refusals: {
    'invalid-query': {
      title: 'There is a mistake in the address',
      text: 'Check the address, or open the whole schedule.',
    },
    'foreign-origin': {
      title: 'The form was sent from another site',
      text: formMessages.en.problems['foreign-origin'],
    },
    'not-found': {
      title: 'There is no such page',
      text: 'Perhaps the address is mistyped, or the forum is no longer in the schedule.',
    },
    'method-not-allowed': {
      title: 'This page does not open in this way',
      text: 'Please open it by its link in the schedule.',
    },
    'body-too-large': {
      title: 'The form is too large',
      text: 'Go back, shorten the text and send the form again.',
    },
    'unsupported-media-type': {
      title: 'The form cannot be read',
      text: 'Please fill it in on the forum’s page.',
    },
    'internal-error': { title: 'Something broke', text: messages.en.troubles.server },
    overloaded: { title: 'The page is away for a moment', text: messages.en.troubles.server },
  },
  nothingLost: 'Everything you typed is kept on this page. Press the button in a minute: the form will be sent once.',
}
