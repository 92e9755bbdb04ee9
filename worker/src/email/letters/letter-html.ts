import type { Block, Link } from './letter-blocks.ts'
import type { Locale } from './letter-facts.ts'
import type { Told } from './letter-text.ts'

/** By which the letter's picture of the code is found among its attachments (RFC 2392). */
export const codePicture = 'code@kyiv-forums'

/** Only what stands inside an element or a quoted attribute. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * A letter as HTML: headings, paragraphs and one list of facts, no layout tables, so that it is read aloud as it is
 * seen. What must hold where a mail program drops the sheet stands at the elements; the sheet adds colours, for dark
 * screens others.
 */
export const asHtml = (locale: Locale, subject: string, { site, heading, title, body, foot }: Told): string =>
  `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${sheet}</style>
</head>
<body style="margin:0;padding:0">
<div lang="${locale}" class="letter" style="max-width:560px;margin:0 auto;padding:24px 20px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;overflow-wrap:break-word">
<p class="site" style="margin:0 0 20px;font-weight:600">${escaped(site)}</p>
<h1 style="margin:0 0 8px;font-size:26px;line-height:1.2">${escaped(heading)}</h1>
<h2 style="margin:0 0 20px;font-size:18px;line-height:1.35;font-weight:600">${escaped(title)}</h2>
${body.map(htmlOf).join('\n')}
<div class="foot" style="margin-top:28px;padding-top:16px;border-top:1px solid #9aa6b2;font-size:14px">
${foot.map(htmlOf).join('\n')}
</div>
</div>
</body>
</html>
`

const sheet = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
body{background:#f5f7fb;color:#14202e}
.letter{background:#fff}
.site,a{color:#0b4f9e}
.foot,dt{color:#52606f}
.code{background:#f2f6fc}
.button{background:#0b4f9e;color:#fff}
@media (prefers-color-scheme:dark){
body{background:#0b121c;color:#edf2f9}
.letter{background:#111a26}
.site,a{color:#8fbfff}
.foot,dt{color:#a8b6c8}
.code{background:#182434}
.button{background:#8fbfff;color:#06213f}
}
`

const htmlOf = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="margin:0 0 14px">${escaped(block.text).replaceAll('\n', '<br>')}</p>`
    case 'rows':
      return `<dl style="margin:0 0 14px">${block.rows.map(({ label, value }) => rowOf(label, value)).join('')}</dl>`
    case 'code':
      return codeOf(block)
    case 'action':
      return actionOf(block)
    case 'link':
      return `<p style="margin:0 0 14px">${anchor(block.link)}</p>`
  }
}

const rowOf = (label: string, value: string): string =>
  `${label ? `<dt style="margin:0;font-size:14px">${escaped(label)}</dt>` : ''}<dd style="margin:0 0 10px">${escaped(value).replaceAll('\n', '<br>')}</dd>`

const codeOf = ({ label, code, hint, qr }: Extract<Block, { kind: 'code' }>): string =>
  `<div class="code" style="margin:0 0 20px;padding:16px;border-radius:12px">
<p style="margin:0 0 12px">${escaped(label)}<br><strong style="font-size:26px;letter-spacing:1px;white-space:nowrap">${escaped(code)}</strong></p>
<img src="cid:${codePicture}" width="144" height="144" alt="${escaped(qr)}" style="display:block;border:0">
<p style="margin:12px 0 0;font-size:14px">${escaped(hint)}</p>
</div>`

const actionOf = ({ link, note }: Extract<Block, { kind: 'action' }>): string =>
  `<p style="margin:0 0 6px"><a class="button" href="${escaped(link.address)}" style="display:inline-block;padding:12px 18px;border-radius:10px;font-weight:600;text-decoration:none">${escaped(link.label)}</a></p>${note ? `\n<p style="margin:0 0 14px;font-size:14px">${escaped(note)}</p>` : ''}`

const anchor = ({ label, address }: Link): string => `<a href="${escaped(address)}">${escaped(label)}</a>`
