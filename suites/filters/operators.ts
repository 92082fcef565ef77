import type { Filter } from "../../schemas/index.ts";
import { clause, doc, inf, maybe, obs } from "../clause.ts";
import type { Expectation } from "../expectation.ts";
import { type Findings, notObserved } from "../not-observed.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { WithValues } from "../with-values.ts";
import { groupsFoundByCode, usersFoundWrongly } from "./code-values.ts";
import {
  among,
  and,
  compare,
  found,
  foundIfOffered,
  or,
  type People,
  people,
  refusal,
} from "./people.ts";

type Questions = (who: People, t: CheckContext) => Readonly<Record<string, Filter | string>>;

/** A requirement on the users that filters find, by name of the filter. */
function finds(
  title: string,
  versions: Requirement["versions"],
  expect: Expectation,
  questions: Questions,
): Requirement {
  return {
    title,
    area: "filters",
    safety: "write",
    needs: ["filter"],
    versions,
    expect,
    check: async (t) => {
      const asked = Object.entries(questions(await people(t), t));
      const answers = await Promise.all(
        asked.map(
          async ([name, filter]): Promise<[string, Findings[string]]> => [
            name,
            await foundIfOffered(t, filter),
          ],
        ),
      );
      return Object.fromEntries(answers);
    },
  };
}

/** Version 1.1 lacks the operator. */
const notOfFirstVersion = inf(
  "FACT-FILTER-26",
  { found: refusal },
  "is assumed to have the operators of 1.1 only",
);

const exactly = (t: CheckContext) =>
  t.once("filter eq", async () => {
    const { name } = await people(t);
    return found(t, compare("userName", "eq", name.a));
  });

const ordered = (t: CheckContext) =>
  t.once("filters of order", async () => {
    const who = await people(t);
    const ask = (op: "gt" | "ge" | "lt" | "le") =>
      foundIfOffered(t, among(who, compare("userName", op, who.name.b)));
    return { gt: await ask("gt"), ge: await ask("ge"), lt: await ask("lt"), le: await ask("le") };
  });

