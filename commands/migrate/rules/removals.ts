import type { FactId } from "../../../facts/index.ts";
import { isObject } from "../../../schemas/json-value.ts";
import {
  type Block,
  blocks,
  canonicalName,
  clearable,
  enterpriseParts,
  nameParts,
  v1Urns,
} from "../attributes.ts";
import { type Draft, resourceOf, stringsIn } from "../draft.ts";
import { isBlank, isDeletion, writtenEntry } from "../entries.ts";
import type { Rule } from "../rule.ts";

/** A name of `meta.attributes` in its parts. */
interface Named {
  block: Block | undefined;
  /** The attribute; undefined for a whole extension. */
  attribute: string | undefined;
  sub: string | undefined;
}

/**
 * Splits a name of `meta.attributes`. What follows the URN begins with a dot, as Slack documents it (FACT-PATCH-85),
 * or with the colon of SCIM 1.1 §3.8. URNs have dots themselves.
 */
function split(name: string): Named {
  const lower = name.toLowerCase();
  for (const block of blocks) {
    const urn = v1Urns[block];
    if (lower === urn) return { block, attribute: undefined, sub: undefined };
    if (!/^[.:]/.test(name.slice(urn.length)) || !lower.startsWith(urn)) continue;
    const [attribute, sub] = name.slice(urn.length + 1).split(".");
    return { block, attribute, sub };
  }
  const core = lower.startsWith(v1Urns.user) ? name.slice(v1Urns.user.length + 1) : name;
  const [head = "", sub] = core.split(".");
  return { block: undefined, attribute: canonicalName.get(head.toLowerCase()) ?? head, sub };
}

const spelled = (names: readonly string[], name: string | undefined): string | undefined =>
  names.find((each) => each.toLowerCase() === name?.toLowerCase());

/** Takes the names that `path` translates, and removes those paths. @returns whether there are any */
function takeNamed(
  draft: Draft,
  path: (named: Named) => string | readonly string[] | undefined,
): boolean {
  const rest: string[] = [];
  let applies = false;
  for (const name of draft.named) {
    const found = path(split(name));
    if (found === undefined) {
      rest.push(name);
      continue;
    }
    applies = true;
    for (const each of [found].flat()) {
      if (!draft.removals.some((removal) => removal.path === each)) {
        draft.removals.push({ kind: "clear", path: each });
      }
    }
  }
  draft.named = rest;
  return applies;
}

/** A name of one core attribute, without parts. */
const core =
  (...names: string[]) =>
  ({ block, attribute, sub }: Named) =>
    block === undefined && sub === undefined && attribute !== undefined && names.includes(attribute)
      ? attribute
      : undefined;

const inBlock = (block: Block) => (named: Named) => (named.block === block ? named : undefined);

