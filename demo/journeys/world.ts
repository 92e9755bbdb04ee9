import { join } from 'node:path'
import { loadLocally } from '../../worker/scripts/local-state.ts'
import { startProduct } from '../../worker/scripts/start-product.ts'

/** Names, addresses, numbers and links of the people in the journeys, and any other token of an organiser. */
const personal = /\S+@example\.com|Приклад|Особа|Pryklad|380\d{9}|registration#[\w-]+|kf_\w+/g

/**
 * Starts the product as a newcomer does and loads two more programmes, with forums for the journeys and with one in each
 * state; returns how to end it. What the journeys need to know is in the environment.
 */
const startWorld = async () => {
  const product = await startProduct()
  for (const programme of ['programme.json', '../states/programme.json'])
    loadLocally(join(import.meta.dirname, programme), product.state)
  process.env['WORKER'] = product.worker
  process.env['DEMO'] = product.demo
  process.env['STATE'] = product.state
  process.env['ORGANISER_TOKEN'] = product.organiserToken
  return async () => {
    await product.stop()
    const traces = product.printed().replaceAll(product.organiserToken, '').match(personal)
    if (traces) throw new Error(`The worker has printed what belongs to a person: ${traces.join(', ')}`)
  }
}

// oxlint-disable-next-line import/no-default-export -- how Playwright finds a global setup
export default startWorld
