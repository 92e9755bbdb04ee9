const element = (name, text, attributes = {}) =>
  Object.assign(document.createElement(name), { textContent: text, ...attributes })

/** The HTML in a frame that may do nothing, its pictures put where it names them. */
const frameOf = ({ html, subject, attachments }) => {
  const shown = attachments.reduce(
    (letter, { contentId, type, content }) =>
      contentId ? letter.replaceAll(`cid:${contentId}`, `data:${type};base64,${content}`) : letter,
    html,
  )
  const frame = element('iframe', '', {
    title: subject,
    srcdoc: shown.replace('<head>', '<head><base target="_blank">'),
  })
  frame.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox')
  return frame
}

const attachmentOf = ({ filename, type, content }) =>
  element('a', filename, { href: `data:${type.split(';')[0]};base64,${content}`, download: filename })

const lettersOf = letter => {
  const details = document.createElement('details')
  details.append(element('summary', 'Показати лист'))
  // Only when it is wanted: a hundred frames would be a heavy page.
  details.addEventListener(
    'toggle',
    () => {
      const text = element('details', '')
      text.append(element('summary', 'Лист без оформлення'), element('pre', letter.text))
      const files = element('p', 'Вкладення: ')
      for (const attachment of letter.attachments) files.append(attachmentOf(attachment), ' ')
      details.append(frameOf(letter), text, ...(letter.attachments.length > 0 ? [files] : []))
    },
    { once: true },
  )
  return details
}

const entry = letter => {
  const { subject, to, forum, code, link, text, createdAt } = letter
  const item = document.createElement('li')
  item.append(
    element('h2', subject),
    element('p', [to, forum, code && `код ${code}`].filter(Boolean).join(' · ')),
    element('time', new Date(createdAt).toLocaleString('uk', { timeZone: 'Europe/Kyiv' }), { dateTime: createdAt }),
    ' ',
    link
      ? element('a', 'Відкрити мою реєстрацію', { href: link })
      : element('a', 'Відкрити посилання з листа', { href: /http\S+/.exec(text)?.[0] }),
    lettersOf(letter),
  )
  return item
}

const list = document.querySelector('.letters')
const known = new Set()

/** New letters come on top; those that are open stay open. */
const show = async () => {
  const letters = await (await fetch('/mailbox.json')).json()
  const fresh = letters.filter(({ id }) => !known.has(id))
  for (const { id } of fresh) known.add(id)
  list.prepend(...fresh.map(entry))
  document.querySelector('.none').hidden = list.children.length > 0
}

const keepShowing = async () => {
  await show().catch(() => undefined)
  setTimeout(keepShowing, 1000)
}

void keepShowing()
