import * as z from 'zod'
import type { FieldCode } from './problem-codes.ts'
import type { Format } from './text-formats.ts'

/** A string in the given format; what it refuses becomes an issue that carries the field's code. */
export const formatted = (format: Format) =>
  z.string().transform((typed, context) => {
    const read = format(typed)
    if ('value' in read) return read.value
    context.addIssue({ code: 'custom', params: { code: read.refused } })
    return z.NEVER
  })

export const refusedAs = (code: FieldCode) => ({ params: { code }, message: code })
