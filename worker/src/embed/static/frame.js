/**
 * Served as `/v1/frame.js`, for pages that embed the widget as an iframe: gives each frame of ours the height of its
 * content. It believes only frames that came from where this script came from, and only heights that a page can have.
 */
;(() => {
  const script = document.currentScript
  if (!script) return
  const { origin: own } = new URL(script.src)
  const frames = () => document.querySelectorAll('iframe')

  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== own || !data || data.type !== 'kyiv-forums-height') return
    const { height } = data
    if (!Number.isInteger(height) || height < 20 || height > 20000) return
    for (const frame of frames()) if (frame.contentWindow === source) frame.style.height = `${height}px`
  })

  for (const frame of frames())
    if (frame.src.startsWith(`${own}/embed/frame`))
      frame.contentWindow?.postMessage({ type: 'kyiv-forums-height-wanted' }, own)
})()
