import { relative } from "node:path";
import pc from "picocolors";
import { briefStateOf, states } from "../reports/differences/view.ts";
import { isNothing, type Learnt, learntInShort } from "../reports/learnt/learnt.ts";
import { isFinding } from "../reports/results.ts";
import { countVerdicts, notKnownCheck } from "../reports/verdict-counts.ts";
import { isFindingOfCheck, type Results } from "../schemas/index.ts";
import { print } from "./console.ts";

interface Paths {
  results: string;
  learnt: string;
  page: string | undefined;
}

/** Prints the summary of a run. */
export function printSummary(results: Results, learnt: Learnt, paths: Paths): void {
  const { checks, differences, requests, created } = results;
  const counts = countVerdicts(checks);
  const lines = [
    `${pc.bold(results.target)} – SCIM ${results.versions.join(" and ")} – profile ${results.profile} – seed ${results.seed}`,
    "",
    `Checks       ${pc.green(`${counts.pass} pass`)}, ${color(counts.fail, pc.red)(`${counts.fail} fail`)}, ${color(counts.warn, pc.yellow)(`${counts.warn} warn`)}, ${counts["not-known"]} not known, ${counts.deviation} deviation, ${counts.skip} skip, ${color(counts.error, pc.red)(`${counts.error} error`)}`,
    ...(counts["not-known"] > 0 ? [pc.dim(`             ${notKnownCheck}`)] : []),
    `Differences  ${countBy(differences.map((difference) => states[briefStateOf(difference)]))}`,
    `Requests     ${requests.total}, created ${created.users} users and ${created.groups} groups, ${(results.durationMs / 1000).toFixed(1)} s`,
  ];
  const findings = checks.filter(
    (check) => check.verdict === "error" || isFindingOfCheck(check, results.strict),
  );
  if (findings.length > 0) lines.push("");
  for (const { id, version, verdict, title, message } of findings) {
    lines.push(
      `${pc.red(verdict.padEnd(5))} ${id} [${version}] ${title}`,
      `      ${pc.dim(oneLine(message ?? ""))}`,
    );
  }
  for (const { id, status, v1, v2 } of differences.filter(isFinding)) {
    lines.push(
      `${pc.red("diff ")} ${id} ${states[status]}`,
      `      ${pc.dim(oneLine(`1.1: ${v1}  2.0: ${v2}`))}`,
    );
  }
  lines.push("", `Results  ${relative(process.cwd(), paths.results)}`);
  if (!isNothing(learnt)) {
    lines.push(`Learnt   ${relative(process.cwd(), paths.learnt)}: ${learntInShort(learnt)}`);
  }
  if (paths.page !== undefined) lines.push(`Report   ${relative(process.cwd(), paths.page)}`);
  print(lines.join("\n"));
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

/** Text from a server may contain control characters that a terminal would obey. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").slice(0, 300);
}
