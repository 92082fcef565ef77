import { clause, slackClause } from "../clause.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { blocked, notSupported } from "../run/stop.ts";
import { foundInOrder, inOrder, people, refused, search } from "./people.ts";

/** The order of the three people in a sorted list. */
const sorted = async (t: CheckContext, sortOrder?: string) => {
  const { base } = await people(t);
  const query = { sortBy: "userName", ...(sortOrder === undefined ? {} : { sortOrder }) };
  if (await t.provider.offers.capability("filter")) {
    const answer = await search(t, { filter: `userName sw "${base}"`, query });
    if (refused(answer) === false) return foundInOrder(t, answer);
  }
  // Sorting does not depend on filters: the whole list shows it too.
  const all = await t.poll(
    "a list contains the new users",
    () => fromWholeList(t, query),
    (order) => order.length === 3,
  );
  if (all.length < 3) throw blocked("the list does not contain the users of the run");
  return all;
};

/** The largest list that is read page by page, as requests. */
const mostPages = 10;

async function fromWholeList(t: CheckContext, query: Record<string, string>): Promise<string[]> {
  const order: string[] = [];
  for (let page = 0, startIndex = 1; page < mostPages; page += 1) {
    const answer = await search(t, { startIndex, query });
    const users = await inOrder(t, answer);
    if (users.length === 0) break;
    order.push(...users.filter((who) => who !== "another user"));
    startIndex += users.length;
    if (order.length >= 3) break;
  }
  return order;
}

const badOrder = (t: CheckContext) =>
  t.once("an invalid sortOrder", () =>
    t.users.list({ count: 1, query: { sortBy: "userName", sortOrder: "up" } }),
  );

export const sorting: readonly Requirement[] = [
  {
    title: "sortBy sorts in ascending and descending order",
    area: "filters",
    safety: "write",
    needs: ["sort"],
    versions: {
      "1.1": clause("SCIM11-API-3.2.2.2-02"),
      "2.0": clause("SCIM20-7644-3.4.2.3-02"),
    },
    expect: { ascending: ["a", "b", "c"], descending: ["c", "b", "a"] },
    check: async (t) => ({
      ascending: await sorted(t, "ascending"),
      descending: await sorted(t, "descending"),
    }),
  },
  {
    title: "the default sort order is ascending",
    area: "filters",
    safety: "write",
    needs: ["sort"],
    versions: { "1.1": clause("SCIM11-API-3.2.2.2-05") },
    expect: { found: ["a", "b", "c"] },
    check: async (t) => ({ found: await sorted(t) }),
  },
  {
    title: "an invalid sortOrder returns 400",
    area: "filters",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3.2.2.2-06"),
      "2.0": clause("SCIM20-7644-3.4.2.3-05"),
    },
    expect: { status: 400 },
    check: async (t) => {
      if (!(await t.provider.offers.sortOrder())) {
        throw notSupported("sort");
      }
      return { status: (await badOrder(t)).status };
    },
  },
  {
    title: "an invalid sortOrder is rejected with invalid_sort_order",
    area: "filters",
    safety: "read",
    versions: {
      "1.1": slackClause("SLACK-FILTER-18", "DOC", "FACT-DISCOVERY-33"),
      "2.0": slackClause("SLACK-FILTER-18", "DOC", "FACT-DISCOVERY-33"),
    },
    expect: { code: "invalid_sort_order" },
    check: async (t) => ({ code: (await badOrder(t)).error?.code }),
  },
];
