import type { PersonalData } from '#contract'

/** Gives the person a file of what is stored about them. */
export const download = (data: PersonalData): void => {
  const file = new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `kyiv-forums-${data.registration.code}.json`
  link.click()
  // Not before the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
