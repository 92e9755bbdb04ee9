import built from '../../../.build/release.json'

/** The widget as it was built together with this worker. */
export type Release = {
  /** A hash of all its files: they lie at `/r/<name>/` and never change. */
  readonly name: string
  /** Of `/r/<name>/widget.js` (W3C Subresource Integrity). */
  readonly integrity: string
  /** `widget.js` up to where what it carries begins. */
  readonly script: string
}

export const currentRelease: Release = built
