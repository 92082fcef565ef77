import { clause, doc } from "../clause.ts";
import { deletedGroup, deletedUser } from "../delete/samples.ts";
import { plainPatch } from "../patch/patching.ts";
import { isNotOffered } from "../provider/not-offered.ts";
import { statusOf } from "../provider/offered-methods.ts";
import { plainPut } from "../put/plain-put.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { type WithValues, withValues } from "../with-values.ts";
import { differing } from "./differences.ts";

const area = "users";

/** The status of each operation, by its name. */
type Answers = Readonly<Record<string, number>>;

/** The operations that the provider does not support. */
function notOffered(answers: Answers): WithValues {
  const found = Object.entries(answers).filter(([, status]) => isNotOffered(status));
  return withValues(
    found.map(([name]) => name),
    Object.fromEntries(found.map(([name, status]) => [`status of ${name}`, status])),
  );
}

const mayPatch = (t: CheckContext) => t.provider.offers.capability("patch");

const onUsers = (t: CheckContext): Promise<Answers> =>
  t.once("the operations of users", async () => {
    const post = await statusOf(
      "POST",
      t.firstUser().then(({ created }) => created),
    );
    const list = (await t.users.list({ count: 1 })).status;
    // Without a user of the run there is nothing to send the others to.
    if (post >= 400) return { list, post };
    const { id } = await t.createdUser();
    const read = (await t.users.get(id)).status;
    const put = await statusOf("PUT", plainPut(t));
    const patch = await statusOf(
      "PATCH",
      // Of other providers it is not known whether they accept another displayName, and without PUT
      // no user can be prepared.
      t.provider.offers.everyAttribute && !isNotOffered(put)
        ? plainPatch(t).then(({ outcome }) => outcome)
        : t.fixtures.leaseUser(
            (user) => t.users.patch(user.id, [{ kind: "set", path: "title", value: "Chair" }]),
            { asLeft: true },
          ),
    );
    const deletion = await statusOf(
      "DELETE",
      deletedUser(t).then((deleted) => deleted.deletion),
    );
    const all = { list, read, post, put, delete: deletion };
    return (await mayPatch(t)) ? { ...all, patch } : all;
  });

const onGroups = (t: CheckContext): Promise<Answers> =>
  t.once("the operations of groups", async () => {
    const post = await statusOf(
      "POST",
      t.createdGroup().then(({ created }) => created),
    );
    const list = (await t.groups.list({ count: 1 })).status;
    if (post >= 400) return { list, post };
    const { id } = await t.createdGroup();
    const read = (await t.groups.get(id)).status;
    const { put, patch } = await t.fixtures.leaseGroup(
      async ({ id: other, sent }) => {
        const value = t.names.next();
        return {
          put: await statusOf("PUT", t.groups.replace(other, sent)),
          patch: await statusOf(
            "PATCH",
            t.groups.patch(other, [{ kind: "set", path: "displayName", value }]),
          ),
        };
      },
      { asLeft: true },
    );
    const deletion = await statusOf(
      "DELETE",
      deletedGroup(t).then((deleted) => deleted.deletion),
    );
    const all = { list, read, post, put, delete: deletion };
    return (await mayPatch(t)) ? { ...all, patch } : all;
  });

/** The operations of users and groups: SCIM 1.1 protocol §3, RFC 7644 §3.2. */
export const operations: readonly Requirement[] = [
  {
    title: "users support list, GET, POST, PUT, PATCH and DELETE",
    area,
    safety: "destructive",
    versions: { "1.1": clause("SCIM11-API-3-01", doc("FACT-USER-01")) },
    expect: { notOffered: [] },
    check: async (t) => ({ notOffered: notOffered(await onUsers(t)) }),
  },
  {
    title: "groups support list, GET, POST, PUT, PATCH and DELETE",
    area,
    safety: "destructive",
    versions: { "1.1": clause("SCIM11-API-3-02", doc("FACT-GROUP-01")) },
    expect: { notOffered: [] },
    check: async (t) => ({ notOffered: notOffered(await onGroups(t)) }),
  },
  {
    title: "users and groups support list, GET, POST, PUT, PATCH and DELETE",
    area,
    safety: "destructive",
    versions: { "2.0": clause("SCIM20-7644-3.2-01", doc("FACT-USER-01")) },
    expect: { users: [], groups: [] },
    check: async (t) => ({
      users: notOffered(await onUsers(t)),
      groups: notOffered(await onGroups(t)),
    }),
  },
  {
    title: "POST returns the values as stored",
    area,
    safety: "write",
    versions: { "1.1": clause("SCIM11-API-3.1-06") },
    expect: { otherwise: [] },
    check: async (t) => {
      const { id, created } = await t.createdUser();
      // Other checks may have added the user to groups since.
      const read = await t.users.get(id);
      const { groups: _, ...now } = Object(read.json);
      const { groups: __, ...answered } = Object(created.json);
      return {
        otherwise: differing(
          ["POST", { ...created, json: answered }],
          ["GET", { ...read, json: now }],
        ),
      };
    },
  },
  {
    title: "a sub-attribute is named in dot notation",
    area,
    safety: "write",
    attributes: ["name.honorificPrefix", "name.givenName"],
    needs: ["patch"],
    versions: { "1.1": clause("SCIM11-API-3.8-04", doc("FACT-PATCH-55")) },
    expect: { honorificPrefix: "gone", givenName: "Ada" },
    check: (t) =>
      t.fixtures.leaseFor([], async ({ id, sent }) => {
        await t.users.replace(id, { ...sent, name: { ...sent.name, honorificPrefix: "Lady" } });
        await t.users.patch(id, [{ kind: "clear", path: "name.honorificPrefix" }]);
        const { honorificPrefix, givenName } = (await t.users.get(id)).resource?.name ?? {};
        return { honorificPrefix: honorificPrefix || "gone", givenName };
      }),
  },
];
