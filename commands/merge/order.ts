import type { Catalogue, CheckResult, DifferenceResult, Results } from "../../schemas/index.ts";

/** What stands for a check in messages and in the order of a run. */
const nameOf = ({ id, version }: Pick<CheckResult, "id" | "version">) => `${id} [${version}]`;

/** The names of all checks and differences of a shard. */
export function rulesOf({ checks, differences }: Results): string[] {
  return [...checks.map(nameOf), ...differences.map(({ id }) => id)];
}

/**
 * Checks and differences of several shards in the order of a whole run: checks as in the catalogue;
 * then known differences, those of generated values, and those that checks observed.
 * @param known the ids of all known differences, in order: the catalogue of profile `rfc` has none
 */
export function inOrder(
  { checks, differences }: Pick<Results, "checks" | "differences">,
  { requirements }: Pick<Catalogue, "requirements">,
  known: readonly string[],
): Pick<Results, "checks" | "differences"> {
  const rules = requirements.flatMap(({ versions }) =>
    Object.entries(versions).map(([version, clause]) => `${clause.id} [${version}]`),
  );
  const places = new Map(rules.map((rule, place) => [rule, place]));
  const ids = new Map(known.map((id, place) => [id, place]));
  const placeOf = (check: CheckResult) => places.get(nameOf(check)) ?? rules.length;
  const rankOf = ({ id, requirements: of }: DifferenceResult): [kind: number, place: number] => {
    const place = ids.get(id);
    if (place !== undefined) return [0, place];
    if (!of) return [1, 0];
    const [first = Number.POSITIVE_INFINITY] = of
      .flatMap((rule) => [places.get(`${rule} [1.1]`) ?? []].flat())
      .sort((one, other) => one - other);
    return [2, first];
  };
  return {
    checks: [...checks].sort((one, other) => placeOf(one) - placeOf(other)),
    differences: [...differences].sort((one, other) => {
      const [[kind, place], [otherKind, otherPlace]] = [rankOf(one), rankOf(other)];
      return kind - otherKind || place - otherPlace || (one.id < other.id ? -1 : 1);
    }),
  };
}
