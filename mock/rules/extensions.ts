import { isObject } from "../../schemas/json-value.ts";
import type { Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import type { Enterprise, User } from "../organization/types.ts";
import { textOf } from "./text.ts";

const enterpriseTexts = [
  "employeeNumber",
  "costCenter",
  "organization",
  "division",
  "department",
] as const;

/** FACT-USER-42, FACT-USER-44: the manager is given as a Slack id, a primary e-mail address or a userName. */
function managerIdOf(value: unknown, call: Call): string | null {
  if (value === null || value === "") return null;
  if (typeof value !== "string") throw new ScimError("improper_enterprise_schema_format");
  const { organization } = call;
  const manager =
    organization.user(value) ?? organization.userByEmail(value) ?? organization.userByName(value);
  if (!manager) throw new ScimError("unknown_user");
  return manager.id;
}

/** FACT-PUT-26: what is left of a user without a manager when a client leaves out its null members. */
function isReadWithoutNulls(manager: unknown, { operation, rules }: Call): boolean {
  const accepted = operation === "replace" && rules.settings.putEmptyManager === "accept";
  return accepted && isObject(manager) && Object.keys(manager).length === 0;
}

function setManager(draft: User, value: unknown, call: Call): void {
  if (value === null || isReadWithoutNulls(value, call)) draft.enterprise.managerId = null;
  else if (!isObject(value) || !("managerId" in value)) {
    throw new ScimError("improper_enterprise_schema_format");
  } else draft.enterprise.managerId = managerIdOf(value.managerId, call);
}

/** Merges the enterprise block; `manager` needs `managerId`, in v2.0 too (FACT-USER-41). */
export function mergeEnterprise(draft: User, value: unknown, call: Call): void {
  if (!isObject(value)) throw new ScimError("invalid_attribute_format");
  for (const name of enterpriseTexts) {
    if (name in value) draft.enterprise[name] = textOf(value[name], name, call)?.trim() || null;
  }
  if ("manager" in value) setManager(draft, value.manager, call);
}

/** Sets one enterprise attribute by its path below the URN, such as `department` or `manager.managerId`. */
export function setEnterprisePart(draft: User, path: string, value: unknown, call: Call): boolean {
  const name = path.toLowerCase();
  if (name === "manager.managerid") {
    draft.enterprise.managerId = managerIdOf(value, call);
    return true;
  }
  const known = [...enterpriseTexts, "manager"].find((each) => each.toLowerCase() === name);
  if (known === undefined) return false;
  mergeEnterprise(draft, { [known]: value }, call);
  return true;
}

/** Removes one enterprise attribute, or all of them without a path. */
export function clearEnterprise(draft: User, path = ""): boolean {
  const name = path.toLowerCase();
  const cleared: (keyof Enterprise)[] = [...enterpriseTexts, "managerId"];
  const chosen = cleared.filter((key) => {
    const own = key === "managerId" ? ["manager", "manager.managerid"] : [key.toLowerCase()];
    return name === "" || own.includes(name);
  });
  for (const key of chosen) draft.enterprise[key] = null;
  return chosen.length > 0;
}

const dateTime = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Seconds since 1970 of an ISO 8601 date or date-time, offsets with or without a colon (FACT-GUEST-05,
 * FACT-USER-46).
 */
function secondsOf(value: unknown): number {
  if (typeof value !== "string" || !dateTime.test(value)) {
    throw new ScimError("invalid_attribute_format");
  }
  const withColon = value.replace(/([+-]\d{2})(\d{2})$/, (all, hours: string, minutes: string) =>
    value.includes("T") ? `${hours}:${minutes}` : all,
  );
  const zoned = /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(withColon) || !value.includes("T");
  const milliseconds = Date.parse(zoned ? withColon : `${withColon}Z`);
  if (Number.isNaN(milliseconds)) throw new ScimError("invalid_attribute_format");
  return Math.floor(milliseconds / 1000);
}

/** FACT-USER-45, FACT-PATCH-95: the profile block holds `startDate` only. */
export function mergeProfile(draft: User, value: unknown): void {
  if (!isObject(value)) throw new ScimError("invalid_attribute_format");
  if (!("startDate" in value)) return;
  const { startDate } = value;
  draft.startDate = startDate === null || startDate === "" ? null : secondsOf(startDate);
}

const unchangeable = new Set(["admin", "owner", "primary-owner", "workspace-primary-owner"]);

/**
 * FACT-GUEST-01, FACT-GUEST-03: only multi-channel guests, on Enterprise only; admins and owners
 * cannot become guests; a conversion reactivates a deactivated member, and one of a guest changes
 * nothing (FACT-GUEST-14). The expiration is returned in UTC (FACT-GUEST-06).
 */
export function mergeGuest(draft: User, value: unknown, call: Call): void {
  if (!isObject(value)) throw new ScimError("invalid_attribute_format");
  const type = value.type ?? draft.guest?.type;
  if (type !== "multi") throw new ScimError("invalid_attribute_format");
  if (unchangeable.has(draft.kind)) throw new ScimError("cannot_make_user_guest");
  if (call.rules.settings.plan !== "enterprise") throw new ScimError("permission_denied");
  const before = draft.guest;
  let expiration = before?.expiration ?? null;
  if ("expiration" in value) {
    const { expiration: given } = value;
    expiration =
      given === null || given === ""
        ? null
        : `${new Date(secondsOf(given) * 1000).toISOString().slice(0, 19)}Z`;
  }
  draft.guest = { type: "multi", expiration, channels: before?.channels ?? [] };
  if (!before) draft.active = true;
}

/**
 * FACT-GUEST-10, FACT-GUEST-12: removing the guest block turns the guest into a member and
 * reactivates; removing `expiration` removes only that.
 */
export function clearGuest(draft: User, path = ""): boolean {
  const name = path.toLowerCase();
  if (name === "expiration") {
    if (draft.guest) draft.guest = { ...draft.guest, expiration: null };
    return true;
  }
  if (name !== "" && name !== "type") return false;
  if (draft.guest) draft.active = true;
  draft.guest = null;
  return true;
}
