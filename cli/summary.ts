import { relative } from "node:path";
import pc from "picocolors";
import { briefStateOf, states } from "../reports/differences/view.ts";
import { isNothing, type Learnt, learntInShort } from "../reports/learnt/learnt.ts";
import { countVerdicts, notKnownCheck } from "../reports/verdict-counts.ts";
import type { Results } from "../schemas/index.ts";

interface Paths {
  results: string;
  learnt: string;
  /** Without one, the last lines name the results. */
  page: string | undefined;
}

/** What a run prints before its last lines: totals, and where its files are. */
export function totals(results: Results, learnt: Learnt, paths: Paths): string[] {
  const { checks, differences, requests, created } = results;
  const counts = countVerdicts(checks);
  return [
    `${pc.bold(results.target)} – SCIM ${results.versions.join(" and ")} – profile ${results.profile} – seed ${results.seed}`,
    "",
    `Checks       ${pc.green(`${counts.pass} pass`)}, ${color(counts.fail, pc.red)(`${counts.fail} fail`)}, ${color(counts.warn, pc.yellow)(`${counts.warn} warn`)}, ${counts["not-known"]} not known, ${counts.deviation} deviation, ${counts.skip} skip, ${color(counts.error, pc.red)(`${counts.error} error`)}`,
    ...(counts["not-known"] > 0 ? [pc.dim(`             ${notKnownCheck}`)] : []),
    `Differences  ${countBy(differences.map((difference) => states[briefStateOf(difference)]))}`,
    `Requests     ${requests.total}, created ${created.users} ${created.users === 1 ? "user" : "users"} and ${created.groups} groups, ${(results.durationMs / 1000).toFixed(1)} s`,
    ...(paths.page === undefined ? [] : [`Results      ${relative(process.cwd(), paths.results)}`]),
    ...(isNothing(learnt)
      ? []
      : [`Learnt       ${relative(process.cwd(), paths.learnt)}: ${learntInShort(learnt)}`]),
    "",
  ];
}

const color = (count: number, paint: (text: string) => string) =>
  count > 0 ? paint : (text: string) => text;

function countBy(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts.size === 0
    ? "none"
    : [...counts].map(([value, count]) => `${count} ${value}`).join(", ");
}
