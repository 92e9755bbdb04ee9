import { defaultState, empty, letIn, loadLocally, migrate, programme2019 } from './local-state.ts'

/** `npm run reset`: an empty local database with the programme loaded again. */
const state = process.env['STATE'] ?? defaultState
empty(state)
migrate(state)
loadLocally(programme2019, state)
letIn(state)
console.log('The local database is new: the 2019 programme and no registrations.')
