import type { ListPage } from "../../client/index.ts";
import { evaluate, filterArbitrary, print } from "../../generators/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { slackClause } from "../clause.ts";
import { absent } from "../expectation.ts";
import { people } from "../filters/people.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { holdsForAll } from "./holds-for-all.ts";

/** Users that no check changes, as read. */
export function populationToFilter(t: CheckContext): Promise<NeutralUser[]> {
  return t.once("a population to filter", async () => {
    const { user } = await people(t);
    const read = await Promise.all(Object.values(user).map(({ id }) => t.users.get(id)));
    return read.flatMap(({ resource }): NeutralUser[] => (resource ? [resource] : []));
  });
}

/** Whether a filter matches more users than its first page holds. */
function hasMore(page: ListPage<NeutralUser> | undefined): boolean {
  if (page === undefined || typeof page.totalResults !== "number") return false;
  return page.totalResults > page.resources.length;
}

/** Filters whose correct result is computed from the users of the run. */
export const filterProperties: readonly Requirement[] = [
  {
    title: "any filter on userName and e-mail address returns exactly the matching users",
    area: "filters",
    safety: "write",
    needs: ["filter"],
    // Documented for 1.1 only; in 2.0 no more than `eq` was observed (FACT-FILTER-01, FACT-FILTER-26).
    versions: { "1.1": slackClause("SLACK-PROPERTY-04", "DOC", "FACT-FILTER-07") },
    expect: { counterexample: absent },
    check: async (t) => {
      const known = await populationToFilter(t);
      const idsOf = (users: readonly NeutralUser[]) =>
        users
          .flatMap(({ id }) =>
            id !== undefined && known.some((user) => user.id === id) ? [id] : [],
          )
          .sort();
      return holdsForAll(t, filterArbitrary({ population: known, maxDepth: 1 }), async (filter) => {
        const answer = await t.users.list({ filter: print(filter, t.version), count: 1000 });
        const found = idsOf(answer.resource?.resources ?? []);
        const matching = idsOf(known.filter((user) => evaluate(filter, user)));
        return {
          due: {
            status: 200,
            // In a large organisation some are on later pages: then only a wrong user is judged.
            found: hasMore(answer.resource)
              ? matching.filter((id) => found.includes(id))
              : matching,
          },
          came: { status: answer.status, found },
        };
      });
    },
  },
];
