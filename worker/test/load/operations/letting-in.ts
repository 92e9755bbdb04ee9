import type { MadeOrganiser } from '#contract'
import type { z } from 'zod'
import type { Stage } from './stage.ts'

type Scope = { readonly role: string; readonly districts?: readonly string[]; readonly forums?: readonly string[] }

/** The token of an organiser who was not there before. */
export const letIn = async ({ call, token }: Stage, scope: Scope): Promise<string> => {
  const body = { name: 'Приклад', ...scope }
  const made = await call<z.infer<typeof MadeOrganiser>>('POST', '/admin/organisers', { token, body })
  return made.body.token ?? ''
}
