/** The whole look of the sheet, which carries it itself: it can be saved and sent on. Millimetres, as on paper. */
export const sheetStyle = `
@page { size: A4; margin: 14mm 12mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #52606f } }
:root { --navy: #0a3a78; --sun: #ffc629; --ink: #14202e; --muted: #52606f; --line: #aab6c6; --tint: #eef3fa }
* { box-sizing: border-box }
body { max-width: 210mm; margin: 0 auto; padding: 16px; background: #fff; color: var(--ink); font: 10.5pt/1.3 system-ui, sans-serif; print-color-adjust: exact; -webkit-print-color-adjust: exact }
header { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1mm; margin-bottom: 6mm; padding-bottom: 3mm; border-bottom: 1mm solid var(--sun) }
header p { margin: 0 }
h1 { margin: 0; color: var(--navy); font-size: 20pt; line-height: 1.15; letter-spacing: -0.01em }
.forum { font-size: 12.5pt; font-weight: 600 }
.counts, .hint { color: var(--muted); font-size: 9pt }
.hint { margin: 0 0 12px; padding: 8px 12px; border-radius: 6px; background: var(--tint); font-size: 14px }
table { width: calc(100% - 0.3mm); border-collapse: collapse; table-layout: fixed }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { padding: 1.6mm 2mm; border: 0.25mm solid var(--line); text-align: left; vertical-align: middle; overflow-wrap: anywhere }
thead th { border-color: var(--navy); background: var(--navy); color: #fff; font-size: 9pt }
tbody th { font-weight: 600 }
.running { display: none }
thead .running th { padding: 0 0 1mm; border: 0; background: none; color: var(--muted); font-weight: 400 }
.letter { break-after: avoid }
.letter th { padding: 1mm 2mm; background: var(--tint); color: var(--navy); font-size: 11.5pt; font-weight: 700 }
.person > * { height: 10mm }
.number { width: 12mm; color: var(--muted); text-align: right; font-variant-numeric: tabular-nums }
thead .number { color: #fff }
.code { width: 29mm; font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: 9.5pt; white-space: nowrap }
thead .code { font-family: inherit; font-size: 9pt }
.signature { width: 40mm }
.organisation { font-size: 9.5pt }
footer { margin-top: 4mm; break-inside: avoid; break-before: avoid; font-weight: 600 }
footer p { margin: 0 }
@media screen and (max-width: 40rem) {
  h1 { font-size: 17pt }
  table, tbody { display: block }
  thead, .number, .signature { display: none }
  tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: baseline; border: solid var(--line); border-width: 0 0 1px }
  tr > * { height: auto !important; border: 0; padding: 6px 8px }
  .letter th { grid-column: 1 / -1 }
  .code { width: auto; order: 1 }
  .organisation { grid-column: 1 / -1; order: 2; padding-top: 0 }
  .organisation:empty { display: none }
}
@media print {
  body { max-width: none; padding: 0 }
  .hint { display: none }
  .running { display: table-row }
}
`