/** Names in `meta.attributes`: what a PATCH of 1.1 removes. */
const namedRules: readonly Rule[] = [
  {
    id: "removals/read",
    source: ["FACT-PATCH-14", "RFC 7643 §3.1"],
    differences: ["DIFF-PATCH-04", "DIFF-META-03"],
    on: ["patch"],
    apply(draft) {
      const meta = draft.members.get("meta");
      if (!isObject(meta) || !("attributes" in meta)) return false;
      draft.named = stringsIn(meta.attributes);
      const rest = Object.entries(meta).filter(([name]) => name !== "attributes");
      if (rest.length === 0) draft.members.delete("meta");
      return true;
    },
  },
  {
    id: "removals/as-text",
    source: ["FACT-PATCH-14"],
    differences: [],
    warning: {
      code: "types-normalised",
      text: "meta.attributes is not an array of texts, which 1.1 rejects: the texts in it are translated.",
    },
    consequence: "in-doubt",
    on: ["patch"],
    apply: ({ request: { body } }) => {
      const members = isObject(body) ? Object.entries(body) : [];
      const meta = members.find(([name]) => name.toLowerCase() === "meta")?.[1];
      const names = isObject(meta) ? meta.attributes : undefined;
      if (names === undefined || names === null) return false;
      return !Array.isArray(names) || !names.every((name) => typeof name === "string");
    },
  },
  {
    id: "removals/urns",
    source: ["FACT-FORMAT-52", "FACT-FORMAT-53", "FACT-FORMAT-54"],
    differences: ["DIFF-URN-03", "DIFF-URN-04", "DIFF-URN-05"],
    warning: {
      code: "urn-renamed",
      text: "meta.attributes names an extension, which has another URN in 2.0.",
    },
    on: ["patch"],
    resource: "Users",
    apply: ({ named }) => named.some((name) => split(name).block !== undefined),
  },
  {
    id: "removals/manager",
    source: ["FACT-PATCH-84", "FACT-USER-41"],
    differences: ["DIFF-ENT-03"],
    warning: {
      code: "manager-managerId",
      text: "Slack names the manager manager.managerId in 2.0 too, where the RFC has manager.value.",
    },
    on: ["patch"],
    resource: "Users",
    apply: ({ named }) =>
      named.some((name) => {
        const { block, attribute } = split(name);
        return block === "enterprise" && attribute?.toLowerCase() === "manager";
      }),
  },
  {
    id: "removals/attribute",
    source: ["FACT-PATCH-42", "FACT-PATCH-43", "FACT-PATCH-71"],
    differences: ["DIFF-PATCH-04"],
    on: ["patch"],
    resource: "Users",
    apply: (draft) => takeNamed(draft, core(...clearable, "phoneNumbers", "roles", "addresses")),
  },
  {
    id: "removals/emails",
    source: ["FACT-PATCH-64"],
    differences: ["DIFF-EMAIL-04"],
    warning: {
      code: "only-secondary-removed",
      text: "Removing emails removes only the secondary address, in both versions; the standards remove all.",
    },
    on: ["patch"],
    resource: "Users",
    apply: (draft) => takeNamed(draft, core("emails")),
  },
  {
    id: "removals/part-of-name",
    source: ["FACT-PATCH-55"],
    differences: ["DIFF-NAME-01"],
    on: ["patch"],
    resource: "Users",
    apply: (draft) =>
      takeNamed(draft, ({ block, attribute, sub }) => {
        const part = spelled(nameParts, sub);
        return block === undefined && attribute === "name" && part ? `name.${part}` : undefined;
      }),
  },
  {
    id: "removals/name",
    source: ["FACT-PATCH-56", "FACT-PATCH-57"],
    differences: ["DIFF-NAME-01"],
    warning: {
      code: "verify-by-reading",
      text: "2.0 documents the removal of one part of a name only: each part is removed alone. Read the user to see it.",
    },
    on: ["patch"],
    resource: "Users",
    apply: (draft) =>
      takeNamed(draft, (named) =>
        core("name")(named) === undefined ? undefined : nameParts.map((part) => `name.${part}`),
      ),
  },
  {
    id: "removals/part-of-address",
    source: ["FACT-PATCH-76", "SCIM 1.1 §3.3"],
    differences: ["DIFF-ADDR-01"],
    warning: {
      code: "not-documented",
      text: "Removing one part of an address is documented in neither version.",
    },
    on: ["patch"],
    resource: "Users",
    apply: (draft) =>
      takeNamed(draft, ({ block, attribute, sub }) =>
        block === undefined && attribute === "addresses" && sub && /^[A-Za-z]+$/.test(sub)
          ? `addresses.${sub}`
          : undefined,
      ),
  },
  {
    id: "removals/enterprise-attribute",
    source: ["FACT-PATCH-84", "FACT-PATCH-85", "FACT-PATCH-86", "FACT-PATCH-89"],
    differences: ["DIFF-ENT-02"],
    warning: {
      code: "separator-colon-or-dot",
      text: "Slack's examples of 2.0 join URN and attribute with a colon in one place and with a dot in others: read the user to see that the value is gone, else try the other.",
    },
    on: ["patch"],
    resource: "Users",
    apply: (draft) =>
      takeNamed(draft, (named) => {
        if (inBlock("enterprise")(named) === undefined) return undefined;
        if (named.attribute?.toLowerCase() === "manager") return "enterprise.managerId";
        const part = spelled(enterpriseParts, named.attribute);
        return part && named.sub === undefined ? `enterprise.${part}` : undefined;
      }),
  },
  {
    id: "removals/enterprise",
    source: ["FACT-PATCH-87"],
    differences: ["DIFF-ENT-01"],
    on: ["patch"],
    resource: "Users",
    apply: (draft) =>
      takeNamed(draft, (named) =>
        named.block === "enterprise" && named.attribute === undefined ? "enterprise" : undefined,
      ),
  },
  {
    id: "removals/guest-expiration",
    source: ["FACT-GUEST-12"],
    differences: ["DIFF-GUEST-02"],
    warning: {
      code: "separator-colon-or-dot",
      text: "Slack documents a dot between the guest URN and expiration, the RFC a colon: read the user to see that the expiration is gone.",
    },
    on: ["patch"],
    resource: "Users",
    apply: (draft) =>
      takeNamed(draft, ({ block, attribute }) =>
        block === "guest" && attribute?.toLowerCase() === "expiration"
          ? "guest.expiration"
          : undefined,
      ),
  },
  {
    id: "removals/guest",
    source: ["FACT-GUEST-10", "FACT-GUEST-11"],
    differences: ["DIFF-GUEST-03"],
    warning: {
      code: "reactivates",
      text: "Removing the guest extension makes the guest a member, and reactivates a deactivated one, in both versions.",
    },
    on: ["patch"],
    resource: "Users",
    apply: (draft) =>
      takeNamed(draft, ({ block, attribute }) =>
        block === "guest" && (attribute === undefined || attribute.toLowerCase() === "type")
          ? "guest"
          : undefined,
      ),
  },
  {
    id: "removals/profile",
    source: ["FACT-PATCH-93"],
    differences: ["DIFF-PROF-01"],
    warning: {
      code: "not-documented",
      text: "Neither version documents the removal of startDate.",
    },
    on: ["patch"],
    resource: "Users",
    apply: (draft) =>
      takeNamed(draft, ({ block, attribute }) => {
        if (block !== "profile") return undefined;
        if (attribute === undefined) return "profile";
        return attribute.toLowerCase() === "startdate" ? "profile.startDate" : undefined;
      }),
  },
  {
    id: "removals/members",
    source: ["FACT-GROUP-55", "FACT-GROUP-56"],
    differences: ["DIFF-GRP-03"],
    warning: {
      code: "empties-group",
      text: "The request removes every member of the group.",
    },
    on: ["patch"],
    resource: "Groups",
    apply: (draft) => takeNamed(draft, core("members")),
  },
  {
    id: "removals/undocumented",
    source: ["FACT-PATCH-47", "FACT-PATCH-74"],
    differences: ["DIFF-USER-04"],
    warning: {
      code: "not-documented",
      text: "The removal of this attribute is not documented in 1.1 or in 2.0: a required one is rejected.",
    },
    on: ["patch"],
    apply: (draft) =>
      takeNamed(
        draft,
        resourceOf(draft) === "Groups"
          ? core("displayName")
          : core("userName", "nickName", "photos", "active"),
      ),
  },
  {
    id: "removals/groups",
    source: ["FACT-USER-39", "FACT-PUT-24"],
    differences: [],
    warning: {
      code: "groups-read-only",
      text: "groups of a user is read-only in both versions: it is left out. Memberships change by PATCH of each group.",
    },
    on: ["patch"],
    resource: "Users",
    apply(draft) {
      const rest = draft.named.filter((name) => core("groups")(split(name)) === undefined);
      const applies = rest.length < draft.named.length;
      draft.named = rest;
      return applies;
    },
  },
  {
    id: "removals/read-only",
    source: ["FACT-PATCH-50", "FACT-PATCH-51", "FACT-PATCH-52"],
    differences: ["DIFF-USER-03"],
    warning: {
      code: "not-updatable",
      text: "meta.attributes names an attribute that cannot be changed: the name is left out.",
    },
    on: ["patch"],
    apply(draft) {
      const rest = draft.named.filter((name) => !unchangeable.has(name.toLowerCase()));
      const applies = rest.length < draft.named.length;
      draft.named = rest;
      return applies;
    },
  },
  {
    id: "removals/unknown",
    source: ["FACT-PATCH-98", "SCIM 1.1 §3.3"],
    differences: [],
    warning: {
      code: "not-documented",
      text: "meta.attributes names an attribute that Slack does not document: the name is left out, as 1.1 is assumed to ignore it.",
    },
    on: ["patch"],
    apply(draft) {
      const applies = draft.named.length > 0;
      draft.named = [];
      return applies;
    },
  },
];

