import { clause } from "../clause.ts";
import { at, items, typeOf } from "../json.ts";
import { rejectedPuts } from "../put/rejected-puts.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";

/** The JSON types of attributes, and values of other types. */
function wrongValues(t: CheckContext): [name: string, type: string, value: unknown][] {
  const name = t.names.next();
  return [
    ["active", "boolean", "notabool"],
    ["title", "string", { text: "Director" }],
    ["displayName", "string", 4711],
    ["name", "object", "Ada Lovelace"],
    ["emails", "array", "somebody"],
    ["userName", "string", numberOf(name)],
  ];
}

/** A number that follows from a name of the run, so that no user has it as a userName. */
function numberOf(name: string): number {
  return [...name].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 1e12, 7) + 1e12;
}

/** What is wrong with a returned value, if anything. */
function fault(value: unknown, type: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeOf(value) !== type) return JSON.stringify(value);
  if (value === String({})) return JSON.stringify(value);
  const entry = items(value).find((each) => typeOf(each) !== "object");
  return entry === undefined ? undefined : JSON.stringify(value);
}

/** Data types: SCIM 1.1 core schema §3.1, RFC 7643 §2.3. */
export const wrongTypes: readonly Requirement[] = [
  {
    title: "a value of another type is rejected or converted, not stored as it is",
    area: "users",
    safety: "write",
    versions: {
      "1.1": clause("SCIM11-CS-3.1-06"),
      "2.0": clause("SCIM20-7643-2.3-13"),
    },
    expect: { stored: [], failed: [] },
    check: (t) =>
      t.fixtures.leaseFor([], async ({ id, sent }) => {
        const stored: string[] = [];
        const failed: string[] = [];
        for (const [name, type, value] of wrongValues(t)) {
          if (!(await t.provider.offers.attribute(name))) continue;
          const change = (body: Record<string, unknown>) => ({ ...body, [name]: value });
          // What the user becomes of a string as e-mail addresses is seen by another rule too.
          const { put, read } =
            name === "emails"
              ? await rejectedPuts.textAsEmails(t)
              : {
                  put: await t.users.replace(id, sent, { change }),
                  read: await t.users.get(id),
                };
          const wrote = `${name}: ${JSON.stringify(value)}`;
          if (put.status >= 500) failed.push(`${wrote}: HTTP ${put.status}`);
          const seen = fault(at(read.json, name), type);
          if (seen !== undefined)
            stored.push(`${wrote} is returned as ${seen}, which is no ${type}`);
        }
        return { stored, failed };
      }),
  },
];
