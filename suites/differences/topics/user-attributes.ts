import { extensionUrns } from "../../discovery/extension-urns.ts";
import { oneOf } from "../../expectation.ts";
import { valuesOf } from "../../patch/patching.ts";
import { type Difference, sameInBoth, sayingBoth } from "../difference.ts";
import { afterPut } from "../probing/changed-put.ts";
import { afterPatch, put, shown, userAt } from "../probing/user-changes.ts";

/** The kind of a value: `null`, `empty`, `text`, `boolean`, `list` or `object`. */
function look(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "string") return value === "" ? "empty" : "text";
  return typeof value;
}

/** The attributes of users. */
export const userAttributes: readonly Difference[] = [
  {
    id: "DIFF-LANG-01",
    facts: ["FACT-USER-31"],
    area: "users",
    topic: "users",
    title: "the form of a locale",
    kind: "documented",
    impact: "silent",
    v1: "en_US in the standard; Slack keeps any text",
    v2: "en-US in the RFC; Slack keeps any text",
    source: "SCIM 1.1 core schema §6.1; RFC 7643 §4.1.1; Slack reference",
    clientMustChange: "Convert both forms into one before you compare them.",
    ...sameInBoth({ underscore: "en_US", hyphen: "en-US" }),
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
    id: "DIFF-MV-01",
    facts: ["FACT-USER-59", "FACT-USER-67"],
    area: "users",
    topic: "users",
    title: "plain strings as values",
    kind: "documented",
    impact: "cosmetic",
    v1: "Allowed by the standard; Slack accepts a role as a string, and does not document an e-mail address as one",
    v2: "Objects only in the RFC; Slack accepts a role as a string, and does not document an e-mail address as one",
    source: "SCIM 1.1 core schema §3.2; RFC 7643 §2.4; Slack reference",
    clientMustChange: "Send objects.",
    expect: {
      "1.1": { role: "accepted", email: oneOf("refused", "accepted") },
      "2.0": { role: "accepted", email: oneOf("refused", "accepted") },
    },
    assumes: {
      facts: ["FACT-USER-59"],
      expect: { "1.1": { email: "refused" }, "2.0": { email: "refused" } },
    },
    safety: "write",
    observe: async (t) => {
      const roles = await afterPut(t, () => (body) => ({ ...body, roles: ["Analyst"] }));
      const emails = await afterPut(t, (user) => (body) => ({
        ...body,
        emails: [user.sent.emails?.[0]?.value],
      }));
      const stored = valuesOf(shown(roles.user.roles, "roles"))[0] === "Analyst";
      return {
        role: stored ? "accepted" : "refused",
        email: emails.accepted ? "accepted" : "refused",
      };
    },
  },
  {
    id: "DIFF-USER-02",
    facts: ["FACT-PATCH-17", "FACT-PATCH-43"],
    area: "patch",
    topic: "users",
    title: "clearing an attribute with a value",
    kind: "documented",
    impact: "silent",
    v1: "One space as the value clears the attribute",
    v2: "A remove operation is documented; a space may be stored as it is",
    source: "Slack reference",
    clientMustChange: "Send a remove operation instead of a space.",
    expect: {
      "1.1": { oneSpace: "clears" },
      "2.0": { oneSpace: oneOf("is stored", "clears", "no effect") },
    },
    safety: "write",
    observe: async (t) => {
      const { title } = await afterPatch(t, () => [{ kind: "set", path: "title", value: " " }]);
      return { oneSpace: !title ? "clears" : title === " " ? "is stored" : "no effect" };
    },
  },
  {
    id: "DIFF-USER-03",
    facts: ["FACT-PATCH-50", "FACT-PATCH-51", "FACT-PATCH-52", "FACT-USER-32"],
    area: "patch",
    topic: "users",
    title: "attributes that a PATCH cannot change",
    kind: "assumed",
    impact: "silent",
    v1: "The reference lists password, externalId and profileUrl",
    v2: "No such list; assumed to be the same",
    source: "Slack reference",
    clientMustChange: "Continue to leave them out.",
    expect: {
      "1.1": { password: "refused", externalId: "stays", profileUrl: "stays" },
      "2.0": {
        password: oneOf("refused", "accepted"),
        externalId: "stays",
        profileUrl: oneOf("stays", "changes"),
      },
    },
    assumes: { facts: ["FACT-USER-32"], expect: { "2.0": { profileUrl: "stays" } } },
    safety: "write",
    observe: (t) =>
      t.fixtures.leaseUser(async ({ id }) => {
        const before = await userAt(t, id);
        const set = (path: string, value: string) =>
          t.users.patch(id, [{ kind: "set", path, value }]);
        const password = await set("password", `Pw-${t.names.next()}-9!`);
        await set("externalId", "an-id-of-our-own");
        await set("profileUrl", "https://example.com/ada");
        const after = await userAt(t, id);
        const stays = (name: "externalId" | "profileUrl") =>
          (after[name] ?? "") === (before[name] ?? "") ? "stays" : "changes";
        return {
          password: password.status >= 400 ? "refused" : "accepted",
          externalId: stays("externalId"),
          profileUrl: stays("profileUrl"),
        };
      }),
  },
  {
    id: "SAME-03",
    facts: ["FACT-USER-50", "FACT-USER-51"],
    area: "users",
    topic: "users",
    title: "the attributes of a user, and how unset ones are shown",
    kind: "documented",
    impact: "silent",
    ...sayingBoth("The same names, null and empty strings; only URNs and meta.location differ"),
    source: "Slack reference; recorded resources",
    clientMustChange: "Nothing.",
    ...sameInBoth({ userName: "text", externalId: "empty", active: "boolean", emails: "list" }),
    safety: "write",
    observe: async (t) => {
      // A user that no check adds to a group meanwhile.
      const user = await t.users.read((await t.createdUser()).id);
      const { urns } = t.client.dialect;
      const words = new Map([
        [urns.enterprise, "enterprise"],
        [urns.profile, "profile"],
      ]);
      return Object.fromEntries(
        Object.entries((user.json ?? {}) as object).flatMap(([name, value]) => {
          // DIFF-RT-03 observes this extension, which 1.1 does not have (FACT-DISCOVERY-44).
          if (name === extensionUrns.directory) return [];
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
    facts: ["FACT-USER-54", "FACT-USER-60", "FACT-USER-66", "FACT-USER-67", "FACT-USER-68"],
    area: "users",
    topic: "users",
    title: "how many values of an attribute are stored",
    kind: "documented",
    impact: "silent",
    ...sayingBoth("Two addresses and two phone numbers; one postal address, role and photo"),
    source: "Slack reference",
    clientMustChange: "Nothing.",
    ...sameInBoth({ emails: 2, phoneNumbers: 2, addresses: 1, roles: 1 }),
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
    id: "SAME-06",
    facts: ["FACT-ID-14", "FACT-ID-15"],
    area: "users",
    topic: "users",
    title: "externalId of a user is always empty",
    kind: "documented",
    impact: "silent",
    ...sayingBoth("Always an empty string; writes are ignored"),
    source: "Slack reference; recorded resources",
    clientMustChange: "Nothing.",
    ...sameInBoth({ shown: "", afterPut: "" }),
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
];
