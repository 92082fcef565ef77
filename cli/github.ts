import { lstatSync } from "node:fs";
import { Option } from "commander";
import { annotationsOf } from "../reports/ci/annotations.ts";
import { jobSummary } from "../reports/ci/job-summary.ts";
import { reasonOf, shown } from "../reports/output/output-error.ts";
import type { SinceLastRun } from "../reports/since/since-last-run.ts";
import { appendText } from "../reports/write-text.ts";
import type { Catalogue, Redact, Results } from "../schemas/index.ts";
import { printCommands } from "./console.ts";

export interface GitHubFlag {
  github?: "on" | "off";
}

/** What GitHub takes of a step, in bytes; a longer summary is not shown at all. */
const largestSummary = 1024 * 1024;

export function githubOption(): Option {
  return new Option(
    "--github <on|off>",
    "write a job summary and annotations for GitHub Actions (default: on there, off elsewhere)",
  ).choices(["on", "off"]);
}

interface Finished {
  results: Results;
  catalogue: Pick<Catalogue, "differences">;
  since: SinceLastRun;
}

interface Surroundings {
  flag: GitHubFlag["github"];
  env: Readonly<Record<string, string | undefined>>;
  redact: Redact;
  /** Takes one line for the user. */
  say: (line: string) => void;
}

/**
 * Writes the job summary of GitHub Actions and prints annotations for the findings, where the run is
 * there or the flag says so. A summary that cannot be written is a notice.
 */
export function reportToGitHub(
  { results, catalogue, since }: Finished,
  { flag, env, redact, say }: Surroundings,
): void {
  if ((flag ?? (env.GITHUB_ACTIONS === "true" ? "on" : "off")) === "off") return;
  const { GITHUB_STEP_SUMMARY: file } = env;
  if (file !== undefined && file !== "") {
    const why = append(file, jobSummary(results, catalogue, since), redact);
    if (why !== undefined) say(`no job summary: ${shown(file)} ${why}`);
  }
  printCommands(annotationsOf(results, since));
}

/** @returns why it was not written */
function append(file: string, summary: string, redact: Redact): string | undefined {
  const text = redact(summary);
  try {
    const found = lstatSync(file, { throwIfNoEntry: false });
    // A pipe without a reader would hold the run up.
    if (found && !found.isFile()) return "is not a regular file";
    if (Buffer.byteLength(text) + (found?.size ?? 0) > largestSummary) {
      return "would become larger than 1 MiB";
    }
    appendText(file, text);
    return undefined;
  } catch (error) {
    return `cannot be written (${reasonOf(error)})`;
  }
}
