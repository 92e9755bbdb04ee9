import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

type Process = { readonly pid: number; readonly parent: number; readonly command: string }

/** The processes with this command that this one has started, itself or through others. No other may ever be killed. */
export const descendants = (ancestor: number, command: string): number[] => {
  const processes = existsSync('/proc/self/stat') ? fromProc() : fromPs()
  const below = (parent: number): Process[] =>
    processes.filter(found => found.parent === parent).flatMap(child => [child, ...below(child.pid)])
  return below(ancestor)
    .filter(found => found.command === command)
    .map(({ pid }) => pid)
}

const fromProc = (): Process[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      const [, command = '', parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(statOf(name)) ?? []
      return [{ pid: Number(name), parent: Number(parent), command }]
    })

/** '' when it has ended meanwhile. */
const statOf = (name: string): string => {
  try {
    return readFileSync(`/proc/${name}/stat`, 'utf8')
  } catch {
    return ''
  }
}

const fromPs = (): Process[] =>
  spawnSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' })
    .stdout.split('\n')
    .map(line => {
      const [pid, parent, ...command] = line.trim().split(/\s+/)
      return { pid: Number(pid), parent: Number(parent), command: command.join(' ').replace(/^.*\//, '') }
    })
