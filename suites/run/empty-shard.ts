import { type Version, versions } from "../../client/index.ts";
import { contentOf } from "../content.ts";
import { isProbed } from "../differences/difference.ts";
import type { RunConfig } from "./run-config.ts";
import { partOf } from "./shard.ts";

/**
 * Whether a shard has nothing to carry out, for example one of seven of a run of five rules. Vitest
 * treats a file without tests as an error.
 */
export function isEmptyShard({
  shard,
  profile,
  baseUrls,
  requirements: chosen,
}: Pick<RunConfig, "shard" | "profile" | "baseUrls" | "requirements">): boolean {
  if (!shard) return false;
  const part = partOf(contentOf(profile), shard);
  const isTested = (version: Version) => baseUrls[version] !== undefined;
  const hasChecks = part.requirements.some(({ versions: clauses }) =>
    versions.some((version) => {
      const clause = clauses[version];
      return clause && isTested(version) && chosen?.includes(clause.id) !== false;
    }),
  );
  if (hasChecks) return false;
  if (chosen) return true;
  return !part.differences.some(isProbed) && !(versions.every(isTested) && part.differentials[0]);
}
