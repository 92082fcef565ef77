import type { Outcome } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { clause, doc, inf, obs, slackClause, slackClauses } from "../clause.ts";
import { equal, success } from "../expectation.ts";
import { asJson, at } from "../json.ts";
import { plainPatch } from "../patch/patching.ts";
import { needsAttributes } from "../provider/needs.ts";
import { statusOf, statusWhereOffered } from "../provider/offered-methods.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { withValues } from "../with-values.ts";
import { afterPut } from "./after-put.ts";
import { withText, writtenWithoutEffect } from "./each-attribute.ts";
import { plainPut } from "./plain-put.ts";
import { renamedByPut } from "./renamed-by-put.ts";
import { userPutRequirement } from "./user-put-rule.ts";

const area = "put";
const safety = "write";

/** What a user has before a PUT that omits it. */
async function many(t: CheckContext): Promise<Partial<NeutralUser>> {
  return {
    addresses: [{ streetAddress: "1 Main Street", locality: "Springfield", country: "US" }],
    phoneNumbers: [{ value: "+1 555 0100", primary: true }],
    roles: [{ value: "Analyst", primary: true }],
    ...((await t.provider.offers.attribute("profile"))
      ? { profile: { startDate: "2024-04-10T00:00:00Z" } }
      : {}),
  };
}

/** A user with many attributes, after a PUT with only the required ones. */
export const reduced = (
  t: CheckContext,
): Promise<{ sent: NeutralUser; put: Outcome<NeutralUser>; read: Outcome<NeutralUser> }> =>
  t.once("a user replaced by what is required", async () => {
    const state = await many(t);
    return t.fixtures.leaseUser(
      async ({ id, sent }) => {
        const { userName, nickName, emails } = sent;
        // What a PUT without `active` does has its own rule (FACT-PUT-19): it is always sent.
        const kept = {
          ...t.provider.requires.partOf(sent),
          userName,
          emails,
          active: true,
          ...(nickName ? { nickName } : {}),
        };
        const put = await t.users.replace(id, kept as NeutralUser);
        return { sent, put, read: await t.users.get(id) };
      },
      { state: () => state },
    );
  });

/** Whether an attribute has no value, in whatever form. */
function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isBlank);
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).every(([name, inner]) =>
      ["type", "primary"].includes(name) ? true : isBlank(inner),
    );
  }
  return value === undefined || value === null || value === "";
}

