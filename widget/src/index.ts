import { define, release } from './define.ts'
import { placeElements } from './place.ts'

// Whatever the page has done to the browser: it keeps its own content, and its console is told.
try {
  placeElements()
  const defined = customElements.get('kyiv-forums') as { readonly release?: string } | undefined
  if (!defined) define()
  else if (defined.release !== release)
    console.warn(`<kyiv-forums>: ${release} is not used, the page has ${defined.release ?? 'another'} already`)
} catch (error) {
  console.warn('<kyiv-forums>', error)
}
