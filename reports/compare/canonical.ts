/** A moment in one form, whichever of its forms it had; anything else as it is. */
export function moment(text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  const time = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}

/**
 * One text for one meaning: unset values, whether null, empty, a placeholder or absent, are
 * undefined; entries of a list have no order, and none that holds no more than its marks.
 */
export function canonicalText(value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (Array.isArray(value)) {
    const entries = value.flatMap((entry) => canonicalEntry(entry) ?? []).sort();
    return entries.length === 0 ? undefined : `[${entries.join(",")}]`;
  }
  return typeof value === "object" ? canonicalEntry(value) : String(value);
}

const marks: ReadonlySet<string> = new Set(["primary", "type"]);

function canonicalEntry(entry: unknown): string | undefined {
  if (typeof entry !== "object" || entry === null) return canonicalText(entry);
  const set = Object.entries(entry)
    // What is not the primary one may say so or not.
    .filter(([name, part]) => part !== null && part !== "" && !(name === "primary" && !part))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return set.every(([name]) => marks.has(name))
    ? undefined
    : JSON.stringify(Object.fromEntries(set));
}

/**
 * Whether two readings are the same to the letter, `meta.location` aside: what nearly all resources
 * are, and cheaper to find out than their canonical forms.
 */
export function isIdentical(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let index = 0; index < a.length; index += 1) {
      if (!isIdentical(a[index], b[index])) return false;
    }
    return true;
  }
  const first = a as Readonly<Record<string, unknown>>;
  const second = b as Readonly<Record<string, unknown>>;
  let members = 0;
  for (const name in first) {
    members += 1;
    if (name === "location") continue;
    if (!isIdentical(first[name], second[name])) return false;
  }
  for (const _ in second) members -= 1;
  return members === 0;
}
