import { pageStyle } from "../page-style.ts";
import { baselineTemplate } from "./baseline-template.ts";

/** Eta template of the summary; `it` is what page.ts gives. Every value is escaped, by `linked` too. */
export const template = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<%~ it.policy %>
<title>Summary: SCIM 1.1 to 2.0, <%= it.visible(it.results.target) %></title>
<style>${pageStyle}
  body { max-width: 54rem; font-size: 14px; line-height: 1.4; }
  a { color: light-dark(#0b57d0, #8ab4f8); }
  h2 { font-size: 1.05rem; margin: 1rem 0 .3rem; }
  .verdict { border: 1px solid var(--line); border-inline-start: .4rem solid; border-radius: .3rem; padding: .6rem .9rem; margin: .8rem 0; background: var(--soft); font-size: 1.1rem; }
  .verdict.good { border-inline-start-color: var(--good); } .verdict.odd { border-inline-start-color: var(--odd); } .verdict.bad { border-inline-start-color: var(--bad); }
  .bad, .breaking { color: var(--bad); } .good { color: var(--good); } .silent { color: var(--odd); } .cosmetic { color: var(--plain); } p.verdict { color: var(--text); }
  h3 { font-size: .95rem; margin: .4rem 0 .1rem; } details.since { margin: .2rem 0; } details.since summary { color: var(--dim); }
  ul.counts { gap: .5rem; margin: .6rem 0; } ul.counts li { padding: .4rem .5rem; } ul.counts b { font-size: 1.35rem; } ul.counts small { line-height: 1.25; }
  th, td { padding: .2rem .5rem; overflow-wrap: normal; } td:first-child { white-space: nowrap; }
  ol, main ul:not(.counts) { margin: .2rem 0; padding-inline-start: 1.6rem; } li { margin: .1rem 0; }
  .cut { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 9; overflow: hidden; overflow-wrap: anywhere; unicode-bidi: isolate; }
  @media (max-width: 40rem) {
    .cut { -webkit-line-clamp: 16; }
    .learnt th, .learnt td { font-size: 11px; padding: .2rem .15rem; overflow-wrap: anywhere; }
    /* Turned: a row for each verdict, a column for each version. */
    .versions { display: grid; grid-auto-flow: column; grid-template-rows: repeat(8, auto); grid-auto-columns: auto; } .versions :is(thead, tbody, tr) { display: contents; }
    .versions thead th { border-bottom: 1px solid var(--line); text-align: start; }
  }
  details.learnt td:nth-child(2) { width: 38%; } details.learnt td:nth-child(4) { overflow-wrap: anywhere; }
  @page { size: A4; margin: 11mm 13mm; }
  @media print {
    :root { color-scheme: light; }
    body { padding: 0; max-width: none; font-size: 8.7pt; line-height: 1.2; } .verdict { font-size: 11pt; padding: 4pt 8pt; margin: 5pt 0; }
    .cut { -webkit-line-clamp: 2; } ul.counts li { padding: 2pt 5pt; } ul.counts small { font-size: 7.5pt; } th, td { padding: 1pt 5pt; } .id { font-size: 8pt; } a { color: inherit; text-decoration: none; }
    h1 { font-size: 15pt; } h2 { margin: 7pt 0 2pt; } ul.counts { grid-auto-flow: column; grid-template-columns: none; } ul.counts li:first-child:nth-last-child(n) { grid-column: auto; }
    .learnt, details.since, ul.baseline { display: none; } .changes .fact, .verdict a { display: none; }
    .full { font-size: 8.2pt; line-height: 1.16; } .full li { margin: 0; } .full .cut { -webkit-line-clamp: 1; } .full h2 { margin: 4pt 0 1pt; } .full h3 { margin: 2pt 0 0; }
    .full .fixed, .full .ranking { display: none; }
    * { print-color-adjust: exact; }
  }
</style>
</head>
<body<% if (it.isFull) { %> class="full"<% } %>>
<header>
  <%~ it.navigation %>
  <h1><%= it.isAboutMigration ? "Migration from SCIM 1.1 to SCIM 2.0" : "Conformance to SCIM " + it.results.versions.join(" and ") %>: summary</h1>
  <p class="dim cut"><bdi><%= it.visible(it.results.target) %></bdi> · <%= it.results.startedAt.slice(0, 16).replace("T", " ") %> UTC · SCIM <%= it.results.versions.join(" and ") %> · profile <%= it.results.profile %> · <%= it.results.checks.length %> checks, <%= it.results.requests.total %> requests</p>
</header>
<main>
<p class="verdict <%= it.verdict.tone %>"><b><%= it.isAboutMigration ? "Can we migrate?" : "Does it conform?" %></b> <%= it.visible(it.verdict.text) %><% if (it.findings.total > 0) { %> <a href="#findings">The findings</a><% } %></p>
<ul class="counts">
<li><a href="<%= it.findings.total > 0 ? "#findings" : it.pages.coverage + "#findings" %>"><b class="<%= it.findings.total > 0 ? "bad" : "good" %>"><%= it.findings.total %></b><%= it.findings.total === 1 ? "finding" : "findings" %></a><small>they make the exit code 1</small></li>
<% for (const { group, count, text, meaning } of it.isAboutMigration ? it.cards : []) { %><li><a href="<%= it.pages.differences %>#impact=<%= group %>"><b class="<%= group %>"><%= count %></b><%= text %></a><small><%= meaning %></small></li>
<% } %></ul>
<% if (it.findings.total > 0) { %><h2 id="findings">Findings</h2>
<ol class="findings">
<% for (const one of it.findings.shown) { %><li><span class="cut"><a class="id" href="<%= one.address %>"><%= one.id %></a> <% if (one.version) { %><span class="dim">SCIM <%= one.version %></span> <% } %><b><%= it.visible(one.title) %></b>: <%~ it.linked(one.message) %></span></li>
<% } %></ol>
<% if (it.findings.more > 0) { %><p><a href="<%= it.pages.coverage %>#findings"><%= it.findings.more %> more: all findings</a></p><% } %>
<% } %>${baselineTemplate}<h2 id="since">What changed since the last run</h2>
<p><%= it.since.short %></p>
<% for (const { kind, total, shown, more } of it.since.groups) { const entry = (one) => { %><li><span class="cut"><% if (one.address) { %><a class="id" href="<%= one.address %>"><%= one.id %></a><% } else { %><span class="id"><%= one.id %></span><% } %> <% if (one.version) { %><span class="dim">SCIM <%= one.version %></span> <% } %><%= it.visible(one.title) %>: <%= one.before %> → <b><%= one.now %></b></span></li>
<% }; %><% if (kind === "changed") { %><details class="since"><summary>Changed otherwise: <%= total %></summary><ul><% shown.forEach(entry); more.forEach(entry); %></ul></details>
<% } else { %><h3 class="<%= kind === "regressed" ? "bad" : "good" %>"><%= kind === "regressed" ? "Regressed" : "Fixed" %>: <%= total %></h3>
<ul<% if (kind === "fixed") { %> class="fixed"<% } %>><% shown.forEach(entry); %></ul>
<% if (more.length > 0) { %><details class="since"><summary><%= more.length %> more</summary><ul><% more.forEach(entry); %></ul></details><% } %>
<% } } %><% if (it.isAboutMigration) { %><h2>The most important changes</h2>
<% if (it.changes.length === 0) { %><p>No change was observed.</p><% } else { %>
<ol class="changes">
<% for (const change of it.changes) { %><li><span class="cut"><b><%= it.visible(change.title) %></b> (<span class="<%= change.impact %>"><%= change.impact %><% if (change.harm) { %>: <b><%= it.visible(change.harm) %></b><% } %></span>, <a class="id" href="<%= it.pages.differences %>#<%= encodeURIComponent(change.id) %>"><%= change.id %></a>): <%~ it.linked(change.change) %><% for (const id of change.facts) { %> <%~ it.linked(id) %><% } %></span></li>
<% } %></ol>
<p class="dim ranking"><%= it.rankingRule %> <a href="<%= it.pages.differences %>">All differences</a></p><% } } %>
<h2>Conformance by version</h2>
<table class="versions">
<thead><tr><th>Version</th><th class="number">passed</th><th class="number">failed</th><th class="number">warnings</th><th class="number">not known of Slack</th><th class="number">known deviations</th><th class="number">not tested</th><th class="number">errors</th></tr></thead>
<tbody>
<% for (const one of it.versions) { %><tr><td>SCIM <%= one.version %></td><td class="number"><%= one.pass %></td><td class="number<%= one.fail > 0 ? " bad" : "" %>"><%= one.fail %></td><td class="number"><%= one.warn %></td><td class="number"><%= one["not-known"] %></td><td class="number"><%= one.deviation %></td><td class="number"><%= one.skip %></td><td class="number"><%= one.error %></td></tr>
<% } %></tbody>
</table>
<% if (it.notKnown) { %><p class="dim"><%= it.notKnown %></p><% } %>
<%~ it.legend %>
<% if (it.learnt) { %><h2 id="learnt">What this run learnt about Slack</h2>
<p><%= it.learnt.short %>. <a href="../learnt.md">learnt.md</a> in the folder of the run has the answers in a form to send in: they help everyone who uses this suite.</p>
<% if (it.learnt.listed.length > 0) { %><ul class="learnt">
<% for (const fact of it.learnt.listed) { const one = fact.answers.find(({ agrees }) => !agrees); %><li><span class="cut"><%~ it.linked(fact.id) %> <%~ it.plain(fact.statement) %> <b class="silent">Seen otherwise</b> in SCIM <%= one.version %> (<%= one.by %>): <%= it.visible(one.observed) %></span></li>
<% } %><% if (it.learnt.more > 0) { %><li>More answers that are not as assumed: <%= it.learnt.more %>.</li>
<% } %></ul><% } %>
<details class="learnt"><summary>All answers</summary>
<table>
<thead><tr><th>Fact</th><th>What is assumed of Slack</th><th>SCIM</th><th>Observed</th><th>Assumption</th></tr></thead>
<tbody>
<% for (const fact of it.learnt.facts) { for (const [index, one] of fact.answers.entries()) { %><tr><td class="id"><%~ index === 0 ? it.linked(fact.id) : "" %></td><td><%~ index === 0 ? it.plain(fact.statement) : "" %></td><td><%= one.version %></td><td><%= it.visible(one.observed) %><br><span class="id"><%= one.by %></span></td><td<% if (!one.agrees) { %> class="silent"<% } %>><%= one.agrees ? "agrees" : "contradicts" %></td></tr>
<% } } %></tbody>
</table>
<% if (it.learnt.notSeen.length > 0) { %><p>Differences that clients observed, and this run did not:</p>
<ul><% for (const one of it.learnt.notSeen) { %><li><span class="id"><%= one.id %></span> <%= it.visible(one.title) %></li><% } %></ul><% } %>
</details>
<% } %><h2>What was not tested, and why</h2>
<ul>
<% for (const { count, text } of it.skipped) { %><li><%= count %> <%= count === 1 ? "check" : "checks" %> <%= text %>.</li>
<% } %><% if (it.untestable > 0) { %><li><%= it.untestable %> statements of the standards cannot be tested from outside.</li><% } %>
<% for (const { note, views } of it.unprobed.reasons.shown) { %><li><span class="cut"><% for (const [index, one] of views.slice(0, 2).entries()) { %><%= index > 0 ? ", " : "" %><%= it.visible(one.title) %> (<span class="id"><%= one.id %></span>)<% } %><% if (views.length > 2) { %> and <%= views.length - 2 %> more<% } %>: <%~ it.linked(note) %>.</span></li>
<% } %><% if (it.unprobed.reasons.more > 0) { %><li>More differences, for <%= it.unprobed.reasons.more %> other <%= it.unprobed.reasons.more === 1 ? "reason" : "reasons" %>: see the page of all differences.</li><% } %>
</ul>
<h2>Limits of this result</h2>
<ul><% for (const limit of it.limits) { %><li><%= limit %></li><% } %></ul>
</main>
</body>
</html>
`;
