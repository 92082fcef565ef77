import { Eta } from "eta";
import { isNotKnown } from "../../schemas/finding.ts";
import type { CoveredStatement, Results } from "../../schemas/index.ts";
import { pagePolicy, pageStyle } from "../page-style.ts";
import { notKnownCheck } from "../verdict-counts.ts";

const states = ["tested", "not-tested", "untestable"] as const;

interface Counts {
  total: number;
  tested: number;
  "not-tested": number;
  untestable: number;
  /** Of those tested. */
  notKnown: number;
}

/** A statement with its verdict for a reader. */
interface Row extends CoveredStatement {
  shown: string;
}

/** The coverage page: what a run tested and what it did not, by version, level and section. */
export function coveragePage(results: Results, statements: readonly CoveredStatement[]): string {
  const notKnown = new Set(
    results.checks.filter(isNotKnown).map(({ id, version }) => `${version} ${id}`),
  );
  const versions = results.versions.map((version) => {
    const own = statements
      .filter((statement) => statement.version === version)
      .map((statement): Row => {
        const { id, verdict, state } = statement;
        const shown = notKnown.has(`${version} ${id}`) ? notKnownWord : (verdict ?? state);
        return { ...statement, shown };
      });
    return {
      version,
      levels: groups(own, ({ level }) => level),
      total: count(own),
      sections: groups(own, ({ section }) => section),
      missing: own.filter(({ state }) => state !== "tested"),
    };
  });
  return new Eta({ autoEscape: true }).renderString(template, {
    results,
    versions,
    states,
    notKnown: notKnown.size > 0 ? notKnownCheck : undefined,
  });
}

const notKnownWord = "not known";

function groups(statements: readonly Row[], key: (statement: Row) => string) {
  const names = [...new Set(statements.map(key))];
  return names.map((name) => {
    const members = statements.filter((statement) => key(statement) === name);
    return { name, members, counts: count(members) };
  });
}

function count(statements: readonly Row[]): Counts {
  const none = { tested: 0, "not-tested": 0, untestable: 0 };
  const notKnown = statements.filter(({ shown }) => shown === notKnownWord).length;
  const counts: Counts = { total: statements.length, ...none, notKnown };
  for (const { state } of statements) counts[state] += 1;
  return counts;
}

const template = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${pagePolicy}
<title>Coverage: <%= it.results.target %></title>
<style>${pageStyle}
  .fail, .error { color: var(--bad); } .warn, .not-tested { color: var(--odd); } .deviation { color: var(--plain); } .pass { color: var(--good); } .skip, .untestable { color: var(--dim); }
  .level { white-space: nowrap; }
</style>
</head>
<body>
<h1>Coverage of the standards and of the facts about Slack</h1>
<p class="dim"><%= it.results.target %> · profile <%= it.results.profile %> · a skipped or blocked statement does not count as tested</p>
<% for (const { version, levels, total, sections, missing } of it.versions) { %>
<h2>SCIM <%= version %>, by level</h2>
<table>
<thead><tr><th>Level</th><th class="number">Statements</th><th class="number">Tested</th><th class="number">Not tested</th><th class="number">Not testable</th><th class="number">Not known of Slack, of those tested</th></tr></thead>
<tbody>
<% for (const { name, counts } of levels) { %><tr><td><%= name %></td><td class="number"><%= counts.total %></td><% for (const state of it.states) { %><td class="number"><%= counts[state] %></td><% } %><td class="number"><%= counts.notKnown %></td></tr><% } %>
<tr><th>All</th><th class="number"><%= total.total %></th><% for (const state of it.states) { %><th class="number"><%= total[state] %></th><% } %><th class="number"><%= total.notKnown %></th></tr>
</tbody>
</table>
<% if (it.notKnown) { %><p class="dim"><%= it.notKnown %></p><% } %>
<h2>SCIM <%= version %>, by section</h2>
<% for (const { name, members, counts } of sections) { %>
<details><summary><%= name %> <span class="dim">– <%= counts.tested %> of <%= counts.total %> tested</span></summary>
<table><tbody>
<% for (const one of members) { %><tr><td class="id"><% if (one.url) { %><a href="<%= one.url %>"><%= one.id %></a><% } else { %><%= one.id %><% } %></td><td class="level"><%= one.level %></td><td><%= one.demand %></td><td><span class="<%= one.shown %>"><%= one.shown %></span><% if (one.reason) { %><br><span class="dim"><%= one.reason %></span><% } %></td></tr><% } %>
</tbody></table></details>
<% } %>
<h2>SCIM <%= version %>, not tested in this run</h2>
<% if (missing.length === 0) { %><p>Nothing: every statement was tested.</p><% } else { %>
<table>
<thead><tr><th>Statement</th><th>Level</th><th>Demand</th><th>Why not</th></tr></thead>
<tbody>
<% for (const one of missing) { %><tr><td class="id"><% if (one.url) { %><a href="<%= one.url %>"><%= one.id %></a><% } else { %><%= one.id %><% } %></td><td class="level"><%= one.level %></td><td><%= one.demand %></td><td><%= one.reason || "no check ran" %></td></tr><% } %>
</tbody>
</table>
<% } %>
<% } %>
</body>
</html>
`;
