import * as z from 'zod'

export const Health = z
  .object({
    status: z.enum(['ok', 'unavailable']),
    version: z.string().meta({ example: '0.1.0' }),
    database: z.enum(['ok', 'unavailable']),
    letters: z.enum(['sent', 'waiting']).meta({ description: 'Waiting: no mail is configured' }),
  })
  .meta({ id: 'Health' })
export type Health = z.infer<typeof Health>
