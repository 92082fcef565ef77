import { extensionUrns } from "../../discovery/extension-urns.ts";
import { oneOf } from "../../expectation.ts";
import { patchedOnce } from "../../patch/patched-once.ts";
import { valuesOf } from "../../patch/patching.ts";
import { type Difference, sameInBoth, sayingBoth } from "../difference.ts";
import { ada, example, lesson, patchUser, putUser, read } from "../lesson.ts";
import { afterPut } from "../probing/changed-put.ts";
import type { PutTrial } from "../probing/put-trial.ts";
import { triedByPut } from "../probing/put-trials.ts";
import type { Trial } from "../probing/trial.ts";
import { tried } from "../probing/trials.ts";
import { shown } from "../probing/user-changes.ts";

/** The kind of a value: `null`, `empty`, `text`, `boolean`, `list` or `object`. */
function look(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "string") return value === "" ? "empty" : "text";
  return typeof value;
}

const localeSet = (value: string): Trial<string> => ({
  key: `DIFF-LANG-01, ${value}`,
  touches: ["locale"],
  intents: () => [{ kind: "set", path: "locale", value }],
  see: ({ locale }) => shown(locale, "locale"),
  usual: value,
});

const spaceSet: Trial<string> = {
  key: "DIFF-USER-02",
  touches: ["title"],
  intents: () => [{ kind: "set", path: "title", value: " " }],
  see: ({ title }) => (!title ? "clears" : title === " " ? "is stored" : "no effect"),
  usual: "clears",
};

/** An attribute that a PATCH cannot change. */
const fixedSet = (path: "externalId" | "profileUrl", value: string): Trial<string> => ({
  key: `DIFF-USER-03, ${path}`,
  touches: [path],
  intents: () => [{ kind: "set", path, value }],
  see: (after) => (after[path] === value ? "changes" : "stays"),
  usual: "stays",
});

const externalIdSet = fixedSet("externalId", "an-id-of-our-own");
const profileUrlSet = fixedSet("profileUrl", "https://example.com/ada");

const plainRole: PutTrial<string> = {
  key: "DIFF-MV-01, role",
  changes: ["roles"],
  // A role that no other probe gives.
  change: (body) => ({ ...body, roles: ["Archivist"] }),
  mayBeRejected: true,
  see: (after) =>
    valuesOf(shown(after.roles, "roles"))[0] === "Archivist" ? "accepted" : "refused",
  usual: "accepted",
};

const externalIdPut: PutTrial<Record<"shown" | "afterPut", string | null>> = {
  key: "SAME-06",
  changes: ["externalId"],
  sends: () => ({ externalId: "an-id-of-our-own" }),
  see: (after, _scene, before) => ({
    shown: before.externalId ?? null,
    afterPut: after.externalId ?? null,
  }),
  usual: { shown: "", afterPut: "" },
};

