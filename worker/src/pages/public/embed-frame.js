/** In a stranger's frame: the accent, which no style attribute may set here, and the height, for the page around it. */
const element = document.querySelector('kyiv-forums')
const { accent = '' } = element.dataset
if (/^#[0-9a-f]{6}$/.test(accent)) element.style.setProperty('--kyiv-forums-accent', accent)

const tell = () => {
  const height = Math.ceil(document.body.getBoundingClientRect().height)
  parent.postMessage({ type: 'kyiv-forums-height', height }, '*')
}

if (parent !== window) {
  new ResizeObserver(tell).observe(document.body)
  // The script of the page around may have come later than the first height.
  addEventListener('message', ({ source, data }) => {
    if (source === parent && data?.type === 'kyiv-forums-height-wanted') tell()
  })
}