const unchangeable: ReadonlySet<string> = new Set(
  ["password", "externalId", "profileUrl", "id", "meta", "schemas"].map((name) =>
    name.toLowerCase(),
  ),
);

/** Takes the deletions out of a list of the body. */
function takeDeletions({ members }: Draft, name: string): { deleted: unknown[]; kept: unknown[] } {
  const list = members.get(name);
  if (!Array.isArray(list)) return { deleted: [], kept: [] };
  const deleted = list.filter(isDeletion);
  const kept = list.filter((entry) => !isDeletion(entry));
  if (deleted.length > 0) {
    if (kept.length > 0) members.set(name, kept);
    else members.delete(name);
  }
  return { deleted, kept };
}

/** Entries that are found by their value. */
function byValue(
  id: string,
  attribute: string,
  resource: "Users" | "Groups",
  source: readonly FactId[],
  differences: readonly string[],
): Rule {
  return {
    id: `removals/${id}`,
    source: [...source, "FACT-PATCH-99", "RFC 7644 §3.5.2"],
    differences: ["DIFF-PATCH-05", "DIFF-PATCH-08", ...differences],
    warning: {
      code: "no-such-entry",
      text: "Where the entry is gone already, 1.1 does nothing. 2.0 may reject the whole request then, with its other changes: accept that error, or read first.",
    },
    on: ["patch"],
    resource,
    apply(draft) {
      const { deleted } = takeDeletions(draft, attribute);
      // SCIM 1.1 §3.3.2: where meta.attributes removes all values, deletions have no effect, and in 2.0 they would fail.
      const isWhole = draft.removals.some(({ path }) => path === attribute);
      const values = deleted.map((entry) => writtenEntry(entry).value);
      for (const value of isWhole ? [] : new Set(values)) {
        if (typeof value === "string") {
          draft.removals.push({ kind: "remove", path: attribute, match: { value } });
        }
      }
      return deleted.length > 0;
    },
  };
}

