import { isObject } from "../../../schemas/json-value.ts";
import { blocks, canonicalName, v2Urns } from "../attributes.ts";
import { type Draft, operationOf, resourceOf } from "../draft.ts";
import { maskedPassword } from "../masking/without-secrets.ts";
import { type Rule, writes } from "../rule.ts";

/** Leaves members of the body out. @returns whether one was there */
function drop({ members }: Draft, ...names: string[]): boolean {
  const found = names.filter((name) => members.delete(name));
  return found.length > 0;
}

const ofGroups: ReadonlySet<string> = new Set([
  "schemas",
  "id",
  "meta",
  "externalId",
  "displayName",
  "members",
]);

/** Whether Slack knows a member of a body, for users or for groups. */
function isKnown(draft: Draft, name: string): boolean {
  if (name === "Operations") return false;
  if (resourceOf(draft) === "Groups") return ofGroups.has(name);
  const isBlock = blocks.some((block) => v2Urns[block] === name);
  return isBlock || (name !== "members" && canonicalName.get(name.toLowerCase()) === name);
}

/** Members that a client sends and a server does not store. */
export const memberRules: readonly Rule[] = [
  {
    id: "members/password",
    source: ["FACT-USER-36"],
    differences: [],
    warning: {
      code: "secret-in-recording",
      text: "The recording holds a password. It is written nowhere; put it in again before you send the request.",
    },
    on: writes,
    resource: "Users",
    apply({ members }) {
      if (!members.has("password")) return false;
      members.set("password", maskedPassword);
      return true;
    },
  },
  {
    id: "members/password-change",
    source: ["FACT-PATCH-50"],
    differences: ["DIFF-USER-03"],
    warning: {
      code: "not-updatable",
      text: "A password cannot be changed: 1.1 rejects the request (password_change_not_allowed). It is left out.",
    },
    consequence: "changes-meaning",
    on: ["replace", "patch"],
    resource: "Users",
    apply: (draft) => drop(draft, "password"),
  },
  {
    id: "members/external-id",
    source: ["FACT-PATCH-51", "FACT-PUT-12"],
    differences: ["DIFF-USER-03"],
    warning: {
      code: "not-updatable",
      text: "externalId cannot be changed, in either version: it is left out.",
    },
    on: ["replace", "patch"],
    // A client that sends back what it read sends the empty text.
    apply: (draft) => draft.members.get("externalId") !== "" && drop(draft, "externalId"),
  },
  {
    id: "members/external-id-of-new",
    source: ["FACT-ID-14", "FACT-GROUP-11"],
    differences: [],
    warning: {
      code: "not-updatable",
      text: "Slack stores no externalId, in either version, and returns the empty text: it is kept in the request and has no effect.",
    },
    on: ["create"],
    apply: ({ members }) => (members.get("externalId") ?? "") !== "",
  },
  {
    id: "members/profile-url",
    source: ["FACT-PATCH-52"],
    differences: ["DIFF-USER-03"],
    warning: {
      code: "not-updatable",
      text: "profileUrl cannot be changed by PATCH: it is left out.",
    },
    on: ["patch"],
    resource: "Users",
    apply: (draft) => drop(draft, "profileUrl"),
  },
  {
    id: "members/groups",
    source: ["FACT-USER-39", "FACT-PUT-24"],
    differences: [],
    warning: {
      code: "groups-read-only",
      text: "groups of a user is read-only in both versions: it is left out. Memberships change by PATCH of each group.",
    },
    on: writes,
    resource: "Users",
    apply: (draft) => drop(draft, "groups"),
  },
  {
    id: "members/meta-attributes",
    source: ["FACT-PATCH-14", "RFC 7643 §3.1"],
    differences: ["DIFF-META-03"],
    warning: {
      code: "no-documented-effect-in-1.1",
      text: "meta.attributes means something in a PATCH only: it is left out.",
    },
    on: ["create", "replace"],
    apply: ({ members }) => {
      const meta = members.get("meta");
      return isObject(meta) && "attributes" in meta;
    },
  },
  {
    id: "members/read-only",
    source: ["FACT-PUT-24", "RFC 7643 §3.1"],
    differences: [],
    warning: {
      code: "read-only-dropped",
      text: "The body sends back read-only members that were read, such as id and meta: they are left out.",
    },
    on: writes,
    apply(draft) {
      const operation = operationOf(draft);
      const isEmpty = operation !== "create" && draft.members.get("externalId") === "";
      return drop(
        draft,
        ...["id", "meta"],
        ...(isEmpty ? ["externalId"] : []),
        // A PUT ignores it; a POST stores it.
        ...(operation === "replace" ? ["profileUrl"] : []),
      );
    },
  },
  {
    id: "members/unknown-operation",
    source: ["FACT-PATCH-16", "SCIM 1.1 §3.2"],
    differences: ["DIFF-PATCH-05"],
    warning: {
      code: "no-documented-effect-in-1.1",
      text: 'An entry has an "operation" that is not "delete", the only one of 1.1: it is assumed to be added. Where it was meant to be removed, send "delete" or a remove operation.',
    },
    consequence: "in-doubt",
    on: ["patch"],
    apply: ({ members }) =>
      [...members.values()].flat().some((entry) => {
        const operation = isObject(entry) ? (entry.operation ?? "add") : "add";
        return typeof operation !== "string" || operation.toLowerCase() !== "add";
      }),
  },
  {
    id: "members/operation",
    source: ["FACT-PATCH-16"],
    differences: ["DIFF-PATCH-05"],
    warning: {
      code: "no-documented-effect-in-1.1",
      text: 'An entry with "operation" means something in a PATCH only: the member is left out.',
    },
    on: ["create", "replace"],
    apply({ members }) {
      let applies = false;
      for (const [name, list] of members) {
        if (!Array.isArray(list)) continue;
        const written = list.map((entry: unknown) => {
          if (!isObject(entry) || !Object.hasOwn(entry, "operation")) return entry;
          applies = true;
          return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== "operation"));
        });
        members.set(name, written);
      }
      return applies;
    },
  },
  {
    id: "members/entries-of-groups",
    source: ["FACT-PUT-24", "FACT-GROUP-16"],
    differences: ["DIFF-REF-01"],
    warning: {
      code: "read-only-dropped",
      text: "A member of a group is written by its value alone: display, type and $ref are read-only.",
    },
    on: writes,
    resource: "Groups",
    apply({ members }) {
      const list = members.get("members");
      if (!Array.isArray(list)) return false;
      const written = list.map((entry: unknown) =>
        isObject(entry) && "value" in entry ? { value: entry.value } : entry,
      );
      members.set("members", written);
      return JSON.stringify(list) !== JSON.stringify(written);
    },
  },
  {
    id: "members/unknown",
    source: ["FACT-ERROR-24", "FACT-PATCH-98"],
    differences: [],
    warning: {
      code: "not-documented",
      text: "The body has a member or an extension that Slack does not document: it is left out, as 1.1 is assumed to ignore it.",
    },
    on: writes,
    apply(draft) {
      const isPatch = operationOf(draft) === "patch";
      const unknown = [...draft.members.keys()].filter((name) => !isKnown(draft, name));
      return drop(
        draft,
        ...unknown.filter((name) => isPatch || /^(?:urn:|Operations$)/i.test(name)),
      );
    },
  },
  {
    id: "members/unknown-kept",
    source: ["FACT-ERROR-24", "FACT-USER-06"],
    differences: [],
    warning: {
      code: "not-documented",
      text: "The body has a member that Slack does not document. It is assumed to be ignored in both versions.",
    },
    on: ["create", "replace"],
    apply: (draft) => [...draft.members.keys()].some((name) => !isKnown(draft, name)),
  },
  {
    id: "members/user-name-address",
    source: ["FACT-USER-15", "FACT-USER-18", "FACT-USER-13"],
    differences: ["DIFF-USER-05"],
    warning: {
      code: "userName-altered",
      text: "Slack stores another name for an e-mail address as userName: read userName in the answer, and search by address.",
    },
    on: writes,
    resource: "Users",
    apply: ({ members }) => String(members.get("userName") ?? "").includes("@"),
  },
  {
    id: "members/no-body",
    source: ["FACT-FORMAT-30"],
    differences: [],
    warning: {
      code: "not-documented",
      text: "The request has no body, which both versions reject.",
    },
    on: writes,
    apply: (draft) => !draft.hasBody && operationOf(draft) !== "unknown",
  },
];
