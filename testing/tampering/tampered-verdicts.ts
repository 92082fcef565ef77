import type { Credentials, Version } from "../../client/index.ts";
import type { CheckResult } from "../../schemas/index.ts";
import { allChecks } from "../runs/all-checks.ts";
import { withRun } from "../runs/mock-run.ts";
import { type Tampering, tamperWith } from "./tampering.ts";

/** The verdicts of some rules in profile rfc, in the order of their ids, on a server with a planted fault. */
export async function verdictsOn(
  { url, credentials }: { url: string; credentials: Credentials },
  version: Version,
  ids: readonly string[],
  tampering: Tampering,
): Promise<(CheckResult["verdict"] | undefined)[]> {
  const front = await tamperWith(url, tampering);
  const results = await withRun(
    { [version]: front.url },
    { profile: "rfc", credentials, patienceMs: 300, requirements: ids },
    allChecks,
  );
  await front.close();
  return ids.map((id) => results.find((result) => result.id === id)?.verdict);
}
