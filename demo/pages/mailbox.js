const subjects = {
  confirmed: 'Вас зареєстровано',
  waitlisted: 'Ви у списку очікування',
  promoted: 'Місце звільнилося: ви зареєстровані',
  cancelled: 'Реєстрацію скасовано',
  'already-registered': 'Ви вже зареєстровані',
  link: 'Посилання на вашу реєстрацію',
}

const element = (name, text, attributes = {}) =>
  Object.assign(document.createElement(name), { textContent: text }, attributes)

const entry = ({ kind, to, titleUk, forum, code, link, createdAt }) => {
  const item = document.createElement('li')
  item.append(
    element('h2', subjects[kind]),
    element('p', `${to ?? 'адресу вилучено'} · ${titleUk} (${forum}) · код ${code}`),
    element('time', new Date(createdAt).toLocaleString('uk', { timeZone: 'Europe/Kyiv' }), { dateTime: createdAt }),
    ' ',
    element('a', 'Відкрити мою реєстрацію', { href: link }),
  )
  return item
}

const show = async () => {
  const letters = await (await fetch('/mailbox.json')).json()
  document.querySelector('.letters').replaceChildren(...letters.map(entry))
  document.querySelector('.none').hidden = letters.length > 0
}

void show()
