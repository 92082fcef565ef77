import { oneOf } from "../../expectation.ts";
import { and, compare, or, people } from "../../filters/people.ts";
import type { Difference } from "../difference.ts";
import { lesson, read } from "../lesson.ts";
import { allUsers } from "../lesson-steps.ts";
import { filterResult, isUserA } from "../probing/filter-results.ts";

/** The grammar of filters. */
export const filterGrammar: readonly Difference[] = [
  {
    id: "DIFF-FILT-03",
    facts: ["FACT-FILTER-10", "FACT-FILTER-13", "FACT-FILTER-26"],
    area: "filters",
    topic: "filters",
    title: "the operators ne, ew and not",
    kind: "assumed",
    impact: "silent",
    v1: "Neither in the standard nor in Slack",
    v2: "In the RFC; not documented by Slack",
    source: "SCIM 1.1 §3.2.2.1; RFC 7644 §3.4.2.2",
    clientMustChange:
      "Leave out ne, ew and not: 1.1 rejects them, and 2.0 is not known to accept them. Read GET /Users?startIndex=1&count=1000 page by page, and drop in the client what they would exclude.",
    lesson: lesson(
      "If 2.0 accepted ne, no document promises that it stays so; if it was not probed, plan without these operators.",
      allUsers,
    ),
    expect: { "1.1": { ne: "refused" }, "2.0": { ne: oneOf("refused", "accepted") } },
    assumes: { facts: ["FACT-FILTER-26"], expect: { "2.0": { ne: "refused" } } },
    safety: "write",
    observe: async (t) => {
      const { name } = await people(t);
      const answer = await t.users.list({ filter: `userName ne "${name.a}"`, count: 1 });
      return { ne: answer.status >= 400 ? "refused" : "accepted" };
    },
  },
  {
    id: "DIFF-FILT-04",
    facts: ["FACT-FILTER-13", "FACT-PATCH-96"],
    area: "filters",
    topic: "filters",
    title: "value paths",
    kind: "documented",
    impact: "silent",
    v1: "Neither in the standard nor in Slack",
    v2: "In the RFC; Slack documents them in the paths of PATCH only",
    source: "RFC 7644 §3.4.2.2, §3.5.2",
    clientMustChange:
      'Find users by address with email eq "ada@example.com", not with emails[value eq "ada@example.com"]. Use value paths in the paths of PATCH in 2.0 only.',
    lesson: lesson(
      'If 2.0 accepted a value path in a filter, email eq "…" finds the same user with less risk; if it was not probed, do not use value paths in filters.',
      read('/Users?filter=email eq "ada@example.com"'),
    ),
    expect: {
      "1.1": { valuePath: "refused" },
      "2.0": { valuePath: oneOf("refused", "accepted") },
    },
    safety: "write",
    observe: async (t) => {
      const { address } = await people(t);
      const answer = await t.users.list({
        filter: `emails[value eq "${address.a}"]`,
        count: 1,
      });
      return { valuePath: answer.status >= 400 ? "refused" : "accepted" };
    },
  },
  {
    id: "DIFF-FILT-05",
    facts: ["FACT-FILTER-14", "FACT-FILTER-26"],
    area: "filters",
    topic: "filters",
    title: "the precedence of operators",
    kind: "assumed",
    impact: "cosmetic",
    v1: "Comparisons, groups, and, or: in the standard and in Slack's reference",
    v2: "Groups, not, and, or, comparisons: in the RFC; the result is the same",
    source: "SCIM 1.1 §3.2.2.1; RFC 7644 §3.4.2.2",
    clientMustChange:
      'Send one comparison with eq in each request to 2.0, and combine the results in the client: of the operators only eq is known to work there. In 1.1 write parentheses wherever and meets or: (userName eq "ada" or userName eq "grace") and email co "example.com".',
    lesson: lesson(
      "What 2.0 makes of and, or and parentheses is not documented; a client that sends one eq in each request need not know.",
      read({
        "1.1":
          '/Users?filter=(userName eq "ada" or userName eq "grace") and email co "example.com"',
        "2.0": '/Users?filter=userName eq "ada"',
      }),
      { "2.0": read('/Users?filter=userName eq "grace"')["2.0"] },
    ),
    expect: {
      "1.1": { andBeforeOr: "exact", groupsFirst: "exact" },
      "2.0": {
        andBeforeOr: oneOf("exact", "ignored", "refused"),
        groupsFirst: oneOf("exact", "ignored", "refused"),
      },
    },
    assumes: {
      facts: ["FACT-FILTER-26"],
      expect: { "2.0": { andBeforeOr: "exact", groupsFirst: "exact" } },
    },
    safety: "write",
    observe: async (t) => {
      const who = await people(t);
      const { name, base } = who;
      const never = compare("userName", "eq", base);
      // a or (b and never); a server that reads it as (a or b) and never finds no one.
      const unbracketed = or(isUserA(who), and(compare("userName", "eq", name.b), never));
      const bracketed = and(
        or(isUserA(who), compare("userName", "eq", name.b)),
        compare("userName", "co", name.b),
      );
      return {
        andBeforeOr: await filterResult(t, unbracketed, "a"),
        groupsFirst: await filterResult(t, bracketed, "b"),
      };
    },
  },
  {
    id: "DIFF-FILT-06",
    facts: ["FACT-FILTER-21", "FACT-FILTER-22", "FACT-FILTER-32"],
    area: "filters",
    topic: "filters",
    title: "how the grammar quotes values",
    kind: "assumed",
    impact: "silent",
    v1: "Prose; Slack's own example has single quotes",
    v2: "A grammar with double quotes",
    source: "SCIM 1.1 §3.2.2.1; RFC 7644 §3.4.2.2",
    clientMustChange:
      "Write values as JSON strings in double quotes, in both versions: email eq 'ada@example.com' becomes email eq \"ada@example.com\". Whether 2.0 accepts the single quotes of Slack's example for 1.1 is not known.",
    lesson: lesson(
      "What 2.0 makes of single quotes stays open for your organisation; double quotes work in both versions.",
      read({
        "1.1": "/Users?filter=email eq 'ada@example.com'",
        "2.0": '/Users?filter=email eq "ada@example.com"',
      }),
    ),
    expect: {
      "1.1": { singleQuotes: "exact" },
      "2.0": { singleQuotes: oneOf("exact", "ignored", "refused") },
    },
    assumes: { facts: ["FACT-FILTER-32"], expect: { "2.0": { singleQuotes: "exact" } } },
    safety: "write",
    observe: async (t) => {
      const { name } = await people(t);
      return { singleQuotes: await filterResult(t, `userName eq '${name.a}'`, "a") };
    },
  },
  {
    id: "DIFF-FILT-08",
    facts: ["FACT-FILTER-21", "FACT-FILTER-22", "FACT-FILTER-23", "FACT-FILTER-32"],
    area: "filters",
    topic: "filters",
    title: "quotes around a value",
    kind: "observed",
    impact: "silent",
    v1: "No quotes, single quotes and double quotes were seen to work",
    v2: "Only double quotes were seen to work",
    source: "wire log of python-slack-scim; XSOAR; Slack reference",
    clientMustChange:
      'Put double quotes around every value: userName eq ada becomes userName eq "ada". 1.1 was seen to accept values without quotes and in single quotes; in 2.0 only double quotes were seen.',
    lesson: lesson(
      "Which other quotes your organisation accepts in 2.0 stays open; double quotes work in both versions.",
      read({ "1.1": "/Users?filter=userName eq ada", "2.0": '/Users?filter=userName eq "ada"' }),
    ),
    expect: {
      "1.1": { double: "exact", single: "exact", none: "exact" },
      "2.0": {
        double: oneOf("exact", "ignored", "refused"),
        single: oneOf("exact", "ignored", "refused"),
        none: oneOf("exact", "ignored", "refused"),
      },
    },
    assumes: { facts: ["FACT-FILTER-32"], expect: { "2.0": { single: "exact", none: "exact" } } },
    safety: "write",
    observe: async (t) => {
      const { name } = await people(t);
      return {
        double: await filterResult(t, `userName eq "${name.a}"`, "a"),
        single: await filterResult(t, `userName eq '${name.a}'`, "a"),
        none: await filterResult(t, `userName eq ${name.a}`, "a"),
      };
    },
  },
];
