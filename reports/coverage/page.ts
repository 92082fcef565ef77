import { Eta } from "eta";
import { isNotKnown } from "../../schemas/finding.ts";
import type { CheckResult, CoveredStatement, Results } from "../../schemas/index.ts";
import { linked } from "../facts/links.ts";
import { findingsOf } from "../findings.ts";
import { navigation } from "../navigation.ts";
import { pagePolicy, pageStyle } from "../page-style.ts";
import { notKnownCheck } from "../verdict-counts.ts";
import { visible } from "../visible-text.ts";
import { explainedLevel, legend } from "../words.ts";
import { coverageAnchor } from "./anchor.ts";

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
  anchor: string;
  fact?: string;
  why?: string;
}

/** The coverage page: what a run tested and what it did not, by version, level and section. */
export function coveragePage(results: Results, statements: readonly CoveredStatement[]): string {
  const checks = new Map(
    results.checks.map((check) => [coverageAnchor(check.version, check.id), check]),
  );
  const versions = results.versions.map((version) => {
    const own = statements
      .filter((statement) => statement.version === version)
      .map((statement) => entryOf(statement, checks.get(coverageAnchor(version, statement.id))));
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
    findings: findingsOf(results),
    navigation: navigation("coverage"),
    legend: legend("verdicts", "levels", "tags"),
    explainedLevel,
    visible,
    versions,
    states,
    linked,
    notKnown: results.checks.some(isNotKnown) ? notKnownCheck : undefined,
  });
}

const notKnownWord = "not known";

/** A statement with its anchor, the fact that is its source, and what the check says. */
function entryOf(statement: CoveredStatement, check: CheckResult | undefined): Row {
  const { verdict, state } = statement;
  const why = statement.reason ?? check?.message;
  return {
    ...statement,
    shown: check && isNotKnown(check) ? notKnownWord : (verdict ?? state),
    anchor: coverageAnchor(statement.version, statement.id),
    // A rule of Slack's has no section of a standard.
    ...(statement.url === undefined && check ? { fact: check.source } : {}),
    ...(why === undefined ? {} : { why }),
  };
}

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
  .rules { table-layout: fixed; } .rules :is(th, td):first-child { width: 13.5rem; } .rules .level { width: 9.5rem; }
  .found :is(th, td):nth-child(2) { width: 30%; }
  a { color: light-dark(#0b57d0, #8ab4f8); }
  @media print { .rules tr { break-inside: avoid; } }
  @media (max-width: 44rem) {
    .levels { font-size: 11px; } .levels th, .levels td { padding: .3rem .15rem; overflow-wrap: normal; }
    .rules, .rules tbody, .rules tr, .rules td { display: block; } .rules :is(td, .level, td:first-child):nth-child(n) { width: auto; } .rules thead { display: none; }
    .rules tr { border-bottom: 1px solid var(--line); padding: .3rem 0; } .rules td { border: 0; padding: .1rem 0; }
  }
</style>
</head>
<body>
<%~ it.navigation %>
<h1>Coverage of the standards and of the facts about Slack</h1>
<p class="dim"><%= it.results.target %> · profile <%= it.results.profile %> · a skipped or blocked statement does not count as tested</p>
<%~ it.legend %>
<h2 id="findings">Findings (<%= it.findings.length %>)</h2>
<% if (it.findings.length === 0) { %><p>None: no check fails, and no difference is unexpected.</p><% } else { %>
<table class="rules found">
<thead><tr><th>Id</th><th>What</th><th>Observed</th></tr></thead>
<tbody>
<% for (const one of it.findings) { %><tr><td class="id"><a href="../<%= one.address %>"><%= one.id %></a></td><td><% if (one.version) { %>SCIM <%= one.version %>: <% } else { %>Difference: <% } %><%= it.visible(one.title) %></td><td><%~ it.linked(one.message) %></td></tr>
<% } %></tbody>
</table>
<% } %>
<% for (const { version, levels, total, sections, missing } of it.versions) { %>
<h2>SCIM <%= version %>, by level</h2>
<table class="levels">
<thead><tr><th>Level</th><th class="number">Statements</th><th class="number">Tested</th><th class="number">Not tested</th><th class="number">Not testable</th><th class="number">Of those tested, not known of Slack</th></tr></thead>
<tbody>
<% for (const { name, counts } of levels) { %><tr><td><%~ it.explainedLevel(name) %></td><td class="number"><%= counts.total %></td><% for (const state of it.states) { %><td class="number"><%= counts[state] %></td><% } %><td class="number"><%= counts.notKnown %></td></tr><% } %>
<tr><th>All</th><th class="number"><%= total.total %></th><% for (const state of it.states) { %><th class="number"><%= total[state] %></th><% } %><th class="number"><%= total.notKnown %></th></tr>
</tbody>
</table>
<% if (it.notKnown) { %><p class="dim"><%= it.notKnown %></p><% } %>
<h2>SCIM <%= version %>, by section</h2>
<% for (const { name, members, counts } of sections) { %>
<details><summary><%= name %> <span class="dim">– <%= counts.tested %> of <%= counts.total %> tested</span></summary>
<table class="rules"><tbody>
<% for (const one of members) { %><tr id="<%= one.anchor %>"><td class="id"><% if (one.url) { %><a href="<%= one.url %>"><%= one.id %></a><% } else { %><%= one.id %><% } %></td><td class="level"><%~ it.explainedLevel(one.level) %></td><td><%= one.demand %><% if (one.fact) { %><br><span class="dim"><%~ it.linked(one.fact) %></span><% } %></td><td><span class="<%= one.shown %>"><%= one.shown %></span><% if (one.why) { %><br><span class="dim"><%~ it.linked(one.why) %></span><% } %></td></tr><% } %>
</tbody></table></details>
<% } %>
<h2>SCIM <%= version %>, not tested in this run</h2>
<% if (missing.length === 0) { %><p>Nothing: every statement was tested.</p><% } else { %>
<table class="rules">
<thead><tr><th>Statement</th><th class="level">Level</th><th>Demand</th><th>Why not</th></tr></thead>
<tbody>
<% for (const one of missing) { %><tr><td class="id"><% if (one.url) { %><a href="<%= one.url %>"><%= one.id %></a><% } else { %><%= one.id %><% } %></td><td class="level"><%~ it.explainedLevel(one.level) %></td><td><%= one.demand %><% if (one.fact) { %><br><span class="dim"><%~ it.linked(one.fact) %></span><% } %></td><td><%~ it.linked(one.reason || "no check ran") %></td></tr><% } %>
</tbody>
</table>
<% } %>
<% } %>
</body>
</html>
`;
