import { hostPage, placedElement, plainScript } from './host-page.ts'

const style = (css: string) => `<style>${css}</style>`

/** Pages whose layout and styles reach for whatever stands on them. */
export const lookPages = [
  hostPage('quirks', 'Без doctype: режим сумісності', { doctype: '' }),
  hostPage('base', 'Чужа <base href> на сторінці', {
    head: '<base href="https://elsewhere.example/deep/" target="_top">',
  }),
  hostPage('root-size', 'Корінь 62,5 %: один rem — 10 пікселів', {
    head: style('html { font-size: 62.5%; } body { font-size: 1.6rem; }'),
  }),
  hostPage('resets', 'Правила для всього підряд', {
    head: style(
      '* { letter-spacing: 9px; word-spacing: 20px; text-transform: uppercase; line-height: 0; text-indent: 90px; color: transparent; -webkit-text-fill-color: transparent; visibility: hidden; text-align: right; white-space: nowrap; user-select: none; pointer-events: none; cursor: none; font-variant: small-caps; } h1, a { visibility: visible; }',
    ),
  }),
  hostPage('all-unset', 'all: unset для всього підряд', { head: style('*, *::before, *::after { all: unset; }') }),
  hostPage('right-to-left', 'Напрям справа наліво', {
    root: 'lang="uk" dir="rtl"',
    head: style('* { direction: rtl; }'),
  }),
  hostPage('important', 'Правила з !important для кнопок, полів і заголовків', {
    head: style(
      'button, input, textarea, label, h2, h3, a, dialog, form { display: none !important; } div { height: 0 !important; overflow: hidden !important; }',
    ),
  }),
  hostPage('hidden-all', '* { display: none !important }: захисту немає', {
    shows: 'nothing',
    head: style('* { display: none !important; }'),
  }),
  hostPage('sticky', 'Липка шапка поверх усього', {
    head: style(
      'header { position: fixed; inset: 0 0 auto; height: 120px; background: #123; color: #fff; z-index: 2147483647; } main { padding-top: 140px; } .space { height: 900px; }',
    ),
    body: `<header>Шапка сайту</header><div class="space"></div>${placedElement}<div class="space"></div>${plainScript}`,
  }),
  hostPage('no-viewport', 'Без <meta name="viewport">', { viewport: '' }),
  hostPage('narrow', 'Комірка таблиці завширшки 180 пікселів, у рухомій колонці', {
    head: style('td { width: 180px; max-width: 180px; overflow: hidden; } table { transform: translateX(0); }'),
    body: `<table><tr><td>${placedElement}</td></tr></table>${plainScript}`,
  }),
] as const
