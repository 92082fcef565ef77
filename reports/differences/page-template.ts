/**
 * Eta template of the page of differences; `it` is what page.ts gives. Every value is escaped; what
 * is written with `~` is our own style, script and policy, JSON that holds no `<`, and what `linked`,
 * `factItems` and `lessonHtml` have escaped.
 */
export const template = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<%~ it.policy %>
<title>Differences between SCIM 1.1 and 2.0: <%= it.visible(it.results.target) %></title>
<style><%~ it.style %></style>
</head>
<body>
<header>
  <%~ it.navigation %>
  <h1>What changes from SCIM 1.1 to SCIM 2.0</h1>
  <p class="dim"><bdi><%= it.visible(it.results.target) %></bdi> · <%= it.results.startedAt.slice(0, 16).replace("T", " ") %> UTC · profile <%= it.results.profile %> · seed <%= it.results.seed %></p>
  <p class="verdict <%= it.findings.total > 0 ? "bad" : "good" %>"><% if (it.findings.total > 0) { %><b><%= it.findings.text %></b> <a href="../index.html#findings">All findings.</a><% if (it.findings.differences > 0) { %> <a href="#findings">The unexpected differences.</a><% } %><% } else { %><b>No findings:</b> every difference that was probed matches the catalogue, and no check fails.<% } %></p>
  <p class="since"><%= it.sinceText %><% for (const [word, changes] of it.since) { %> <b><%= word === "fixed" ? "Fixed" : "Regressed" %>:</b><% for (const one of changes) { %> <% if (one.isListed) { %><a class="id" href="#<%= encodeURIComponent(one.id) %>" title="<%= it.visible(one.title) %>"><%= one.id %></a><% } else { %><span class="id" title="<%= it.visible(one.title) %>"><%= one.id %></span><% } %><% } %>.<% } %> <a href="../index.html#since">All changes, checks too.</a></p>
  <ul class="counts">
  <% for (const { group, count, text, meaning } of it.cards) { %><li><a href="#impact=<%= group %>"><b class="<%= group %>"><%= count %></b> <%= text %></a><small><%= meaning %></small></li>
  <% } %>
  </ul>
</header>
<form id="filters" role="search" aria-label="Differences" hidden>
  <div><label for="search">Search</label> <input type="search" id="search" name="q" autocomplete="off" spellcheck="false" placeholder="id, text, source …  ( / )"></div>
  <div><label for="area">Area</label> <select id="area" name="area"><option value="">all areas</option><% for (const area of it.areas) { %><option><%= area %></option><% } %></select></div>
  <fieldset><legend>In this run</legend><% for (const { group, choice } of it.cards) { %><label><input type="checkbox" name="impact" value="<%= group %>"> <%= choice %></label><% } %></fieldset>
  <fieldset><legend>Status</legend><% for (const [state, text] of it.shownStates) { %><label><input type="checkbox" name="status" value="<%= state %>"> <%= text %></label><% } %></fieldset>
  <div class="outcome"><output id="shown" for="search area"></output> <button type="button" class="clear">Clear filters</button></div>
