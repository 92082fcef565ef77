import type { Version } from "../../schemas/version.ts";

/** The anchor of a rule on the coverage page; both versions may state a rule under the same id. */
export function coverageAnchor(version: Version, id: string): string {
  return `${version}-${id}`;
}
