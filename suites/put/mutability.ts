import type { JsonObject } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { clause, inf } from "../clause.ts";
import { clientError, type Json } from "../expectation.ts";
import { asJson, at } from "../json.ts";
import type { AttributeCharacteristics } from "../provider/attribute-characteristics.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { blocked, Skip } from "../run/stop.ts";
import { withValues } from "../with-values.ts";
import { rejectedPuts } from "./rejected-puts.ts";

const area = "put";
const safety = "write";

/** String attributes that accept any value in any provider. */
const freeTexts = ["title", "displayName", "externalId", "name.givenName", "name.familyName"];

const isText = ({ type, multiValued, path }: AttributeCharacteristics) =>
  type === "string" && !multiValued && !path.includes(".");

/** A user with its free texts in mixed case. */
const mixedCase = (sent: NeutralUser): NeutralUser => ({
  ...sent,
  title: "MiXeD tItLe",
  displayName: "MiXeD DiSpLaY",
  externalId: `MiXeD-${sent.userName}`,
  name: { givenName: "MaRy", familyName: "McDonald" },
});

/** A PUT with a new value for an immutable attribute that has one. */
const changeOfImmutable = (t: CheckContext) =>
  t.once("a PUT of an immutable attribute", async () => {
    const immutable = (await t.provider.documents.attributes("User")).filter(
      (each) => isText(each) && each.mutability === "immutable",
    );
    if (immutable.length === 0)
      throw new Skip("not-applicable", "no string attribute of users is immutable");
    return t.fixtures.leaseFor([], async ({ id, sent }) => {
      const { json } = await t.users.get(id);
      const name = immutable.find(({ path }) => typeof at(json, path) === "string")?.path;
      if (name === undefined)
        throw new Skip("not-applicable", "no immutable attribute has a value");
      const other = `${String(at(json, name))}-other`;
      return t.users.replace(id, sent, { change: (body) => ({ ...body, [name]: other }) });
    });
  });

/**
 * A body with a new value for a string attribute. In Slack userName and nickName are the same name,
 * and an old nickName undoes a new userName (FACT-PUT-21): equal values stay equal.
 */
function withValue(body: JsonObject, name: string, value: string): JsonObject {
  const isMirrored = name === "userName" && body.nickName === body.userName;
  return { ...body, [name]: value, ...(isMirrored ? { nickName: value } : {}) };
}

