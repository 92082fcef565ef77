import type { Credentials, Version } from "../../client/index.ts";
import type { CheckResult } from "../../schemas/index.ts";
import { allChecks } from "../runs/all-checks.ts";
import { withRun } from "../runs/mock-run.ts";
import { type Tampering, tamperWith } from "./tampering.ts";

/**
 * The verdicts of some rules in profile rfc, in the order of their ids, on a server with a planted
 * fault. A rule that is broken, but rests on another broken one, is `blocked`.
 */
export async function verdictsOn(
  { url, credentials }: { url: string; credentials: Credentials },
  version: Version,
  ids: readonly string[],
  tampering: Tampering,
): Promise<(CheckResult["verdict"] | "blocked" | undefined)[]> {
  const front = await tamperWith(url, tampering);
  const results = await withRun(
    { [version]: front.url },
    { profile: "rfc", credentials, patienceMs: 300, requirements: ids },
    allChecks,
  );
  await front.close();
  return ids.map((id) => {
    const result = results.find((each) => each.id === id);
    return result?.reason?.blockedBy === undefined ? result?.verdict : "blocked";
  });
}
