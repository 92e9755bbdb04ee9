// A page translator: it puts every piece of text, in open shadow roots as well, into two <font> elements, and goes on
// doing so with whatever appears. What is marked translate="no" it leaves alone.
;(function () {
  const left = 'script, style, textarea, font, [translate="no"]'
  const seen = new WeakSet()

  const wrap = text => {
    if (!text.data.trim() || text.parentElement?.closest(left)) return
    const outer = document.createElement('font')
    const inner = document.createElement('font')
    outer.style.verticalAlign = inner.style.verticalAlign = 'inherit'
    outer.append(inner)
    text.replaceWith(outer)
    // The words are another language's now, in a node of their own.
    inner.append(text.data)
  }

  const translate = root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    const texts = []
    for (let node = root; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) texts.push(node)
      else if (node.shadowRoot) watch(node.shadowRoot)
    }
    texts.forEach(wrap)
  }

  const watch = root => {
    if (seen.has(root)) return
    seen.add(root)
    translate(root)
    new MutationObserver(records => {
      for (const { addedNodes } of records) addedNodes.forEach(node => node.isConnected && translate(node))
    }).observe(root, { childList: true, subtree: true })
  }

  // A shadow root tells nobody that it has come.
  setInterval(() => translate(document.body), 100)
  watch(document.body)
})()
