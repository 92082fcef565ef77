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
  const ignored = ["meta", "photos", "groups", ...named];
  const [old, now] = [leaves(before, ignored), leaves(after, ignored)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => old.get(path) !== now.get(path))
    .sort();
}

/**
 * Every set attribute of a resource as text, by its path, except those below `ignored`; a list is
 * one leaf.
 */
function leaves(resource: object, ignored: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  addLeaves(found, resource, "", ignored);
  return found;
}

function addLeaves(
  found: Map<string, string>,
  value: object,
  prefix: string,
  ignored: readonly string[],
): void {
  for (const name of Object.keys(value)) {
    const path = prefix + name;
    if (ignored.includes(path)) continue;
    const member: unknown = Reflect.get(value, name);
    if (Array.isArray(member)) {
      const entries = member.filter(holdsValue).map((entry) => JSON.stringify(sorted(entry)));
      if (entries.length > 0) found.set(path, entries.sort().join());
    } else if (typeof member === "object" && member !== null) {
      addLeaves(found, member, `${path}.`, ignored);
    } else if (member !== undefined && member !== null && member !== "") {
      found.set(path, JSON.stringify(member));
    }
  }
}

/** Whether an entry of a list has a value, and not only a type or a mark. */
function holdsValue(entry: object): boolean {
  return Object.values(entry).some((part) => typeof part === "string" && part !== "");
}

function sorted(entry: object): unknown {
  return Object.entries(entry)
    .filter(([, part]) => part !== null && part !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
