import type { Carried } from '#contract'
import { KyivForums } from './kyiv-forums.ts'
import { scriptOrigin } from './own-script.ts'
import { settings } from './settings.ts'

/** The name of the release, which is a hash of all of it; the build puts it here. */
declare const RELEASE: string

/** What the worker has put into the script's answer. */
declare const CARRIED: Carried | 0

export const release = RELEASE

type Part = Awaited<ReturnType<(typeof KyivForums.loadForm)['uk']>> &
  Awaited<ReturnType<typeof KyivForums.loadChallenge>> & {
    readonly show: (script: { origin: string; release: string }) => void
  }

/** A part comes once for all elements. A browser may remember that it did not: every further attempt has an address of its own. */
const part = (name: string) => {
  const url = `${scriptOrigin}/r/${release}/${name}.js`
  let failures = 0
  let coming: Promise<Part> | undefined
  return () =>
    (coming ??= import(failures ? `${url}?${failures}` : url).catch(error => {
      failures += 1
      coming = undefined
      throw error
    }))
}

/** For the page's editor, who asks for it by the page's address. */
const check = () => {
  if (location.hash === '#kyiv-forums-check')
    part('check')().then(({ show }) => show({ origin: scriptOrigin, release }))
}

/** Only the first script of a page brings the element: what a page has once is never replaced. */
export const define = (): void => {
  KyivForums.reflect(settings)
  KyivForums.origin = scriptOrigin
  KyivForums.release = release
  KyivForums.carried = CARRIED || null
  KyivForums.loadForm = { uk: part('form-uk'), en: part('form-en') }
  KyivForums.loadChallenge = part('challenge')
  customElements.define('kyiv-forums', KyivForums)
  addEventListener('hashchange', check)
  check()
}
