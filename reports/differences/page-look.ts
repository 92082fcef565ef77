import { listStyle } from "../list-style.ts";

/** The style sheet of the page of differences. */
export const style = `${listStyle}
  :root { --changed: light-dark(#ffefb3, #574400); --left: light-dark(#ffdfdb, #5a211c); --right: light-dark(#d3f0dc, #14492a);
    --row: 16rem 1fr 1fr 1fr 10.5rem; }
  .verdict.bad { border-inline-start-color: var(--bad); color: var(--text); } .verdict.bad b { color: var(--bad); }
  .verdict.good { border-inline-start-color: var(--good); } .verdict.good b { color: var(--good); }
  .bad, .breaking { color: var(--bad); } .silent, .not-seen { color: var(--odd); } .cosmetic { color: var(--plain); }
  .as-documented { color: var(--good); } .same, .not-known, .not-probed { color: var(--dim); }
  .said { max-height: 12lh; overflow: auto; }
  .row > .state { display: flex; flex-direction: column; align-items: flex-start; gap: .15rem; font-size: .9rem; }
  .of-findings { border-inline-start: .35rem solid var(--bad); padding-inline-start: .8rem; }
  .evidence { grid-column: 1 / -1; min-width: 0; } .evidence > summary { color: var(--dim); width: max-content; font-size: .9rem; }
  .evidence h4 { font-size: .95rem; margin: 1rem 0 .3rem; } .evidence h5 { font-size: .9rem; margin: 0 0 .2rem; } .evidence h5 small { color: var(--dim); font-weight: 400; }
  .lesson { border-inline-start: .25rem solid var(--focus); padding-inline-start: .9rem; margin: .6rem 0; }
  .sides { display: grid; grid-template-columns: 1fr 1fr; gap: .2rem 1.2rem; } .sides > div { min-width: 0; }
  .lesson pre { max-height: none; margin: .2rem 0; } .request { margin-bottom: .5rem; }
  .copy { display: flex; flex-wrap: wrap; gap: .2rem .5rem; align-items: center; font-size: .85rem; }
  .curl summary { color: var(--dim); font-size: .85rem; width: max-content; }
  .unmet { margin-top: .3rem; }
  .second-rank > summary { color: var(--dim); font-size: .9rem; width: max-content; } .second-rank { margin: .5rem 0; }
  .evidence > p, .evidence > ul, .neighbours { margin: .3rem 0; } .neighbours a { white-space: nowrap; font: 12px ui-monospace, monospace; }

  .pair { border: 1px solid var(--line); border-radius: .4rem; margin: .5rem 0; overflow: hidden; }
  .pair > summary { display: flex; gap: 1rem; align-items: baseline; padding: .35rem .6rem; background: var(--soft); }
  .pair > summary::before { content: "▸"; } .pair[open] > summary::before { content: "▾"; }
  .captions { flex: 1; display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; overflow-wrap: anywhere; min-width: 0; }
  .caption { display: block; font-weight: 600; font-size: .9rem; } .sent { display: block; font: 12px/1.5 ui-monospace, monospace; color: var(--dim); }
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

  @media (max-width: 68rem) {
    .row { grid-template-columns: 1fr 1fr; contain-intrinsic-size: auto 11rem; }
    .what, .row > .change, .row > .state { grid-column: 1 / -1; } .row > .state { flex-direction: row; flex-wrap: wrap; gap: .2rem .6rem; order: -1; }
  }
  @media (max-width: 44rem) {
    .row { grid-template-columns: 1fr; } .pair > summary { flex-wrap: wrap; gap: 0 1rem; } .captions { grid-template-columns: 1fr; flex-basis: 80%; } .sides { grid-template-columns: 1fr; }
    /* One column: what is equal once, what differs one below the other. */
    .diff, .diff tbody, .diff tr, .diff td { display: block; } .diff thead, .diff .empty { display: none; }
    .diff tr:not(.changed, .own, .only, .fold) td + td { display: none; } .diff td + td { border-inline-start: 0; }
  }
  @media print {
    .evidence > summary, .copy, .curl:not([open]), .second-rank:not([open]) { display: none; } .said { max-height: none; }
    /* The lessons of what breaks, and of what was not expected, are printed; of other rows, what the reader has opened. */
    :is(.of-findings, .of-breaking, .of-silent) .evidence::details-content { display: block; content-visibility: visible; }
    .evidence:not([open]) > :not(.lesson) { display: none; }
    .lesson .request, .pair tr { break-inside: avoid; } .row:target { box-shadow: none; padding-inline-start: .3rem; }
  }
`;
