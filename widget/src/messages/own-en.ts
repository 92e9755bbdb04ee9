import { plural } from '#contract/messages/plurals'
import type { OwnMessages } from './own-messages.ts'

export const ownEn: OwnMessages = {
  title: 'Your registration',
  loading: 'Loading your registration…',
  status: {
    confirmed: 'Your place is reserved',
    waitlisted: 'You are on the waiting list',
    cancelled: 'The registration is cancelled',
  },
  held: {
    title: 'Confirm your address',
    until: {
      confirmed: time => `We hold the place for you until ${time}.`,
      waitlisted: time => `We hold your place on the waiting list until ${time}.`,
    },
    left: minutes => plural('en', minutes, { one: '# minute is left.', other: '# minutes are left.' }),
    otherwise: 'Unless you confirm, the place goes to somebody else.',
    confirm: 'Confirm',
    confirming: 'Confirming…',
    confirmed: 'The address is confirmed. A letter with the code is on its way.',
  },
  lapsed: {
    title: 'The time to confirm is over',
    about: time =>
      `The address was not confirmed by ${time}, so the place is free for others. What was typed in the form is erased within a day.`,
    again: 'Register again',
  },
  queue: place => `Your number in the list: ${place}. As soon as a place is free, we will write to you.`,
  anew: 'If you change your mind, register again where the forum is announced.',
  unchangeable: 'The forum is over: the registration cannot be changed.',
  code: 'Your code',
  codeAbout: 'Name it at the entrance.',
  change: 'Change your details',
  sentTo: 'Letters go to',
  save: 'Save changes',
  saved: 'The changes are saved.',
  saving: 'Saving…',
  cancel: 'Cancel the registration',
  data: 'Your personal data',
  dataAbout: 'You can take along everything that is stored about you, or have it erased for good.',
  download: 'Download everything stored about me',
  downloaded: 'The file has been downloaded.',
  erase: 'Erase my data',
  erased: 'Your data has been erased',
  erasedAbout: 'The place goes to whoever is waiting. This link no longer works.',
  questions: {
    cancel: {
      ask: 'Cancel the registration?',
      about: 'The place goes to whoever is waiting.',
      yes: 'Yes, cancel it',
      no: 'No, keep it',
    },
    erase: {
      ask: 'Erase your data?',
      about: 'The registration will be cancelled, and everything you wrote about yourself erased for good.',
      yes: 'Yes, erase it',
      no: 'No, keep it',
    },
  },
  noLink: 'To see your registration, open the link in our letter.',
  wrongLink: 'This link does not work: it is too old, or was not copied completely.',
  linkAbout: 'No letter? Write the address that you registered with, and we will send the link again.',
  sendLink: 'Send the link',
  linkSent: 'If this address is registered, we have sent it a letter with the link.',
  tooLate: 'It is too late to change anything: the forum has begun, or the registration is cancelled.',
  otherLanguage: 'Українська',
}