/** The one stored address or role, which 2.0 can only remove as a whole. */
function whole(id: string, attribute: string, source: FactId, difference: string): Rule[] {
  const isRemoved = ({ removals }: Draft) => removals.some(({ path }) => path === attribute);
  const remove = ({ removals }: Draft) => removals.push({ kind: "clear", path: attribute }) > 0;
  const rule = {
    source: [source],
    differences: ["DIFF-PATCH-05", difference],
    on: ["patch"],
    resource: "Users",
  } as const;
  return [
    {
      ...rule,
      id: `removals/${id}-removed-already`,
      source: [source, "SCIM 1.1 §3.3"],
      // meta.attributes removes it in any case.
      apply: (draft) => isRemoved(draft) && takeDeletions(draft, attribute).deleted.length > 0,
    },
    {
      ...rule,
      id: `removals/${id}-replaced`,
      warning: {
        code: "unconditional-in-2.0",
        text: `2.0 removes ${attribute} whatever is stored. It has no effect here, as a new value follows.`,
      },
      apply(draft) {
        const list = draft.members.get(attribute);
        if (!Array.isArray(list) || list.every(isDeletion)) return false;
        return takeDeletions(draft, attribute).deleted.length > 0 && remove(draft);
      },
    },
    {
      ...rule,
      id: `removals/${id}`,
      warning: {
        code: "unconditional-in-2.0",
        text: `1.1 removes ${attribute} only where the value is the stored one. 2.0 documents the removal of the whole attribute: it removes what is stored in any case. Read the user first where that matters.`,
      },
      consequence: "changes-meaning",
      apply: (draft) => takeDeletions(draft, attribute).deleted.length > 0 && remove(draft),
    },
  ];
}

