/**
 * Eta template of the page; `it` is what page.ts gives. Every value is escaped; what is written with
 * `~` is our own style, script and policy.
 */
export const template = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<%~ it.policy %>
<title>From SCIM 1.1 to SCIM 2.0</title>
<style><%~ it.style %></style>
</head>
<body>
<header>
  <h1>From SCIM 1.1 to SCIM 2.0: what this client has to change</h1>
  <p class="dim"><% for (const [at, input] of it.migration.inputs.slice(0, 20).entries()) { %><%= at > 0 ? " · " : "" %><bdi><%= it.visible(input.file) %></bdi><% } %><% if (it.migration.inputs.length > 20) { %> and <%= it.migration.inputs.length - 20 %> more<% } %> · <%= it.traffic %></p>
  <p class="verdict <%= it.verdict.isGood ? "good" : "bad" %>"><b><%= it.visible(it.verdict.text) %></b></p>
  <% if (it.verification) { %><p>Verified by replaying: <%= it.visible(it.verification) %>. <% if (it.readings) { %><span class="dim"><%= it.visible(it.readings) %></span><% } %></p><% } %>
  <ul class="counts">
  <% for (const { status, forms, text, meaning } of it.cards) { %><li><a href="#status=<%= status %>"><b class="<%= status %>"><%= forms %></b> <%= text %></a><small><%= meaning %></small></li>
  <% } %></ul>
  <% if (it.dangerous.length > 0) { %><h2 id="dangerous">Look at these first</h2>
  <ol class="dangerous"><% for (const { id, form, short, why } of it.dangerous) { %>
    <li><% if (id) { %><a href="#<%= id %>" title="<%= it.visible(form) %>"><code><%= it.visible(short) %></code></a><% } else { %><code><%= it.visible(short) %></code><% } %> <%= why %>.</li><% } %>
  </ol><% } %>
  <% if (it.changes.length > 0) { %><h2 id="answers">What the code that reads answers must change</h2>
  <ul class="dangerous"><% for (const { text, differences, forms } of it.changes) { %>
    <li><%= it.visible(text) %> <span class="dim"><span class="id"><%= differences.join(", ") %></span>, <%= it.count(forms, "form") %></span></li><% } %>
  </ul><% } %>
</header>
<form id="filters" role="search" aria-label="Forms of request" hidden>
  <div><label for="search">Search</label> <input type="search" id="search" name="q" autocomplete="off" spellcheck="false" placeholder="form, warning, difference …  ( / )"></div>
  <fieldset><legend>Status</legend><% for (const { status, text, forms } of it.cards) { if (forms > 0) { %><label><input type="checkbox" name="status" value="<%= status %>"> <%= text %></label><% } } %></fieldset>
  <div class="outcome"><output id="shown" for="search"></output> <button type="button" class="clear">Clear filters</button></div>
