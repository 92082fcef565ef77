import type { Filter } from "../../schemas/index.ts";
import { clause, doc, inf, maybe, slackClause } from "../clause.ts";
import type { Expectation } from "../expectation.ts";
import { notObserved } from "../not-observed.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { blocked } from "../run/stop.ts";
import { withValues } from "../with-values.ts";
import {
  among,
  compare,
  found,
  foundIfOffered,
  type People,
  people,
  refusal,
  refused,
} from "./people.ts";

function onPeople(
  title: string,
  versions: Requirement["versions"],
  expect: Expectation,
  observe: (who: People, t: CheckContext) => ReturnType<Requirement["check"]>,
): Requirement {
  return {
    title,
    area: "filters",
    safety: "write",
    needs: ["filter"],
    versions,
    expect,
    check: async (t) => observe(await people(t), t),
  };
}

const isA = ({ name }: People): Filter => compare("userName", "eq", name.a);

/** Attribute names and operators in another case; SCIM 1.1 has a rule for each. */
const otherCase = (t: CheckContext) =>
  t.once("filters in other letter case", async () => {
    const filter = isA(await people(t));
    return {
      names: await found(t, filter, { attributeCase: "upper" }),
      operators: await found(t, filter, { operatorCase: "capital" }),
    };
  });

/** Slack filters on few attributes (FACT-FILTER-27); its response for others is a guess. */
const notOffered = (fact: Expectation) => inf("FACT-FILTER-27", fact, "filters on few attributes");
const maybeNotOffered = maybe("FACT-FILTER-27", { found: refusal }, "filters on few attributes");

