import { pageStyle } from "../../../reports/page-style.ts";
import type { Fit } from "./fit.ts";
import { heading } from "./words.ts";

/**
 * The style of the certificate: a sheet of paper on the screen too, in one typeface. A text of the
 * product is never part of it.
 * @param digest the first digits of that of results.json, for the foot of each printed page
 */
export function certificateStyle({ size }: Fit, digest: string, specimen: boolean): string {
  const results = /^[0-9a-f]+$/.test(digest) ? ` · results.json sha256 ${digest}…` : "";
  return `${pageStyle}
  :root { --rule: light-dark(#9aa1a9, #5c646e); }
  body { max-width: 52rem; padding: 2rem; font: 14px/1.45 system-ui, sans-serif; }
  h1 { font-size: 1.75em; line-height: 1.2; margin: .5em 0 .1em; }
  h2 { font-size: 1.12em; margin: 1.15em 0 .3em; break-after: avoid; }
  h3 { font-size: 1em; margin: .7em 0 .2em; break-after: avoid; }
  p { margin: .25em 0; orphans: 2; widows: 2; }
  b, th, dt { font-weight: 600; }
  .notice { border-bottom: 1px solid var(--rule); padding-bottom: .45em; margin: 0; }
  .product { font-size: 1.25em; line-height: 1.3; margin: .1em 0; overflow-wrap: anywhere; }
  .product, td, dd, .statement, li { unicode-bidi: isolate; }
  .level { border: 1px solid var(--rule); border-inline-start: .5em solid var(--tone); padding: .5em .9em; margin: .8em 0; background: var(--soft); }
  .level b { display: block; font-size: 1.3em; line-height: 1.3; }
  .level.good { --tone: var(--good); } .level.odd { --tone: var(--odd); } .level.bad { --tone: var(--bad); }
  dl { display: grid; grid-template-columns: 9.5em 1fr; gap: .15em .8em; margin: .5em 0; }
  dt { color: var(--dim); font-weight: 400; } dd { margin: 0; overflow-wrap: anywhere; }
  table { font-size: 1em; margin: .25em 0; }
  th, td { padding: .18em .6em .18em 0; border-bottom: 1px solid var(--line); }
  th:last-child, td:last-child { padding-inline-end: 0; }
  thead th { border-bottom: 1px solid var(--rule); vertical-align: bottom; } tbody th { font-weight: 400; white-space: nowrap; }
  th.number, td.number { padding-inline: .3em 0; white-space: nowrap; } thead th.number { white-space: normal; overflow-wrap: normal; }
  .numbers { table-layout: fixed; } .numbers th:first-child { width: 25%; } .numbers thead th { font-size: .88em; } .numbers th.number { padding-inline-start: .7em; } th.few { width: 6.5em; }
  .texts { grid-template-columns: 12em 1fr; margin: .25em 0; } .texts a { color: inherit; text-decoration: none; } .texts a:hover { text-decoration: underline; } .whole { white-space: nowrap; }
  td.nowrap { white-space: nowrap; } td.digest { font-size: .86em; overflow-wrap: anywhere; }
  tr, li, .keep { break-inside: avoid; }
  ol, ul { margin: .25em 0; padding-inline-start: 2.1em; } li { margin: .22em 0; overflow-wrap: anywhere; }
  ol li::marker { font-variant-numeric: tabular-nums; }
  .foot { color: var(--dim); break-inside: avoid; }
  .lines { display: grid; grid-template-columns: 1fr 1fr; gap: 10mm; margin: 11mm 0 0; }
  .lines span { border-top: 1px solid var(--text); padding-top: .15em; color: var(--dim); }
  .annex { border-top: 1px solid var(--rule); margin-top: 2.5em; }
  ${specimen ? specimenStyle : ""}
  @page { size: A4; margin: 14mm 15mm 18mm;
    @bottom-left { content: "${heading}${results}"; font: 7.5pt system-ui, sans-serif; color: #444; vertical-align: top; padding-top: 3mm; white-space: nowrap; }
    @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 7.5pt system-ui, sans-serif; color: #444; vertical-align: top; padding-top: 3mm; } }
  @media print {
    :root { color-scheme: light; }
    body { max-width: none; padding: 0; font-size: ${size}pt; line-height: 1.36; background: none; }
    .level { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    .divided, .annex { break-before: page; border-top: 0; margin-top: 0; }
    .annex > h2:first-child { margin-top: 0; }
    /* The declaration stands at the foot of its page: what is above it may be short. */
    .divided { display: flex; flex-direction: column; min-height: 260mm; } .divided > :last-child { margin-top: auto; }
    .divided > :first-child > h2 { margin-top: 0; }
  }
  @media screen and (max-width: 44rem) { body { padding: 1rem; } dl, .texts, .lines { grid-template-columns: 1fr; } dt { margin-top: .4em; } tbody th { white-space: normal; }
    .numbers { font-size: .8em; } .numbers thead th { font-size: .75em; } .numbers th:first-child { width: 30%; } .numbers th.number { padding-inline-start: .2em; } }
`;
}

/** The word across each page, and a bar that is as clear in black and white. */
const specimenStyle = `.specimen { background: #000; color: #fff; font-weight: 700; text-align: center; padding: .35em .6em; margin: 0 0 .6em; border: 1px solid #fff; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body::before { content: "SPECIMEN" / ""; position: fixed; inset: 0; z-index: 1; display: grid; place-items: center; font-size: min(15vw, 9rem); font-weight: 700; letter-spacing: .06em; color: var(--text); opacity: .11; transform: rotate(-52deg); pointer-events: none; }
  @page { @top-center { content: "SPECIMEN · NOT A DECLARATION"; font: 700 9pt system-ui, sans-serif; color: #000; vertical-align: middle; letter-spacing: .12em; } }
  @media print { body::before { font-size: 92pt; opacity: .14; } }`;
