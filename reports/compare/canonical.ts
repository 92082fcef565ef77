/** A date-time in one form; anything else unchanged. */
export function moment(text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  const time = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}

/**
 * A text that is equal for equal meanings: unset values (null, empty, placeholder or absent) are
 * undefined; entries of a list have no order, and entries with only `primary` or `type` are
 * dropped.
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
    // `primary: false` may be absent.
    .filter(([name, part]) => part !== null && part !== "" && !(name === "primary" && !part))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return set.every(([name]) => marks.has(name))
    ? undefined
    : JSON.stringify(Object.fromEntries(set));
}

/** What always differs between the versions (DIFF-URN-01, DIFF-URL-01). */
const versioned: ReadonlySet<string> = new Set(["schemas", "location"]);

/**
 * Whether two wire forms are identical but for URNs and `meta.location`. Nearly all resources are,
 * and this is much cheaper than comparing their meaning.
 *
 * @param aliases names of members in the first, with their names in the second
 */
export function isAlike(v1: unknown, v2: unknown, aliases: ReadonlyMap<string, string>): boolean {
  if (v1 === v2) return true;
  if (typeof v1 !== "object" || typeof v2 !== "object" || v1 === null || v2 === null) return false;
  if (Array.isArray(v1)) {
    if (!Array.isArray(v2) || v1.length !== v2.length) return false;
    for (let index = 0; index < v1.length; index += 1) {
      if (!isAlike(v1[index], v2[index], aliases)) return false;
    }
    return true;
  }
  const first = v1 as Readonly<Record<string, unknown>>;
  const second = v2 as Readonly<Record<string, unknown>>;
  let members = 0;
  for (const name in first) {
    members += 1;
    const value = first[name];
    const counterpart = second[name];
    if (value === counterpart && value !== undefined) continue;
    if (versioned.has(name)) continue;
    if (!isAlike(value, second[aliases.get(name) ?? name], aliases)) return false;
  }
  for (const _ in second) members -= 1;
  return members === 0;
}