export const operators: readonly Requirement[] = [
  {
    title: "only resources that match the filter are returned",
    area: "filters",
    safety: "write",
    needs: ["filter"],
    versions: {
      "1.1": clause("SCIM11-API-3.2.2.1-02", doc("FACT-FILTER-10")),
      "2.0": clause("SCIM20-7644-3.4.2.2-02", obs("FACT-FILTER-02")),
    },
    expect: {
      matching: ["a"],
      notMatching: [],
      foundByOperator: [],
      usersFoundByCode: [],
      groupsFoundByCode: [],
    },
    check: async (t) => {
      const seen = await exactly(t);
      const { fact, values, exchanges } = seen;
      const { byOperator, byCode } = await usersFoundWrongly(t);
      const part = (of: (who: unknown) => boolean) =>
        new WithValues(Array.isArray(fact) ? fact.filter(of) : fact, values, exchanges);
      return {
        matching: part((who) => who === "a"),
        notMatching: part((who) => who !== "a"),
        foundByOperator: byOperator,
        usersFoundByCode: byCode,
        groupsFoundByCode: await groupsFoundByCode(t),
      };
    },
  },
  {
    title: "eq matches identical values, not substrings",
    area: "filters",
    safety: "write",
    needs: ["filter"],
    versions: {
      "1.1": clause("SCIM11-API-3.2.2.1-13", doc("FACT-FILTER-10")),
      "2.0": clause("SCIM20-7644-3.4.2.2-07", obs("FACT-FILTER-02")),
    },
    expect: { found: true, byPart: [] },
    check: async (t) => {
      const { base, name } = await people(t);
      const seen = await exactly(t);
      const { fact } = seen;
      const parts = [
        await found(t, compare("userName", "eq", base)),
        await found(t, compare("userName", "eq", name.b.slice(1))),
      ];
      return {
        found: new WithValues(
          Array.isArray(fact) ? fact.includes("a") : fact,
          seen.values,
          seen.exchanges,
        ),
        byPart: new WithValues(
          [...new Set(parts.map((part) => part.fact ?? null))].flat(),
          Object.assign({}, ...parts.map((part) => part.values)),
          parts.flatMap((part) => part.exchanges),
        ),
      };
    },
  },
  finds(
    "co matches values that contain the operand",
    {
      "1.1": clause("SCIM11-API-3.2.2.1-14", doc("FACT-FILTER-10")),
      "2.0": clause("SCIM20-7644-3.4.2.2-09", inf("FACT-FILTER-26")),
    },
    { middle: ["a", "b", "c"], end: ["b"], elsewhere: [] },
    ({ base, name }) => ({
      middle: compare("userName", "co", base.slice(1)),
      end: compare("userName", "co", name.b.slice(1)),
      elsewhere: compare("userName", "co", `${base}x`),
    }),
  ),
  finds(
    "sw matches values that start with the operand, including equal ones",
    {
      "1.1": clause("SCIM11-API-3.2.2.1-15", doc("FACT-FILTER-10")),
      "2.0": clause("SCIM20-7644-3.4.2.2-10", inf("FACT-FILTER-26")),
    },
    { start: ["a", "b", "c"], whole: ["b"], middle: [] },
    ({ base, name }) => ({
      start: compare("userName", "sw", base),
      whole: compare("userName", "sw", name.b),
      middle: compare("userName", "sw", base.slice(1)),
    }),
  ),
  {
    title: "pr matches resources that have a value, and no others",
    area: "filters",
    safety: "write",
    needs: ["filter"],
    versions: {
      "1.1": clause("SCIM11-API-3.2.2.1-16", doc("FACT-FILTER-10")),
      "2.0": clause("SCIM20-7644-3.4.2.2-12", inf("FACT-FILTER-26")),
    },
    // Slack filters on few attributes (FACT-FILTER-07), all of which are always set.
    expect: { name: ["a", "b", "c"], title: ["a", "c"] },
    check: async (t) => {
      const who = await people(t);
      const title = await foundIfOffered(t, among(who, { op: "pr", attribute: "title" }));
      return {
        name: await foundIfOffered(t, among(who, { op: "pr", attribute: "userName" })),
        title:
          title instanceof WithValues && typeof title.fact === "string"
            ? notObserved("not-offered", "the provider does not filter on title")
            : title,
      };
    },
  },
  {
    title: "gt and ge compare strings in lexicographic order",
    area: "filters",
    safety: "write",
    needs: ["filter"],
    versions: {
      "1.1": clause("SCIM11-API-3.2.2.1-17", doc("FACT-FILTER-10")),
      "2.0": {
        ...clause("SCIM20-7644-3.4.2.2-13", inf("FACT-FILTER-26")),
        // SCIM 1.1 states the second half in another rule: SCIM11-API-3.2.2.1-18.
        expect: { gt: ["c"], ge: ["b", "c"], lt: ["a"], le: ["a", "b"] },
      },
    },
    expect: { gt: ["c"], ge: ["b", "c"] },
    check: ordered,
  },
  {
    title: "lt and le compare strings in lexicographic order",
    area: "filters",
    safety: "write",
    needs: ["filter"],
    versions: { "1.1": clause("SCIM11-API-3.2.2.1-18", doc("FACT-FILTER-10")) },
    expect: { lt: ["a"], le: ["a", "b"] },
    check: ordered,
  },
  finds(
    "comparisons can be combined with and, and with or",
    {
      "1.1": clause("SCIM11-API-3.2.2.1-11", doc("FACT-FILTER-11")),
      "2.0": clause("SCIM20-7644-3.4.2.2-15", inf("FACT-FILTER-26")),
    },
    { or: ["a", "c"], and: ["b"], never: [] },
    ({ base, name }) => ({
      or: or(compare("userName", "eq", name.a), compare("userName", "eq", name.c)),
      and: and(compare("userName", "sw", base), compare("userName", "co", name.b.slice(1))),
      never: and(compare("userName", "eq", name.a), compare("userName", "eq", name.c)),
    }),
  ),
  finds(
    "parentheses group comparisons",
    {
      "1.1": clause("SCIM11-API-3.2.2.1-12", doc("FACT-FILTER-12")),
      "2.0": clause("SCIM20-7644-3.4.2.2-17", inf("FACT-FILTER-26")),
    },
    { grouped: ["b"], nested: ["a", "c"] },
    ({ base, name }) => ({
      grouped: `(userName eq "${name.a}" or userName eq "${name.b}") and userName co "${name.b.slice(1)}"`,
      nested: `((userName eq "${name.a}") or (userName sw "${base}" and (userName eq "${name.c}")))`,
    }),
  ),
  finds(
    "and takes precedence over or",
    {
      "1.1": clause("SCIM11-API-3.2.2.1-19", doc("FACT-FILTER-14")),
      "2.0": clause(
        "SCIM20-7644-3.4.2.2-19",
        maybe(
          "FACT-FILTER-26",
          { orFirst: refusal, andFirst: refusal, both: refusal },
          "only eq is known to work",
        ),
      ),
    },
    { orFirst: ["a"], andFirst: ["a"], both: ["a", "c"] },
    ({ base, name: { a, b, c } }) => ({
      orFirst: `userName eq "${a}" or userName eq "${b}" and userName eq "${c}"`,
      andFirst: `userName eq "${b}" and userName eq "${c}" or userName eq "${a}"`,
      both: `userName eq "${a}" and userName sw "${base}" or userName eq "${c}" and userName sw "${base}"`,
    }),
  ),
  finds(
    "a multi-valued attribute matches if any of its values matches",
    {
      "1.1": clause("SCIM11-API-3.2.2.1-20"),
      "2.0": clause("SCIM20-7644-3.4.2.2-20"),
    },
    { secondary: ["c"] },
    ({ secondAddress }, t) => ({
      secondary: compare(t.provider.writes.emailsInFilter, "eq", secondAddress),
    }),
  ),
  finds(
    "ne matches the resources that eq does not",
    { "2.0": clause("SCIM20-7644-3.4.2.2-08", notOfFirstVersion) },
    { found: ["b", "c"] },
    (who) => ({ found: among(who, compare("userName", "ne", who.name.a)) }),
  ),
  finds(
    "ew matches values that end with the operand",
    { "2.0": clause("SCIM20-7644-3.4.2.2-11", notOfFirstVersion) },
    { found: ["b"] },
    (who) => ({ found: among(who, compare("userName", "ew", who.name.b.slice(1))) }),
  ),
  finds(
    "not matches the resources that its filter does not",
    { "2.0": clause("SCIM20-7644-3.4.2.2-16", notOfFirstVersion) },
    { found: ["b", "c"] },
    (who) => ({
      found: among(who, { op: "not", filter: compare("userName", "eq", who.name.a) }),
    }),
  ),
  finds(
    "a filter in brackets must match within a single value",
    { "2.0": clause("SCIM20-7644-3.4.2.2-18", inf("FACT-FILTER-26")) },
    { secondary: ["c"], nobody: [] },
    ({ secondAddress }) => {
      const entry = (primary: boolean): Filter => ({
        op: "valuePath",
        attribute: "emails",
        filter: and(compare("value", "eq", secondAddress), compare("primary", "eq", primary)),
      });
      return { secondary: entry(false), nobody: entry(true) };
    },
  ),
];