</form>
<main>
<noscript><p class="verdict">Without JavaScript this page cannot filter or show exchanges; they are in exchanges.jsonl.</p></noscript>
<p id="none" class="verdict" hidden>No difference matches these filters. <button type="button" class="clear">Clear filters</button></p>
<% for (const section of it.sections) { %>
<section aria-labelledby="<%= section.id %>" class="of-<%= section.id %>">
<h2 id="<%= section.id %>"><%= section.title %> (<span class="count"><%= section.rows.length %></span>)</h2>
<% if (section.id === "not-known") { %><p class="dim"><%= it.notKnownDifference %></p><% } %>
<div class="columns" aria-hidden="true"><span>Difference</span><span>In SCIM 1.1</span><span>In SCIM 2.0</span><span>What a client must change</span><span>Impact and status</span></div>
<% for (const row of section.rows) { %><article class="row" id="<%= row.id %>" data-impact="<%= it.groupOf(row) %>" data-status="<%= row.state %>" data-area="<%= row.area %>" data-topic="<%= it.visible(row.topic) %>">
<div class="what"><h3 class="s"><%= it.visible(row.title) %></h3><a class="id s" href="#<%= encodeURIComponent(row.id) %>" tabindex="-1"><%= row.id %></a> <span class="dim s"><%= it.visible(row.area === row.topic ? row.area : row.area + " · " + row.topic) %></span></div>
<div><b class="label">In SCIM 1.1</b><div class="said s"><%~ it.linked(row.v1) %></div><% if (row.expected.v1) { %><div class="dim s">expected: <%~ it.linked(row.expected.v1) %></div><% } %></div>
<div><b class="label">In SCIM 2.0</b><div class="said s"><%~ it.linked(row.v2) %></div><% if (row.expected.v2) { %><div class="dim s">expected: <%~ it.linked(row.expected.v2) %></div><% } %></div>
<div class="change"><b class="label">What a client must change</b><div class="s"><%~ it.linked(row.change) %></div><% const unmet = it.meaningWhenUnmet(row); if (unmet !== undefined) { %><div class="unmet s"><b>What this means for you:</b> <%~ it.linked(unmet) %></div><% } %></div>
<div class="state"><span class="badge <%= row.impact %>"><%= row.impact %></span> <span class="<%= row.finding ? "bad" : row.state %>"><%= it.states[row.state] %></span><% if (row.state === "not-known" && row.assumed && Object.values(row.assumed.versions).some(({ agrees }) => !agrees)) { %> <span class="silent s">not as assumed</span><% } %><% if (row.note && row.state !== "same") { %> <span class="dim s"><%~ it.linked(row.note) %></span><% } %></div>
<details class="evidence"><summary class="handle"><%= row.lesson ? "Requests today and tomorrow" : row.exchanges.length > 0 ? "Exchanges and source" : "Source" %><span class="label"> of <%= row.id %></span></summary>
<% const lesson = it.lessons.get(row.id); if (lesson !== undefined) { %><div class="lesson"><%~ lesson %></div>
<% } %><% if (row.exchanges.length > 0) { %><h4>Exchanges of this run</h4>
<% } %><div class="pairs"></div>
<p>Source: <span class="s"><%~ it.linked(row.source) %></span></p>
<% if (row.facts.length > 0) { %><ul><%~ it.factItems(row.facts) %></ul>
<% } %><% if (row.assumed) { %><p>Not known of Slack<% if (row.state !== "not-known") { %>, in part<% } %> (<%~ it.linked(row.assumed.facts.join(", ")) %>):<% for (const [version, one] of Object.entries(row.assumed.versions)) { %> <span class="s">SCIM <%= version %> showed <%= it.visible(JSON.stringify(one.observation)) %>, <%= one.agrees ? "as assumed" : "not as assumed" %>.</span><% } %></p>
<% } %><div class="also"></div></details>
</article>
<% } %></section>
<% } %>
</main>
<footer class="dim">
  <p>In the exchanges: <b>≠</b> differs · <b>−</b> only in 1.1 · <b>+</b> only in 2.0 · <b>≈</b> differs only in ids, names and times that the run generated. Invisible characters are shown as ⟨U+202E⟩. Omitted headers, which exchanges.jsonl has: <%= it.leftOutHeaders.join(", ") %>.</p>
  <p>Keys: <kbd>/</kbd> search · <kbd>j</kbd> <kbd>k</kbd> next and previous row · <kbd>Enter</kbd> opens.</p>
</footer>
<script><%~ it.script %></script>
<% for (const { id, json } of it.evidence) { %><script type="application/json" data-row="<%= id %>"><%~ json %></script>
<% } %></body>
</html>
`;
