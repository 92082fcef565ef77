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
  // The text stays as it was sent where nothing more has to be hidden.
  return hasPassword(body, 0) ? JSON.stringify(cleaned(body, 0)) : plain;
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

/** Whether `cleaned` changes a value. */
function hasPassword(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (depth > deepest) return true;
  const entries: [string, unknown][] = Object.entries(value);
  return entries.some(
    ([name, part]) => isSecret(value, name, part) || hasPassword(part, depth + 1),
  );
}

function cleaned(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth > deepest) return hidden;
  if (Array.isArray(value)) return value.map((each) => cleaned(each, depth + 1));
  const entries: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, part]) => [
      name,
      isSecret(value, name, part) ? hidden : cleaned(part, depth + 1),
    ]),
  );
}

/** A member `password`, or the value of an operation at that path. */
function isSecret(owner: object, name: string, value: unknown): boolean {
  if (value === null || value === hidden) return false;
  const isTarget = isObject(owner) && isPasswordPath(owner.path);
  return isPasswordPath(name) || (isTarget && name.toLowerCase() === "value");
}

function isPasswordPath(path: unknown): boolean {
  return typeof path === "string" && /(?:^|[.:])\s*password\s*$/i.test(path);
}
