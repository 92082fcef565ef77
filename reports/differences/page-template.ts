/** Eta template of the page of differences; `it` is what page.ts gives. Every value is escaped. */
export const template = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>Differences between SCIM 1.1 and 2.0: <%= it.results.target %></title>
<style>
  :root { color-scheme: light dark; --line: light-dark(#d8dbe0, #3a3f47); --soft: light-dark(#f5f6f8, #1d2126);
    --text: light-dark(#1b1f24, #e6e8eb); --dim: light-dark(#57606a, #9aa4af); --page: light-dark(#fff, #14171a);
    --breaking: light-dark(#b3261e, #ff8a80); --silent: light-dark(#8a5a00, #ffca5c); --cosmetic: light-dark(#3f5f7f, #9cc4ec);
    --good: light-dark(#1b6e3c, #7fd6a0); }
  * { box-sizing: border-box; }
  body { margin: 0 auto; max-width: 90rem; padding: 1.5rem; font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); }
  h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
  p { margin: .25rem 0; }
  .dim { color: var(--dim); }
  ul.counts { list-style: none; display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; margin: 1rem 0; }
  ul.counts li { border: 1px solid var(--line); border-radius: .5rem; padding: .4rem .8rem; background: var(--soft); }
  ul.counts b { font-size: 1.2rem; margin-right: .3rem; }
  table { border-collapse: collapse; width: 100%; table-layout: fixed; }
  th, td { border-bottom: 1px solid var(--line); padding: .6rem .7rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; unicode-bidi: isolate; }
  thead th { position: sticky; top: 0; background: var(--page); border-bottom: 2px solid var(--line); }
  th.what { width: 20%; } th.state { width: 11rem; }
  td code, pre { font: 12.5px/1.45 ui-monospace, monospace; }
  .id { font: 12px ui-monospace, monospace; color: var(--dim); }
  .badge { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .55rem; font-size: .8rem; }
  .breaking { color: var(--breaking); } .silent { color: var(--silent); } .cosmetic { color: var(--cosmetic); }
  .as-documented { color: var(--good); } .otherwise, .not-seen { color: var(--breaking); } .not-probed { color: var(--dim); }
  tr.evidence td { padding-top: 0; border-bottom: 2px solid var(--line); }
  tr.main td { border-bottom: 0; }
  details summary { cursor: pointer; color: var(--dim); }
  .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin-top: .5rem; }
  .sides h3 { font-size: .95rem; margin: .2rem 0; }
  pre { background: var(--soft); border: 1px solid var(--line); border-radius: .4rem; padding: .6rem; overflow: auto; max-height: 24rem; white-space: pre-wrap; overflow-wrap: anywhere; margin: .3rem 0 .8rem; }
  @media (max-width: 60rem) { .sides { grid-template-columns: 1fr; } table { table-layout: auto; } }
  @media print { details { display: none; } }
</style>
</head>
<body>
<header>
  <h1>What changes from SCIM 1.1 to SCIM 2.0</h1>
  <p class="dim"><%= it.results.target %> · <%= it.results.startedAt.slice(0, 16).replace("T", " ") %> UTC · profile <%= it.results.profile %> · seed <%= it.results.seed %></p>
  <ul class="counts">
  <% for (const { impact, count } of it.counts) { %><li><b><%= count %></b><span class="<%= impact %>"><%= impact %></span></li><% } %>
  <% for (const { text, count } of it.statuses) { %><li><b><%= count %></b><%= text %></li><% } %>
  </ul>
  <p class="dim"><b class="breaking">breaking</b>: an unchanged client gets an error or cannot work. <b class="silent">silent</b>: it keeps running with another result. <b class="cosmetic">cosmetic</b>: no effect on a normal client.</p>
</header>
<main>
<% if (it.rows.length === 0) { %><p>No difference was probed: the run tested one version only, or profile rfc.</p><% } else { %>
<table>
<thead><tr><th class="what">Difference</th><th>SCIM 1.1 does</th><th>SCIM 2.0 does</th><th>A client must change</th><th class="state">Impact and state</th></tr></thead>
<tbody>
<% for (const row of it.rows) { %>
<tr class="main" id="<%= row.id %>">
  <td><b><%= row.title %></b><br><span class="id"><%= row.id %></span><br><span class="dim"><%= row.area %></span></td>
  <td><%= row.v1 %></td>
  <td><%= row.v2 %></td>
  <td><%= row.clientMustChange || "" %></td>
  <td><span class="badge <%= row.impact %>"><%= row.impact %></span><br><span class="<%= row.status %>"><%= row.statusText %></span></td>
</tr>
<tr class="evidence"><td colspan="5"><details>
  <summary>Source: <%= row.source %> – the exchanges that show it</summary>
  <div class="sides">
  <% for (const side of row.evidence) { %><section><h3>SCIM <%= side.version %></h3>
    <% if (side.exchanges.length === 0) { %><p class="dim">no exchange</p><% } %>
    <% for (const exchange of side.exchanges) { %><p class="id"><%= exchange.title %></p><% if (exchange.request) { %><pre><%= exchange.request %></pre><% } %><pre><%= exchange.response %></pre><% } %>
  </section><% } %>
  </div>
</details></td></tr>
<% } %>
</tbody>
</table>
<% } %>
</main>
</body>
</html>
`;
