import { expect } from 'vitest'
import type { Figures, FiguresBy } from '#contract'
import { letIn } from './letting-in.ts'
import { aPerson, openForm, register } from './registering.ts'
import type { Session } from './stage.ts'

const forum = '2019-solomianskyi'
const path = '/admin/figures'

export const figures: Session = async stage => {
  const { call, token } = stage
  const organisation = { name: 'ГО «Приклад»' }
  await register(stage, forum, { ...aPerson(), organisation, ...(await openForm(stage, forum)) })

  const ask = (query: Record<string, string>, as = token) => call<Figures>('GET', path, { token: as, query })
  const counters: FiguresBy[] = ['forum', 'district', 'series']
  for (const by of counters)
    expect((await ask({ by, since: '2019-06-27', until: '2019-06-27' })).body.total.registered).toBe(1)
  const read: FiguresBy[] = ['day', 'site', 'organisation', 'activity']
  for (const by of read) expect((await ask({ by, forum })).body.total.registered).toBe(1)

  const analyst = await letIn(stage, { role: 'analyst', districts: ['solomianskyi'] })
  const { body } = await ask({ by: 'forum', series: '2019' }, analyst)
  expect([body.total.registered, body.suppressed]).toEqual([null, true])

  expect((await ask({ by: 'day' })).status).toBe(400)
  expect((await ask({ by: 'name' })).status).toBe(400)
  expect((await ask({ by: 'forum', forum }, analyst)).status).toBe(403)
  expect((await ask({ by: 'forum' }, await letIn(stage, { role: 'editor' }))).status).toBe(403)
  expect((await ask({ by: 'forum', forum: 'nowhere' })).status).toBe(404)
  expect((await call('GET', path, { query: { by: 'forum' } })).status).toBe(401)
}
