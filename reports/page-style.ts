import { createHash } from "node:crypto";
import { navigationStyle } from "./navigation.ts";

/** The common style of our own pages: light and dark, tables, badges. */
export const pageStyle = `
  :root { color-scheme: light dark; --line: light-dark(#d8dbe0, #3a3f47); --soft: light-dark(#f5f6f8, #1d2126);
    --text: light-dark(#1b1f24, #e6e8eb); --dim: light-dark(#57606a, #9aa4af); --page: light-dark(#fff, #14171a);
    --bad: light-dark(#b3261e, #ff8a80); --odd: light-dark(#8a5a00, #ffca5c); --plain: light-dark(#3f5f7f, #9cc4ec);
    --good: light-dark(#1b6e3c, #7fd6a0); }
  * { box-sizing: border-box; }
  p, bdi, code { overflow-wrap: break-word; }
  body { margin: 0 auto; max-width: 90rem; padding: 1.5rem; font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); }
  h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
  h2 { font-size: 1.15rem; margin: 1.6rem 0 .4rem; }
  p { margin: .25rem 0; }
  .dim { color: var(--dim); }
  ul.counts { list-style: none; display: grid; grid-auto-columns: minmax(0, 1fr); grid-auto-flow: column; gap: .75rem; padding: 0; margin: 1rem 0; }
  ul.counts li { border: 1px solid var(--line); border-radius: .5rem; padding: .4rem .8rem; background: var(--soft); }
  ul.counts b { font-size: 1.5rem; margin-right: .3rem; } ul.counts small { display: block; color: var(--dim); line-height: 1.3; }
  ul.counts a { color: inherit; text-decoration: none; } ul.counts a:hover { text-decoration: underline; }
  table { border-collapse: collapse; width: 100%; }
  th, td { border-bottom: 1px solid var(--line); padding: .5rem .7rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; unicode-bidi: isolate; }
  th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
  thead th { border-bottom: 2px solid var(--line); }
  pre { font: 12.5px/1.45 ui-monospace, monospace; background: var(--soft); border: 1px solid var(--line); border-radius: .4rem; padding: .6rem; overflow: auto; max-height: 24rem; white-space: pre-wrap; overflow-wrap: anywhere; margin: .3rem 0 .8rem; }
  /* An id breaks only where it is longer than a line. */
  .id { display: inline-block; max-width: 100%; overflow-wrap: anywhere; font: 12px ui-monospace, monospace; color: var(--dim); }
  td.id { display: table-cell; }
  .badge { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .55rem; font-size: .8rem; }
  details summary { cursor: pointer; }
  abbr[title] { text-decoration: underline dotted; text-underline-offset: 2px; cursor: help; }
  .legend { margin: .4rem 0; } .legend > summary { color: var(--dim); font-size: .9rem; width: max-content; }
  .legend dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .9rem; margin: .4rem 0; font-size: .9rem; }
  .legend dt { font-weight: 600; } .legend dd { margin: 0; color: var(--dim); }
  /* Full rows of cards: the first one takes the room that is left over. */
  @media (max-width: 58rem) { ul.counts { grid-auto-flow: row; grid-template-columns: repeat(3, minmax(0, 1fr)); }
    ul.counts li:first-child:nth-last-child(3n + 1) { grid-column: span 3; } ul.counts li:first-child:nth-last-child(3n + 2) { grid-column: span 2; } }
  @media (max-width: 44rem) { body { padding: 1rem; } .legend dl { grid-template-columns: 1fr; }
    ul.counts { grid-template-columns: repeat(2, minmax(0, 1fr)); } ul.counts li:first-child:nth-last-child(n) { grid-column: auto; } ul.counts li:first-child:nth-last-child(odd) { grid-column: span 2; } }
  @media print { .legend { display: none; } }
${navigationStyle}`;

const noReferrer = '<meta name="referrer" content="no-referrer">';

/** Stops a page from running or loading anything, whatever a server sent. */
export const pagePolicy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">${noReferrer}`;

/**
 * Allows a page only this inline script and style sheet: no others, no addresses, and no elements
 * made from text.
 */
export function policyFor(script: string, style: string): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
  return `<meta http-equiv="Content-Security-Policy" content="${policy}">${noReferrer}`;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