/** Attribute characteristics and changes: RFC 7643 §7, RFC 7644 §3.5.1. */
export const mutability: readonly Requirement[] = [
  {
    title: "case-sensitive attributes keep their case",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7643-7-06") },
    expect: { otherwise: [] },
    check: async (t) => {
      const exact = (await t.provider.documents.attributes("User"))
        .filter(({ caseExact, mutability: may }) => caseExact && may === "readWrite")
        .map(({ path }) => path);
      if (t.provider.shows.externalId) exact.push("externalId");
      const judged = freeTexts.filter((path) => exact.includes(path));
      if (judged.length === 0)
        throw new Skip("not-applicable", "no writable attribute is case-sensitive");
      return t.fixtures.leaseFor([], async ({ id, sent }) => {
        const wanted = mixedCase(sent);
        await t.users.replace(id, wanted);
        const { json } = await t.users.get(id);
        const otherwise: Json[] = judged.filter((path) => {
          const [before, after] = [wanted, json].map((user) =>
            String(at(user, ...path.split("."))),
          );
          // Whether the value is stored at all is not judged here.
          return after !== before && after?.toLowerCase() === before?.toLowerCase();
        });
        const values = judged.flatMap((path) =>
          otherwise.includes(path)
            ? [
                [`${path} sent`, at(wanted, ...path.split("."))],
                [`${path} stored`, at(json, ...path.split("."))],
              ]
            : [],
        );
        return { otherwise: withValues(otherwise, Object.fromEntries(values)) };
      });
    },
  },
  {
    title: "PUT does not change attributes that the schema declares read-only",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7643-7-08") },
    expect: { changed: [] },
    check: async (t) => {
      const readOnly = (await t.provider.documents.attributes("User")).filter(
        (each) => isText(each) && each.mutability === "readOnly",
      );
      const names = [...new Set(["id", ...readOnly.map(({ path }) => path)])];
      return t.fixtures.leaseFor([], async ({ id, sent }) => {
        const before = (await t.users.get(id)).json;
        const chosen = Object.fromEntries(names.map((name) => [name, "chosen-by-the-client"]));
        await t.users.replace(id, sent, { change: (body) => ({ ...body, ...chosen }) });
        const after = (await t.users.get(id)).json;
        const changed = names.filter(
          (name) => JSON.stringify(at(before, name)) !== JSON.stringify(at(after, name)),
        );
        const values = changed.flatMap((name) => [
          [`${name} before`, at(before, name)],
          [`${name} after`, at(after, name)],
        ]);
        return { changed: withValues(changed, Object.fromEntries(values)) };
      });
    },
  },
  {
    title: "the value of a member, if declared immutable, cannot be changed",
    area,
    safety,
    needs: ["patch"],
    versions: { "2.0": clause("SCIM20-7643-7-09", inf("FACT-GROUP-65")) },
    expect: { updated: false },
    check: async (t) => {
      const declared = (await t.provider.documents.attributes("Group")).find(
        ({ path }) => path === "members.value",
      );
      if (declared?.mutability !== "immutable")
        throw new Skip("not-applicable", "the schema does not declare it immutable");
      const first = await t.createdUser();
      return t.fixtures.leaseFor([], (second) =>
        t.fixtures.leaseGroup(async ({ id, sent }) => {
          await t.groups.replace(id, { ...sent, members: [{ value: first.id }] });
          const match = { value: first.id };
          const to = { value: second.id };
          await t.groups.patch(id, [{ kind: "changeValue", path: "members", match, to }]);
          const { resource } = await t.groups.get(id);
          const members = (resource?.members ?? []).map((member) => member.value);
          const updated = members.includes(second.id) && !members.includes(first.id);
          return {
            updated: withValues(updated, {
              "member before": first.id,
              "members afterwards": members,
            }),
          };
        }),
      );
    },
  },
  {
    title: "attributes that the schema declares unique are unique",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7643-7-13") },
    expect: { twice: [] },
    check: async (t) => {
      const unique = (await t.provider.documents.attributes("User"))
        .filter((each) => isText(each) && ["server", "global"].includes(each.uniqueness))
        .filter(({ mutability: may }) => may === "readWrite")
        .map(({ path }) => path);
      if (unique.length === 0)
        throw new Skip("not-applicable", "no writable string attribute is unique");
      const { id: other } = await t.createdUser();
      const { json } = await t.users.get(other);
      const twice: Json[] = [];
      for (const name of unique) {
        const value = asJson(at(json, name));
        if (typeof value !== "string" || value === "") continue;
        // Slack's users have no other such attribute, and another rule sends this one too.
        if (name === "userName" && t.provider.offers.everyAttribute) {
          const { read } = await rejectedPuts.takenUserName(t);
          if (at(read.json, name) === value) twice.push(name);
          continue;
        }
        const status = await t.fixtures.leaseFor([], async ({ id, sent }) => {
          const change = (body: JsonObject) => withValue(body, name, value);
          await t.users.replace(id, sent, { change });
          return at((await t.users.get(id)).json, name) === value;
        });
        if (status) twice.push(name);
      }
      return { twice };
    },
  },
  {
    title: "PUT with a new value for an immutable attribute is rejected",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7644-3.5.1-06") },
    expect: { status: clientError },
    check: async (t) => ({ status: (await changeOfImmutable(t)).status }),
  },
  {
    title: "PUT with a new value for an immutable attribute returns 400 and mutability",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7644-3.5.1-07") },
    expect: { status: 400, scimType: "mutability" },
    check: async (t) => {
      const { status, error } = await changeOfImmutable(t);
      if (status < 400) throw blocked("the PUT was not rejected");
      return { status, scimType: asJson(error?.scimType) };
    },
  },
];
