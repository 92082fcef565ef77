import { idsIn } from "../../facts/cited.ts";
import type { Catalogue, CatalogueDifference, CheckResult, Results } from "../../schemas/index.ts";
import { type Version, versions } from "../../schemas/version.ts";

/** A rule of a run that rests on a fact, as one version states it. */
interface RuleUse {
  id: string;
  version: Version;
  title: string;
  /** Absent where the run has no result of it. */
  verdict?: CheckResult["verdict"];
}

/** What of a run rests on a fact. */
export interface Uses {
  rules: RuleUse[];
  differences: Pick<CatalogueDifference, "id" | "title">[];
}

/**
 * What of a run rests on each fact, by its id: rules whose clause or message cites it, and
 * differences. Only titles of the catalogue and verdicts are taken: no text of the target.
 */
export function usesOf(
  { checks }: Pick<Results, "checks">,
  { requirements, differences }: Pick<Catalogue, "requirements" | "differences">,
): ReadonlyMap<string, Uses> {
  const uses = new Map<string, Uses>();
  const of = (id: string): Uses => {
    const known = uses.get(id) ?? { rules: [], differences: [] };
    uses.set(id, known);
    return known;
  };
  const results = new Map(checks.map((check) => [`${check.version} ${check.id}`, check]));
  for (const { title, versions: clauses } of requirements) {
    for (const version of versions) {
      const clause = clauses[version];
      if (clause === undefined) continue;
      const { verdict, message = "" } = results.get(`${version} ${clause.id}`) ?? {};
      const cited = idsIn(`${clause.source} ${clause.slack?.fact ?? ""} ${message}`);
      const rule = { id: clause.id, version, title, ...(verdict === undefined ? {} : { verdict }) };
      for (const id of cited) of(id).rules.push(rule);
    }
  }
  for (const { id: difference, title, facts } of differences) {
    for (const id of facts) of(id).differences.push({ id: difference, title });
  }
  return uses;
}
