import { plural } from '../plurals.ts'
import type { Messages } from './messages.ts'

export const en: Messages = {
  loading: 'Loading the schedule…',
  laterForums: 'Coming up',
  undated: 'Date to be announced',
  heldForums: count => `Already held (${count})`,
  hours: 'Time',
  hoursToCome: 'Time to be announced',
  place: 'Venue',
  placeToCome: 'Venue to be announced',
  shelter: 'Shelter',
  access: 'Access',
  map: 'On the map',
  newTab: 'in a new tab',
  register: 'Register',
  joinWaitlist: 'Join the waiting list',
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
  goal: 'From small to great',
  goalAbout: 'The city forum builds on the results of the district forums.',
  progress: (held, total) => {
    const of = `# of ${total} district forums`
    return plural('en', held, { one: `${of} has been held`, other: `${of} have been held` })
  },
  source: 'Based on materials by',
  empty: 'No forums yet. As soon as the schedule is announced, it will appear here.',
  troubles: {
    connection: 'No connection. Check your internet and try again.',
    settings: 'The schedule is set up wrongly here. Please tell the editors of the site.',
    server: 'The server has a problem. Try again in a minute.',
  },
  tryAgain: 'Try again',
  cityPortal: 'Kyiv city portal',
}
