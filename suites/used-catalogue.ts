import { type Profile, type Version, versions } from "../client/index.ts";
import type { Catalogue, CatalogueDifference, CatalogueRequirement } from "../schemas/index.ts";
import { requirements } from "./catalogue.ts";
import { differencesOf } from "./differences/catalogue.ts";

/** What decides which requirements and differences a run uses. */
interface Used {
  profile: Profile;
  /** The versions that are tested. */
  versions: readonly Version[];
  /** Ids of the requirements that were selected; absent: all. */
  requirements?: readonly string[];
}

/** What a run used, as data for catalogue.json: in the order of a run. */
export function usedCatalogue(used: Used): Pick<Catalogue, "requirements" | "differences"> {
  return {
    requirements: requirements.flatMap((requirement): CatalogueRequirement[] => {
      const { title, area, safety, expect } = requirement;
      const clauses = versions.flatMap((version) => {
        const clause = requirement.versions[version];
        const isUsed =
          clause !== undefined &&
          used.versions.includes(version) &&
          (used.requirements?.includes(clause.id) ?? true);
        return isUsed ? [[version, clause] as const] : [];
      });
      if (clauses.length === 0) return [];
      return [{ title, area, safety, expect, versions: Object.fromEntries(clauses) }];
    }),
    differences: differencesOf(used.profile).map((difference): CatalogueDifference => {
      const {
        observe: _,
        safety: __,
        notProbed,
        same,
        expect,
        facts,
        assumes,
        ...text
      } = difference;
      return {
        ...text,
        facts: [...facts],
        ...(expect === undefined ? {} : { expect }),
        ...(assumes === undefined ? {} : { assumes: { ...assumes, facts: [...assumes.facts] } }),
        ...(same === undefined ? {} : { same }),
        ...(notProbed === undefined ? {} : { notProbed }),
      };
    }),
  };
}
