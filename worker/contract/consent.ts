import * as z from 'zod'
import { Words } from './words.ts'

export const ConsentText = z
  .object({
    version: z.string().meta({ example: '2019-06' }),
    text: Words,
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: 'Of the text as JSON; stands beside the version in every registration that agreed to it' }),
  })
  .meta({ id: 'ConsentText', description: 'What people agreed to. A text never changes: a new one is a new version' })
export type ConsentText = z.infer<typeof ConsentText>
