import { chromium } from '@playwright/test'
import { findBrowser } from '../find-browser.ts'
import { caseNames } from './cases.ts'
import { asTable, comparison, everything } from './embed-table.ts'
import { type Round, slowdowns, type Visited } from './rounds.ts'
import { setStage, type Stage } from './stage.ts'
import { phone, visit } from './visit.ts'

/**
 * What the embed costs a page that nobody here controls: first visits from a phone on a slow network, in turns with the
 * same content in an iframe and with the least that could show it. `ROUNDS` is another number of rounds than 15.
 *
 * The network is modelled by a proxy between the browser and the worker, iframes included; the host's page itself comes
 * without it. HTTP/1.1, of which Chromium opens up to six connections to a host, with and without credentials apart.
 * Frames share the process of their page, which favours the iframe.
 */
const rounds = Number(process.env['ROUNDS'] ?? 15)
if (!(rounds >= 1 && rounds <= 100)) throw new Error('ROUNDS is a number from 1 to 100')

const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-site-isolation-trials',
    '--host-resolver-rules=MAP * 127.0.0.1',
  ],
})
const ends: (() => unknown)[] = [() => browser.close()]

/** Every case at every speed of the CPU; each round begins with another one. */
const playRound = async (number: number, stage: Stage): Promise<Round> => {
  const turns = slowdowns.flatMap(slowdown => caseNames.map(name => ({ name, slowdown })))
  const start = number % turns.length
  const visited: Visited[] = []
  for (const turn of [...turns.slice(start), ...turns.slice(0, start)])
    visited.push({ ...turn, visit: await visit(turn.name, turn.slowdown, stage) })
  return visited
}

try {
  const stage = await setStage(browser, ends)
  // The first round fills the caches of the worker and of the compressing hop; it does not count.
  await playRound(0, stage)
  const played: Round[] = []
  for (let number = 1; number <= rounds; number += 1) {
    played.push(await playRound(number, stage))
    process.stderr.write(`\rround ${number} of ${rounds}${number === rounds ? '\n' : ''}`)
  }
  console.log(asTable(comparison(played)))
  console.log(`
${rounds} rounds; ${stage.whole.forums} forums, ${stage.height} px high at ${phone.viewport.width} px; the iframe shows ${stage.framePath};
the floor differs from the widget in ${(stage.differing * 100).toFixed(2)} % of the pixels. Median [least–most]:
`)
  console.log(asTable(everything(played)))
} finally {
  for (const end of ends.toReversed()) await end()
}
