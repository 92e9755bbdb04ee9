import type { LetterWords } from './letter-words.ts'

export const lettersEn: LetterWords = {
  site: 'Kyiv Forums',
  tellings: {
    confirmed: {
      subject: 'You are registered',
      heading: 'You are registered',
      opening: ['We look forward to seeing you. If your plans change, cancel: somebody else gets the place.'],
    },
    'confirm-address': {
      subject: 'Confirm your address',
      heading: 'Your address is yet to be confirmed',
      opening: ['Follow the link and press “Confirm” on the page. Otherwise the place goes to somebody else.'],
    },
    waitlisted: {
      subject: 'You are on the waiting list',
      heading: 'You are on the waiting list',
      opening: [
        'There is no free place now. As soon as there is one, it goes to whoever has waited longest, and we write at once.',
      ],
    },
    promoted: {
      subject: 'A place is free: you are registered',
      heading: 'A place is free: you are registered',
      opening: ['If you cannot come any more, cancel: the next person on the list gets the place.'],
    },
    cancelled: {
      subject: 'Your registration is cancelled',
      heading: 'Your registration is cancelled',
      opening: ['Your registration for this forum is cancelled. The code is no longer valid.'],
    },
    'already-registered': {
      subject: 'You are registered already',
      heading: 'You are registered already',
      opening: [
        'Somebody, most likely you, has sent the form with this address once more. Nothing has changed: your first registration holds.',
      ],
    },
    link: {
      subject: 'The link to your registration',
      heading: 'The link to your registration',
      opening: ['This link was asked for on our site. If it was not you, do nothing: nobody but you has it.'],
    },
    changed: {
      subject: 'Your registration is changed',
      heading: 'Your registration is changed',
      opening: ['What was changed is saved. If it was not you, look at your registration by the personal link.'],
    },
    transferred: {
      subject: 'Your registration has moved to another forum',
      heading: 'Your registration has moved',
      opening: ['The organisers have moved your registration to this forum. Your code and your link are the same.'],
    },
    'forum-scheduled': {
      subject: 'The date is set',
      heading: 'The forum has a date',
      opening: ['It is now known when the forum takes place for which you registered.'],
    },
    'forum-moved': {
      subject: 'The time or the venue has changed',
      heading: 'The time or the venue has changed',
      opening: [
        'The organisers have made changes. This is how it is now: please check the date, the time and the venue.',
      ],
    },
    'forum-paused': {
      subject: 'On hold for now',
      heading: 'The forum is on hold for now',
      opening: ['Your registration stays valid. As soon as it is known when the forum takes place, we write.'],
    },
    'forum-resumed': {
      subject: 'Preparations go on',
      heading: 'Preparations go on',
      opening: ['The forum is being prepared again, and your registration is valid.'],
    },
    'forum-cancelled': {
      subject: 'The forum is cancelled',
      heading: 'The forum is cancelled',
      opening: ['The organisers have cancelled this forum. You need not do anything; the code is no longer valid.'],
    },
    'reminder-3-days': {
      subject: 'The forum is in three days',
      heading: 'The forum is in three days',
      opening: ['If you cannot come, cancel: somebody else gets the place.'],
    },
    'reminder-1-day': {
      subject: 'The forum is tomorrow',
      heading: 'The forum is tomorrow',
      opening: ['See you there. If you cannot come, cancel: somebody else gets the place.'],
    },
    thanks: {
      subject: 'Thank you for taking part',
      heading: 'Thank you for taking part',
      opening: ['Together we looked for what our city should become. Thank you for your time and your thoughts.'],
    },
  },
  fromOrganisers: 'A letter from the organisers of the forum',
  standing: {
    confirmed: 'You have a place.',
    waitlisted: 'You are on the waiting list.',
    cancelled: 'Your registration is cancelled.',
  },
  date: 'Date',
  dateToCome: 'to be announced',
  dayOf: (day, year) => `${day} ${year}`,
  unknown: 'not known yet',
  code: 'Your code',
  qr: code => `QR code with your code ${code}`,
  atTheDoor: 'Show the QR code at the door, or name the code.',
  forLater: 'You need the code at the door as soon as there is a place for you.',
  own: 'See, change or cancel the registration',
  held: time => `We hold the place for you until ${time}.`,
  heldInLine: time => `There is no free place now. We hold your place on the waiting list until ${time}.`,
  toConfirm: 'Confirm the address',
  notYou:
    'We store what was typed in the form. If it was not you who sent it with this address, do nothing: ' +
    'there will be no more letters about this forum, and a day later all these data are erased.',
  ownData: 'See or erase your data',
  isPersonal: 'This link is personal: do not pass it on.',
  forumPage: 'The forum’s page',
  registerAgain: 'If you would like to come after all, register again.',
  results: 'Results',
  resultsToCome: 'The results will be on the forum’s page.',
  calendar: 'An entry for your calendar is attached.',
  stored: until =>
    'We keep what you gave in the form in order to register you and to tell you about this forum. ' +
    (until === null ? 'It will be anonymised 60 days after the forum. ' : `It will be anonymised on ${until}. `) +
    'You may see or erase it at any time by your personal link.',
  why: 'You get this letter because this address was given when registering for the forum.',
  subscription: {
    tellings: {
      'subscription-confirm': {
        subject: 'Please confirm your address',
        heading: 'Shall we tell you about the forum?',
        opening: [
          'Somebody, most likely you, has left this address to hear news of the forum. Confirm it, and we write as soon as they are announced.',
        ],
      },
      'subscription-date': {
        subject: 'The date is set',
        heading: 'The forum has a date',
        opening: ['You asked us to tell you. When registration opens, we write once more.'],
      },
      'subscription-open': {
        subject: 'Registration is open',
        heading: 'Registration is open',
        opening: ['You asked us to tell you: one can now register for this forum.'],
      },
      'subscription-cancelled': {
        subject: 'The forum is cancelled',
        heading: 'The forum is cancelled',
        opening: ['You asked us to tell you about this forum. Unfortunately its organisers have cancelled it.'],
      },
    },
    confirm: 'Confirm the address',
    notMe: 'If it was not you, do nothing: after two days we remove this address.',
    register: 'Register',
    stored: 'We keep your address alone, and only for these letters. A week after the last one we remove it.',
    why: 'You have this letter because this address was left to hear about the forum.',
    leave: 'Do not write to me about this forum any more',
  },
  switchOff: 'Do not remind me of this forum',
}
