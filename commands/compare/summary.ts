import { relative } from "node:path";
import pc from "picocolors";
import type { Redaction } from "../../client/index.ts";
import { type Counts, countDisagreements } from "../../reports/compare/comparison.ts";
import { groupRules, userRules } from "../../reports/compare/rules.ts";
import { writeText } from "../../reports/write-text.ts";
import type { RedactedText } from "../../schemas/index.ts";
import { versions } from "../../schemas/version.ts";
import type { CompareFiles, CompareState } from "./state.ts";

/** The content of comparison.json: counts, no personal data. */
interface ComparisonResult {
  tool: string;
  toolVersion: string;
  target: string;
  baseUrls: CompareState["baseUrls"];
  finishedAt: string;
  durationMs: number;
  requests: number;
  /** The most memory that the process held, in megabytes. */
  peakMemoryMb: number;
  /** Users and groups that are not the same in both versions. */
  disagreements: number;
  users: Counts;
  groups: Counts;
  /** The migration rules that apply to a resource, with their meaning. */
  rules: { id: string; title: string; source: string; count: number }[];
}

/**
 * @param about what was compared, and by which version of this tool
 * @throws Error when the state is not that of a finished comparison
 */
export function resultOf(
  { target, toolVersion }: Pick<ComparisonResult, "target" | "toolVersion">,
  state: CompareState,
): ComparisonResult {
  const users = state.walks.user?.comparison.counts;
  const groups = state.walks.group?.comparison.counts;
  if (!users || !groups) throw new Error("the comparison is not finished");
  const applying = { ...users.byRule, ...groups.byRule };
  return {
    tool: "slack-scim-conformance",
    toolVersion,
    target,
    baseUrls: state.baseUrls,
    finishedAt: new Date().toISOString(),
    durationMs: state.elapsedMs,
    requests: state.requests,
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
    disagreements: countDisagreements(users) + countDisagreements(groups),
    users,
    groups,
    rules: [...userRules, ...groupRules].flatMap(({ id, title, source }) => {
      const count = applying[id];
      return count === undefined ? [] : [{ id, title, source, count }];
    }),
  };
}

/** Writes comparison.json. @returns its text */
export function writeResult(
  result: ComparisonResult,
  files: CompareFiles,
  gate: Pick<Redaction, "writtenJson">,
): RedactedText {
  const text = gate.writtenJson(result, 2);
  writeText(files.result, text);
  return text;
}

/** The summary of a comparison, for a reader. */
export function summaryOf(result: ComparisonResult, files: CompareFiles): string {
  const { target, users, groups, rules, requests, durationMs, peakMemoryMb } = result;
  const lines = [
    `${pc.bold(target)} – SCIM 1.1 and 2.0 compared`,
    "",
    ...countLines("Users", users),
    ...countLines("Groups", groups),
  ];
  if (rules.length > 0) lines.push("", "To consider in a migration");
  for (const { id, title, source, count } of rules) {
    lines.push(`${number(count).padStart(9)}  ${id}: ${title} ${pc.dim(`(${source})`)}`);
  }
  lines.push(
    "",
    `Requests  ${number(requests)}, ${(durationMs / 1000).toFixed(1)} s, at most ${peakMemoryMb} MB of memory`,
    `Findings  ${relative(process.cwd(), files.findings)}`,
    `Counts    ${relative(process.cwd(), files.result)}`,
  );
  return lines.join("\n");
}

function countLines(kind: string, counts: Counts): string[] {
  const { listed, agreeing, disagreeing, onlyIn, listedTwice, unidentified, byAttribute } = counts;
  const paint = (count: number, text: string) => (count > 0 ? pc.red(text) : text);
  const parts = [
    pc.green(`${number(agreeing)} agree`),
    paint(disagreeing, `${number(disagreeing)} disagree`),
    paint(onlyIn["1.1"], `${number(onlyIn["1.1"])} only in 1.1`),
    paint(onlyIn["2.0"], `${number(onlyIn["2.0"])} only in 2.0`),
  ];
  for (const version of versions) {
    const twice = listedTwice[version];
    if (twice > 0) parts.push(pc.red(`${number(twice)} listed twice in ${version}`));
  }
  if (unidentified > 0) parts.push(pc.yellow(`${number(unidentified)} without an id`));
  const lines = [
    `${kind.padEnd(9)} ${number(listed["1.1"])} in 1.1, ${number(listed["2.0"])} in 2.0: ${parts.join(", ")}`,
  ];
  const attributes = Object.entries(byAttribute).sort(([, a], [, b]) => b - a);
  for (const [attribute, count] of attributes) {
    lines.push(`${number(count).padStart(9)}  ${pc.red(attribute)}`);
  }
  return lines;
}

const number = (count: number) => count.toLocaleString("en");
