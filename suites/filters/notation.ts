import type { Filter } from "../../schemas/index.ts";
import { clause, doc, inf, slackClause } from "../clause.ts";
import type { Expectation } from "../expectation.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { blocked } from "../run/stop.ts";
import { among, compare, found, type People, people, refusal, refused } from "./people.ts";

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

/** Names and operators in other letter case; SCIM 1.1 has a rule for each. */
const otherCase = (t: CheckContext) =>
  t.once("filters in other letter case", async () => {
    const filter = isA(await people(t));
    return {
      names: await found(t, filter, { attributeCase: "upper" }),
      operators: await found(t, filter, { operatorCase: "capital" }),
    };
  });

/** Slack filters on few attributes (facts §10); what it answers for others is a guess. */
const notOffered = (fact: Expectation) => inf("§10", fact, "filters on few attributes");

export const notation: readonly Requirement[] = [
  {
    title: "names of attributes are found in any letter case",
    area: "filters",
    safety: "write",
    needs: ["filter"],
    versions: {
      "1.1": clause("SCIM11-API-3.2.2.1-07", doc("§10")),
      "2.0": {
        ...clause("SCIM20-7644-3.4.2.2-06", inf("§10")),
        expect: { names: ["a"], operators: ["a"] },
      },
    },
    expect: { names: ["a"] },
    check: otherCase,
  },
  {
    title: "operators are found in any letter case",
    area: "filters",
    safety: "write",
    needs: ["filter"],
    versions: { "1.1": clause("SCIM11-API-3.2.2.1-08", doc("§10")) },
    expect: { operators: ["a"] },
    check: otherCase,
  },
  onPeople(
    "eq, co and sw do not look at letter case where the attribute does not",
    {
      "1.1": clause("SCIM11-API-3.2.2.1-23", doc("§10")),
      "2.0": clause(
        "SCIM20-7644-3.4.2.2-24",
        inf("§10", { eq: ["a"], co: refusal, sw: refusal }, "only eq is sure"),
      ),
    },
    { eq: ["a"], co: ["b"], sw: ["a", "b", "c"] },
    async ({ base, name }, t) => ({
      eq: await found(t, compare("userName", "eq", name.a.toUpperCase())),
      co: await found(t, compare("userName", "co", name.b.slice(1).toUpperCase())),
      sw: await found(t, compare("userName", "sw", base.toUpperCase())),
    }),
  ),
  onPeople(
    "an attribute that distinguishes letter case is compared exactly",
    {
      "1.1": clause("SCIM11-API-3.2.2.1-24", notOffered({ exact: refusal, otherCase: refusal })),
    },
    { exact: ["a"], otherCase: [] },
    async ({ user }, t) => {
      const [id, other] = [user.a.id, swapCase(user.a.id)];
      return {
        exact: await found(t, compare("id", "eq", id)),
        // An id of digits has no letter case.
        otherCase: other === id ? [] : await found(t, compare("id", "eq", other)),
      };
    },
  ),
  onPeople(
    "a literal in double quotes is a value, whatever words are in it",
    { "1.1": clause("SCIM11-API-3.2.2.1-03", doc("§10")) },
    { plain: ["a"], withOperators: [] },
    async (who, t) => ({
      plain: await found(t, isA(who)),
      withOperators: await found(t, `userName eq "${who.name.a} or (userName co ${who.base})"`),
    }),
  ),
  onPeople(
    "the escapes of JSON are read in a literal",
    { "1.1": clause("SCIM11-API-3.2.2.1-04") },
    { unicode: ["a"], quote: [] },
    async (who, t) => ({
      unicode: await found(t, isA(who), { escapes: "unicode" }),
      quote: await found(t, compare("userName", "eq", `${who.name.a}"`)),
    }),
  ),
  onPeople(
    "SCIM 2.0: literals are those of JSON: escapes are read, single quotes are no quotes",
    {
      "2.0": clause(
        "SCIM20-7644-3.4.2.2-05",
        inf("§10", { unicode: ["a"], singleQuotes: ["a"] }, "takes single quotes too"),
      ),
    },
    { unicode: ["a"], singleQuotes: refusal },
    async (who, t) => ({
      unicode: await found(t, isA(who), { escapes: "unicode" }),
      singleQuotes: await found(t, isA(who), { quotes: "single" }),
    }),
  ),
  onPeople(
    "a value may stand without quotes",
    { "1.1": slackClause("SLACK-FILTER-01", "OBS", "§10") },
    { bare: ["a"] },
    async ({ address }, t) => ({
      bare: await found(t, compare("email", "eq", address.a), { quotes: "none" }),
    }),
  ),
  onPeople(
    "the primary address finds its user",
    {
      "1.1": slackClause("SLACK-FILTER-02", "DOC", "§10"),
      "2.0": slackClause("SLACK-FILTER-02", "OBS", "§10"),
    },
    { found: ["b"] },
    async ({ address }, t) => ({
      found: await found(t, compare(t.provider.writes.emailsInFilter, "eq", address.b)),
    }),
  ),
  {
    title: "restricted and ultra_restricted find guests only",
    area: "filters",
    safety: "read",
    versions: { "1.1": slackClause("SLACK-FILTER-03", "DOC", "§10") },
    expect: { restricted: 200, singleQuotes: 200, ultraRestricted: 200, members: 0 },
    check: async (t) => {
      const guests = await t.users.search({ filter: "restricted eq 1" });
      const quoted = await t.users.search({ filter: "restricted eq '1'" });
      const single = await t.users.search({ filter: "ultra_restricted eq '1'" });
      return {
        restricted: guests.status,
        singleQuotes: quoted.status,
        ultraRestricted: single.status,
        members: (guests.resource?.resources ?? []).filter((user) => !user.guest).length,
      };
    },
  },
  {
    title: "a group is found by its displayName",
    area: "filters",
    safety: "read",
    versions: {
      "1.1": slackClause("SLACK-FILTER-04", "OBS", "§10"),
      "2.0": slackClause("SLACK-FILTER-04", "OBS", "§10"),
    },
    expect: { found: true, others: 0 },
    check: async (t) => {
      const { id } = await t.givenGroup();
      const name = (await t.groups.read(id)).resource?.displayName;
      if (!name) throw blocked("the group shows no displayName");
      const answer = await t.groups.search({
        filter: `displayName eq ${JSON.stringify(name)}`,
        count: 100,
      });
      const groups = answer.resource?.resources ?? [];
      return {
        found: refused(answer) || groups.some((group) => group.id === id),
        others: groups.filter((group) => group.displayName?.toLowerCase() !== name.toLowerCase())
          .length,
      };
    },
  },
  onPeople(
    "a part of a complex attribute is named by its path",
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
    "boolean literals stand without quotes",
    {
      "1.1": clause("SCIM11-API-3.2.2.1-05", notOffered({ found: refusal })),
    },
    { found: ["a", "b", "c"] },
    async (who, t) => ({ found: await found(t, among(who, compare("active", "eq", true))) }),
  ),
  onPeople(
    "date-times are compared as moments, whatever their offsets",
    {
      "1.1": clause(
        "SCIM11-API-3.2.2.1-06",
        notOffered({ hourBefore: refusal, hourAfter: refusal }),
      ),
    },
    { hourBefore: ["a", "b", "c"], hourAfter: [] },
    async (who, t) => {
      const created = (await t.users.read(who.user.a.id)).resource?.meta?.created;
      if (created === undefined) throw blocked("the user shows no meta.created");
      const hour = 3_600_000;
      const at = (moment: number, offset: number) =>
        `${new Date(moment + offset * hour).toISOString().slice(0, 19)}${offset < 0 ? "-" : "+"}${String(Math.abs(offset)).padStart(2, "0")}:00`;
      const since = (moment: string) => found(t, among(who, compare("meta.created", "gt", moment)));
      const moment = Date.parse(created);
      if (Number.isNaN(moment)) throw blocked("meta.created of the user is no date");
      // As text, the earlier moment is the greater one.
      return {
        hourBefore: await since(at(moment - hour, 13)),
        hourAfter: await since(at(moment + hour, -11)),
      };
    },
  ),
  onPeople(
    "a core attribute may be named with its URN",
    {
      "1.1": clause("SCIM11-API-3.8-01", notOffered({ found: refusal })),
      "2.0": clause("SCIM20-7644-3.4.2.2-26", notOffered({ found: refusal })),
    },
    { found: ["a"] },
    async ({ name }, t) => ({
      found: await found(t, compare(`${t.client.dialect.urns.user}:userName`, "eq", name.a)),
    }),
  ),
  onPeople(
    "an attribute of an extension is named with its URN",
    {
      "1.1": clause("SCIM11-API-3.8-03", notOffered({ found: refusal })),
    },
    { found: ["a", "b", "c"] },
    async (who, t) => {
      if (!who.user.a.enterprise) throw blocked("its users have no enterprise attributes");
      const attribute = `${t.client.dialect.urns.enterprise}:department`;
      return { found: await found(t, among(who, compare(attribute, "eq", "Research"))) };
    },
  ),
  onPeople(
    "the parts of a name are found in any letter case",
    {
      "1.1": clause("SCIM11-API-3.8-05", notOffered({ found: refusal })),
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
    "the name of a core attribute needs no URN",
    { "1.1": clause("SCIM11-API-3.8-02", doc("§10")) },
    { found: ["a"] },
    async (who, t) => ({ found: await found(t, isA(who)) }),
  ),
  onPeople(
    "SCIM 2.0: resources are found by the URNs of their schemas",
    { "2.0": clause("SCIM20-7644-3.4.2.2-25", inf("§10")) },
    { found: ["a", "b", "c"] },
    async (who, t) => ({
      found: await found(t, among(who, compare("schemas", "eq", t.client.dialect.urns.user))),
    }),
  ),
];

/** The letters of an id in the other case. */
function swapCase(id: string): string {
  const lower = id.toLowerCase();
  return id === lower ? id.toUpperCase() : lower;
}
