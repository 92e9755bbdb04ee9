import { resolve } from 'node:path'
import { defaultState, loadLocally, loadProgramme } from './local-state.ts'

/** `npm run programme -- FILE [--remote]`: loads a programme's file into the local database, or Cloudflare's. */
const [file, ...where] = process.argv.slice(2)
if (file === undefined) throw new Error('Say which file: npm run programme -- worker/scripts/programmes/2019.json')
if (where.includes('--remote')) loadProgramme(resolve(file), ['--remote'])
else loadLocally(resolve(file), process.env['STATE'] ?? defaultState)
console.log(`Loaded ${file}; what was there already has stayed as it is.`)
