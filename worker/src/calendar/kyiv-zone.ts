/**
 * Kyiv's clocks as a VTIMEZONE (RFC 5545, section 3.6.5): the rules by which they are changed now, and have been since
 * 1997. An entry names this zone and its hour on the wall; were the law to stop the change, only these lines would be
 * new, and every entry would keep its hour. A test compares them with the platform's, for years ahead.
 */
export const kyivZone: readonly string[] = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Kyiv',
  'BEGIN:DAYLIGHT',
  'TZNAME:EEST',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0300',
  'DTSTART:19970330T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:EET',
  'TZOFFSETFROM:+0300',
  'TZOFFSETTO:+0200',
  'DTSTART:19971026T040000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]
