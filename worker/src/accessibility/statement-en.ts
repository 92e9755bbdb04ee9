import type { Statement } from './statement.ts'

export const statementEn: Statement = {
  title: 'Accessibility statement',
  lead: 'The schedule of the forums and the registration should serve everybody: by keyboard, by ear, enlarged, on a phone and on a weak connection. This page says what of that has been checked, and what has not.',
  otherLanguage: 'Українська',
  standard: {
    title: 'The standard that we follow',
    text: 'DSTU EN 301 549:2022, and in it WCAG 2.1 at level AA. Beyond that we aim at WCAG 2.2 at level AA. The statement is about the forum widget on any website, the pages of this server and the sheets for printing. The rest of a page on which the widget stands is its owner’s responsibility.',
    level: 'Until the checks by hand are done, we do not claim full conformance.',
    law: 'What accessibility the state’s websites need is laid down in resolution No. 757 of the Cabinet of Ministers of Ukraine of 21 July 2023.',
  },
  machine: {
    title: 'What a machine checks',
    text: 'Before each change the program passes these checks in a real Chromium browser. While any of them fails, the change is not released.',
    checks: [
      {
        name: 'The rules of axe',
        about:
          'in every state of the widget, at widths of 320, 768 and 1280 px, with light, dark and forced colours, in both languages',
      },
      {
        name: 'Twelve scenarios without a mouse',
        about: 'from the page to the receipt and back: order of focus, list of errors, announcements, Escape, no trap',
      },
      {
        name: 'Sizes',
        about:
          'buttons and fields of at least 24 × 24 px, the main ones at least 44 px high; text doubled, 400 % zoom, changed spacing',
      },
      {
        name: 'Contrast',
        about: 'text at least 4.5 : 1, edges and marks at least 3 : 1, whatever accent colour a website chooses',
      },
      { name: 'Forced colours and less motion', about: 'the settings of the system hold in the widget' },
    ],
  },
  hand: {
    title: 'What a person has to check',
    text: 'A machine finds only some of the barriers. Before each release a person has to go the whole way, from the schedule to the receipt, with:',
    notYet: 'Not done yet',
    checks: [
      { name: 'NVDA and Firefox', about: 'on a computer with Windows' },
      { name: 'VoiceOver', about: 'on an iPhone' },
      { name: 'TalkBack', about: 'on an Android phone' },
      { name: 'Ukrainian pronunciation', about: 'dates, hours, addresses and codes can be understood' },
      { name: 'Screen magnifier', about: 'messages are seen when only a piece of the page is on the screen' },
      { name: 'Voice control', about: 'each control answers to its visible name' },
    ],
  },
  limits: {
    title: 'What we know of',
    known: [
      'The website on which the widget stands may forbid scripts. Then a link stands in its place, to a page with the schedule that works without them. If the website’s styles hide the widget altogether, we cannot help it.',
      'The map behind the link “On the map” is OpenStreetMap’s, and its accessibility is not in our hands. The address is always written as text, too.',
      'A shelter and step-free access are named only where the organisers have told of them. Where the line is missing, nothing is known yet.',
      'When unusually many registrations come from one address, the browser solves a puzzle for some seconds. The person has nothing to recognise and nothing to do.',
    ],
  },
  report: {
    title: 'Did you meet a barrier?',
    text: 'Please tell the organiser of the forums, the Department of Public Communications of the Kyiv City State Administration. Messages are taken on the city’s portal:',
    link: 'kyivcity.gov.ua',
    what: 'Please write on which page it happened, what you wanted to do and what you used: browser, screen reader, phone. If the barrier kept you from registering, say that as well.',
  },
}
