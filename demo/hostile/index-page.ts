import type { HostPage, Outcome } from './host-page.ts'

const outcomes: Readonly<Record<Outcome, string>> = {
  forums: 'форуми',
  link: 'посилання редактора',
  'forums-or-link': 'форуми або посилання редактора',
  nothing: 'нічого: захисту немає',
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const row = ({ name, about, shows }: HostPage) =>
  `<tr><td><a href="/hostile/${name}">${name}</a></td><td>${escaped(about)}</td><td>${outcomes[shows]}</td></tr>`

/** The list of the rude pages, for a developer who opens them by hand. */
export const indexPage = (pages: readonly HostPage[]): string => `<!doctype html>
<html lang="uk">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Нечемні сторінки</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/hosts.css">
    <link rel="stylesheet" href="/hostile.css">
  </head>
  <body>
    <nav class="hosts" aria-label="Демонстраційні сайти">
      <a href="/">Міські новини</a>
      <a href="/district">Сайт району</a>
      <a href="/hostile" aria-current="page">Нечемні сторінки</a>
    </nav>
    <main>
      <h1>Нечемні сторінки</h1>
      <p>
        Кожна поводиться з віджетом так, як трапляється на справжніх сайтах. Він має працювати або поступитися посиланню,
        яке редактор поклав у елемент, а сама сторінка має жити далі, як жила.
      </p>
      <table>
        <thead><tr><th>Сторінка</th><th>У чому нечемна</th><th>Що видно</th></tr></thead>
        <tbody>${pages.map(row).join('\n')}</tbody>
      </table>
      <h2>Від чого захисту немає</h2>
      <ul>
        <li>Сторінка, яка ховає все підряд через <code>!important</code>, сховає і віджет.</li>
        <li>Сторінка зі зламаним перебором масивів часто ламає й себе; тут лишається посилання.</li>
        <li>Скрипти самої сторінки можуть читати, що людина набирає: тіньове дерево відкрите, і так має бути,
          щоб перевірки доступності бачили форму. Кому сторінка не довіряє, того скрипт їй не варто ставити.</li>
      </ul>
    </main>
  </body>
</html>
`
