import fc, { type Arbitrary } from "fast-check";
import { filterArbitrary, print } from "../../../generators/index.ts";
import type { Filter } from "../../../schemas/index.ts";
import { populationToFilter } from "../../properties/filters.ts";
import type { CheckContext } from "../../run/check-context.ts";
import type { Differential } from "./differential.ts";
import { disagreement, inBoth } from "./disagreement.ts";

/** The result in one version: which of the known objects it finds, and how many others. */
async function answer(
  t: CheckContext,
  { of, known }: { of: "users" | "groups"; known: readonly string[] },
  filter: Filter,
) {
  const { status, resource } = await t[of].list({
    filter: print(filter, t.version),
    count: 1000,
  });
  const ids = (resource?.resources ?? []).flatMap(({ id }) => id ?? []).sort();
  const found = ids.filter((id) => known.includes(id));
  return {
    status: status < 300 ? "answered" : status,
    found,
    others: ids.length - found.length,
  };
}

/** Only `eq`, with values as they are stored: nothing else is known to work in 2.0 (FACT-FILTER-02). */
const equalities = (population: Awaited<ReturnType<typeof populationToFilter>>) =>
  filterArbitrary({ population, operators: ["eq", "and"], maxDepth: 0 }).map(
    (filter): Filter =>
      "value" in filter ? { ...filter, value: String(filter.value).toLowerCase() } : filter,
  );

interface Population {
  of: "users" | "groups";
  known: readonly string[];
  filters: Arbitrary<Filter>;
}

const compared = (population: (t: CheckContext) => Promise<Population>): Differential["find"] =>
  async function find(both) {
    const asked = await population(both.v1);
    return disagreement(both, asked.filters, (filter) =>
      inBoth(
        () => answer(both.v1, asked, filter),
        () => answer(both.v2, asked, filter),
      ),
    );
  };

/** The same filters on the same objects, in both versions. */
export const filterDifferentials: readonly Differential[] = [
  {
    id: "DIFF-GEN-03",
    title: "a filter on userName or e-mail finds the same users in both versions",
    area: "filters",
    topic: "generated filters",
    find: compared(async (t) => {
      const users = await populationToFilter(t);
      const known = users.flatMap(({ id }) => id ?? []);
      return { of: "users", known, filters: equalities(users) };
    }),
  },
  {
    id: "DIFF-GEN-04",
    title: "a filter on displayName finds the same groups in both versions",
    area: "filters",
    topic: "generated filters",
    find: compared(async (t) => {
      const { id, sent } = await t.createdGroup();
      const names = fc.constantFrom(sent.displayName ?? "", t.names.next());
      const filters = names.map((value): Filter => ({ op: "eq", attribute: "displayName", value }));
      return { of: "groups", known: [id], filters };
    }),
  },
];
