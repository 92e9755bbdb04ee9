import { parseArgs } from 'node:util'
import { type Role, roles } from '../src/organisers/organiser.ts'
import { newToken } from '../src/organisers/token.ts'
import { defaultState, executeSql, locally, querySql } from './local-state.ts'
import { listSql, organiserSql, revokeSql } from './organiser-sql.ts'

/**
 * `npm run token`: lets organisers in without the API, so that the first one can be made. `--remote` is Cloudflare's
 * database; without it, the local one.
 */
const usage = `npm run token -- --name "Name" --role ROLE [--districts a,b] [--forums a,b] [--days 365] [--remote]
npm run token -- list [--remote]
npm run token -- revoke ID [--remote]

ROLE is ${roles.join(', ')}. A district needs --districts, a desk needs --forums; others see the whole city without --districts.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    districts: { type: 'string' },
    forums: { type: 'string' },
    days: { type: 'string', default: '365' },
    remote: { type: 'boolean', default: false },
  },
})

const where = values.remote ? ['--remote'] : locally(process.env['STATE'] ?? defaultState)

const stop = (why: string): never => {
  console.error(`${why}\n\n${usage}`)
  process.exit(1)
}

const roleOf = (text: string | undefined): Role => roles.find(role => role === text) ?? stop('Say a role.')

const split = (text: string | undefined): string[] | undefined => text?.split(/[\s,]+/).filter(Boolean)

const make = (): void => {
  const { name = '', days } = values
  if (name.trim() === '') stop('Say a name by which people will know it.')
  if (!/^[1-9][0-9]{0,3}$/.test(days)) stop('Say after how many days it ends.')
  const token = newToken()
  const now = Date.now()
  const scope = { role: roleOf(values.role), districts: split(values.districts), forums: split(values.forums) }
  if (scope.role === 'district' && !scope.districts) stop('A district organiser needs --districts.')
  if ((scope.role === 'desk') !== (scope.forums !== undefined)) stop('A desk, and only a desk, needs --forums.')
  executeSql(
    organiserSql({ token, name: name.trim(), ...scope, expiresAt: now + Number(days) * 86_400_000 }, now),
    where,
  )
  console.log(`organiser token: ${token}\nIt is shown this once; what is stored is its hash.`)
}

const [command = 'make', id = ''] = positionals
switch (command) {
  case 'make':
    make()
    break
  case 'list':
    console.table(querySql(listSql, where))
    break
  case 'revoke':
    if (!/^[0-9]+$/.test(id)) stop('Say which: the id in the list.')
    executeSql(revokeSql(Number(id), Date.now()), where)
    console.log(`${id} opens nothing any more.`)
    break
  default:
    stop(`There is no ${command}.`)
}
