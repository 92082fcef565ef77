import type { Results } from "../../schemas/index.ts";

/** The facts about the run, as Allure's variables. */
export function variables(results: Results, earlierRuns: number): Record<string, string> {
  const { requests, created, durationMs } = results;
  return {
    Target: results.target,
    Profile: results.profile,
    "SCIM versions": results.versions.join(", "),
    Seed: String(results.seed),
    Started: results.startedAt,
    "Compared with": earlierRuns === 0 ? "no earlier run" : last(earlierRuns),
    Requests: String(requests.total),
    Created: `${created.users} users, ${created.groups} groups`,
    Duration: `${(durationMs / 1000).toFixed(1)} s`,
    "Suite version": results.toolVersion,
    "Node.js": process.version,
  };
}

function last(runs: number): string {
  return runs === 1 ? "the previous run" : `the previous ${runs} runs`;
}
