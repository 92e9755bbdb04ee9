import { plural } from '../plurals.ts'
import type { FormMessages } from './form-messages.ts'
import { messages } from './messages.ts'

const { registration } = messages.en

export const formEn: FormMessages = {
  title: 'Register for the forum',
  waitlistNotice: `${registration.full('')}. When one is free, it goes to whoever is first in the list.`,
  close: 'Close',
  labels: {
    name: 'Full name',
    email: 'Email',
    phone: 'Phone',
    organisation: 'Organisation',
    role: 'Your role in the organisation',
    proposal: 'Proposal for the district',
    needs: 'What would help you take part',
    consent: 'I agree to the processing of my personal data',
  },
  hints: {
    email: 'So that the organisers can write to you',
    proposal: 'A need, a question or an initiative to discuss',
    needs: 'Step-free access, sign language, a seat near the stage…',
  },
  optional: 'optional',
  nobody: 'I do not represent an organisation',
  consentText: 'Read the text of the consent',
  sending: 'Sending…',
  kept: 'What you typed is kept.',
  summary: count => plural('en', count, { one: 'Please correct # field', other: 'Please correct # fields' }),
  fieldErrors: {
    required: 'Please fill in this field',
    'invalid-value': 'Please check this field',
    'too-long': 'Please shorten the text',
    'invalid-characters': 'Please write it without special characters',
    'no-letters': 'There should be at least one letter',
    'contains-link': 'Please write it without links',
    'invalid-email': 'Check the address: for example, olena@example.com',
    'email-not-latin': 'There are Cyrillic letters in the address: check your keyboard layout',
    'invalid-phone': 'Check the number: for example, 067 123 45 67',
    'consent-required': 'We cannot register you without your consent',
    'unknown-consent-version': 'The text of the consent has changed: please read it again',
  },
  problems: {
    'not-open-yet': `${registration['not-open']('')}.`,
    'registration-closed': `${registration.closed('')}. Have a look at the forums of other districts.`,
    'forum-full': 'The last place has just been taken. Have a look at the forums of other districts.',
    'too-many-requests': 'Too many attempts from this network. Try again in a minute.',
  },
  done: { confirmed: 'You are registered', waitlisted: 'You are on the waiting list' },
  code: 'Your code',
  copy: 'Copy',
  copied: 'Copied',
  another: 'Register another person',
}
