import { asJson, at, items } from "../json.ts";
import type { Probe } from "../probe.ts";
import type { CheckContext } from "../run/check-context.ts";
import { isSameLocation } from "../run/location.ts";
import { Skip } from "../run/stop.ts";
import { afterPatch, put, shown, userAt } from "./forms.ts";

const readGiven = (t: CheckContext) =>
  t.once("read of the given user", async () => t.users.read((await t.givenUser()).id));

/** How a value is shown: `null`, `empty`, `text`, `boolean`, `list` or `object`. */
function look(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "string") return value === "" ? "empty" : "text";
  return typeof value;
}

/** What a header says of a location that the resource names too. */
function twin(header: string | undefined, location: unknown, baseUrl: string): string {
  if (header === undefined) return "absent";
  const shown = typeof location === "string" ? location : undefined;
  return isSameLocation(header, shown, baseUrl) ? "the same" : "another";
}

/** How users are shown: part (b) of the catalogue, and controls. */
export const representationProbes: readonly Probe[] = [
  {
    id: "DIFF-META-01",
    safety: "read",
    observe: async (t) => ({
      resourceType: asJson(at((await readGiven(t)).json, "meta", "resourceType")),
    }),
  },
  {
    id: "DIFF-META-02",
    safety: "write",
    observe: async (t) => {
      const { created } = await t.createdUser();
      const location = at(created.json, "meta", "location");
      const { headers } = created;
      return {
        location: twin(headers.location, location, t.client.baseUrl),
        contentLocation: twin(headers["content-location"], location, t.client.baseUrl),
      };
    },
  },
  {
    id: "DIFF-POST-01",
    safety: "write",
    observe: async (t) => {
      const { id, created } = await t.createdUser();
      return { body: created.resource?.id === id ? "the user" : "something else" };
    },
  },
  {
    id: "DIFF-ETAG-01",
    safety: "read",
    observe: async (t) => {
      const { headers, json } = await readGiven(t);
      return { etag: headers.etag, version: asJson(at(json, "meta", "version")) };
    },
  },
  {
    id: "DIFF-LANG-01",
    safety: "write",
    observe: async (t) => {
      const stored = async (value: string) => {
        const user = await afterPatch(t, () => [{ kind: "set", path: "locale", value }]);
        return shown(user.locale, "locale");
      };
      return { underscore: await stored("en_US"), hyphen: await stored("en-US") };
    },
  },
  {
    id: "SAME-01",
    safety: "read",
    observe: async (t, other) => {
      if (!other) throw new Skip("not-selected", "the other version is not tested");
      const { id } = await t.givenUser();
      const own = (await t.users.read(id)).resource;
      const user = (await other.users.read(id)).resource;
      const isUser = user?.id === id && user.userName === own?.userName;
      const isGroup = t.writes
        ? await t.fixtures.leaseGroup((group) => isSameGroup(t, other, group.id))
        : await isSameGroup(t, other, (await t.givenGroup()).id);
      return {
        user: isUser ? "the same" : "another",
        group: isGroup ? "the same" : "another",
      };
    },
  },
  {
    id: "SAME-03",
    safety: "write",
    observe: async (t) => {
      // The user whom nobody puts into a group while others look.
      const user = await t.users.read((await t.createdUser()).id);
      const { urns } = t.client.dialect;
      const words = new Map([
        [urns.enterprise, "enterprise"],
        [urns.profile, "profile"],
      ]);
      return Object.fromEntries(
        Object.entries((user.json ?? {}) as object).flatMap(([name, value]) => {
          const neutral = words.get(name) ?? name;
          const parts = look(value) === "object" ? Object.entries(value) : [];
          return [
            [neutral, look(value)],
            ...parts.map(([part, inside]) => [`${neutral}.${part}`, look(inside)]),
          ];
        }),
      );
    },
  },
  {
    id: "SAME-04",
    safety: "write",
    observe: (t) =>
      t.fixtures.leaseUser(async (user) => {
        const address = user.sent.emails?.[0]?.value ?? "";
        await put(t, user, {
          emails: [
            { value: address, primary: true },
            { value: `second-${address}`, primary: false },
            { value: `third-${address}`, primary: false },
          ],
          phoneNumbers: [
            { value: "+1 555 0100", primary: true },
            { value: "+1 555 0101", primary: false },
            { value: "+1 555 0102", primary: false },
          ],
          addresses: [{ locality: "Springfield", primary: true }, { locality: "Shelbyville" }],
          roles: [{ value: "Engineer", primary: true }, { value: "Analyst" }],
        });
        const now = await userAt(t, user.id);
        const filled = (list: readonly { value?: string | null }[]) =>
          list.filter(({ value }) => Boolean(value)).length;
        return {
          emails: filled(now.emails ?? []),
          phoneNumbers: filled(shown(now.phoneNumbers, "phone numbers")),
          addresses: shown(now.addresses, "addresses").filter(({ locality }) => locality).length,
          roles: filled(shown(now.roles, "roles")),
        };
      }),
  },
  {
    id: "SAME-05",
    safety: "write",
    observe: (t) =>
      t.fixtures.leaseUser(async (user) => {
        const before = await userAt(t, user.id);
        const name = t.names.next();
        await put(t, user, { userName: name, nickName: name });
        const after = await userAt(t, user.id);
        return {
          mirrors: before.nickName === before.userName,
          renamedByBoth: after.userName === name && after.nickName === name,
        };
      }),
  },
  {
    id: "SAME-06",
    safety: "write",
    observe: (t) =>
      t.fixtures.leaseUser(async (user) => {
        const before = await userAt(t, user.id);
        await put(t, user, { externalId: "an-id-of-our-own" });
        return {
          shown: before.externalId,
          afterPut: (await userAt(t, user.id)).externalId,
        };
      }),
  },
  {
    id: "SAME-07",
    safety: "write",
    observe: async (t) => {
      const { id, sent } = await t.createdUser();
      const works = async (value: string | null | undefined) => {
        const user = await afterPatch(t, () => [
          { kind: "set", path: "enterprise.managerId", value },
        ]);
        return shown(user.enterprise, "enterprise extension").managerId === id;
      };
      return {
        byId: await works(id),
        byEmail: await works(sent.emails?.[0]?.value),
        byUserName: await works(sent.userName),
      };
    },
  },
  {
    id: "DIFF-ENT-03",
    safety: "write",
    observe: async (t) => {
      const { id } = await t.createdUser();
      const blockAfter = (change: (body: Record<string, unknown>) => unknown) =>
        t.fixtures.leaseUser(async (user) => {
          const intent = { kind: "set", path: "enterprise.managerId", value: id } as const;
          await t.users.patch(user.id, [intent], { change });
          const { json } = await t.users.read(user.id);
          return shown(at(json, t.client.dialect.urns.enterprise, "manager"), "manager");
        });
      const own = await blockAfter((body) => body);
      const byValue = await blockAfter((body) =>
        JSON.parse(JSON.stringify(body).replace('"managerId"', '"value"')),
      );
      return {
        shownAs: items(Object.keys(own as object)).map(String),
        setByManagerId: Object.values(own as object).includes(id),
        setByValue: Object.values(byValue as object).includes(id),
      };
    },
  },
];

/** Whether a group is the same in both versions; a change of a group may show late (facts §8). */
function isSameGroup(t: CheckContext, other: CheckContext, id: string): Promise<boolean> {
  return t.poll(
    async () => {
      const own = (await t.groups.read(id)).resource;
      const twin = (await other.groups.read(id)).resource;
      return twin?.id === id && twin.displayName === own?.displayName;
    },
    (same) => same,
  );
}
