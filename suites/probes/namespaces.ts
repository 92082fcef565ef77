import { asJson, at, items } from "../json.ts";
import type { Probe } from "../probe.ts";
import type { CheckContext } from "../run/check-context.ts";
import { shown } from "./forms.ts";
import { createdGuest } from "./guests.ts";

const readUser = (t: CheckContext) =>
  t.once("read of the given user", async () => t.users.read((await t.givenUser()).id));
const listOfOne = (t: CheckContext) => t.once("one user", () => t.users.search({ count: 1 }));

/** The extension URN under which a resource carries a member. */
function blockWith(resource: unknown, member: string): string | undefined {
  if (typeof resource !== "object" || resource === null) return undefined;
  return Object.entries(resource).find(
    ([name, value]) => name.startsWith("urn:") && at(value, member) !== undefined,
  )?.[0];
}

/** Base URL and URNs: part (a) of the catalogue. */
export const namespaceProbes: readonly Probe[] = [
  {
    id: "DIFF-URL-01",
    safety: "read",
    observe: async (t) => {
      const answer = await readUser(t);
      const location = String(at(answer.json, "meta", "location") ?? "");
      return { status: answer.status, version: /\/(v\d+)\/Users\//.exec(location)?.[1] };
    },
  },
  {
    id: "DIFF-URN-01",
    safety: "read",
    observe: async (t) => ({ schema: asJson(at((await readUser(t)).json, "schemas", 0)) }),
  },
  {
    id: "DIFF-URN-02",
    safety: "read",
    observe: async (t) => {
      const group = await t.groups.read((await t.givenGroup()).id);
      return { schema: asJson(at(group.json, "schemas", 0)) };
    },
  },
  {
    id: "DIFF-URN-03",
    safety: "write",
    observe: async (t) => {
      const user = await t.users.read((await t.createdUser()).id);
      return { block: shown(blockWith(user.json, "department"), "enterprise extension") };
    },
  },
  {
    id: "DIFF-URN-04",
    safety: "write",
    observe: async (t) => {
      const read = await t.users.read((await createdGuest(t)).id);
      return { block: blockWith(read.json, "type") };
    },
  },
  {
    id: "DIFF-URN-05",
    safety: "write",
    observe: (t) =>
      t.fixtures.leaseUser(async ({ id }) => {
        await t.users.patch(id, [
          { kind: "set", path: "profile", value: { startDate: "2024-04-10T00:00:00Z" } },
        ]);
        const user = await t.users.read(id);
        return { block: shown(blockWith(user.json, "startDate"), "profile extension") };
      }),
  },
  {
    id: "DIFF-URN-06",
    safety: "read",
    observe: async (t) => ({ schemas: asJson(at((await listOfOne(t)).json, "schemas")) }),
  },
  {
    id: "DIFF-RT-01",
    safety: "read",
    observe: async (t) => {
      const answer = await t.client.resourceTypes();
      const names = items(at(answer.json, "Resources")).map((type) => String(at(type, "name")));
      return { offered: answer.status === 200, names: names.sort() };
    },
  },
];
