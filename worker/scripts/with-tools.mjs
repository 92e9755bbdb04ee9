// Runs one of the project's commands on a machine that may have nothing but Node.js 20 and npm: installs the locked
// dependencies when they are not there, among them the Node.js that the tools need, and hands over to it.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..')
const modules = join(root, 'node_modules')
const programs = join(modules, '.bin')
const mark = join(modules, '.installed-lock')

const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
  console.log('Installing what is missing (a minute or two, once) …')
  // No package's own install script is needed, so none is run.
  const npm = spawnSync('npm', ['ci', '--ignore-scripts'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) process.exit(npm.status ?? 1)
  writeFileSync(mark, lock)
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isNewEnough = major > 22 || (major === 22 && minor >= 18)
const locked = join(programs, 'node')
if (!isNewEnough && !existsSync(locked)) {
  console.error(
    `The tools need Node.js 22.18 or newer; this is ${process.versions.node}, and no locked one fits this machine.`,
  )
  process.exit(1)
}

const [script, ...words] = process.argv.slice(2)
const child = spawn(isNewEnough ? process.execPath : locked, [join(root, script), ...words], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}` },
})
// Ctrl-C reaches the whole group: the child ends in its own way, and this process with it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