</form>
<main>
<p id="none" class="verdict" hidden>No form matches these filters. <button type="button" class="clear">Clear filters</button></p>
<section aria-labelledby="forms">
<h2 id="forms">Forms of request (<span class="count"><%= it.forms.length %></span>)</h2>
<p class="dim">Requests that differ only in their values are one form. <% if (!it.migration.showValues) { %>Personal values are placeholders. <% } %>curl and Python take the token from <code><%= it.tokenVariable %></code>.</p>
<div class="columns" aria-hidden="true"><span>Form</span><span>What to know</span><span>What reads the answer</span><span>Status</span></div>
<% for (const form of it.forms) { %><article class="row" id="<%= form.id %>" data-status="<%= form.status %>">
<div class="what"><h3 class="s"><code title="<%= it.visible(form.form) %>"><%= it.visible(form.short) %></code></h3><span class="dim s"><%= it.count(form.count, "request") %>, first in <bdi><%= it.visible(form.place) %></bdi></span></div>
<div><b class="label">What to know</b><% if (form.warnings.length === 0) { %><span class="dim">Nothing special.</span><% } %><ul class="notes"><% for (const { code, text } of form.warnings) { %><li class="s"><span class="id"><%= code %></span> <%= it.visible(text) %></li><% } %></ul><% if (form.differences.length > 0) { %><p class="dim differences"><% for (const { id, title } of form.differences) { %><span class="id s" title="<%= it.visible(title) %>"><%= id %></span> <% } %></p><% } %></div>
<div><b class="label">What reads the answer</b><% if (form.answer.length === 0) { %><span class="dim">No change.</span><% } %><ul class="notes"><% for (const { text } of form.answer) { %><li class="s"><%= it.visible(text) %></li><% } %></ul></div>
<div class="state"><span class="badge <%= form.status %>"><%= it.words[form.status].text %></span><small class="dim"><% for (const [status, number] of form.others) { %><%= number %> <%= it.words[status].text %> <% } %></small><% if (form.verdict) { %><small class="s <%= form.verdictClass %>">verified: <%= form.verdict %></small><% } %></div>
<details class="evidence"<% if (form.isOpen) { %> open<% } %>><summary class="handle">Request today and tomorrow<span class="label"> of <%= it.visible(form.form) %></span></summary>
<% if (form.verifiedLines.length > 0) { %><ul class="notes"><% for (const line of form.verifiedLines) { %><li class="s"><%= it.visible(line) %></li><% } %></ul><% } %>
<div class="lesson"><div class="sides">
<div><h5>Today <small>SCIM 1.1</small></h5><% if (form.today) { %><div class="request"><pre class="http"><%= it.visible(form.today) %></pre></div><% } else { %><p>The example is too large to be shown.</p><% } %></div>
<div><h5>Tomorrow <small>SCIM 2.0</small></h5><% if (!form.tomorrow) { %><p class="<%= form.status %>"><%= form.today ? it.noRequest(form.status) + ": " + it.words[form.status].meaning.toLowerCase() + "." : "See requests.v2.jsonl." %></p><% } else if (form.tomorrow.length === 0) { %><p>No request: nothing is to be done.</p><% } else { for (const { http, curl, python } of form.tomorrow) { %><div class="request"><pre class="http"><%= it.visible(http) %></pre><details class="curl"><summary>as curl</summary><pre><%= it.visible(curl) %></pre></details><details class="curl"><summary>as Python requests</summary><pre><%= it.visible(python) %></pre></details></div><% } } %></div>
</div></div></details>
</article>
<% } %></section>
<% if (it.more > 0) { %><p class="verdict"><%= it.count(it.more, "more form") %> in migration.json.</p><% } %>
<% if (it.migration.findings.length > 0) { %><section aria-labelledby="findings"><h2 id="findings">What could not be read, and faults in 2.0 requests</h2>
<table><thead><tr><th>Where</th><th>What</th></tr></thead><tbody><% for (const finding of it.migration.findings.slice(0, it.mostFindings)) { %>
<tr><td class="id"><%= it.visible(it.placeOf(finding)) %></td><td><%= it.visible(finding.text) %></td></tr><% } %></tbody></table>
<% if (it.moreFindings > 0) { %><p class="dim"><%= it.count(it.moreFindings, "more finding") %> in migration.json.</p><% } %></section><% } %>
<section aria-labelledby="not-seen"><h2 id="not-seen">Not seen in this traffic</h2>
<% if (it.migration.notSeen.length === 0) { %><p>Every kind of request and answer that this tool looks for was seen.</p><% } else { %><ul><% for (const text of it.migration.notSeen) { %><li><%= text %></li><% } %></ul><% } %></section>
</main>
<footer class="dim"><p>Invisible characters are shown as ⟨U+202E⟩. Keys: <kbd>/</kbd> search · <kbd>j</kbd> <kbd>k</kbd> next and previous form · <kbd>Enter</kbd> opens.</p></footer>
<script><%~ it.script %></script>
</body>
</html>
`;
