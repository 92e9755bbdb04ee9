/** The editors' page: the form is sent by itself, its heights are measured, its snippets copied. */
const form = document.querySelector('.choices')
const preview = document.querySelector('#preview')
const stage = document.querySelector('.stage')
const said = document.querySelector('#said')
const sentences = document.querySelector('main').dataset

const find = name => document.querySelector(`[data-${name}]`)
const all = name => document.querySelectorAll(`[data-${name}]`)

/** The same text twice in a row would not be read aloud again. */
const say = text => {
  said.textContent = ''
  setTimeout(() => (said.textContent = text), 50)
}

/* — measuring: two frames nobody sees, as wide as a phone and as the place that was chosen */

const phone = 328
const placeWidths = { column: 300, text: 680, wide: 1120 }
const settled = 500

const measuring = ['narrow', 'wide'].map(name => {
  const frame = document.createElement('iframe')
  frame.className = 'measure'
  frame.tabIndex = -1
  frame.ariaHidden = 'true'
  frame.title = ''
  return { name, frame, height: 0 }
})

let settling = 0

const measure = path => {
  const chosen = new FormData(form).get('place')
  for (const one of measuring) {
    one.height = 0
    one.frame.style.width = `${one.name === 'narrow' ? phone : placeWidths[chosen]}px`
    one.frame.src = path
    if (!one.frame.isConnected) document.body.append(one.frame)
  }
}

addEventListener('message', ({ origin, source, data }) => {
  if (origin !== location.origin || data?.type !== 'kyiv-forums-height') return
  if (source === preview.contentWindow) preview.style.height = `${data.height}px`
  const one = measuring.find(({ frame }) => frame.contentWindow === source)
  if (!one || one.height === data.height) return
  one.height = data.height
  clearTimeout(settling)
  if (measuring.every(({ height }) => height >= 20)) settling = setTimeout(() => refresh(true), settled)
})

/* — the choice: the server knows how to word it, this page shows what it says */

const asked = isMeasured => {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''))
  if (isMeasured) for (const { name, height } of measuring) query.set(name, height)
  return query
}

let latest = 0

const refresh = async isMeasured => {
  const turn = (latest += 1)
  const query = asked(isMeasured)
  try {
    const response = await fetch(`/embed/snippets.json?${query}`)
    if (!response.ok) throw new Error('refused')
    const answer = await response.json()
    if (turn !== latest) return
    show(answer)
    if (isMeasured) return
    history.replaceState(null, '', `/embed?${query}`)
    translate(query)
    measure(answer.paths.frame)
    say(sentences.changed)
  } catch {
    if (turn === latest) say(sentences.changeFailed)
  }
}

const show = ({ snippets, sentences: told, paths }) => {
  for (const box of all('snippet')) {
    box.value = snippets[box.dataset.snippet]
    fit(box)
  }
  for (const place of all('sentence'))
    if (place.textContent !== told[place.dataset.sentence]) place.textContent = told[place.dataset.sentence]
  if (!preview.src.endsWith(paths.frame)) preview.src = paths.frame
  stage.dataset.theme = new FormData(form).get('theme')
  find('picture').src = paths.qr
  find('link').href = paths.qr
}

/** As many lines as the text takes. */
const fit = box => {
  box.style.height = 'auto'
  box.style.height = `${box.scrollHeight + 2}px`
}

/** The other language of this page keeps the choice. */
const translate = query => {
  const link = document.querySelector('.language')
  const other = new URLSearchParams(query)
  other.set('lang', link.lang)
  link.href = `/embed?${other}`
}

let typing = 0

const changed = ({ target }) => {
  clearTimeout(typing)
  typing = setTimeout(() => refresh(false), target.type === 'text' || target.type === 'color' ? 400 : 0)
}

form.addEventListener('input', changed)
form.addEventListener('submit', event => {
  event.preventDefault()
  void refresh(false)
})

/* — copying */

const copy = async ({ currentTarget: button }) => {
  const box = document.querySelector(`#snippet-${button.dataset.copy}`)
  try {
    await navigator.clipboard.writeText(box.value)
  } catch {
    box.select()
    // Where there is no clipboard, on a page without https, only this way is left.
    if (!document.execCommand('copy')) return say(sentences.copyFailed)
  }
  const { textContent } = button
  button.textContent = sentences.copied
  button.classList.add('done')
  say(`${sentences.copied}: ${box.labels[0].textContent}`)
  setTimeout(() => {
    button.textContent = textContent
    button.classList.remove('done')
  }, 2500)
}

for (const button of all('copy')) {
  button.hidden = false
  button.addEventListener('click', copy)
}

/* — the width of the preview */

const previewWidths = { phone: '360px', column: '300px', wide: '100%' }

for (const button of all('width'))
  button.addEventListener('click', () => {
    for (const other of all('width')) other.ariaPressed = String(other === button)
    preview.style.width = previewWidths[button.dataset.width]
  })

document.querySelector('.widths').hidden = false
find('without-script').hidden = true
for (const box of all('snippet')) fit(box)
for (const folded of document.querySelectorAll('details'))
  folded.addEventListener('toggle', () => folded.querySelectorAll('textarea').forEach(fit))
translate(asked(false))
measure(preview.getAttribute('src'))
