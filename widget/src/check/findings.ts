import type { RegistrationForm, Schedule } from '#contract'
import { ask, type FailureCode } from '../http.ts'
import { tags } from '../own-script.ts'

/** How something stands: as it should, worth knowing, or in the way. */
type Verdict = 'good' | 'note' | 'bad'

/** One line of the panel, in Ukrainian: the editors' language. */
export interface Finding {
  readonly subject: string
  readonly verdict: Verdict
  readonly words: string
}

/** What the panel looks at: the origin of the script and its release. */
export interface Script {
  readonly origin: string
  readonly release: string
}

const finding = (subject: string, verdict: Verdict, words: string): Finding => ({ subject, verdict, words })

const copies = ({ origin, release }: Script): Finding => {
  const addresses = [...document.querySelectorAll<HTMLScriptElement>(tags)].map(({ src }) => src)
  const origins = new Set(addresses.map(address => new URL(address).origin))
  const many = addresses.length > 1 ? `, тегів скрипта на сторінці: ${addresses.length}` : ''
  return origins.size > 1
    ? finding('Версія', 'note', `${release}; скрипт підключено з різних адрес: ${[...origins].join(', ')}`)
    : finding('Версія', 'good', `${release} з ${origin}${many}`)
}

const nameOf = (element: Element) => {
  const district = element.getAttribute('district')
  const forum = element.getAttribute('forum')
  if (forum) return `форум «${forum}», указаний у тегу`
  return district ? `район «${district}», указаний у тегу` : undefined
}

const elements = (): Finding[] => {
  const found = [...document.querySelectorAll('kyiv-forums')]
  if (!found[0])
    return [finding('Віджет', 'bad', 'на сторінці немає елемента <kyiv-forums>: вставте тег у тіло сторінки')]
  return found.map((element, index) =>
    finding(
      found.length > 1 ? `Віджет ${index + 1}` : 'Віджет',
      element.getBoundingClientRect().height > 0 ? 'good' : 'bad',
      `${nameOf(element) ?? `район за назвою сайту ${location.hostname || '(невідома)'}`}${
        element.getBoundingClientRect().height > 0 ? '' : '; стилі сторінки його приховують'
      }`,
    ),
  )
}

const reasons: Partial<Record<FailureCode, string>> = {
  blocked: 'політика безпеки сайту (CSP, connect-src) не пускає до розкладу: додайте рядки, наведені нижче',
  network: 'немає відповіді: перевірте зв’язок, блокувальник реклами та CSP сайту (connect-src)',
  timeout: 'відповідь не надійшла за десять секунд',
}

const connection = async ({ origin }: Script): Promise<Finding[]> => {
  const answer = await ask<Schedule>(`${origin}/api/v1/schedule?site=${encodeURIComponent(location.hostname)}`)
  if (answer.kind === 'refusal') return [finding('Зв’язок', 'bad', reasons[answer.code] ?? `відмова: ${answer.code}`)]
  const { series, forums } = answer.body
  const districts = [...new Set(forums.map(({ district }) => district?.name.uk ?? 'усе місто'))]
  const seen = finding('Зв’язок', 'good', `«${series.title.uk}», форумів: ${forums.length}`)
  const own = finding('Сайт', 'good', `${location.hostname || 'без назви'}: ${districts.join(', ') || 'форумів немає'}`)
  const open = forums.find(({ registration: { state } }) => state === 'open' || state === 'waitlist')
  return open ? [seen, own, await registering(origin, open.slug)] : [seen, own]
}

/** Whether people may register here, or are led to the forum's own page. */
const registering = async (origin: string, forum: string): Promise<Finding> => {
  const answer = await ask<RegistrationForm>(`${origin}/api/v1/forums/${forum}/form`)
  if (answer.kind === 'refusal') return finding('Реєстрація', 'bad', reasons[answer.code] ?? `відмова: ${answer.code}`)
  return answer.body.elsewhere
    ? finding(
        'Реєстрація',
        'note',
        'сайт ще не внесено до переліку: людей веде на сторінку форуму. Попросіть організаторів внести сайт',
      )
    : finding('Реєстрація', 'good', 'просто на цій сторінці')
}

interface Violation {
  readonly body?: { readonly effectiveDirective?: string; readonly blockedURL?: string } | null
}

/** Of the page's Content-Security-Policy, as far as the browser remembers them. */
const violations = async (origin: string): Promise<Finding> => {
  const reports = await new Promise<readonly Violation[]>(resolve => {
    if (!('ReportingObserver' in window)) return resolve([])
    const options = { types: ['csp-violation'], buffered: true }
    const observer = new ReportingObserver(found => resolve(found as readonly Violation[]), options)
    observer.observe()
    setTimeout(() => resolve([]), 200)
  })
  const ours = reports.filter(({ body }) => body?.blockedURL?.startsWith(origin))
  return ours[0]
    ? finding(
        'CSP',
        'bad',
        `сайт забороняє: ${[...new Set(ours.map(({ body }) => body?.effectiveDirective))].join(', ')}`,
      )
    : finding('CSP', 'good', 'заборон для віджета не видно')
}

/** Whether a template may be parsed (W3C Trusted Types). */
const trustedTypes = (): Finding => {
  if (!('trustedTypes' in window)) return finding('Trusted Types', 'good', 'браузер їх не знає')
  try {
    document.createElement('template').setHTMLUnsafe('<i></i>')
    return finding('Trusted Types', 'good', 'сторінка їх не вимагає')
  } catch {
    const works = document.querySelector('kyiv-forums')?.shadowRoot?.querySelector('.root')
    return works
      ? finding('Trusted Types', 'good', 'сторінка їх вимагає й дозволяє політику kyiv-forums')
      : finding('Trusted Types', 'bad', 'сторінка їх вимагає: дозвольте політику kyiv-forums')
  }
}

const surroundings = (): Finding[] => [
  isSecureContext
    ? finding('Захист', 'good', 'сторінка відкрита через https')
    : finding('Захист', 'note', 'сторінка відкрита через http: те, що вводять люди, можна підслухати дорогою'),
  ...(window.top === window ? [] : [finding('Рамка', 'note', 'сторінка стоїть у рамці (iframe) іншої сторінки')]),
  ...(document.compatMode === 'CSS1Compat' ? [] : [finding('Режим', 'note', 'сторінка без <!doctype html>')]),
]

/** Everything that may keep the widget from working on this page. */
export const findings = async (script: Script): Promise<Finding[]> => [
  copies(script),
  ...elements(),
  ...(await connection(script)),
  await violations(script.origin),
  trustedTypes(),
  ...surroundings(),
]

/** What a host's Content-Security-Policy needs: three lines at most. */
export const policyLines = (origin: string): string =>
  `script-src ${origin}\nconnect-src ${origin}\ntrusted-types kyiv-forums`
