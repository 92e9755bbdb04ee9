import { join } from 'node:path'
import { loadLocally } from '../../worker/scripts/local-state.ts'
import { startProduct } from '../../worker/scripts/start-product.ts'

/**
 * Starts the product as a newcomer does and loads a second programme with forums for the journeys; returns how to end
 * it. What the journeys need to know is in the environment.
 */
const startWorld = async () => {
  const product = await startProduct()
  loadLocally(join(import.meta.dirname, 'programme.json'), product.state)
  process.env['WORKER'] = product.worker
  process.env['DEMO'] = product.demo
  process.env['ORGANISER_TOKEN'] = product.organiserToken
  return product.stop
}

// oxlint-disable-next-line import/no-default-export -- how Playwright finds a global setup
export default startWorld
