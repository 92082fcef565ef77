import type { Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import type { User } from "../organization/types.ts";
import { urnsOf } from "../urns.ts";
import { refuseDeactivation } from "./active.ts";
import { mergeEmails, refuseSecondPrimary, removeEmail, setEmails } from "./emails.ts";
import {
  clearEnterprise,
  clearGuest,
  mergeEnterprise,
  mergeGuest,
  mergeProfile,
} from "./extensions.ts";
import { clearName, mergeName, setDisplayName } from "./names.ts";
import { mergePhones, setPhones } from "./phones.ts";
import { requestedPhoto, setAddresses, setRoles } from "./profile-parts.ts";
import { booleanOf, textOf } from "./text.ts";
import { setUserName } from "./user-name.ts";

/** A user before it is stored. Nothing is stored before every rule has passed. */
export interface UserChange {
  readonly draft: User;
  /** A photo to process after the response. */
  photo?: string;
  /** The change sets `active`, which cancels a pending deactivation. */
  decidesActive?: boolean;
}

/** The effects of a write on an attribute. */
export interface AttributeRule {
  /** POST, PUT and v2.0 `replace`. */
  set(change: UserChange, value: unknown, call: Call): void;
  /** v1.1 PATCH and v2.0 `add`: parts that the value omits stay. */
  merge(change: UserChange, value: unknown, call: Call): void;
  /** v1.1 `meta.attributes` and v2.0 `remove`. */
  clear(change: UserChange, call: Call): void;
}

/** FACT-PATCH-59: a single object instead of a list, in v2.0 PATCH only. */
function takesSingle(call: Call): boolean {
  return call.version === "2.0" && call.operation === "patch";
}

function simple(
  set: AttributeRule["set"],
  clear: (change: UserChange) => void = () => {},
): AttributeRule {
  return { set, merge: set, clear };
}

type TextAttribute = "userType" | "preferredLanguage" | "locale";

function nullableText(name: TextAttribute): AttributeRule {
  return simple(
    ({ draft }, value, call) => {
      draft[name] = textOf(value, name, call) || null;
    },
    ({ draft }) => {
      draft[name] = null;
    },
  );
}

/** A read-only attribute: writes are ignored (FACT-PUT-24). */
const ignored = simple(() => {});

function userName(attribute: "userName" | "nickName"): AttributeRule {
  return simple(
    ({ draft }, value, call) => setUserName(draft, value, attribute, call),
    () => {
      throw new ScimError("username_empty");
    },
  );
}

const displayName = simple(
  ({ draft }, value, call) => setDisplayName(draft, value, call),
  ({ draft }) => {
    draft.displayName = "";
  },
);

const title = simple(
  ({ draft }, value, call) => {
    draft.title = textOf(value, "title", call) ?? "";
  },
  ({ draft }) => {
    draft.title = "";
  },
);

/** FACT-USER-30: the default zone. */
const defaultTimezone = "America/Los_Angeles";

const timezone = simple(
  ({ draft }, value, call) => {
    draft.timezone = textOf(value, "timezone", call)?.trim() || defaultTimezone;
  },
  ({ draft }) => {
    draft.timezone = defaultTimezone;
  },
);

const active = simple((change, value, call) => {
  const { draft } = change;
  const wanted = booleanOf(value, call);
  if (wanted === undefined) return;
  if (draft.active && !wanted) refuseDeactivation(draft);
  draft.active = wanted;
  change.decidesActive = true;
});

const name: AttributeRule = {
  set({ draft }, value, call) {
    if (value === null) return;
    if (call.operation !== "patch") clearName(draft);
    mergeName(draft, value, call);
  },
  merge({ draft }, value, call) {
    if (value !== null) mergeName(draft, value, call);
  },
  clear({ draft }) {
    clearName(draft);
  },
};

const emails: AttributeRule = {
  set({ draft }, value, call) {
    const none = value === null || (Array.isArray(value) && value.length === 0);
    if (call.version === "2.0" && call.operation === "patch")
      refuseSecondPrimary(draft, value, call);
    if (call.operation === "patch" && none) removeEmail(draft, "secondary");
    else setEmails(draft, takesSingle(call) && !Array.isArray(value) ? [value] : value, call);
  },
  merge({ draft }, value, call) {
    mergeEmails(draft, value, takesSingle(call), call);
  },
  clear({ draft }) {
    removeEmail(draft, "secondary");
  },
};

const phoneNumbers: AttributeRule = {
  set({ draft }, value, call) {
    setPhones(draft, value, takesSingle(call), call);
  },
  merge({ draft }, value, call) {
    mergePhones(draft, value, takesSingle(call), call);
  },
  clear({ draft }) {
    draft.primaryPhone = null;
    draft.mobilePhone = null;
  },
};

/** One stored value: a PATCH without a value leaves it, one with a value replaces it (FACT-PATCH-75, FACT-PATCH-78). */
function oneStored(
  set: (draft: User, value: unknown, single: boolean) => void,
  clear: (draft: User) => void,
): AttributeRule {
  return {
    set({ draft }, value, call) {
      set(draft, value, takesSingle(call));
    },
    merge({ draft }, value, call) {
      if (!Array.isArray(value) || value.length > 0) set(draft, value, takesSingle(call));
    },
    clear({ draft }) {
      clear(draft);
    },
  };
}

const addresses = oneStored(setAddresses, (draft) => {
  draft.address = null;
});

const roles = oneStored(setRoles, (draft) => {
  draft.role = null;
});

const photos = simple((change, value, call) => {
  const photo = requestedPhoto(value, takesSingle(call));
  if (photo !== undefined && photo !== change.draft.photo) change.photo = photo;
});

const groups = simple((_change, value, call) => {
  if (value !== null && !Array.isArray(value)) throw new ScimError("groups_invalid");
  // FACT-PUT-25: a PUT may contain everything that was read.
  if (call.rules.settings.groupsWrite === "error" && call.operation !== "replace")
    throw new ScimError("groups_invalid");
});

/** FACT-USER-36: a password may be given on create only, and is never kept or returned by this mock. */
const password = simple((_change, value, call) => {
  if (call.operation !== "create") throw new ScimError("password_change_not_allowed");
  textOf(value, "password", call);
});

const profileUrl = simple(({ draft }, value, call) => {
  if (call.operation !== "create") return;
  const url = textOf(value, "profileUrl", call);
  if (url && URL.canParse(url)) draft.profileUrl = new URL(url).href;
});

/** The user attributes of Slack, in the order in which a write applies them. */
export const userAttributes: ReadonlyMap<string, AttributeRule> = new Map([
  ["id", ignored],
  ["schemas", ignored],
  ["meta", ignored],
  ["externalId", ignored],
  ["userName", userName("userName")],
  ["nickName", userName("nickName")],
  ["displayName", displayName],
  ["name", name],
  ["emails", emails],
  ["profileUrl", profileUrl],
  ["photos", photos],
  ["title", title],
  ["timezone", timezone],
  ["active", active],
  ["password", password],
  ["groups", groups],
  ["addresses", addresses],
  ["phoneNumbers", phoneNumbers],
  ["roles", roles],
  ["userType", nullableText("userType")],
  ["preferredLanguage", nullableText("preferredLanguage")],
  ["locale", nullableText("locale")],
]);

const namesByLowerCase = new Map([...userAttributes.keys()].map((key) => [key.toLowerCase(), key]));

/** The canonical spelling of an attribute name regardless of case, or undefined. */
export function canonicalUserAttribute(name: string): string | undefined {
  return namesByLowerCase.get(name.toLowerCase());
}

const enterprise: AttributeRule = {
  set({ draft }, value, call) {
    if (value === null) clearEnterprise(draft);
    else mergeEnterprise(draft, value, call);
  },
  merge({ draft }, value, call) {
    if (value !== null) mergeEnterprise(draft, value, call);
  },
  clear({ draft }) {
    clearEnterprise(draft);
  },
};

/** FACT-GUEST-11: conversions in either direction reactivate. */
function becomeGuest(change: UserChange, value: unknown, call: Call): void {
  const wasGuest = change.draft.guest !== null;
  mergeGuest(change.draft, value, call);
  if (!wasGuest) change.decidesActive = true;
}

function endGuest(change: UserChange): void {
  if (change.draft.guest !== null) change.decidesActive = true;
  clearGuest(change.draft);
}

const guest: AttributeRule = {
  set(change, value, call) {
    if (value === null) endGuest(change);
    else becomeGuest(change, value, call);
  },
  merge(change, value, call) {
    if (value !== null) becomeGuest(change, value, call);
  },
  clear: endGuest,
};

const profile: AttributeRule = {
  set({ draft }, value) {
    if (value === null) draft.startDate = null;
    else mergeProfile(draft, value);
  },
  merge({ draft }, value) {
    if (value !== null) mergeProfile(draft, value);
  },
  clear({ draft }) {
    draft.startDate = null;
  },
};

/** The rule of an extension block of the version of the call, by its URN regardless of case. */
export function extensionRule(urn: string, call: Call): AttributeRule | undefined {
  const urns = urnsOf(call.version);
  const wanted = urn.toLowerCase();
  if (wanted === urns.enterprise.toLowerCase()) return enterprise;
  if (wanted === urns.guest.toLowerCase()) return guest;
  if (wanted === urns.profile.toLowerCase()) return profile;
  return undefined;
}
