import ICAL from 'ical.js'

/** A calendar as a program of somebody else understands it: ical.js, which knows no zone but those in the text. */
export const readCalendar = (text: string) => {
  const root = new ICAL.Component(ICAL.parse(text) as unknown as string)
  return { root, entries: root.getAllSubcomponents('vevent').map(readEntry) }
}

/** The first of January 1970, which no forum is on. */
const noTime = { startDate: ICAL.Time.epochTime, endDate: ICAL.Time.epochTime }

const readEntry = (component: ICAL.Component) => {
  const event = new ICAL.Event(component)
  // What is only taken away may say nothing of when it was.
  const { startDate, endDate } = component.hasProperty('dtstart') ? event : noTime
  return {
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    description: event.description,
    location: event.location,
    isDay: startDate.isDate,
    /** Wall times as they are written. */
    start: startDate.toString(),
    end: endDate.toString(),
    /** Moments in milliseconds since 1970, by the zone that the text brings. */
    startsAt: momentOf(startDate),
    endsAt: momentOf(endDate),
    zone: startDate.zone?.tzid,
    status: valueOf(component, 'status'),
    stamp: valueOf(component, 'dtstamp'),
    url: valueOf(component, 'url'),
    transparency: valueOf(component, 'transp'),
    component,
  }
}

const valueOf = (component: ICAL.Component, name: string): string => String(component.getFirstPropertyValue(name))

const momentOf = (time: ICAL.Time): number => time.toUnixTime() * 1000
