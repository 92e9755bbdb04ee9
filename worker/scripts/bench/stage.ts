import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { build } from '../build.ts'
import { freePort } from '../free-port.ts'
import { loadLocally, migrate, programme2019 } from '../local-state.ts'
import { localNow, startLocalWorker } from '../local-worker.ts'
import { root } from '../wrangler.ts'
import { floorPath, framePage, ownFramePath } from './cases.ts'
import { startCompressingHop } from './compressing-hop.ts'
import { differingPixels, lookAtWidget } from './first-look.ts'
import { floorScript } from './floor.ts'
import { startHostSite } from './host-site.ts'
import { slow4G } from './network.ts'
import { startShapedPath } from './shaped-path.ts'
import type { Visiting } from './visit.ts'

/** The worker's files: those of the comparison lie among them while it runs, to be served likewise. */
const assets = join(root, '.build/assets')

/** Everything between the browser and the database, and what was found while it was set up. */
export interface Stage extends Visiting {
  readonly height: number
  readonly framePath: string
  /** The share of pixels in which the floor differs from the widget. */
  readonly differing: number
}

/** Another origin and another site than the host's, both of this machine. */
const workerOrigin = (port: number) => `http://forums.localhost:${port}`

/**
 * Sets the stage twice, because the floor is made of what the widget shows: the worker starts again with the floor's
 * script among its files. `ends` collects what is to be ended, whatever happens.
 */
export const setStage = async (browser: Browser, ends: (() => unknown)[]): Promise<Stage> => {
  await build()
  const state = mkdtempSync(join(tmpdir(), 'kyiv-forums-bench-'))
  ends.push(() => rmSync(state, { recursive: true, force: true }))
  migrate(state)
  loadLocally(programme2019, state)

  const before = await startWorker(state)
  ends.push(before.stop)
  const framePath = (await fetch(`${before.origin}/embed/frame`)).ok ? '/embed/frame' : ownFramePath
  const { height, ...shown } = await look(browser, before.origin, before.port)
  await before.stop()

  ends.push(() => rmSync(join(assets, 'bench'), { recursive: true, force: true }))
  mkdirSync(join(assets, 'bench'), { recursive: true })
  writeFileSync(join(assets, floorPath), floorScript({ height, ...shown }))
  writeFileSync(join(assets, `${ownFramePath}.html`), framePage)

  const worker = await startWorker(state)
  ends.push(worker.stop)
  const hop = await startCompressingHop(worker.port)
  ends.push(hop.stop)
  const path = await startShapedPath(hop.port, slow4G)
  ends.push(path.stop)
  const reserved = Math.ceil(height)
  const unshaped = await startHostSite({ origin: workerOrigin(hop.port), framePath, height: reserved })
  ends.push(unshaped.stop)
  const origin = workerOrigin(path.port)
  const site = await startHostSite({ origin, framePath, height: reserved })
  ends.push(site.stop)
  return {
    browser,
    path,
    origin,
    site: site.origin,
    whole: { forums: shown.forums, districts: shown.districts },
    height: reserved,
    framePath,
    differing: await differingPixels(browser, unshaped.origin),
  }
}

const startWorker = async (state: string) => {
  const port = await freePort()
  return { port, ...(await startLocalWorker({ port, state, now: localNow() })) }
}

/** At the widget as it is, with no height reserved and no network in between. */
const look = async (browser: Browser, api: string, port: number) => {
  const hop = await startCompressingHop(port)
  const site = await startHostSite({ origin: workerOrigin(hop.port), framePath: ownFramePath, height: 0 })
  try {
    return await lookAtWidget(browser, `${site.origin}/tag`, api)
  } finally {
    site.stop()
    hop.stop()
  }
}
