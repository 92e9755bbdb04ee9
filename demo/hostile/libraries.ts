import { hostPage, placedElement, plainScript, scriptTag } from './host-page.ts'

const script = (file: string) => `<script src="${file}"></script>`
const rude = (name: string) => script(`/hostile/rude/${name}.js`)

/** Pages whose libraries change what the platform does. */
export const libraryPages = [
  hostPage('prototype', 'Prototype: власні Array.from, toJSON і show у кожного елемента', { head: rude('prototype') }),
  hostPage('mootools', 'MooTools: власні методи в Array, Function, String', { head: script('/libraries/mootools.js') }),
  hostPage('enumerable', 'Перелічувані властивості в Object.prototype', { head: rude('enumerable') }),
  hostPage('array-iterator', 'Зламаний перебір масивів', { shows: 'forums-or-link', head: rude('array-iterator') }),
  hostPage('requirejs', 'RequireJS: є глобальний define', { head: script('/libraries/require.js') }),
  hostPage('zone', 'zone.js: переписані fetch, таймери й обіцянки', { head: script('/libraries/zone.js') }),
  hostPage('jquery', 'jQuery перехоплює форми, посилання й відправлення', {
    head: script('/libraries/jquery.js') + rude('jquery-site'),
  }),
  hostPage('bootstrap-modal', 'Віджет у модальному вікні Bootstrap 3, яке тримає фокус у собі', {
    head: `<link rel="stylesheet" href="/libraries/bootstrap.css">${script('/libraries/jquery.js')}${script('/libraries/bootstrap.js')}${rude('open-modal')}`,
    body: `<div class="modal" id="forums" tabindex="-1" role="dialog" aria-labelledby="forums-title"><div class="modal-dialog"><div class="modal-content"><div class="modal-body"><h2 id="forums-title">Форуми</h2>${placedElement}</div></div></div></div>${plainScript}`,
  }),
  hostPage('fetch-throws', 'fetch сторінки кидає помилку', { shows: 'forums-or-link', head: rude('fetch-throws') }),
  hostPage('fetch-monitored', 'fetch, XHR і слухачі загорнув засіб спостереження', { head: rude('monitor') }),
  hostPage('hotkeys', 'Сторінка забирає клавіші собі', {
    head: rude('hotkeys'),
    body: `<p>Пошук: <input id="search" aria-label="Пошук"></p><p>Відкрито статей: <output>0</output></p>${scriptTag}`,
  }),
  hostPage('lit', 'На сторінці своя бібліотека lit-html, а правила дозволяють кожній назві одну політику', {
    headers: {
      'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types lit-html kyiv-forums",
    },
    head: '<script type="module" src="/hostile/rude/own-lit.js"></script>',
    body: `<p id="host-lit"></p>${scriptTag}`,
  }),
] as const
