/**
 * Eta template of the page of facts; `it` is what page.ts gives. Every value is escaped; what is
 * written with `~` is our own style, script and policy, and text that `prose` has escaped.
 */
export const template = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<%~ it.policy %>
<title>Facts about Slack</title>
<style><%~ it.style %></style>
</head>
<body>
<header>
  <%~ it.navigation %>
  <h1>Facts about Slack</h1>
  <p class="dim">What is known of Slack's SCIM API, in our own words, and where it was read. Nothing here was measured by this project against a live organisation.</p>
  <ul class="counts">
  <% for (const { tag, meaning, count } of it.tags) { %><li><a href="#tag=<%= tag %>"><b class="<%= tag %>"><%= count %></b> <%= tag %></a><small><%= meaning %></small></li>
  <% } %></ul>
</header>
<form id="filters" role="search" aria-label="Facts" hidden>
  <div><label for="search">Search</label> <input type="search" id="search" name="q" autocomplete="off" spellcheck="false" placeholder="id, text, source, rule …  ( / )"></div>
  <div><label for="area">Area</label> <select id="area" name="area"><option value="">all areas</option><% for (const { title } of it.areas) { %><option><%= title %></option><% } %></select></div>
  <fieldset><legend>Known how</legend><% for (const { tag } of it.tags) { %><label><input type="checkbox" name="tag" value="<%= tag %>"> <%= tag %></label><% } %></fieldset>
  <div class="outcome"><output id="shown" for="search area"></output> <button type="button" class="clear">Clear filters</button></div>
</form>
<main>
<p id="none" class="verdict" hidden>No fact matches these filters. <button type="button" class="clear">Clear filters</button></p>
<% for (const area of it.areas) { %>
<section aria-labelledby="area-<%= area.id %>">
<h2 id="area-<%= area.id %>"><%= area.title %> (<span class="count"><%= area.facts.length %></span>)</h2>
<div class="columns" aria-hidden="true"><span>Fact</span><span>Sources</span><span>What rests on it</span></div>
<% for (const fact of area.facts) { %><article class="row" id="<%= fact.id %>" data-area="<%= area.title %>" data-tag="<%= fact.tag %>">
<div class="what"><h3><a class="id s handle" href="#<%= fact.id %>"><%= fact.id %></a></h3>
<% for (const { version, text } of fact.statements) { %><p class="s"><% if (version) { %><b>SCIM <%= version %>:</b> <% } %><%~ it.prose(text) %></p>
<% } %><p class="dim"><span class="badge <%= fact.tag %>"><%= fact.tag %></span> <%= it.meanings[fact.tag] %></p>
<% for (const { date, what } of fact.changes) { %><p class="dim s">Changed <%= date %>: <%~ it.prose(what) %></p>
<% } %></div>
<div><b class="label">Sources</b><% if (fact.sources.length === 0) { %><p class="dim">None: nothing public shows it.</p><% } else { %><ul>
<% for (const source of fact.sources) { %><li class="s"><% if (source.url) { %><a href="<%= source.url %>"><%= source.what %></a><% } else { %><%= source.what %><% } %><% if (source.where) { %>: <%= source.where %><% } %> <span class="dim">(<%= source.date %>, <%= source.strength %>)</span></li>
<% } %></ul><% } %></div>
<div><b class="label">What rests on it</b><% if (fact.settings.length > 0) { %><p class="s">Settings of the embedded organisation: <% for (const [index, name] of fact.settings.entries()) { %><%= index > 0 ? ", " : "" %><code><%= name %></code><% } %></p><% } %>
<% if (fact.unused) { %><p class="dim">No rule: <%~ it.prose(fact.unused) %></p><% } %>
<% if (fact.uses) { %><details><summary><%= fact.says %><span class="label"> of this run rest on <%= fact.id %></span></summary><ul>
<% for (const one of fact.uses.differences) { %><li class="s"><a class="id" href="../differences/index.html#<%= encodeURIComponent(one.id) %>"><%= it.visible(one.id) %></a> <%~ it.prose(it.visible(one.title)) %></li>
<% } for (const one of fact.uses.rules) { %><li class="s"><a class="id" href="../coverage/index.html#<%= encodeURIComponent(it.anchorOf(one.version, one.id)) %>"><%= it.visible(one.id) %></a> (<%= one.version %><% if (one.verdict) { %>, <span class="<%= one.verdict %>"><%= one.verdict %></span><% } %>) <%~ it.prose(it.visible(one.title)) %></li>
<% } %></ul></details><% } else if (fact.settings.length === 0 && !fact.unused) { %><p class="dim">Nothing in this run.</p><% } %></div>
</article>
<% } %></section>
<% } %>
</main>
<footer class="dim">
  <p>A source is strong, medium or weak. If you know better, please open an issue with the form “A fact about Slack”.</p>
  <p>Keys: <kbd>/</kbd> search · <kbd>j</kbd> <kbd>k</kbd> next and previous fact.</p>
</footer>
<script><%~ it.script %></script>
</body>
</html>
`;
