import { layers, unescaped } from "./escapes.ts";

/** Shorter secrets are found only where they stand alone: they are part of many words. */
const shortest = 4;

/** Finds secrets in a text whose escapes are decoded. */
export interface SecretForms {
  /** Plain secrets and in Base64, at any place; Slack's tokens by their form, in a group. */
  anywhere: RegExp;
  /** Names and short secrets, where they stand alone. */
  byThemselves: readonly { name: string; pattern: RegExp }[];
}

/**
 * Slack's tokens are recognised by their form: `xoxb-17653672481-19874698323`.
 * The digit distinguishes them from words such as `xoxp-mock-admin`.
 */
const slackToken =
  "(?<![A-Za-z0-9])(?:xox[a-z]|xapp|xoxe\\.xox[a-z])-(?=[A-Za-z-]{0,40}[0-9])[A-Za-z0-9-]{10,}";

/** @param accounts names that are found only where they stand alone */
export function secretForms(secrets: readonly string[], accounts: readonly string[]): SecretForms {
  const long = secrets.filter((secret) => secret.length >= shortest);
  const names = [...accounts, ...secrets.filter((secret) => secret.length < shortest)];
  const plain = new Set(long.flatMap(spellings));
  const forms = [...plain].sort((one, other) => other.length - one.length).map(literal);
  const base64 = [...new Set(long.flatMap((secret) => base64Forms(secret)))];
  return {
    anywhere: new RegExp([...forms, ...base64, `(${slackToken})`].join("|"), "g"),
    byThemselves: [...new Set(names.filter((name) => name.length > 0))].map((name) => ({
      name,
      pattern: byItself(name),
    })),
  };
}

/**
 * A secret, and the secret with its escapes decoded: one such as `50%25` looks like an escape itself.
 * In a form (`application/x-www-form-urlencoded`) a space is a plus sign.
 */
function spellings(secret: string): string[] {
  const all = [secret];
  for (let layer = 0, next = unescaped(secret); next && layer < layers; layer += 1) {
    all.push(next.text);
    next = unescaped(next.text);
  }
  return [...all, ...all.map((text) => text.replaceAll(" ", "+"))].filter(
    (text) => text.length >= shortest,
  );
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * Patterns for a text inside Base64 or base64url (RFC 4648 §4, §5), at each of the three places
 * where it can begin in a group of bytes. A character at either end holds bits of the
 * neighbouring bytes too: there any that holds the text's own bits matches.
 */
function base64Forms(text: string): string[] {
  const bits = [...Buffer.from(text, "utf8")]
    .map((byte) => byte.toString(2).padStart(8, "0"))
    .join("");
  return [0, 1, 2].map((before) => {
    const known = "?".repeat((before * 8) % 6) + bits;
    const sextets = known.match(/.{1,6}/g) ?? [];
    return `${sextets.map((sextet) => characters(sextet.padEnd(6, "?"))).join("")}={0,2}`;
  });
}

/** The characters of both alphabets for six bits, some of them unknown (`?`). */
function characters(bits: string): string {
  const form = new RegExp(`^${bits.replaceAll("?", ".")}$`);
  const fitting = [...alphabet].filter((_, index) => form.test(index.toString(2).padStart(6, "0")));
  const all = fitting.flatMap((character) =>
    character === "+" ? ["+", "\\-"] : character === "/" ? ["/", "_"] : [character],
  );
  return all.length === 1 ? (all[0] ?? "") : `[${all.join("")}]`;
}

/** Finds a name, but not as a part of a longer name, a URN or a path. */
function byItself(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_:/.@-])${literal(name)}(?![\\p{L}\\p{N}_:/@-])`, "gu");
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
