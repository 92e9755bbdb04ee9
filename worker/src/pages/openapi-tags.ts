/** The subjects of the API, in the order in which somebody who is new here needs them. */
export const tags = [
  { name: 'Schedule', description: 'What everybody may read: the forums of a series' },
  { name: 'Registration', description: 'How people register for a forum' },
  { name: 'One’s own registration', description: 'What the holder of a private link does with their own registration' },
  { name: 'Organisers', description: 'Who holds a token, and what for' },
  { name: 'Forums', description: 'Drafts, publication, and the moves of a forum’s life' },
  { name: 'Programme', description: 'What forums are made of: series, districts, sites, venues, activities' },
  { name: 'Registrations', description: 'Who comes to a forum' },
  { name: 'Letters', description: 'What organisers write to the people of a forum' },
  { name: 'Lists', description: 'Lists that leave the house' },
  { name: 'Door', description: 'Who has come' },
  { name: 'Figures', description: 'How many, without names' },
  { name: 'Webhooks', description: 'What other programs are told, by requests that bear a signature' },
  { name: 'Audit', description: 'The book of what organisers saw, took out and changed' },
  { name: 'Operation', description: 'Whether the worker works' },
] as const