/** PUT: SCIM 1.1 protocol §3.3.1, RFC 7644 §3.5.1. */
export const replace: readonly Requirement[] = [
  {
    title: "PUT is supported for users and groups",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-API-3.3-01", obs("FACT-PUT-01")),
      "2.0": clause("SCIM20-7644-3.5.1-01", doc("FACT-PUT-02")),
    },
    expect: { user: success, group: success },
    check: async (t) => ({
      user: await statusOf("PUT", plainPut(t)),
      // Groups may be read-only: that they lack a method is a warning of another rule (RFC 7644 §3.2).
      group: await statusWhereOffered(
        t.fixtures.leaseGroup(({ id, sent }) => t.groups.replace(id, sent), { asLeft: true }),
      ),
    }),
  },
  userPutRequirement({
    title: "PUT returns 200 with the entire resource",
    area,
    versions: {
      "1.1": clause("SCIM11-API-3.3.1-04", obs("FACT-PUT-01")),
      "2.0": clause("SCIM20-7644-3.5.1-10", doc("FACT-PUT-02")),
    },
    expect: { status: 200, missing: [] },
    touches: [],
    observe: (_, { put, read }) => ({
      status: withValues(put.status, {}, put),
      missing: withValues(
        Object.keys(Object(read.json)).filter((name) => at(put.json, name) === undefined),
        { "names returned by PUT": Object.keys(Object(put.json)) },
        put,
        read,
      ),
    }),
  }),
  userPutRequirement({
    title: "PUT stores the values sent",
    area,
    versions: {
      "1.1": slackClause("SLACK-PUT-01", "DOC", "FACT-PUT-10"),
      "2.0": clause("SCIM20-7644-3.5.1-03", doc("FACT-PUT-10")),
    },
    expect: { title: "Director", familyName: "Byron", withoutEffect: [] },
    applies: (t) => needsAttributes(t, "title", "name.familyName"),
    touches: ["title", "name"],
    values: () => ({ title: "Director", name: { givenName: "Ada", familyName: "Byron" } }),
    observe: async (t, { read: { resource } }) => ({
      title: resource?.title,
      familyName: resource?.name?.familyName,
      withoutEffect: await writtenWithoutEffect(t, (id, sent, path, value) =>
        t.users.replace(id, withText(sent, path, value)),
      ),
    }),
  }),
  {
    title: "PUT clears omitted attributes",
    area,
    safety,
    optional: ["title", "addresses", "phoneNumbers", "roles"],
    versions: {
      "1.1": clause("SCIM11-API-3.3.1-01", doc("FACT-PUT-11")),
      "2.0": clause("SCIM20-7644-3.5.1-04", doc("FACT-PUT-11")),
    },
    expect: { stillSet: [] },
    check: async (t) => {
      const { json } = (await reduced(t)).read;
      const { enterprise, profile } = t.client.dialect.urns;
      const names = ["title", "addresses", "phoneNumbers", "roles", enterprise, profile];
      const stillSet = names.filter((name) => !isBlank(at(json, name)));
      const values = stillSet.map((name) => [`${name} afterwards`, at(json, name)]);
      return { stillSet: withValues(stillSet, Object.fromEntries(values)) };
    },
  },
  {
    title: "PUT without title and displayName clears them",
    area,
    safety,
    versions: slackClauses("SLACK-PUT-02", "DOC", "FACT-PUT-13"),
    expect: { title: "", displayName: "" },
    check: async (t) => {
      const { resource } = (await reduced(t)).read;
      return { title: resource?.title, displayName: resource?.displayName };
    },
  },
  {
    title: "PUT without timezone resets it to the default",
    area,
    safety,
    versions: slackClauses("SLACK-PUT-03", "DOC", "FACT-PUT-14"),
    expect: { timezone: "America/Los_Angeles" },
    check: async (t) => ({ timezone: (await reduced(t)).read.resource?.timezone }),
  },
  {
    title: "PUT without name keeps the name",
    area,
    safety,
    versions: { "2.0": slackClause("SLACK-PUT-04", "DOC", "FACT-PUT-16") },
    expect: { givenName: "Ada", familyName: "Lovelace" },
    check: async (t) => {
      const name = (await reduced(t)).read.resource?.name;
      return { givenName: name?.givenName, familyName: name?.familyName };
    },
  },
  {
    title: "PUT with a new userName and nickName renames the user",
    area,
    safety,
    versions: slackClauses("SLACK-PUT-05", "OBS", "FACT-PUT-20"),
    expect: { userName: "the new one", nickName: "the new one" },
    check: async (t) => {
      const { renamed, read } = await renamedByPut(t);
      const { resource } = read;
      const say = (name: string | null | undefined) =>
        withValues(name === renamed ? "the new one" : "another", { sent: renamed, stored: name });
      return { userName: say(resource?.userName), nickName: say(resource?.nickName) };
    },
  },
  {
    title: "read-only attributes in a PUT are ignored",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-API-3.3.1-03", obs("FACT-PUT-24")),
      "2.0": clause("SCIM20-7644-3.5.1-08", obs("FACT-PUT-24")),
    },
    expect: { status: success, id: "unchanged", created: "unchanged", joined: false },
    check: async (t) => {
      const group = await t.createdGroup();
      return t.fixtures.leaseFor([], async ({ id, sent }) => {
        const before = (await t.users.get(id)).resource;
        const put = await t.users.replace(id, {
          ...sent,
          id: "U0CHOSENID0",
          meta: { created: "2001-01-01T00:00:00Z", location: "https://example.com/nowhere" },
          groups: [{ value: group.id, display: "mine" }],
        });
        const after = (await t.users.get(id)).resource;
        const same = (before: unknown, after: unknown) =>
          withValues(equal(asJson(before), asJson(after)) ? "unchanged" : "changed", {
            before,
            after,
          });
        return {
          status: put.status,
          id: same(before?.id, after?.id),
          created: same(before?.meta?.created, after?.meta?.created),
          joined: withValues(after?.groups?.some(({ value }) => value === group.id) ?? false, {
            "group sent": group.id,
            "groups afterwards": after?.groups,
          }),
        };
      });
    },
  },
  userPutRequirement({
    title: "PUT cannot change externalId",
    area,
    versions: slackClauses("SLACK-PUT-06", "DOC", "FACT-PUT-12"),
    expect: { externalId: "" },
    touches: ["externalId"],
    values: () => ({ externalId: "chosen-by-the-client" }),
    observe: (_, { read }) => ({ externalId: asJson(at(read.json, "externalId")) }),
  }),
  {
    title: "externalId need not be unique",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7643-3.1-11") },
    expect: { first: success, second: success },
    check: async (t) => {
      const put = () =>
        afterPut(
          t,
          [],
          (sent) => ({ ...sent, externalId: "of-two-users" }),
          ({ status }) => status,
        );
      const [first, second] = await Promise.all([put(), put()]);
      return { first, second };
    },
  },
  userPutRequirement({
    title: "the id never changes",
    area,
    versions: {
      "1.1": clause("SCIM11-CS-5.1-03", inf("FACT-ID-06")),
      "2.0": clause("SCIM20-7643-3.1-03", inf("FACT-ID-06")),
    },
    expect: { ids: 1 },
    touches: [],
    observe: async (t, { id, put, read }) => {
      // A response without a body says nothing about the id.
      const seen = [put, read].flatMap(({ resource }) => resource?.id ?? []);
      const distinct = new Set([id, ...seen]);
      if (await t.provider.offers.capability("patch")) {
        const { outcome, after, scene } = await plainPatch(t);
        for (const one of [outcome.resource?.id, after.id]) {
          if (one !== undefined && one !== scene.user.id) distinct.add(one);
        }
      }
      return { ids: withValues(distinct.size, { seen: [...distinct] }) };
    },
  }),
];
