import { isObject } from "../../schemas/json-value.ts";

const hidden = "REDACTED";
/** A member of a body, also of one that is cut off. */
const member = /("password"\s*:\s*)"(?:[^"\\]|\\.)*(?:"|$)/gi;
/** A comparison in a filter, plain or percent-encoded. */
const comparison = /(password(?:%20|\+|\s)+[a-z]{2}(?:%20|\+|\s)+(?:"|%22)).*?("|%22|$)/gi;
/** What is nested deeper is hidden as a whole. */
const deepest = 100;

/** A text without passwords: members, targets of a PATCH path, comparisons of a filter. */
export function withoutPasswords(text: string): string {
  if (!/password|\\u00/i.test(text)) return text;
  const plain = text.replace(member, `$1"${hidden}"`).replace(comparison, `$1${hidden}$2`);
  const body = parsed(plain);
  if (body === undefined) return plain;
  const clean = JSON.stringify(cleaned(body, 0));
  // The text stays as it was sent where nothing had to be hidden.
  return clean === JSON.stringify(body) ? plain : clean;
}

/** A JSON object or array; undefined for any other text. */
function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function cleaned(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth > deepest) return hidden;
  if (Array.isArray(value)) return value.map((each) => cleaned(each, depth + 1));
  const isTarget = isObject(value) && isPasswordPath(value.path);
  const entries = Object.entries(value).map(([name, part]) => {
    const isSecret = isPasswordPath(name) || (isTarget && name.toLowerCase() === "value");
    return [name, isSecret && part !== null ? hidden : cleaned(part, depth + 1)];
  });
  return Object.fromEntries(entries);
}

function isPasswordPath(path: unknown): boolean {
  return typeof path === "string" && /(?:^|[.:])\s*password\s*$/i.test(path);
}
