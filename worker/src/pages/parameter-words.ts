/** What a parameter of a path or a query means, wherever it stands. */
export const parameterWords: Readonly<Record<string, string>> = {
  forum: 'Slug of the forum',
  series: 'Slug of the series',
  district: 'Slug of the district',
  venue: 'Slug of the venue',
  activity: 'Slug of the activity',
  hostname: 'Host name of the site',
  code: 'Code of the registration, typed in any case, with O for 0 and the like',
  organiser: 'Number of the organiser',
  letter: 'Number of the letter',
  webhook: 'Number of the webhook',
  delivery: 'Number of the delivery',
  cursor: '`next` of the page before; the first page has none',
  limit: 'Things on a page, at most',
}
