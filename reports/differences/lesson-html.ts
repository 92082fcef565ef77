import { Eta } from "eta";
import { linked } from "../facts/links.ts";
import { visible } from "../visible-text.ts";
import type { LessonView } from "./lesson-view.ts";

/** `it` is what `lessonHtml` gives; every value is escaped, by Eta or by `linked`. */
const template = `<h4>The same intent, today and tomorrow</h4>
<div class="sides"><% for (const side of it.sides) { %><div>
<h5><%= side.when %> <small>SCIM <%= side.version %></small></h5>
<% for (const request of side.requests) { %><div class="request"><pre class="http"><%= request.http %></pre><details class="curl"><summary>as curl</summary><pre><%= request.curl %></pre></details></div>
<% } %></div><% } %></div>
<p class="dim"><%= it.hint %></p>
<h4>What comes back</h4>
<div class="sides"><% for (const side of it.sides) { %><div>
<% if (side.returned) { %><p><b>SCIM <%= side.version %></b> <%= it.visible(side.returned.says) %> <small class="id"><%= side.returned.id %></small></p>
<% if (side.returned.lines.length > 0) { %><pre><%= side.returned.lines.join("\\n") %></pre><% } %><% } else { %><p><b>SCIM <%= side.version %></b> <%~ it.linked(side.does) %></p>
<% } %></div><% } %></div>
<% if (it.unchanged) { %><p class="unchanged">Today's request, sent to 2.0 unchanged: <b><%= it.visible(it.unchanged.says) %></b> <small class="id"><%= it.unchanged.id %></small></p>
<% } %><h4>What a client must change</h4>
<p><%~ it.linked(it.change) %></p>
`;

const eta = new Eta({ autoEscape: true, autoTrim: false });
eta.loadTemplate("@lesson", template);

/**
 * A lesson as HTML, readable without a script.
 *
 * @param more what a client must change, and what a reader has to know to send the requests
 */
export function lessonHtml(lesson: LessonView, more: { change: string; hint: string }): string {
  return eta.render("@lesson", { ...lesson, ...more, linked, visible });
}