/** Entries with `"operation":"delete"`. */
const entryRules: readonly Rule[] = [
  {
    id: "removals/without-value",
    source: ["FACT-PATCH-16", "SCIM 1.1 §3.3"],
    differences: ["DIFF-PATCH-05"],
    warning: {
      code: "no-documented-effect-in-1.1",
      text: "An entry is to be deleted, but has no value that says which: it is left out.",
    },
    consequence: "in-doubt",
    on: ["patch"],
    apply(draft) {
      let applies = false;
      for (const name of ["emails", "phoneNumbers", "members"]) {
        const list = draft.members.get(name);
        if (!Array.isArray(list)) continue;
        const rest = list.filter(
          (entry) => !isDeletion(entry) || typeof writtenEntry(entry).value === "string",
        );
        if (rest.length === list.length) continue;
        if (rest.length > 0) draft.members.set(name, rest);
        else draft.members.delete(name);
        applies = true;
      }
      return applies;
    },
  },
  byValue("email", "emails", "Users", ["FACT-PATCH-61"], ["DIFF-EMAIL-01"]),
  byValue("phone-number", "phoneNumbers", "Users", ["FACT-PATCH-70"], ["DIFF-PHONE-03"]),
  byValue(
    "member",
    "members",
    "Groups",
    ["FACT-GROUP-51", "FACT-GROUP-53"],
    ["DIFF-GRP-02", "DIFF-GRP-07"],
  ),
  ...whole("address", "addresses", "FACT-PATCH-76", "DIFF-ADDR-01"),
  ...whole("role", "roles", "FACT-PATCH-79", "DIFF-ROLE-01"),
  {
    id: "removals/photo",
    source: ["FACT-PATCH-74"],
    differences: ["DIFF-PATCH-05", "DIFF-PHOTO-01"],
    warning: {
      code: "no-documented-effect-in-1.1",
      text: "Neither version documents the removal of a photo: it is left out.",
    },
    on: ["patch"],
    resource: "Users",
    apply: (draft) => takeDeletions(draft, "photos").deleted.length > 0,
  },
];

/** One space, which clears an attribute in 1.1. */
const blankRules: readonly Rule[] = [
  {
    id: "removals/blank",
    source: ["FACT-PATCH-17"],
    differences: ["DIFF-USER-02"],
    on: ["patch"],
    resource: "Users",
    apply(draft) {
      const names = [...clearable].filter((name) => isBlank(draft.members.get(name)));
      for (const name of names) {
        draft.members.delete(name);
        draft.removals.push({ kind: "clear", path: name });
      }
      return names.length > 0;
    },
  },
  {
    id: "removals/blank-part-of-name",
    source: ["FACT-PATCH-17", "FACT-PATCH-55"],
    differences: ["DIFF-USER-02", "DIFF-NAME-01"],
    on: ["patch"],
    resource: "Users",
    apply(draft) {
      const name = draft.members.get("name");
      if (!isObject(name)) return false;
      const parts = nameParts.filter((part) => isBlank(name[part]));
      // Blanks in both names are rejected (FACT-ERROR-43), not cleared.
      if (parts.includes("givenName") && parts.includes("familyName")) return false;
      for (const part of parts) draft.removals.push({ kind: "clear", path: `name.${part}` });
      const rest = Object.entries(name).filter(([part]) => !parts.some((each) => each === part));
      draft.members.set("name", Object.fromEntries(rest));
      return parts.length > 0;
    },
  },
];

export const removalRules: readonly Rule[] = [...namedRules, ...entryRules, ...blankRules];
