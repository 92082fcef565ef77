import { pageStyle } from "../page-style.ts";

/** The style sheet of the page of differences. */
export const style = `${pageStyle}
  :root { --changed: light-dark(#ffefb3, #574400); --left: light-dark(#ffdfdb, #5a211c); --right: light-dark(#d3f0dc, #14492a);
    --focus: light-dark(#0b57d0, #8ab4f8); --link: light-dark(#0b57d0, #8ab4f8); --row: 16rem 1fr 1fr 1fr 10.5rem; }
  [hidden] { display: none !important; }
  a { color: var(--link); }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: .2rem; }
  nav { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: .4rem 0 .8rem; }
  .verdict { border: 1px solid var(--line); border-inline-start: .35rem solid var(--dim); border-radius: .3rem; padding: .5rem .9rem; margin: .8rem 0; background: var(--soft); }
  .verdict.bad { border-inline-start-color: var(--bad); color: var(--text); } .verdict.bad b { color: var(--bad); }
  .verdict.good { border-inline-start-color: var(--good); } .verdict.good b { color: var(--good); }
  ul.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); }
  ul.counts a { color: inherit; text-decoration: none; } ul.counts a:hover { text-decoration: underline; }
  ul.counts b { font-size: 1.5rem; } ul.counts small { display: block; color: var(--dim); line-height: 1.3; }
  .bad, .breaking { color: var(--bad); } .silent, .not-seen { color: var(--odd); } .cosmetic { color: var(--plain); }
  .as-documented { color: var(--good); } .same, .not-known, .not-probed { color: var(--dim); }

  #filters { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .5rem 1.2rem; align-items: center;
    background: var(--page); border-block: 1px solid var(--line); padding: .55rem 0; }
  #filters fieldset { display: flex; flex-wrap: wrap; gap: .1rem .8rem; border: 0; margin: 0; padding: 0; align-items: center; }
  #filters legend { float: left; padding: 0; margin-inline-end: .7rem; }
  #filters legend, #filters div > label { font-weight: 600; font-size: .85rem; }
  #filters fieldset label { white-space: nowrap; font-size: .9rem; }
  #filters .outcome { margin-inline-start: auto; }
  input[type="search"], select, button { font: inherit; color: inherit; background: var(--soft); border: 1px solid light-dark(#80868f, #7b8591); border-radius: .35rem; padding: .2rem .5rem; }
  input[type="search"] { width: 20rem; max-width: 100%; } ::placeholder { color: var(--dim); opacity: 1; }
  button { cursor: pointer; }
  output { font-variant-numeric: tabular-nums; }

  .columns, .row { display: grid; grid-template-columns: var(--row); gap: .2rem 1.2rem; }
  .columns { font-weight: 600; font-size: .85rem; color: var(--dim); border-bottom: 2px solid var(--line); padding: .2rem .3rem; }
  .row { border-bottom: 1px solid var(--line); padding: .7rem .3rem .55rem; scroll-margin-top: 8rem; content-visibility: auto; contain-intrinsic-size: auto 6.5rem; }
  .row > div { overflow-wrap: anywhere; min-width: 0; unicode-bidi: isolate; }
  .row h3 { font-size: 1rem; margin: 0; line-height: 1.35; } .row .dim { font-size: .9rem; } .row .id { text-decoration: none; } .row .id:hover { text-decoration: underline; }
  .row:target { box-shadow: inset .25rem 0 var(--focus); padding-inline-start: .8rem; }
  section > h2 { scroll-margin-top: 8rem; }
  .label { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
  .said { max-height: 12lh; overflow: auto; }
  .row > .state { display: flex; flex-direction: column; align-items: flex-start; gap: .15rem; font-size: .9rem; }
  .of-findings { border-inline-start: .35rem solid var(--bad); padding-inline-start: .8rem; }
  .evidence { grid-column: 1 / -1; min-width: 0; } .evidence > summary { color: var(--dim); width: max-content; font-size: .9rem; }
  .evidence > p, .neighbours { margin: .3rem 0; } .neighbours a { white-space: nowrap; font: 12px ui-monospace, monospace; }

  .pair { border: 1px solid var(--line); border-radius: .4rem; margin: .5rem 0; overflow: hidden; }
  .pair > summary { display: flex; gap: 1rem; align-items: baseline; padding: .35rem .6rem; background: var(--soft); }
  .pair > summary::before { content: "▸"; } .pair[open] > summary::before { content: "▾"; }
  .captions { flex: 1; display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; font: 12px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; min-width: 0; }
  .says { color: var(--dim); font-size: .85rem; white-space: nowrap; }
  .diff { table-layout: fixed; font: 12.5px/1.45 ui-monospace, monospace; }
  .diff th, .diff td { border: 0; padding: .05rem .6rem .05rem 1.6rem; white-space: pre-wrap; word-break: break-all; }
  .diff td + td, .diff th + th { border-inline-start: 1px solid var(--line); }
  .diff thead th { border-bottom: 1px solid var(--line); padding-block: .25rem; }
  .diff .part th { color: var(--dim); font-weight: 600; padding-top: .5rem; }
  .sign { display: inline-block; width: 1rem; margin-inline-start: -1rem; font-weight: 700; }
  .aside { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
  mark { color: inherit; border-radius: .15rem; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 3px; }
  .changed mark { background: var(--changed); } .only td:first-child mark { background: var(--left); } .only td:last-child mark { background: var(--right); }
  .own-value { color: var(--dim); text-decoration: underline dotted; }
  .diff .empty { background: repeating-linear-gradient(-45deg, transparent 0 5px, var(--soft) 5px 10px); }
  .fold td { padding: .15rem .6rem; background: var(--soft); border-block: 1px solid var(--line); } .fold button { font-size: 12px; padding: 0 .5rem; }
  footer { margin-top: 1.6rem; border-top: 1px solid var(--line); padding-top: .6rem; font-size: .9rem; }
  kbd { border: 1px solid var(--line); border-radius: .25rem; padding: 0 .3rem; background: var(--soft); }

  @media (max-width: 68rem) {
    #filters { position: static; } .row, section > h2 { scroll-margin-top: .5rem; } .columns { display: none; } .row { grid-template-columns: 1fr 1fr; contain-intrinsic-size: auto 11rem; }
    .what, .row > .state { grid-column: 1 / -1; } .row > .state { flex-direction: row; flex-wrap: wrap; gap: .2rem .6rem; order: -1; }
    .row > div > .label { position: static; clip-path: none; width: auto; height: auto; display: block; font-size: .8rem; color: var(--dim); }
  }
  @media (max-width: 44rem) {
    body { padding: 1rem; } .row { grid-template-columns: 1fr; } .pair > summary { flex-wrap: wrap; gap: 0 1rem; } .captions { grid-template-columns: 1fr; flex-basis: 80%; }
    ul.counts { grid-template-columns: 1fr 1fr; }
    /* One column: what is equal once, what differs one below the other. */
    .diff, .diff tbody, .diff tr, .diff td { display: block; } .diff thead, .diff .empty { display: none; }
    .diff tr:not(.changed, .own, .only, .fold) td + td { display: none; } .diff td + td { border-inline-start: 0; }
  }
  @media print {
    #filters, nav, .evidence > summary, footer { display: none; } .row { break-inside: avoid; content-visibility: visible; } .said { max-height: none; }
  }
`;
