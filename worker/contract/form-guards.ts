import * as z from 'zod'

/** What tells people from machines, the same in every form of the public. */

export const sampleStamp = 'jwf8v9c0.6Yc1nXo1m0Z2b8r4K3f5w7s9QeTuVxAzBdCgHjLpN0E'

export const stamp = z
  .string()
  .max(256)
  .meta({ description: 'From the form; at least 3 s and at most 2 h old', example: sampleStamp })

export const solution = z.string().max(2048).optional().meta({
  description: 'Only when the form came with a challenge',
  example: 'eyJhbGdvcml0aG0iOiJTSEEtMjU2IiwibnVtYmVyIjo3NDY0fQ==',
})

export const website = z
  .string()
  .max(2048)
  .optional()
  .meta({ description: 'People do not see this field and leave it empty', example: '' })
