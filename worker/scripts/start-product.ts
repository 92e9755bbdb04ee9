import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'

/**
 * Starts the product as `npm start` does, on free ports and with a database of its own, for a journey or a picture.
 * `stop` ends it and leaves nothing behind.
 */
export const startProduct = async () => {
  const state = mkdtempSync(join(tmpdir(), 'kyiv-forums-'))
  const [port, demoPort] = [await freePort(), await freePort()]
  const product = spawn(process.execPath, [join(import.meta.dirname, 'start.ts')], {
    env: { ...process.env, STATE: state, PORT: String(port), DEMO_PORT: String(demoPort), NOW: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise(resolve => product.once('exit', resolve))
  let printed = ''
  await new Promise<void>((resolve, reject) => {
    for (const stream of [product.stdout, product.stderr])
      stream.on('data', chunk => {
        printed += String(chunk)
        if (printed.includes('Ctrl-C')) resolve()
      })
    product.once('exit', code => reject(new Error(`npm start ended with ${code}:\n${printed}`)))
  })
  return {
    state,
    worker: `http://localhost:${port}`,
    demo: `http://localhost:${demoPort}`,
    /** Everything that it and its worker have printed. */
    printed: () => printed,
    organiserToken: /organiser token: (kf_\w+)/.exec(printed)?.[1] ?? '',
    stop: async () => {
      product.kill('SIGINT')
      await ended
      rmSync(state, { recursive: true, force: true })
    },
  }
}
