import { pagePolicy, pageStyle } from "../page-style.ts";

/** Eta template of the page of differences; `it` is what page.ts gives. Every value is escaped. */
export const template = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${pagePolicy}
<title>Differences between SCIM 1.1 and 2.0: <%= it.results.target %></title>
<style>${pageStyle}
  table { table-layout: fixed; }
  thead th { position: sticky; top: 0; background: var(--page); }
  th.what { width: 20%; } th.state { width: 11rem; }
  .breaking, .otherwise, .not-seen { color: var(--bad); } .silent { color: var(--odd); } .cosmetic { color: var(--plain); }
  .as-documented { color: var(--good); } .not-probed { color: var(--dim); }
  tr.evidence td { padding-top: 0; border-bottom: 2px solid var(--line); }
  tr.main td { border-bottom: 0; }
  details summary { color: var(--dim); }
  .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin-top: .5rem; }
  .sides h3 { font-size: .95rem; margin: .2rem 0; }
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
<% for (const group of it.groups) { %>
<h2><%= group.title %> (<%= group.rows.length %>)</h2>
<table>
<thead><tr><th class="what">Difference</th><th>SCIM 1.1 does</th><th>SCIM 2.0 does</th><th>A client must change</th><th class="state">Impact and state</th></tr></thead>
<tbody>
<% for (const row of group.rows) { %>
<tr class="main" id="<%= row.id %>">
  <td><b><%= row.title %></b><br><span class="id"><%= row.id %></span><br><span class="dim"><%= row.area %></span></td>
  <td><%= row.v1 %></td>
  <td><%= row.v2 %></td>
  <td><%= row.clientMustChange || "" %></td>
  <td><span class="badge <%= row.impact %>"><%= row.impact %></span><br><span class="<%= row.status %>"><%= row.statusText %></span><% if (row.note) { %><br><span class="dim"><%= row.note %></span><% } %></td>
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
