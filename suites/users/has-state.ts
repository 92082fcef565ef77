import type { NeutralUser } from "../../schemas/index.ts";
import { equal } from "../expectation.ts";
import { asJson, at } from "../json.ts";

/** Not a state that a PUT can restore: read-only, delayed (FACT-USER-69), or never shown. */
const notCompared = ["id", "meta", "groups", "photos", "password"];

/** A user as it should be, for a comparison with what a provider shows. */
interface WantedState {
  /** What was sent, or would be. */
  sent: NeutralUser;
  /** The user as shown when it was new: attributes that are not in `sent` are as they were then. */
  whenNew: NeutralUser;
  /** The attributes that matter. Default: all. */
  names?: readonly string[];
}

/**
 * Whether a user, as a provider shows it, needs no change to have a wanted state. Where in doubt it
 * does not, so that it is changed: a provider may show a value in another form than it was sent.
 */
export function hasState(shown: NeutralUser, { sent, whenNew, names }: WantedState): boolean {
  const all = [sent, whenNew, shown].flatMap((user) => Object.keys(user));
  return [...new Set(names ?? all)]
    .filter((name) => !notCompared.includes(name))
    .every((name) => {
      const wanted = at(sent, name);
      const [value, old] = [at(shown, name), at(whenNew, name)];
      return wanted === undefined ? isSame(value, old) : isAsSent(value, wanted, old);
    });
}

/** @param old the value when the user was new, for parts that were not sent */
function isAsSent(shown: unknown, sent: unknown, old: unknown): boolean {
  if (isUnset(sent)) return isUnset(shown);
  if (Array.isArray(sent)) {
    if (!Array.isArray(shown)) return false;
    const [wanted, found] = [sent, shown].map((list) => list.filter((each) => !isEmptyEntry(each)));
    if (wanted?.length !== found?.length) return false;
    return (wanted ?? []).every((entry) => found?.some((other) => isSameEntry(entry, other)));
  }
  if (!isObject(sent)) return equal(asJson(shown), asJson(sent));
  if (!isObject(shown)) return false;
  const parts = new Set([...Object.keys(sent), ...Object.keys(shown)]);
  return [...parts].every((part) => {
    const [value, wanted] = [at(shown, part), at(sent, part)];
    return wanted === undefined
      ? isUnset(value) || isSame(value, at(old, part))
      : isAsSent(value, wanted, at(old, part));
  });
}

/** Entries are equal in what both have: providers drop and add parts such as `type`. */
function isSameEntry(sent: unknown, shown: unknown): boolean {
  if (!isObject(sent) || !isObject(shown)) return false;
  const common = Object.keys(sent).filter((part) => part in shown);
  return (
    common.some((part) => part !== "type" && part !== "primary") &&
    common.every((part) => isAsSent(at(shown, part), at(sent, part), undefined))
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return (isUnset(one) && isUnset(other)) || equal(asJson(one), asJson(other));
}

/** Absent, null, "", and a list or object with nothing but these: all equivalent (RFC 7643 §2.5). */
function isUnset(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.every(isEmptyEntry);
  return isObject(value) && Object.values(value).every(isUnset);
}

/** Slack shows a list without values as an entry that has only a type or a mark (FACT-USER-51). */
function isEmptyEntry(entry: unknown): boolean {
  if (!isObject(entry)) return isUnset(entry);
  return Object.entries(entry).every(
    ([part, value]) => part === "type" || part === "primary" || isUnset(value),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
