import { checkStyles } from './check.styles.ts'
import { type Finding, findings, policyLines, type Script } from './findings.ts'

const made = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
  look = '',
): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(name)
  element.textContent = text
  if (look) element.className = look
  return element
}

const marks = { good: 'гаразд', note: 'зауважте', bad: 'заважає' } as const

/** What an editor sends on: the page, what was found, and the lines that its server may need. */
const letter = (found: readonly Finding[], { origin }: Script): string =>
  [
    `Сторінка: ${location.origin}${location.pathname}`,
    ...found.map(({ subject, verdict, words }) => `${subject} (${marks[verdict]}): ${words}`),
    '',
    'Якщо сайт має Content-Security-Policy, додайте до неї (останній рядок — лише там, де вимагаються Trusted Types):',
    policyLines(origin),
  ].join('\n')

const list = (found: readonly Finding[]): HTMLDListElement => {
  const lines = made('dl')
  for (const { subject, verdict, words } of found) lines.append(made('dt', subject), made('dd', words, verdict))
  return lines
}

const button = (label: string, press: () => void) => {
  const control = made('button', label)
  control.addEventListener('click', press)
  return control
}

let panel: HTMLElement | undefined

/** Shows the editor of a page what stands in the widget's way, and what to send to the site's administrator. */
export const show = async (script: Script): Promise<void> => {
  panel?.remove()
  const host = (panel = made('div'))
  host.dataset['kyivForumsCheck'] = script.release
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(checkStyles)
  root.adoptedStyleSheets = [sheet]
  const section = made('section')
  section.lang = 'uk'
  section.setAttribute('role', 'dialog')
  section.setAttribute('aria-label', 'Перевірка віджета форумів')
  section.tabIndex = -1
  section.append(made('h2', 'Перевірка віджета форумів'), made('p', 'Перевіряємо…'))
  root.append(section)
  document.body.append(host)
  section.focus()
  const close = () => host.remove()
  section.addEventListener('keydown', event => event.key === 'Escape' && close())
  const found = await findings(script)
  const text = made('textarea')
  text.readOnly = true
  text.value = letter(found, script)
  text.setAttribute('aria-label', 'Що надіслати адміністраторові сайту')
  const copy = button('Скопіювати', () => {
    text.select()
    document.execCommand('copy')
    copy.textContent = 'Скопійовано'
  })
  section.replaceChildren(
    made('h2', 'Перевірка віджета форумів'),
    list(found),
    made('p', 'Що надіслати адміністраторові сайту:'),
    text,
    copy,
    button('Закрити', close),
  )
}
