import type { FactId } from "../../facts/index.ts";
import { clause, doc, inf, obs, slackClause } from "../clause.ts";
import { clientError, type Expectation, type Json } from "../expectation.ts";
import { at, items } from "../json.ts";
import { type Finding, notObserved } from "../not-observed.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { withValues } from "../with-values.ts";
import { declinedFilters } from "./declined-filters.ts";
import { people, refused, search } from "./people.ts";

const ask = (t: CheckContext, filter: string) =>
  t.once(`malformed filter ${filter}`, () => t.users.list({ filter, count: 1 }));

/** A requirement on the statuses that malformed filters return, by name. */
function rejectedFilters(
  title: string,
  versions: Requirement["versions"],
  filters: Readonly<Record<string, string>>,
): Requirement {
  return {
    title,
    area: "filters",
    safety: "read",
    needs: ["filter"],
    versions,
    expect: Object.fromEntries(Object.keys(filters).map((name) => [name, 400])),
    check: async (t) => {
      const statuses: Record<string, Finding> = {};
      for (const [name, filter] of Object.entries(filters)) {
        const answer = await ask(t, filter);
        statuses[name] = withValues(answer.status, {}, answer);
      }
      return statuses;
    },
  };
}

/** A requirement on the error code that a malformed filter is rejected with. */
function rejectedWith(
  id: string,
  tag: "DOC" | "OBS",
  fact: FactId,
  filter: string,
  expected: string,
): Requirement {
  return {
    title: `the filter ${filter} is rejected with ${expected}`,
    area: "filters",
    safety: "read",
    versions: { "1.1": slackClause(id, tag, fact) },
    expect: { code: expected },
    check: async (t) => {
      const answer = await ask(t, filter);
      return { status: answer.status, code: answer.error?.code };
    },
  };
}

const matchesNoUser = 'userName eq "zz-nobody-has-this-name"';

const noMatch: Expectation = { status: 200, totalResults: 0, resources: 0 };

