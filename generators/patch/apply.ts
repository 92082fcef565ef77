import type { NeutralUser, PatchIntent } from "../../schemas/index.ts";
import type { Version } from "../../schemas/version.ts";
import { type DueError, due } from "../errors.ts";
import { applyToList, isStoredList } from "./apply-list.ts";
import type { Effect } from "./effect.ts";
import { canonicalUser, storedUserName } from "./storage.ts";

/** The expected result of a PATCH. */
export interface PatchedUser {
  /** Reduced as by `canonicalUser`. After a rejection: the unchanged user. */
  readonly user: NeutralUser;
  /**
   * Top-level attributes whose expected value rests on a guess; a check ignores them, and accepts
   * a rejection when there are any.
   */
  readonly inferred: readonly string[];
  /** The error that is expected instead. */
  readonly refusal?: DueError;
}

const blocks = ["name", "enterprise", "guest", "profile"] as const;
type Block = (typeof blocks)[number];

/** PATCH does not change these (DOC: not updatable). */
const fixed = new Set(["externalId", "profileUrl", "id", "meta", "groups"]);

/** Clearing these restores a default, or is not documented (INF). */
const clearedByGuess = new Set(["displayName", "timezone", "active", "profile"]);

function isBlock(name: string): name is Block {
  return blocks.some((block) => block === name);
}

/** A space, an empty string and null clear an attribute: DOC for the space in v1.1, RFC 7643 §2.5 for null. */
function isUnset(value: unknown): boolean {
  return value === null || value === undefined || value === "" || value === " ";
}

function without(user: NeutralUser, key: string): NeutralUser {
  return Object.fromEntries(Object.entries(user).filter(([name]) => name !== key));
}

/** Turning a member into a guest, or back, reactivates the account (DOC: guests). */
function afterGuestChange(before: NeutralUser, after: NeutralUser): NeutralUser {
  const changed = Boolean(before.guest?.type) !== Boolean(after.guest?.type);
  return changed ? { ...after, active: true } : after;
}

function setBlock(user: NeutralUser, block: Block, parts: object): NeutralUser {
  const merged = Object.entries({ ...user[block], ...parts }).filter(
    ([, value]) => !isUnset(value),
  );
  if (merged.length === 0) return afterGuestChange(user, without(user, block));
  return afterGuestChange(user, { ...user, [block]: Object.fromEntries(merged) });
}

/** Sets a value: a scalar is replaced, a block merged (DOC: PATCH tables of both versions). */
function set(user: NeutralUser, path: string, value: unknown): Effect {
  const [root = path, part] = path.split(".");
  if (root === "password") {
    const fact = "a password is set on create only";
    return { user, refusal: due(["password_change_not_allowed"], "DOC", fact) };
  }
  if (fixed.has(root)) return { user };
  if (root === "userName" || root === "nickName") {
    if (isUnset(value)) return clear(user, "userName");
    return { user: { ...user, userName: storedUserName(String(value)) } };
  }
  if (isBlock(root)) {
    const parts = part === undefined ? (value ?? {}) : { [part]: value };
    return { user: setBlock(user, root, parts) };
  }
  if (isUnset(value)) return clear(user, root);
  return { user: { ...user, [root]: value } };
}

/** Removes an attribute, a part or a block (DOC: PATCH tables of both versions). */
function clear(user: NeutralUser, path: string, version?: Version): Effect {
  const [root = path, part] = path.split(".");
  if (fixed.has(root)) return { user, inferred: true };
  if (root === "userName" || root === "nickName") {
    const codes = ["username_empty", "username_required", "username_invalid"];
    return {
      user,
      refusal: due(codes, "INF", "userName cannot be emptied (DOC), the code is a guess"),
    };
  }
  // v2.0 shows the removal of a part of a name, not of a whole one.
  const wholeName = path === "name" && version !== "1.1";
  const inferred = clearedByGuess.has(root) || wholeName;
  if (isBlock(root) && part !== undefined) {
    return { user: setBlock(user, root, { [part]: null }), inferred };
  }
  return { user: afterGuestChange(user, without(user, root)), inferred };
}

function effectOf(user: NeutralUser, intent: PatchIntent, version?: Version): Effect {
  if (isStoredList(intent.path)) return applyToList(user, intent.path, intent, version);
  if (intent.kind === "set") return set(user, intent.path, intent.value);
  if (intent.kind === "clear") return clear(user, intent.path, version);
  // Photos are processed later, groups are read-only: neither changes here.
  return { user };
}

/**
 * The user that is expected after the intents of one PATCH, in order, by Slack's storage rules: two
 * addresses of which the primary one stays, two telephone numbers, one address, one role, a
 * nickName that mirrors the userName. Each rule has its source beside it.
 *
 * @param user as it was read before
 * @param version the version that the intents are sent in; without it, what only one of the two
 *   documents counts as guessed
 */
export function applyUserPatch(
  user: NeutralUser,
  intents: readonly PatchIntent[],
  version?: Version,
): PatchedUser {
  const before = canonicalUser(user);
  const inferred = new Set<string>();
  let state = before;
  for (const intent of intents) {
    const effect = effectOf(state, intent, version);
    if (effect.refusal) return { user: before, inferred: [...inferred], refusal: effect.refusal };
    if (effect.inferred) inferred.add(intent.path.split(".")[0] ?? intent.path);
    state = effect.user;
  }
  return { user: canonicalUser(state), inferred: [...inferred] };
}
