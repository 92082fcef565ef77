/**
 * Eta template of the certificate; `it` is what page.ts gives. Every value is escaped, and a name in
 * any script is isolated from the text around it.
 */
export const template = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<%~ it.policy %>
<title><%= it.specimen ? "SPECIMEN: " : "" %><%= it.title %></title>
<style><%~ it.style %></style>
</head>
<body>
<p class="notice"><%= it.notice %></p>
<% if (it.specimen) { %><p class="specimen"><%= it.specimen %></p><% } %>
<h1><%= it.heading %></h1>
<p class="product"><b><bdi><%= it.product %></bdi></b>, version <bdi><%= it.version %></bdi></p>
<div class="level <%= it.tone %>"><b><%= it.level %></b><%= it.levelInWords %></div>
<dl>
<% for (const { term, text } of it.particulars) { %><dt><%= term %></dt><dd><bdi><%= text %></bdi></dd>
<% } %></dl>
<section class="keep"><h2>Judged against</h2>
<dl class="texts">
<% for (const { name, date, url } of it.texts) { %><dt><%= date %></dt><dd><% if (url) { %><a href="<%= url %>" rel="noreferrer"><%= name %></a><% } else { %><%= name %><% } %></dd>
<% } %></dl></section>
<section class="keep"><h2>The numbers</h2>
<table class="numbers"><thead><tr><th scope="col">Rules</th><% for (const head of it.numbers.heads) { %><th scope="col" class="number"><%= head %></th><% } %></tr></thead><tbody>
<% for (const { name, counts } of it.numbers.rows) { %><tr><th scope="row"><%= name %></th><% for (const count of counts) { %><td class="number"><%= count %></td><% } %></tr>
<% } %></tbody></table>
<% for (const text of it.numbers.notes) { %><p><%= text %></p><% } %></section>
<% for (const list of it.lists) { %><section><h2><%= list.title %></h2>
<p><%= list.lead %></p>
<% if (list.shown.length > 0) { %><ol><% for (const text of list.shown) { %><li><%~ it.marked(text) %></li>
<% } %></ol><% } %>
<% if (list.more.length > 0) { %><p>The annex has <%= list.more.length %> more.</p><% } %>
<% if (list.foot) { %><p class="foot"><%= list.foot %></p><% } %></section>
<% } %><div class="<%= it.isDivided ? "divided" : "" %>">
<section class="keep"><h2>What was not tested, and why</h2>
<% if (it.notTested.length === 0) { %><p>Nothing: every rule of the class was tested.</p>
<% } else { %><table><thead><tr><th scope="col">Rules that gave no verdict, by reason</th><th scope="col" class="number few">Mandatory</th><th scope="col" class="number few">Other</th></tr></thead><tbody>
<% for (const { why, reasons, mandatory, others } of it.notTested) { %><tr><td><%= why %>: <%= reasons %></td><td class="number"><%= mandatory %></td><td class="number"><%= others %></td></tr>
<% } %></tbody></table><% } %></section>
<section class="keep"><h2>Findings that the vendor has accepted</h2>
<p><%= it.suppressed.lead %></p>
<% if (it.suppressed.shown.length > 0) { %><ol><% for (const text of it.suppressed.shown) { %><li><%~ it.marked(text) %></li>
<% } %></ol><% } %>
<% if (it.suppressed.more.length > 0) { %><p>The annex has <%= it.suppressed.more.length %> more.</p><% } %></section>
<section class="keep"><h2>Evidence, and how to verify it</h2>
<p><%= it.verify %></p>
<table><thead><tr><th scope="col">File</th><th scope="col">SHA-256</th></tr></thead><tbody>
<% for (const { name, sha256 } of it.files) { %><tr><td class="nowrap"><%= name %></td><td class="digest"><%= sha256 %></td></tr>
<% } %></tbody></table></section>
<section class="keep"><h2>Declaration<%= it.specimen ? " (specimen: must not be signed)" : "" %></h2>
<% for (const parts of it.statement) { %><p class="statement"><% for (const { text, isName } of parts) { %><% if (isName) { %><bdi><%= text %></bdi><% } else { %><%= text %><% } %><% } %></p>
<% } %>
<p class="lines"><span>Name</span><span>Role</span><span>Date</span><span>Signature</span></p></section>
</div>
<% if (it.annex.length > 0) { %><div class="annex"><h2>Annex</h2>
<% for (const list of it.annex) { %><section><h3><%= list.title %>, continued</h3>
<ol start="<%= list.shown.length + 1 %>"><% for (const text of list.more) { %><li><%~ it.marked(text) %></li>
<% } %></ol></section>
<% } %></div><% } %>
</body>
</html>
`;
