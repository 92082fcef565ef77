import { clause, doc } from "../clause.ts";
import { asJson, at, typeOf } from "../json.ts";
import { messageUrns } from "../message-urns.ts";
import { type Finding, notObserved } from "../not-observed.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { ofBoth, page } from "./pages.ts";

const listResponse = messageUrns.list;

/** The type of Resources, which an empty list may omit, except in Slack (RFC 7644 §3.4.2). */
function typeOfResources(t: CheckContext, json: unknown): Finding {
  const type = typeOf(at(json, "Resources"));
  const mayLack = !t.provider.shows.emptyResources && at(json, "totalResults") === 0;
  return type === "absent" && mayLack ? notObserved("not-applicable", "the list is empty") : type;
}

export const envelope: readonly Requirement[] = [
  {
    title: "a list has schemas, totalResults and Resources",
    area: "pagination",
    safety: "read",
    versions: { "1.1": clause("SCIM11-API-3.2.2-01", doc("FACT-LIST-05")) },
    expect: {
      users: { schemas: "array", totalResults: "number", Resources: "array" },
      groups: { schemas: "array", totalResults: "number", Resources: "array" },
    },
    check: (t) =>
      ofBoth(t, async (kind) => {
        const { json } = await page(t, kind, { count: 1 });
        const types = ["schemas", "totalResults"];
        return {
          ...Object.fromEntries(types.map((name) => [name, typeOf(at(json, name))])),
          Resources: typeOfResources(t, json),
        };
      }),
  },
  {
    title: "a list has the ListResponse URN in schemas",
    area: "pagination",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-3.4.2-01", doc("FACT-LIST-06")) },
    expect: { users: [listResponse], groups: [listResponse], none: [listResponse] },
    check: async (t) => ({
      ...(await ofBoth(t, async (kind) =>
        asJson(at((await page(t, kind, { count: 1 })).json, "schemas")),
      )),
      none: asJson(at((await page(t, "users", { startIndex: 1_000_000 })).json, "schemas")),
    }),
  },
  {
    title: "a non-empty list has Resources",
    area: "pagination",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-3.4.2-03", doc("FACT-LIST-05")) },
    expect: { users: "array", groups: "array" },
    check: (t) =>
      ofBoth(t, async (kind) => typeOfResources(t, (await page(t, kind, { count: 1 })).json)),
  },
];
