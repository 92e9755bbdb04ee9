import { plural } from './plurals.ts'
import type { Sentences } from './sentences.ts'

export const sentencesEn: Sentences = {
  registration: {
    open: when => (when ? `Register by ${when}` : 'Registration is open'),
    'not-open': when => (when ? `Registration opens on ${when}` : 'Registration is not open yet'),
    waitlist: () => 'Places are taken, there is a waiting list',
    full: () => 'All places are taken',
    closed: () => 'Registration is closed',
  },
  seatsLeft: count => plural('en', count, { one: '# place left', other: '# places left' }),
  movedFrom: date => `Moved from ${date}`,
  paused: 'On hold for now',
  cancelled: 'This forum is cancelled',
  attended: ({ count, precision }) =>
    (precision === 'exact' ? '' : 'More than ') +
    plural('en', count, { one: '# participant', other: '# participants' }),
  tellMe: { date: 'Tell me the date', opening: 'Tell me when registration opens' },
  progress: (held, total) => {
    const of = `# of ${total} district forums`
    return plural('en', held, { one: `${of} has been held`, other: `${of} have been held` })
  },
}
