import type { NeutralGroup, NeutralUser } from "../../schemas/index.ts";

/**
 * The attributes that differ between two states of a resource, except the named ones and their
 * sub-attributes. Unset, null, "" and an entry without a value are equivalent (RFC 7643 §2.5).
 * `meta`, photos (which Slack changes with a delay, FACT-USER-69) and the groups of a user are
 * ignored.
 */
export function changedBesides(
  before: NeutralUser | NeutralGroup,
  after: NeutralUser | NeutralGroup,
  named: readonly string[],
): string[] {
  const [old, now] = [leaves(before), leaves(after)];
  const ignored = ["meta", "photos", "groups", ...named];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => !ignored.some((name) => path === name || path.startsWith(`${name}.`)))
    .filter((path) => old.get(path) !== now.get(path))
    .sort();
}

/** Every set attribute of a resource as text, by its path; a list is one leaf. */
function leaves(value: object, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, member] of Object.entries(value)) {
    const path = `${prefix}${name}`;
    if (Array.isArray(member)) {
      const entries = member.filter(holdsValue).map((entry) => JSON.stringify(sorted(entry)));
      if (entries.length > 0) found.set(path, entries.sort().join());
    } else if (typeof member === "object" && member !== null) {
      for (const [below, leaf] of leaves(member, `${path}.`)) found.set(below, leaf);
    } else if (member !== undefined && member !== null && member !== "") {
      found.set(path, JSON.stringify(member));
    }
  }
  return found;
}

/** Whether an entry of a list has a value, and not only a type or a mark. */
function holdsValue(entry: object): boolean {
  return Object.values(entry).some((part) => typeof part === "string" && part !== "");
}

function sorted(entry: object): unknown {
  return Object.entries(entry)
    .filter(([, part]) => part !== null && part !== "")
    .sort(([a], [b]) => a.localeCompare(b));
}
