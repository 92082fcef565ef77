import type { IdsOfSuite } from "../../commands/baseline/read.ts";
import type { JudgedRule } from "../../commands/baseline/saw.ts";
import type { CheckResult } from "../../schemas/index.ts";
import { versions } from "../../schemas/version.ts";
import { requirements } from "../../suites/catalogue.ts";
import { differences } from "../../suites/differences/catalogue.ts";
import { differentials } from "../../suites/differences/generated/differentials.ts";

/** The ids that entries of a baseline may be about. */
export function idsOfSuite(): IdsOfSuite {
  return {
    rules: requirements.flatMap(({ versions: clauses }) =>
      versions.flatMap((version) => {
        const id = clauses[version]?.id;
        return id === undefined ? [] : [{ id, version }];
      }),
    ),
    differences: [...differences, ...differentials].map(({ id }) => id),
  };
}

/** Finds the rule that a check judged. */
export function rulesOfSuite(): (
  check: Pick<CheckResult, "id" | "version">,
) => JudgedRule | undefined {
  const rules = new Map(
    requirements.flatMap(({ versions: clauses, expect }) =>
      versions.flatMap((version) => {
        const clause = clauses[version];
        if (!clause) return [];
        return [[`${clause.id} ${version}`, { clause, standard: expect }] as const];
      }),
    ),
  );
  return ({ id, version }) => rules.get(`${id} ${version}`);
}
