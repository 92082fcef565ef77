import { clause } from "../clause.ts";
import type { Json } from "../expectation.ts";
import { at, items } from "../json.ts";
import { needsFilter } from "../provider/declined.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { blocked, Skip } from "../run/stop.ts";
import { WithValues } from "../with-values.ts";
import { foundInOrder, needsValues, people, search } from "./people.ts";

/** The users, sorted by an attribute. @throws Skip where the provider does not sort by it */
async function sortedBy(
  t: CheckContext,
  sortBy: string,
  sortOrder: "ascending" | "descending",
): Promise<{ users: string[]; seen: WithValues }> {
  const { base } = await people(t);
  needsValues(t, sortBy);
  const filter = `userName sw "${base}"`;
  const answer = await search(t, { filter, query: { sortBy, sortOrder } });
  needsFilter(t, filter, answer);
  if (answer.status !== 200)
    throw blocked(`sorting by ${sortBy} returned ${describeAnswer(answer)}`);
  const seen = await foundInOrder(t, answer);
  return { users: items(seen.fact).map(String), seen };
}

/** Whether the schema declares an attribute case-sensitive; by default it is not. */
async function isCaseExact(t: CheckContext, path: string): Promise<boolean> {
  try {
    return (await t.provider.documents.attributes("User")).some(
      (each) => each.path === path && each.caseExact,
    );
  } catch (error) {
    if (error instanceof Skip) return false;
    throw error;
  }
}

/** A fact that was taken from a list. */
const of = ({ values, exchanges }: WithValues, fact: Json | undefined) =>
  new WithValues(fact, values, exchanges);

/** Sorting, where supported: SCIM 1.1 protocol §3.2.2.2, RFC 7644 §3.4.2.3. */
export const order: readonly Requirement[] = [
  {
    title: "the configuration announces sorting",
    area: "filters",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3.2.2.2-01"),
      "2.0": clause("SCIM20-7644-3.4.2.3-01"),
    },
    expect: { announced: true },
    check: async (t) => {
      const { json } = await t.client.serviceProviderConfig();
      return { announced: at(json, "sort", "supported") === true };
    },
  },
  {
    title: "a multi-valued attribute is sorted by its primary value",
    area: "filters",
    safety: "write",
    needs: ["sort", "filter"],
    versions: { "1.1": clause("SCIM11-API-3.2.2.2-03") },
    expect: { found: ["a", "b", "c"] },
    check: async (t) => ({ found: (await sortedBy(t, "emails.value", "ascending")).seen }),
  },
  {
    title: "resources without the sorted attribute come last, or first in descending order",
    area: "filters",
    safety: "write",
    needs: ["sort", "filter"],
    versions: {
      "1.1": clause("SCIM11-API-3.2.2.2-04"),
      "2.0": clause("SCIM20-7644-3.4.2.3-04"),
    },
    expect: { last: "b", first: "b" },
    check: async (t) => {
      const up = await sortedBy(t, "title", "ascending");
      const down = await sortedBy(t, "title", "descending");
      return { last: of(up.seen, up.users.at(-1)), first: of(down.seen, down.users[0]) };
    },
  },
  {
    title: "sorting respects whether the attribute is case-sensitive",
    area: "filters",
    safety: "write",
    needs: ["sort", "filter"],
    versions: {
      "1.1": clause("SCIM11-API-3.2.2.2-07"),
      "2.0": clause("SCIM20-7644-3.4.2.3-03"),
    },
    expect: { asDeclared: true },
    check: async (t) => {
      // de Moor, Hopper, Lovelace; by their characters Hopper, Lovelace, de Moor.
      const expected = (await isCaseExact(t, "name.familyName")) ? "b,a,c" : "c,b,a";
      const { users, seen } = await sortedBy(t, "name.familyName", "ascending");
      const asDeclared = of(seen, users.join() === expected);
      return { asDeclared, found: users };
    },
  },
];
