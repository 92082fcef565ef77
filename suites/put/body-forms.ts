import type { JsonObject } from "../../schemas/json-value.ts";
import { clause, slackClause, slackClauses } from "../clause.ts";
import { oneOf, success } from "../expectation.ts";
import { at, items } from "../json.ts";
import { notObserved } from "../not-observed.ts";
import { needsAttributes } from "../provider/needs.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { blocked } from "../run/stop.ts";
import { withValues } from "../with-values.ts";
import { asRead } from "./as-read.ts";
import { reduced } from "./replace.ts";
import { type UserPutCase, userPutRequirement } from "./user-put-rule.ts";

const area = "put";
const safety = "write";

/** A PUT of a typical user with a changed body: its status, and the title afterwards. */
function put(t: CheckContext, change: (body: JsonObject) => unknown) {
  const title = "Director";
  return t.fixtures.leaseUser(
    async ({ id, sent }) => {
      const answer = await t.users.replace(id, { ...sent, title }, { change });
      return { status: answer.status, title: (await t.users.get(id)).resource?.title };
    },
    { touches: [], avoids: () => [{ title }] },
  );
}

const reversed = (body: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(body).reverse());

/** As a JSON library writes an object that leaves out what is null. */
const withoutNull = (_: string, value: unknown): unknown => (value === null ? undefined : value);

/** A requirement that a PUT stores the title, however the body is written. */
function titleStored({
  needs,
  ...rule
}: Pick<UserPutCase, "title" | "versions" | "change"> & { needs: readonly string[] }): Requirement {
  return userPutRequirement({
    ...rule,
    area,
    expect: { status: success, title: "Director" },
    applies: (t) => needsAttributes(t, ...needs),
    touches: [...needs, ...(needs.includes("enterprise") ? ["schemas"] : [])],
    values: () => ({ title: "Director" }),
    observe: (_, { put, read }) => ({ status: put.status, title: read.resource?.title }),
  });
}