export const notation: readonly Requirement[] = [
  {
    title: "attribute names in filters are case-insensitive",
    area: "filters",
    safety: "write",
    needs: ["filter"],
    versions: {
      "1.1": clause("SCIM11-API-3.2.2.1-07", doc("FACT-FILTER-15")),
      "2.0": {
        ...clause("SCIM20-7644-3.4.2.2-06", inf("FACT-FILTER-35")),
        expect: { names: ["a"], operators: ["a"] },
      },
    },
    expect: { names: ["a"] },
    check: otherCase,
  },
  {
    title: "filter operators are case-insensitive",
    area: "filters",
    safety: "write",
    needs: ["filter"],
    versions: {
      "1.1": clause("SCIM11-API-3.2.2.1-08", doc("FACT-FILTER-16")),
      "2.0": slackClause("SLACK-FILTER-22", "OBS", "FACT-FILTER-17"),
    },
    expect: { operators: ["a"] },
    check: otherCase,
  },
  onPeople(
    "eq, co and sw ignore case for case-insensitive attributes",
    {
      "1.1": clause("SCIM11-API-3.2.2.1-23", doc("FACT-FILTER-18")),
      "2.0": clause(
        "SCIM20-7644-3.4.2.2-24",
        maybe(
          "FACT-FILTER-26",
          { eq: ["a"], co: refusal, sw: refusal },
          "only eq is known to work",
        ),
      ),
    },
    { eq: ["a"], co: ["b"], sw: ["a", "b", "c"] },
    async ({ base, name }, t) => ({
      eq: await found(t, compare("userName", "eq", name.a.toUpperCase())),
      co: await foundIfOffered(t, compare("userName", "co", name.b.slice(1).toUpperCase())),
      sw: await foundIfOffered(t, compare("userName", "sw", base.toUpperCase())),
    }),
  ),
  onPeople(
    "filters on case-sensitive attributes are case-sensitive",
    {
      "1.1": clause("SCIM11-API-3.2.2.1-24", notOffered({ exact: refusal, otherCase: refusal })),
    },
    { exact: ["a"], otherCase: [] },
    async ({ user }, t) => {
      const [id, other] = [user.a.id, swapCase(user.a.id)];
      return {
        exact: await found(t, compare("id", "eq", id)),
        otherCase:
          other === id
            ? notObserved("not-applicable", "the id has no letters")
            : await found(t, compare("id", "eq", other)),
      };
    },
  ),
  onPeople(
    "operators within a quoted string are part of the value",
    { "1.1": clause("SCIM11-API-3.2.2.1-03", doc("FACT-FILTER-21")) },
    { plain: ["a"], withOperators: [] },
    async (who, t) => ({
      plain: await found(t, isA(who)),
      withOperators: await found(t, `userName eq "${who.name.a} or (userName co ${who.base})"`),
    }),
  ),
  onPeople(
    "JSON escapes in filter values are decoded",
    { "1.1": clause("SCIM11-API-3.2.2.1-04") },
    { unicode: ["a"], quote: [] },
    async (who, t) => ({
      unicode: await found(t, isA(who), { escapes: "unicode" }),
      quote: await found(t, compare("userName", "eq", `${who.name.a}"`)),
    }),
  ),
  onPeople(
    "filter values are JSON: escapes are decoded, and single quotes are rejected",
    {
      "2.0": clause(
        "SCIM20-7644-3.4.2.2-05",
        inf(
          "FACT-FILTER-32",
          { unicode: ["a"], singleQuotes: ["a"] },
          "also accepts single quotes",
        ),
      ),
    },
    { unicode: ["a"], singleQuotes: refusal },
    async (who, t) => ({
      unicode: await found(t, isA(who), { escapes: "unicode" }),
      singleQuotes: await found(t, isA(who), { quotes: "single" }),
    }),
  ),
  onPeople(
    "filter values without quotes are accepted",
    { "1.1": slackClause("SLACK-FILTER-01", "OBS", "FACT-FILTER-23") },
    { bare: ["a"] },
    async ({ address }, t) => ({
      bare: await found(t, compare("email", "eq", address.a), { quotes: "none" }),
    }),
  ),
  onPeople(
    "a filter on the primary e-mail address finds its user",
    {
      "1.1": slackClause("SLACK-FILTER-02", "DOC", "FACT-FILTER-07"),
      "2.0": slackClause("SLACK-FILTER-02", "OBS", "FACT-FILTER-04"),
    },
    { found: ["b"] },
    // Written as text: the generator's printer would write 2.0's name of the attribute.
    async ({ address }, t) => ({ found: await found(t, `email eq "${address.b}"`) }),
  ),
  onPeople(
    "a filter on emails finds the user with that address",
    { "2.0": slackClause("SLACK-FILTER-20", "OBS", "FACT-FILTER-03") },
    { found: ["b"] },
    async ({ address }, t) => ({ found: await found(t, `emails eq "${address.b}"`) }),
  ),
  onPeople(
    "a filter on emails.value finds the user with that address",
    { "2.0": slackClause("SLACK-FILTER-21", "OBS", "FACT-FILTER-05") },
    { found: ["b"] },
    async ({ address }, t) => ({ found: await found(t, `emails.value eq "${address.b}"`) }),
  ),
  {
    title: "restricted and ultra_restricted find only guests",
    area: "filters",
    safety: "read",
    versions: { "1.1": slackClause("SLACK-FILTER-03", "DOC", "FACT-FILTER-08") },
    expect: { restricted: 200, singleQuotes: 200, ultraRestricted: 200, members: 0 },
    check: async (t) => {
      const guests = await t.users.list({ filter: "restricted eq 1" });
      const quoted = await t.users.list({ filter: "restricted eq '1'" });
      const single = await t.users.list({ filter: "ultra_restricted eq '1'" });
      return {
        restricted: guests.status,
        singleQuotes: quoted.status,
        ultraRestricted: single.status,
        members: (guests.resource?.resources ?? []).filter((user) => !user.guest).length,
      };
    },
  },
  {
    title: "a filter on displayName finds an existing group",
    area: "filters",
    safety: "read",
    versions: {
      "1.1": slackClause("SLACK-FILTER-04", "OBS", "FACT-FILTER-06"),
      "2.0": slackClause("SLACK-FILTER-04", "OBS", "FACT-FILTER-06"),
    },
    expect: { found: true, others: 0 },
    check: async (t) => {
      const { id } = await t.sharedGroup();
      const name = (await t.groups.get(id)).resource?.displayName;
      if (!name) throw blocked("the group has no displayName");
      const answer = await t.groups.list({
        filter: `displayName eq ${JSON.stringify(name)}`,
        count: 100,
      });
      const groups = answer.resource?.resources ?? [];
      return {
        found: withValues(
          refused(answer) || groups.some((group) => group.id === id),
          { "id of the group": id, "groups returned": groups.length },
          answer,
        ),
        others: groups.filter((group) => group.displayName?.toLowerCase() !== name.toLowerCase())
          .length,
      };
    },
  },
  onPeople(
    "filters can name a sub-attribute by its path",
    {
      "1.1": clause("SCIM11-API-3.2.2.1-21", notOffered({ found: refusal })),
      "2.0": clause("SCIM20-7644-3.4.2.2-21", notOffered({ found: refusal })),
    },
    { found: ["b"] },
    async (who, t) => ({
      found: await found(t, among(who, compare("name.givenName", "eq", "Grace"))),
    }),
  ),
  onPeople(
    "boolean filter values have no quotes",
    {
      "1.1": clause("SCIM11-API-3.2.2.1-05", notOffered({ found: refusal })),
    },
    { found: ["a", "b", "c"] },
    async (who, t) => ({ found: await found(t, among(who, compare("active", "eq", true))) }),
  ),
  onPeople(
    "dateTime values in filters are compared as instants, independent of the offset",
    {
      "1.1": clause(
        "SCIM11-API-3.2.2.1-06",
        notOffered({ hourBefore: refusal, hourAfter: refusal }),
      ),
    },
    { hourBefore: ["a", "b", "c"], hourAfter: [] },
    async (who, t) => {
      const created = (await t.users.get(who.user.a.id)).resource?.meta?.created;
      if (created === undefined) throw blocked("the user has no meta.created");
      const hour = 3_600_000;
      const at = (moment: number, offset: number) =>
        `${new Date(moment + offset * hour).toISOString().slice(0, 19)}${offset < 0 ? "-" : "+"}${String(Math.abs(offset)).padStart(2, "0")}:00`;
      const since = (moment: string) => found(t, among(who, compare("meta.created", "gt", moment)));
      const moment = Date.parse(created);
      if (Number.isNaN(moment)) throw blocked("meta.created of the user is not a date");
      // Compared as strings, the earlier instant is the greater one.
      return {
        hourBefore: await since(at(moment - hour, 13)),
        hourAfter: await since(at(moment + hour, -11)),
      };
    },
  ),
  onPeople(
    "filters can name a core attribute with its URN",
    {
      "1.1": clause("SCIM11-API-3.8-01", maybeNotOffered),
      "2.0": clause("SCIM20-7644-3.4.2.2-26", maybeNotOffered),
    },
    { found: ["a"] },
    async ({ name }, t) => ({
      found: await found(t, compare(`${t.client.dialect.urns.user}:userName`, "eq", name.a)),
    }),
  ),
  onPeople(
    "filters name an attribute of an extension with its URN",
    {
      "1.1": clause("SCIM11-API-3.8-03", notOffered({ found: refusal })),
    },
    { found: ["a", "b", "c"] },
    async (who, t) => {
      if (!who.user.a.enterprise)
        throw blocked("the users to filter have no enterprise attributes");
      const attribute = `${t.client.dialect.urns.enterprise}:department`;
      return { found: await found(t, among(who, compare(attribute, "eq", "Research"))) };
    },
  ),
  onPeople(
    "attribute names with a URN are case-insensitive in filters",
    {
      "1.1": clause("SCIM11-API-3.8-05", maybeNotOffered),
    },
    { found: ["a"] },
    async ({ name }, t) => ({
      found: await found(
        t,
        compare(`${t.client.dialect.urns.user.toUpperCase()}:USERNAME`, "eq", name.a),
      ),
    }),
  ),
  onPeople(
    "filters can name a core attribute without its URN",
    { "1.1": clause("SCIM11-API-3.8-02", doc("FACT-FILTER-07")) },
    { found: ["a"] },
    async (who, t) => ({ found: await found(t, isA(who)) }),
  ),
  onPeople(
    "a filter on schemas finds resources by schema URN",
    { "2.0": clause("SCIM20-7644-3.4.2.2-25", inf("FACT-FILTER-27")) },
    { found: ["a", "b", "c"] },
    async (who, t) => ({
      found: await found(t, among(who, compare("schemas", "eq", t.client.dialect.urns.user))),
    }),
  ),
];

/** An id with its letters in the other case. */
function swapCase(id: string): string {
  const lower = id.toLowerCase();
  return id === lower ? id.toUpperCase() : lower;
}
