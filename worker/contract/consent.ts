import * as z from 'zod'
import { Words } from './words.ts'

export const ConsentText = z
  .object({
    version: z.string().meta({ example: '2019-06' }),
    text: Words,
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({
        description: 'Of the text as JSON; stands beside the version in every registration that agreed to it',
        example: '3f0a2b6c9d1e4f5a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a',
      }),
  })
  .meta({ id: 'ConsentText', description: 'What people agreed to. A text never changes: a new one is a new version' })
export type ConsentText = z.infer<typeof ConsentText>
