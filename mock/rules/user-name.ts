import type { Call } from "../call.ts";
import { type ErrorCode, ScimError } from "../errors.ts";
import type { User } from "../organization/types.ts";
import { textOf } from "./text.ts";

/** FACT-USER-11, FACT-ERROR-39: userName and nickName have at most 21 characters, in v2.0 too in practice. */
const longest = 21;

/**
 * FACT-USER-12, FACT-USER-14, FACT-USER-18: lower-cased; an e-mail address gives its local part;
 * other specials than `.`, `_`, `-` become `_`.
 */
function convertedUserName(value: string): string {
  if (/^[a-z0-9._-]+$/.test(value)) return value;
  const local = value.includes("@") ? value.slice(0, value.indexOf("@")) : value;
  return local
    .trim()
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^a-z0-9._-]/gu, "_");
}

function isTaken(userName: string, draft: User, call: Call): boolean {
  const { settings, defects } = call.rules;
  if (defects.duplicatesAllowed) return false;
  if (settings.channelNames.includes(userName)) return true;
  const owner = call.organization.userByName(userName);
  return owner !== undefined && owner.id !== draft.id;
}

/**
 * FACT-USER-17, FACT-ERROR-40: a taken name may be shortened and altered; when no unique form is
 * left, `truncation_error`.
 */
function alteredUserName(userName: string, draft: User, call: Call): string {
  for (let suffix = 1; suffix <= 9; suffix += 1) {
    // A separator, so that names which a client numbers itself are not taken by altered ones.
    const candidate = `${userName.slice(0, longest - 2)}_${suffix}`;
    if (!isTaken(candidate, draft, call)) return candidate;
  }
  throw new ScimError("truncation_error");
}

/** FACT-ERROR-37, FACT-ERROR-38: what rejects a userName that is too long. */
function tooLong(call: Call): ErrorCode {
  const { longUserNameCode } = call.rules.settings;
  if (longUserNameCode !== "as-reported") return longUserNameCode;
  const isUpdate = call.operation !== "create";
  return call.version === "1.1" && isUpdate ? "long_username" : "username_too_long";
}

function checked(value: unknown, attribute: "userName" | "nickName", call: Call): string {
  if (typeof value !== "string") throw new ScimError("username_invalid");
  const given = textOf(value, attribute, call) ?? "";
  if (given.trim() === "") throw new ScimError("username_empty");
  const userName = convertedUserName(given);
  if (/^[._-]*$/.test(userName)) throw new ScimError("username_invalid");
  if (userName.length > longest) {
    throw new ScimError(attribute === "nickName" ? "long_nickname" : tooLong(call));
  }
  if (call.rules.settings.reservedUserNames.includes(userName)) {
    throw new ScimError("username_not_allowed");
  }
  return userName;
}

/** Sets the one name behind `userName` and `nickName` (FACT-USER-19: they mirror each other). */
export function setUserName(
  draft: User,
  value: unknown,
  attribute: "userName" | "nickName",
  call: Call,
): void {
  const userName = checked(value, attribute, call);
  if (!isTaken(userName, draft, call)) draft.userName = userName;
  else if (call.rules.settings.userNameCollision === "alter") {
    draft.userName = alteredUserName(userName, draft, call);
  } else throw new ScimError("username_taken");
}