/** More values than are stored. */
const manyValues: PutTrial<Record<string, number>> = {
  key: "SAME-04",
  changes: ["emails", "phoneNumbers", "addresses", "roles"],
  sends: ({ address, otherAddress }) => ({
    emails: [
      { value: address, primary: true },
      { value: otherAddress, primary: false },
      { value: `third-${address}`, primary: false },
    ],
    phoneNumbers: [
      { value: "+1 555 0100", primary: true },
      { value: "+1 555 0101", primary: false },
      { value: "+1 555 0102", primary: false },
    ],
    addresses: [{ locality: "Springfield", primary: true }, { locality: "Shelbyville" }],
    roles: [{ value: "Engineer", primary: true }, { value: "Analyst" }],
  }),
  see: ({ emails, phoneNumbers, addresses, roles }) => {
    const filled = (list: readonly { value?: string | null }[]) =>
      list.filter(({ value }) => Boolean(value)).length;
    return {
      emails: filled(emails ?? []),
      phoneNumbers: filled(shown(phoneNumbers, "phone numbers")),
      addresses: shown(addresses, "addresses").filter(({ locality }) => locality).length,
      roles: filled(shown(roles, "roles")),
    };
  },
  usual: { emails: 2, phoneNumbers: 2, addresses: 1, roles: 1 },
};

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
    clientMustChange:
      'Compare "en_US" and "en-US" as one locale: Slack returns either form as it was sent, in both versions. Write one of them, such as en-US, everywhere.',
    lesson: lesson(
      'If your organisation changed the form of a locale, or this was not probed, a comparison that takes "_" for "-" is right in either case.',
      patchUser([{ kind: "set", path: "locale", value: "en-US" }]),
    ),
    ...sameInBoth({ underscore: "en_US", hyphen: "en-US" }),
    safety: "write",
    trials: () => [localeSet("en_US"), localeSet("en-US")],
    observe: async (t) => {
      const [underscore, hyphen] = [localeSet("en_US"), localeSet("en-US")];
      return { underscore: await tried(t, underscore), hyphen: await tried(t, hyphen) };
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
    clientMustChange:
      'Send objects, "roles": [{"value": "Analyst", "primary": true}] and "emails": [{"value": "ada@example.com"}], in place of plain strings. Slack documents strings for roles only.',
    lesson: lesson(
      "A client that sends objects has nothing to change here, whatever your organisation does with plain strings.",
      patchUser([{ kind: "add", path: "roles", values: [{ value: "Analyst", primary: true }] }]),
    ),
    expect: {
      "1.1": { role: "accepted", email: oneOf("refused", "accepted") },
      "2.0": { role: "accepted", email: oneOf("refused", "accepted") },
    },
    assumes: {
      facts: ["FACT-USER-59"],
      expect: { "1.1": { email: "refused" }, "2.0": { email: "refused" } },
    },
    safety: "write",
    puts: () => [plainRole],
    observe: async (t) => {
      const emails = await afterPut(t, [], (user) => (body) => ({
        ...body,
        emails: [user.sent.emails?.[0]?.value],
      }));
      return {
        role: await triedByPut(t, plainRole),
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
    clientMustChange:
      'Send {"op": "remove", "path": "title"} in place of {"title": " "}. In 2.0 the space may be stored as the title.',
    lesson: lesson(
      "If one space cleared the attribute in 2.0 as well, both forms work and you can change the client later; if this was not probed, expect a title of one space.",
      patchUser([{ kind: "clear", path: "title" }], { form: { cleared: "space" } }),
    ),
    expect: {
      "1.1": { oneSpace: "clears" },
      "2.0": { oneSpace: oneOf("is stored", "clears", "no effect") },
    },
    safety: "write",
    // What 2.0 makes of a space is not known, so it is tried alone.
    trials: (t) => (t.version === "1.1" ? [spaceSet] : []),
    observe: async (t) => ({ oneSpace: await tried(t, spaceSet) }),
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
    clientMustChange:
      "Leave password, externalId and profileUrl out of every PATCH, as in 1.1: the reference lists them as not changeable there. Send password in POST /Users only.",
    lesson: lesson(
      "If 2.0 changed one of them, you may use that; if this was not probed, a PATCH without them is right in both versions.",
      patchUser([
        { kind: "set", path: "title", value: "Engineer" },
        { kind: "set", path: "timezone", value: "Europe/London" },
      ]),
    ),
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
    trials: () => [externalIdSet, profileUrlSet],
    observe: async (t) => {
      const { outcome } = await patchedOnce.password(t);
      return {
        password: outcome.status >= 400 ? "refused" : "accepted",
        externalId: await tried(t, externalIdSet),
        profileUrl: await tried(t, profileUrlSet),
      };
    },
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
    clientMustChange:
      'Keep reading the attributes by the same names, and accept null and "" for those without a value, such as "title": "". Rename only the URNs, urn:scim:schemas:extension:enterprise:1.0 to urn:ietf:params:scim:schemas:extension:enterprise:2.0:User, and expect /v2/ in meta.location.',
    lesson: lesson(
      "If the versions disagreed, or this was not probed, compare the JSON of one user of yours in both versions before you reuse a parser.",
      read(`/Users/${example.user}`),
    ),
    ...sameInBoth({ userName: "text", externalId: "empty", active: "boolean", emails: "list" }),
    safety: "write",
    observe: async (t) => {
      // A user that no check adds to a group meanwhile.
      const user = await t.users.get((await t.createdUser()).id);
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
    clientMustChange:
      "Send at most two emails and two phoneNumbers, and one entry each of addresses, roles and photos: neither version stores more.",
    lesson: lesson(
      "If one version stored more, or this was not probed, a client that stays within these numbers loses nothing in either.",
      putUser({
        ...ada,
        phoneNumbers: [
          { value: "+1 555 0100", primary: true },
          { value: "+1 555 0101", primary: false },
        ],
        addresses: [{ locality: "London", country: "GB", primary: true }],
        roles: [{ value: "Engineer", primary: true }],
      }),
    ),
    ...sameInBoth({ emails: 2, phoneNumbers: 2, addresses: 1, roles: 1 }),
    safety: "write",
    puts: () => [manyValues],
    observe: (t) => triedByPut(t, manyValues),
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
    clientMustChange:
      'Store Slack\'s id, such as U123ABC, beside your own id and match people by it: externalId of a user is "" in both versions, and Slack ignores writes of it.',
    lesson: lesson(
      "If your organisation stored an externalId, or this was not probed, Slack's id is the safe key in either case: it is the same in both versions.",
      read(`/Users/${example.user}`),
    ),
    ...sameInBoth({ shown: "", afterPut: "" }),
    safety: "write",
    puts: () => [externalIdPut],
    observe: (t) => triedByPut(t, externalIdPut),
  },
];
