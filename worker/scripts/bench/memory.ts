import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** The process of workerd that has files of this folder open: there the worker and its database run. Linux alone tells. */
export const processOf = (folder: string): number => {
  const found = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .find(name => nameOf(name) === 'workerd' && filesOf(name).some(file => file.startsWith(folder)))
  if (found === undefined) throw new Error(`No workerd has files of ${folder} open`)
  return Number(found)
}

/** The most memory that a process has ever had, in MB: `VmHWM` of proc(5). */
export const peakOf = (process: number): number => {
  const [, kilobytes = ''] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${process}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

const nameOf = (process: string): string => unlessGone(() => readFileSync(`/proc/${process}/comm`, 'utf8').trim(), '')

const filesOf = (process: string): string[] =>
  unlessGone(() => readdirSync(`/proc/${process}/fd`), []).map(file =>
    unlessGone(() => readlinkSync(`/proc/${process}/fd/${file}`), ''),
  )

/** Processes and their files come and go while one looks; those of others are not shown. */
const unlessGone = <Found>(look: () => Found, otherwise: Found): Found => {
  try {
    return look()
  } catch {
    return otherwise
  }
}
