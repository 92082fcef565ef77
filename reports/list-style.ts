import { pageStyle } from "./page-style.ts";

/** The style of a page whose rows can be searched and filtered (reports/browser/). */
export const listStyle = `${pageStyle}
  :root { --focus: light-dark(#0b57d0, #8ab4f8); --link: light-dark(#0b57d0, #8ab4f8); }
  [hidden] { display: none !important; }
  a { color: var(--link); }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: .2rem; }
  .verdict { border: 1px solid var(--line); border-inline-start: .35rem solid var(--dim); border-radius: .3rem; padding: .5rem .9rem; margin: .8rem 0; background: var(--soft); }

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
  .row .fact .id, .row li .id { color: var(--link); text-decoration: underline; }
  .row code { font: .85em ui-monospace, monospace; background: var(--soft); border-radius: .2rem; padding: 0 .2rem; }
  .row:target { box-shadow: inset .25rem 0 var(--focus); padding-inline-start: .8rem; }
  section > h2 { scroll-margin-top: 8.5rem; }
  .label { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
  footer { margin-top: 1.6rem; border-top: 1px solid var(--line); padding-top: .6rem; font-size: .9rem; }
  kbd { border: 1px solid var(--line); border-radius: .25rem; padding: 0 .3rem; background: var(--soft); }

  @media (max-width: 68rem) {
    #filters { position: static; } .row, section > h2 { scroll-margin-top: .5rem; } .columns { display: none; }
    .row > div > .label { position: static; clip-path: none; width: auto; height: auto; display: block; font-size: .8rem; color: var(--dim); }
  }
  @media (max-width: 44rem) { .row { grid-template-columns: 1fr; } #filters div:first-child, input[type="search"] { width: 100%; } }
  @media print { #filters, footer { display: none; } .row { break-inside: avoid; content-visibility: visible; } }
`;
