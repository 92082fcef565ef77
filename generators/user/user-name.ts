import fc, { type Arbitrary } from "fast-check";
import { USER_NAME_MAX } from "../limits.ts";
import { characterOf, lowerLetter } from "../text.ts";

export interface UserNameConstraints {
  /** The prefix of every userName, such as a run's prefix on a live tenant. Default: none. */
  namePrefix?: string;
  /** Shortest userName, prefix included. Default: one character after the prefix. */
  minLength?: number;
  /** Longest userName, prefix included. Default: 21. */
  maxLength?: number;
}

/** INF: Slack rejects reserved words with `username_not_allowed` and publishes no list of them. */
const reservedWords = new Set([
  "admin",
  "all",
  "channel",
  "everyone",
  "group",
  "help",
  "here",
  "me",
  "slack",
  "slackbot",
  "support",
]);

const userNameCharacter = characterOf("abcdefghijklmnopqrstuvwxyz0123456789._-");

/**
 * A userName that Slack stores unchanged: lower-case letters, digits, `.`, `_` and `-`, at most 21
 * characters (DOC: v1.1 attribute table). It starts with a letter, so that no rule about
 * punctuation applies. Shrinks to `a` (after the prefix).
 *
 * @throws RangeError when the prefix leaves no room for another character
 */
export function userNameArbitrary(constraints: UserNameConstraints = {}): Arbitrary<string> {
  const { namePrefix = "", maxLength = USER_NAME_MAX } = constraints;
  const minLength = Math.max(constraints.minLength ?? 1, namePrefix.length + 1);
  if (minLength > maxLength) {
    throw new RangeError(
      `no userName of at most ${maxLength} characters can start with ${namePrefix}`,
    );
  }
  const rest = fc.string({
    unit: userNameCharacter,
    minLength: minLength - namePrefix.length - 1,
    maxLength: maxLength - namePrefix.length - 1,
    size: "max",
  });
  return fc
    .tuple(lowerLetter, rest)
    .map(([first, others]) => `${namePrefix}${first}${others}`)
    .filter((name) => !reservedWords.has(name));
}
