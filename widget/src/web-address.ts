/** Whether a browser may safely be sent there: Lit does not stop `javascript:` in an `href`. */
export const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address)

/** The origin of an `http(s)` address, else null. */
export const webOrigin = (address: string): string | null => {
  try {
    return isWebAddress(address) ? new URL(address).origin : null
  } catch {
    return null
  }
}
