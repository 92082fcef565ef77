/** The part of the summary about the baseline, for page-template.ts. Every value is escaped. */
export const baselineTemplate = `<% if (it.baseline) { %><h2 id="baseline">Known findings</h2>
<p><%= it.visible(it.baseline.short) %></p>
<% for (const { kind, title, total, shown, more } of it.baseline.groups) { const entry = (one) => { %><li><span class="cut"><% if (one.address) { %><a class="id" href="<%= one.address %>"><%= one.id %></a><% } else { %><span class="id"><%= one.id %></span><% } %> <% if (one.version) { %><span class="dim">SCIM <%= one.version %></span> <% } %><%= it.visible(one.title) %><% if (one.now) { %>: now <b><%= one.now %></b><% } %><% if (one.reason) { %>. <i>Reason:</i> <%= it.visible(one.reason) %><% } else if (kind === "unexplained") { %>. <i>Reason:</i> none given yet<% } %><% if (one.owner) { %>. <i>Owner:</i> <%= it.visible(one.owner) %><% } %><% if (one.ticket) { %>. <i>Ticket:</i> <% if (one.isLink) { %><a href="<%= one.ticket %>" rel="noreferrer"><%= it.visible(one.ticket) %></a><% } else { %><%= it.visible(one.ticket) %><% } } %><% if (one.expires) { %>. <i>Last day:</i> <span class="id"><%= one.expires %></span><% } %></span></li>
<% }; %><h3 class="<%= kind === "expired" || kind === "lost" ? "bad" : kind === "unexplained" ? "silent" : kind === "gone" ? "good" : "cosmetic" %>"><%= title %>: <%= total %></h3>
<ul class="baseline"><% shown.forEach(entry); %></ul>
<% if (more.length > 0) { %><details class="since"><summary><%= more.length %> more</summary><ul><% more.forEach(entry); %></ul></details><% } %>
<% } } %>`;
