/** The ways to put one schedule on a page that are compared. */
export const caseNames = ['snippet', 'tag', 'iframe', 'floor'] as const

export type CaseName = (typeof caseNames)[number]

/** Where things are, and how high the schedule is at the width of a phone, in whole pixels. */
export interface Embedding {
  /** The worker's, as the browser reaches it. */
  readonly origin: string
  readonly framePath: string
  readonly height: number
}

/** Where the floor's script and, as long as the worker has none, a page for frames lie among the worker's files. */
export const floorPath = '/bench/floor.js'
export const ownFramePath = '/bench/frame'

/** What an editor pastes. */
export const embedCode = (name: CaseName, { origin, framePath, height }: Embedding): string => {
  const script = `<script async src="${origin}/v1/widget.js"></script>`
  const reserved = `style="display:block;min-height:${height}px"`
  const link = `<a href="${origin}/">Форуми громадських організацій</a>`
  switch (name) {
    case 'snippet':
      return `<kyiv-forums ${reserved}>${link}</kyiv-forums>${script}`
    case 'tag':
      return script
    case 'iframe':
      return `<iframe src="${origin}${framePath}" title="Форуми" style="display:block;width:100%;height:${height}px;border:0"></iframe>`
    case 'floor':
      return `<forums-floor ${reserved}>${link}</forums-floor><script async src="${origin}${floorPath}"></script>`
  }
}

/** The same widget on a page of the worker's origin. */
export const framePage = `<!doctype html>
<html lang="uk">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Форуми</title>
    <style>body{margin:0;font:16px/1.5 sans-serif}</style>
  </head>
  <body><kyiv-forums></kyiv-forums><script async src="/v1/widget.js"></script></body>
</html>
`

const paragraph = `<p>Упродовж дня працюватиме ярмарок організацій району. Вхід вільний, за реєстрацією. Запрошуємо
представників громадських організацій та небайдужих мешканців.</p>`

/** A host's page: something before the schedule, and something after it that must not move. */
export const hostPage = (content: string): string => `<!doctype html>
<html lang="uk">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Сайт району</title>
    <link rel="icon" href="data:,">
    <style>body{margin:0;font:16px/1.5 sans-serif}p,h1{margin:8px}</style>
  </head>
  <body><h1>Сайт району</h1>${paragraph}${content}${paragraph.repeat(8)}</body>
</html>
`
