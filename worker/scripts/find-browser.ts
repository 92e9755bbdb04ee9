import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const onPath = () =>
  (process.env['PATH'] ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name)))

const present = (): string | undefined =>
  [process.env['CHROMIUM_PATH'] ?? '', chromium.executablePath(), ...onPath(), ...places].find(
    path => path !== '' && existsSync(path),
  )

const run = (command: string, ...words: string[]): boolean =>
  spawnSync(command, words, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status ===
  0

const installFromDebian = (): boolean => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log('Installing Debian’s Chromium for the browser tests …')
  return (
    run('apt-get', 'update') &&
    run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core')
  )
}

/** A Chromium, Chrome or Edge of this machine, or Debian's, installed. Throws with what to install when there is none. */
export const findBrowser = (): string => {
  const found = present() ?? (installFromDebian() ? present() : undefined)
  if (found === undefined)
    throw new Error('The browser tests need Chromium, Chrome or Edge: install one, or name it in CHROMIUM_PATH.')
  return found
}