/** How a body may be written: SCIM 1.1 core schema §5, RFC 7643 §2 and §3. */
export const bodyForms: readonly Requirement[] = [
  titleStored({
    title: "the order of URNs in schemas has no effect",
    versions: {
      "1.1": clause("SCIM11-CS-5.2-03"),
      "2.0": clause("SCIM20-7643-3-03"),
    },
    needs: ["title", "enterprise"],
    change: async (t) => {
      const { user, enterprise } = t.client.dialect.urns;
      return (body) => ({
        ...body,
        schemas: [enterprise, user],
        [enterprise]: { department: "Research" },
      });
    },
  }),
  titleStored({
    title: "the order of attributes in a body has no effect",
    versions: { "2.0": clause("SCIM20-7643-2.3-12") },
    needs: ["title"],
    change: async () => reversed,
  }),
  titleStored({
    title: "attribute names in a body are case-insensitive",
    versions: { "2.0": clause("SCIM20-7643-2.1-01") },
    needs: ["title"],
    change:
      async () =>
      ({ title, ...body }) => ({ ...body, TITLE: title }),
  }),
  {
    title: "an unknown URN in schemas is ignored or returns 400",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7643-3-07") },
    expect: { status: oneOf(200, 204, 400) },
    check: (t) =>
      put(t, (body) => ({
        ...body,
        schemas: [...items(body.schemas), "urn:example:params:scim:schemas:unknown:2.0:User"],
      })),
  },
  userPutRequirement({
    title: "schemas can list extensions that are missing in the body",
    area,
    versions: slackClauses("SLACK-PUT-09", "OBS", "FACT-FORMAT-35"),
    expect: { status: success },
    touches: ["schemas", "enterprise"],
    change: async (t) => {
      const { user, enterprise, guest, profile } = t.client.dialect.urns;
      return ({ [enterprise]: _, ...body }) => ({
        ...body,
        schemas: [user, enterprise, guest, profile],
      });
    },
    observe: (_, { put }) => ({ status: put.status }),
  }),
  {
    title: "PUT of an unmodified user is accepted",
    area,
    safety,
    versions: slackClauses("SLACK-PUT-10", "OBS", "FACT-PUT-25"),
    expect: { status: success },
    check: (t) =>
      t.fixtures.leaseFor([], async ({ id, sent }) => {
        const read = asRead(await t.users.get(id), id);
        return { status: (await t.users.replace(id, sent, { change: () => read })).status };
      }),
  },
  {
    title: "PUT of an unmodified user without its null members is accepted",
    area,
    safety,
    versions: slackClauses("SLACK-PUT-16", "OBS", "FACT-PUT-26"),
    expect: { status: success },
    check: (t) =>
      t.fixtures.leaseFor([], async ({ id, sent }) => {
        const text = JSON.stringify(asRead(await t.users.get(id), id), withoutNull);
        const change = (): unknown => JSON.parse(text);
        return { status: (await t.users.replace(id, sent, { change })).status };
      }),
  },
  {
    title: "PUT with schemas nested in a second array, as the Python SDK sends it, is accepted",
    area,
    safety,
    versions: { "1.1": slackClause("SLACK-PUT-11", "OBS", "FACT-FORMAT-36") },
    expect: { status: success },
    check: (t) => put(t, (body) => ({ ...body, schemas: [body.schemas] })),
  },
  {
    title: "null, an empty array and an omitted attribute are equivalent",
    area,
    safety,
    optional: ["title", "roles"],
    versions: { "2.0": clause("SCIM20-7643-2.5-01") },
    expect: { title: "the same", roles: "the same" },
    check: async (t) => {
      const { absent, both } = await emptied(t);
      if (absent.put.status >= 400) {
        throw blocked(`PUT without title and roles returned ${describeAnswer(absent.put)}`);
      }
      // Where both are rejected together, each is sent alone.
      const alone = (change: object) => (both.put.status < 400 ? both : emptiedBy(t, change));
      const compared = async (name: "title" | "roles", empty: null | []) => {
        if (!(await t.provider.offers.attribute(name))) {
          return notObserved("not-offered", `users have no ${name}`);
        }
        const { put, [name]: value } = await alone({ [name]: empty });
        const written = `${name} ${JSON.stringify(empty)}`;
        if (put.status >= 400) return `PUT with ${written} returned ${describeAnswer(put)}`;
        const fact = shown(value) === shown(absent[name]) ? "the same" : "different";
        const values = {
          [`${name} after a PUT without it`]: absent[name],
          [`${name} after a PUT with ${JSON.stringify(empty)}`]: value,
        };
        return withValues(fact, values, absent.put, put);
      };
      return { title: await compared("title", null), roles: await compared("roles", []) };
    },
  },
  {
    title: "null clears a singular attribute, and an empty array a multi-valued one",
    area,
    safety,
    optional: ["title", "roles"],
    versions: { "2.0": clause("SCIM20-7643-2.5-02") },
    expect: { title: "cleared", roles: "cleared" },
    check: cleared,
  },
  {
    title: "PUT with null or an empty array clears an attribute",
    area,
    safety,
    optional: ["title", "roles"],
    versions: { "2.0": clause("SCIM20-7644-3.5.1-05") },
    expect: { title: "cleared", roles: "cleared" },
    check: cleared,
  },
];

/** A server may return null, an empty array or nothing: they are equivalent. */
const shown = (value: unknown) =>
  JSON.stringify((Array.isArray(value) && value.length === 0 ? null : value) ?? null);

const analyst = [{ value: "Analyst", primary: true }];

/** The title and the roles of a user that had both, after a PUT with a change of the rest. */
const emptiedBy = (t: CheckContext, change: object) =>
  t.fixtures.leaseUser(
    async ({ id, sent: { title: _, ...without } }) => {
      const put = await t.users.replace(id, { ...without, ...change });
      const { json, resource } = await t.users.get(id);
      return { put, resource, title: at(json, "title"), roles: at(json, "roles") };
    },
    { state: () => ({ roles: analyst }), touches: ["title", "roles"] },
  );

/** The same of a PUT that leaves out more, which Slack's users may all lack. */
async function omitted(t: CheckContext) {
  const { put, read } = await reduced(t);
  const { json, resource } = read;
  return { put, resource, title: at(json, "title"), roles: at(json, "roles") };
}

/** A PUT without title and roles, and one with null and an empty array in their place. */
export const emptied = (t: CheckContext) =>
  t.once("PUTs that leave out a title and roles, and that empty them", async () => ({
    absent: t.provider.offers.everyAttribute ? await omitted(t) : await emptiedBy(t, {}),
    both: await emptiedBy(t, { title: null, roles: [] }),
  }));

/** The title and the roles after a PUT with null and an empty array. */
async function cleared(t: CheckContext) {
  const { resource } = (await emptied(t)).both;
  return {
    title: resource?.title ? resource.title : "cleared",
    roles: withValues(resource?.roles?.some((role) => role.value) ? "left" : "cleared", {
      "roles afterwards": resource?.roles,
    }),
  };
}
