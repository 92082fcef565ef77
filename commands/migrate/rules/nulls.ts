import { isObject } from "../../../schemas/json-value.ts";
import { multiValued, v2Urns } from "../attributes.ts";
import type { Draft } from "../draft.ts";
import type { Rule } from "../rule.ts";

const lists: readonly string[] = [...multiValued, "members"];
const objects: readonly string[] = ["name", v2Urns.enterprise, v2Urns.guest, v2Urns.profile];

/** An object without its null members; undefined where nothing is left of one that had some. */
function withoutNulls(value: unknown): unknown {
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  const rest = entries.flatMap(([name, member]) => {
    const written =
      member === null ? undefined : name === "manager" ? withoutNulls(member) : member;
    return written === undefined ? [] : [[name, written] as const];
  });
  const isSame =
    rest.length === entries.length && rest.every(([name, member]) => value[name] === member);
  if (isSame) return value;
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}

/** A list without the entries that have no value. */
function withoutEmpty(list: readonly unknown[]): readonly unknown[] {
  const rest = list.filter((entry) => {
    if (!isObject(entry)) return entry !== null;
    return entry.value !== null && !Object.values(entry).every((member) => member === null);
  });
  return rest.length < list.length ? rest : list;
}

function leaveOut({ members }: Draft): boolean {
  let applies = false;
  for (const [name, value] of members) {
    const written =
      value === null
        ? undefined
        : lists.includes(name) && Array.isArray(value)
          ? withoutEmpty(value)
          : objects.includes(name)
            ? withoutNulls(value)
            : value;
    if (written === value) continue;
    applies = true;
    if (written === undefined) members.delete(name);
    else members.set(name, written);
  }
  return applies;
}

/** null, which 2.0 takes for "unassigned" and 1.1 does not define. */
export const nullRules: readonly Rule[] = [
  {
    id: "nulls/in-patch",
    source: ["FACT-PATCH-19", "RFC 7643 §2.5"],
    differences: ["DIFF-NULL-01"],
    warning: {
      code: "null-has-no-meaning-in-1.1",
      text: "null in a PATCH has no known meaning in 1.1, and Slack is assumed to ignore it: it is left out. Decide: where it was meant to clear the attribute, send remove.",
    },
    consequence: "changes-meaning",
    on: ["patch"],
    apply: leaveOut,
  },
  {
    id: "nulls/in-whole-resource",
    source: ["FACT-PUT-25", "RFC 7643 §2.5"],
    differences: ["DIFF-NULL-01"],
    warning: {
      code: "null-has-no-meaning-in-1.1",
      text: "1.1 does not define null; 2.0 takes it for an attribute without a value, like one that is left out. It is kept.",
    },
    on: ["create", "replace"],
    apply: ({ members }) => [...members.values()].some(hasNull),
  },
];

function hasNull(value: unknown): boolean {
  if (value === null) return true;
  return typeof value === "object" && Object.values(value).some(hasNull);
}
