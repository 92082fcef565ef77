import fc, { type Arbitrary } from "fast-check";
import { filterArbitrary, print } from "../../generators/index.ts";
import type { Filter } from "../../schemas/index.ts";
import { populationToFilter } from "../properties/filters.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { Differential } from "./differential.ts";
import { disagreement } from "./disagreement.ts";

/** What one version answers. */
async function answer(t: CheckContext, of: "users" | "groups", filter: Filter) {
  const { status, resource } = await t[of].search({
    filter: print(filter, t.version),
    count: 1000,
  });
  return {
    status: status < 300 ? "answered" : status,
    found: resource?.resources.map(({ id }) => id).sort() ?? null,
  };
}

/** Only `eq`, and values as they are stored: no more is known to work in 2.0 (facts §10). */
const equalities = (population: Awaited<ReturnType<typeof populationToFilter>>) =>
  filterArbitrary({ population, operators: ["eq", "and"], maxDepth: 0 }).map(
    (filter): Filter =>
      "value" in filter ? { ...filter, value: String(filter.value).toLowerCase() } : filter,
  );

const compared = (
  of: "users" | "groups",
  filters: (t: CheckContext) => Promise<Arbitrary<Filter>>,
): Differential["find"] =>
  async function find(both) {
    return disagreement(both, await filters(both.v1), async (filter) => ({
      v1: await answer(both.v1, of, filter),
      v2: await answer(both.v2, of, filter),
    }));
  };

/** The same population, and the same questions in both versions. */
export const filterDifferentials: readonly Differential[] = [
  {
    id: "DIFF-GEN-03",
    title: "a filter on userName or e-mail finds the same users in both versions",
    area: "generated filters",
    find: compared("users", async (t) => equalities(await populationToFilter(t))),
  },
  {
    id: "DIFF-GEN-04",
    title: "a filter on displayName finds the same groups in both versions",
    area: "generated filters",
    find: compared("groups", async (t) => {
      const { sent } = await t.createdGroup();
      const names = fc.constantFrom(sent.displayName ?? "", t.names.next());
      return names.map((value): Filter => ({ op: "eq", attribute: "displayName", value }));
    }),
  },
];
