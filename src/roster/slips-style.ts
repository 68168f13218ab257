/**
 * A4, 8 mm of margin that every printer leaves, two by four slips of 97 × 70 mm. Fonts are the system's: a child's name
 * may hold any of 30,000 characters. On screen the sheet stands on grey with a note above that is not printed.
 */
export const slipStyle = `
@page { size: A4; margin: 8mm }
* { box-sizing: border-box; margin: 0 }
:root { color-scheme: light; --ink: #1d2230; --soft: #555c6b; --gold: #8a5a0b; --cut: #9aa0ab }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact }
body { font: 8.6pt/1.4 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC",
  "Source Han Sans SC", "Hiragino Sans GB", "WenQuanYi Micro Hei", sans-serif; color: var(--ink); background: #fff }
.page { width: 194mm; height: 280.8mm; display: grid; grid-template: repeat(4, 70.2mm) / repeat(2, 97mm);
  break-after: page; overflow: hidden }
.page:last-child { break-after: auto }
.slip { padding: 4.6mm 5mm 3.6mm; display: grid; grid-template: auto 1fr auto / 30mm 1fr; column-gap: 4.5mm;
  break-inside: avoid; overflow: hidden }
.slip:nth-child(odd) { border-right: .2mm dashed var(--cut) }
.slip:nth-child(n + 3) { border-top: .2mm dashed var(--cut) }
.top { grid-column: 1 / 3; display: flex; align-items: baseline; gap: 3mm; margin-bottom: 2.2mm }
.top b { color: var(--gold); font-size: 10pt; letter-spacing: .06em; white-space: nowrap }
.top svg { width: 3.4mm; height: 3.4mm; vertical-align: -.4mm; margin-right: .8mm }
.top span { margin-left: auto; color: var(--soft); text-align: right; overflow-wrap: anywhere }
.qr { width: 30mm; height: 30mm; display: block; align-self: start }
.main { min-width: 0; display: flex; flex-direction: column; gap: 1mm }
.to { font-size: 12pt; font-weight: 700; line-height: 1.2; overflow-wrap: anywhere }
.to.long { font-size: 9.5pt }
.how { overflow-wrap: anywhere }
.code { font: 700 14.5pt/1.2 ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace;
  letter-spacing: .04em; white-space: nowrap }
.code small { display: block; font: 7.4pt/1.2 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  letter-spacing: 0; color: var(--soft) }
.foot { grid-column: 1 / 3; font-size: 7.6pt; line-height: 1.38; color: var(--soft) }
.foot b { color: var(--ink) }
.foot mark { background: none; color: var(--gold); font-weight: 700; border: .2mm solid var(--gold); border-radius: 1mm;
  padding: 0 1mm; margin-right: 1mm }
html:lang(en) body { font-size: 7.8pt; line-height: 1.3 }
html:lang(en) .to { font-size: 10.5pt }
html:lang(en) .to.long { font-size: 8.6pt }
html:lang(en) .foot { font-size: 6.9pt; line-height: 1.32 }
html:lang(en) .main { gap: .6mm }
.note { display: none }
@media screen {
  body { background: #e9e9ec; padding: 6mm 0 }
  .note { display: block; max-width: 194mm; margin: 0 auto 6mm; padding: 0 4mm; font-size: 11pt; line-height: 1.6 }
  .page { margin: 0 auto 6mm; background: #fff; width: 210mm; height: 297mm; padding: 8mm; box-shadow: 0 1px 6px #0003 }
}
`
