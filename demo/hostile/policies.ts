import { hostPage, placedElement } from './host-page.ts'

const policy = (...directives: string[]) => ({ 'Content-Security-Policy': directives.join('; ') })

/** The two lines that the documentation asks of a page with a policy. */
const allowed = ['script-src https://HOST', 'connect-src https://HOST']
const typed = "require-trusted-types-for 'script'"

/** Pages whose answer says what may run, be asked and be styled there. */
export const policyPages = [
  hostPage('csp-documented', 'Суворі правила (CSP) із двома рядками з документації', {
    headers: policy("default-src 'none'", ...allowed, 'img-src data:'),
  }),
  hostPage('csp-no-script', 'Правила не дозволяють скрипт', {
    shows: 'link',
    reports: ['script-src-elem'],
    headers: policy("script-src 'self'"),
  }),
  hostPage('csp-no-connect', 'Правила дозволяють скрипт, але не запити', {
    shows: 'forums-or-link',
    reports: ['connect-src'],
    headers: policy('script-src https://HOST', "connect-src 'self'"),
  }),
  hostPage('csp-no-style', 'Правила не дозволяють жодного стилю', { headers: policy("style-src 'none'") }),
  hostPage('csp-nonce', 'Скриптам потрібен одноразовий ключ', {
    headers: policy("default-src 'none'", "script-src 'nonce-NONCE'", 'connect-src https://HOST', 'img-src data:'),
    body: `${placedElement}<script async nonce="NONCE" src="https://HOST/v1/widget.js"></script>`,
  }),
  hostPage('csp-strict-dynamic', 'Одноразовий ключ і strict-dynamic', {
    headers: policy("script-src 'nonce-NONCE' 'strict-dynamic'", "object-src 'none'", "base-uri 'none'"),
    body: `${placedElement}<script async nonce="NONCE" src="https://HOST/v1/widget.js"></script>`,
  }),
  hostPage('csp-no-forms', 'Правила не дозволяють надсилати форми', { headers: policy("form-action 'none'") }),
  hostPage('types-required', 'Вимагає Trusted Types, назв не обмежує', { headers: policy(typed) }),
  hostPage('types-documented', 'Вимагає Trusted Types і дозволяє політику kyiv-forums', {
    headers: policy(typed, 'trusted-types kyiv-forums', ...allowed),
  }),
  hostPage('types-none', 'Вимагає Trusted Types і не дозволяє жодної політики', {
    shows: 'link',
    reports: ['trusted-types', 'require-trusted-types-for'],
    headers: policy(typed, "trusted-types 'none'"),
  }),
  hostPage('types-others', 'Вимагає Trusted Types і дозволяє лише чужу політику', {
    shows: 'link',
    reports: ['trusted-types', 'require-trusted-types-for'],
    headers: policy(typed, 'trusted-types dompurify'),
  }),
  hostPage('types-listed', 'Перелічує чужі політики, але Trusted Types не вимагає', {
    reports: ['trusted-types'],
    headers: policy('trusted-types dompurify'),
  }),
  hostPage('types-listed-none', 'Не дозволяє жодної політики, але Trusted Types не вимагає', {
    reports: ['trusted-types'],
    headers: policy("trusted-types 'none'"),
  }),
  hostPage('isolated', 'Ізольована сторінка: COOP і COEP require-corp', {
    headers: {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    },
  }),
  hostPage('no-referrer', 'Не каже, звідки прийшли', { headers: { 'Referrer-Policy': 'no-referrer' } }),
] as const
