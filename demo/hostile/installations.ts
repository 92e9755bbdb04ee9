import { hostPage, placedElement, plainScript, scriptTag } from './host-page.ts'

const rude = (name: string) => `<script src="/hostile/rude/${name}.js"></script>`
const frame = (sandbox: string) =>
  `<iframe title="Форуми" width="600" height="900" sandbox="${sandbox}" src="/hostile/framed"></iframe>`

/** Pages where the tag came in more often than once, late, or not as it was meant to. */
export const installationPages = [
  hostPage('twice', 'Той самий тег двічі', { widgets: 2, body: scriptTag + scriptTag }),
  hostPage('two-elements', 'Два віджети на сторінці', {
    widgets: 2,
    body: `${placedElement}<kyiv-forums district="dniprovskyi"></kyiv-forums>${plainScript}`,
  }),
  hostPage('two-origins', 'Скрипт із двох адрес', {
    body: `${placedElement}${plainScript}<script async src="https://SECOND/v1/widget.js"></script>`,
  }),
  hostPage('older-version', 'Давня версія вже на сторінці', {
    shows: 'link',
    head: rude('older-version'),
  }),
  hostPage('as-module', 'Тег як модуль', {
    body: '<script type="module" src="https://HOST/v1/widget.js" data-district="sviatoshynskyi"></script>',
  }),
  hostPage('module-and-classic', 'Модуль і звичайний скрипт разом', {
    body: `${placedElement}<script type="module" src="https://HOST/v1/widget.js"></script>${plainScript}`,
  }),
  hostPage('injected', 'Тег вставляє менеджер тегів, у <head>', { head: rude('tag-manager'), body: placedElement }),
  hostPage('late', 'Елемент з’являється пізніше за скрипт', {
    head: plainScript,
    body: `<div id="late"></div>${rude('late')}`,
  }),
  hostPage('in-form', 'Уся сторінка — одна форма', {
    head: rude('in-form'),
    body: `<form id="site" action="/hostile/in-form"><input name="q" aria-label="Запит" required>${scriptTag}<button>Шукати</button><output></output></form>`,
  }),
  hostPage('moved', 'Фреймворк переносить елемент', {
    body: `<div id="first">${placedElement}</div><div id="second"></div>${plainScript}`,
  }),
  hostPage('rewritten', 'CMS переписує вміст блоку', { body: `<div id="block">${placedElement}</div>${plainScript}` }),
  hostPage('single-page', 'Сайт перемикає сторінки без завантаження', {
    body: `<nav><a href="/hostile/single-page?news">Новини</a> <a href="/hostile/single-page?forums">Форуми</a></nav><div id="view"></div>${plainScript}${rude('single-page')}`,
  }),
  hostPage('translated', 'Перекладач загортає кожне слово у <font>', { body: `${scriptTag}${rude('translator')}` }),
  hostPage('framed', 'Сторінка для рамок', {}),
  hostPage('sandbox', 'Рамка sandbox="allow-scripts"', { framed: true, body: frame('allow-scripts') }),
  hostPage('sandbox-forms', 'Рамка sandbox="allow-scripts allow-forms"', {
    framed: true,
    body: frame('allow-scripts allow-forms'),
  }),
  hostPage('builder', 'Конструктор сайтів: код у рамці без адреси', {
    framed: true,
    body: `<iframe title="Форуми" width="600" height="900" sandbox="allow-scripts allow-forms allow-popups" srcdoc="${scriptTag.replaceAll('"', '&quot;')}"></iframe>`,
  }),
] as const