export const malformedFilters: readonly Requirement[] = [
  rejectedFilters(
    "a filter without an expression returns 400",
    {
      "1.1": clause("SCIM11-API-3.2.2.1-09", obs("FACT-FILTER-24")),
      "2.0": clause("SCIM20-7644-3.4.2.2-03"),
    },
    { noExpression: "foo" },
  ),
  rejectedFilters(
    "a filter expression without a value or an attribute returns 400",
    {
      "1.1": clause("SCIM11-API-3.2.2.1-10", doc("FACT-FILTER-19")),
      "2.0": clause("SCIM20-7644-3.4.2.2-04"),
    },
    { withoutValue: "userName eq", withoutAttribute: 'eq "x"' },
  ),
  {
    title: "an unknown filter operator returns 400 and an explanation",
    area: "filters",
    safety: "read",
    needs: ["filter"],
    versions: {
      "1.1": clause("SCIM11-API-3.2.2.1-22", inf("FACT-ERROR-72")),
      "2.0": clause("SCIM20-7644-3.4.2.2-23"),
    },
    expect: { status: 400, hasExplanation: true },
    check: async (t) => {
      const answer = await ask(t, 'userName qzx "x"');
      return {
        status: withValues(answer.status, {}, answer),
        hasExplanation: withValues(Boolean(answer.error?.code), { body: answer.text }, answer),
        // For the rules that rest on this one: no user has such a name.
        ignoresFilter: (answer.resource?.resources.length ?? 0) > 0,
      };
    },
  },
  rejectedFilters(
    "ordering comparisons of booleans return 400",
    { "2.0": clause("SCIM20-7644-3.4.2.2-14") },
    { gt: "active gt true", le: "active le false" },
  ),
  rejectedWith("SLACK-FILTER-10", "OBS", "FACT-FILTER-24", "foo", "no_filters"),
  rejectedWith("SLACK-FILTER-11", "DOC", "FACT-ERROR-65", "userName eq", "incomplete_filter"),
  rejectedWith(
    "SLACK-FILTER-12",
    "DOC",
    "FACT-ERROR-66",
    'favouriteColour eq "blue"',
    "invalid_query",
  ),
  rejectedWith(
    "SLACK-FILTER-13",
    "DOC",
    "FACT-ERROR-67",
    '(userName eq "x"',
    "invalid_filter_group",
  ),
  rejectedWith("SLACK-FILTER-14", "DOC", "FACT-FILTER-20", 'userName  eq "x"', "incomplete_filter"),
  {
    title: "a filter on groups without an expression is rejected with no_filters",
    area: "filters",
    safety: "read",
    versions: { "1.1": slackClause("SLACK-FILTER-15", "OBS", "FACT-FILTER-24") },
    expect: { status: 400, code: "no_filters" },
    check: async (t) => {
      const answer = await t.groups.list({ filter: "foo", count: 1 });
      return { status: answer.status, code: answer.error?.code };
    },
  },
  {
    title: "version 1.1 rejects the filter operators that exist in SCIM 2.0 only",
    area: "filters",
    safety: "read",
    versions: { "1.1": slackClause("SLACK-FILTER-16", "DOC", "FACT-FILTER-13") },
    expect: { ne: clientError, ew: clientError, not: clientError, brackets: clientError },
    check: async (t) => ({
      ne: (await ask(t, 'userName ne "x"')).status,
      ew: (await ask(t, 'userName ew "x"')).status,
      not: (await ask(t, 'not (userName eq "x")')).status,
      brackets: (await ask(t, 'emails[value eq "x"]')).status,
    }),
  },
  {
    title: "a malformed filter is rejected even if count is negative",
    area: "filters",
    safety: "read",
    versions: { "1.1": slackClause("SLACK-FILTER-17", "OBS", "FACT-LIST-15") },
    expect: { status: 400, code: "no_filters" },
    check: async (t) => {
      const answer = await t.users.list({ filter: "foo", count: -1 });
      return { status: answer.status, code: answer.error?.code };
    },
  },
  {
    title: "a query without matches returns 200 and an empty list",
    area: "filters",
    safety: "read",
    needs: ["filter"],
    versions: {
      "1.1": clause("SCIM11-API-3.2.2-04", inf("FACT-FILTER-30")),
      "2.0": clause("SCIM20-7644-3.4.2-05", inf("FACT-FILTER-30")),
    },
    expect: noMatch,
    check: async (t) => {
      const answer = await t.users.list({ filter: matchesNoUser });
      return {
        status: answer.status,
        totalResults: numberOf(at(answer.json, "totalResults")),
        resources: items(at(answer.json, "Resources")).length,
      };
    },
  },
  {
    title: "the configuration states correctly whether filters are supported",
    area: "filters",
    safety: "write",
    versions: {
      "1.1": clause(
        "SCIM11-API-3.2.2.1-01",
        obs("FACT-DISCOVERY-28", { announced: false, works: true }, "denies filters that work"),
      ),
      "2.0": clause(
        "SCIM20-7644-3.4.2.2-01",
        obs("FACT-DISCOVERY-28", { announced: false, works: true }, "denies filters that work"),
      ),
    },
    expect: { announcedAsItWorks: true, declined: [] },
    check: async (t) => {
      const who = await people(t);
      const { name } = who;
      const announced = at((await t.client.serviceProviderConfig()).json, "filter", "supported");
      const answer = await search(t, { filter: `userName eq "${name.a}"` });
      const works = refused(answer) === false && answer.resource?.resources.length === 1;
      return {
        announced: announced === true,
        works: withValues(
          works,
          {
            "status of a filter": answer.status,
            "users returned": answer.resource?.resources.length,
          },
          answer,
        ),
        announcedAsItWorks: withValues(
          announced === works,
          { "filter.supported": announced, "status of a filter": answer.status },
          answer,
        ),
        declined:
          works && !t.provider.offers.knownFilters
            ? await declinedFilters(t, who)
            : notObserved("not-applicable", "which filters work is known, or none does"),
      };
    },
  },
];

function numberOf(value: unknown): Json {
  return typeof value === "number" ? value : String(value);
}
