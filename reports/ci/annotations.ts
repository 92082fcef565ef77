import type { Results } from "../../schemas/index.ts";
import { type Finding, findingsOf } from "../findings.ts";
import type { SinceLastRun } from "../since/since-last-run.ts";
import { visible } from "../visible-text.ts";

/** As many as GitHub shows of a step. */
const annotatedAtMost = 10;
/** GitHub cuts off what is longer than 4 KB. */
const longestMessage = 1000;
const longestTitle = 200;

/**
 * Commands of GitHub Actions that annotate a run with its findings, those that regressed since the
 * last run first. What the baseline knows is left out.
 * @returns lines for standard output
 */
export function annotationsOf(results: Results, since: SinceLastRun): string[] {
  const findings = findingsOf(results);
  const hasRegressed = ({ id, version }: Finding) =>
    since.regressed.some((one) => one.id === id && one.version === version);
  const ranked = [
    ...findings.filter(hasRegressed),
    ...findings.filter((finding) => !hasRegressed(finding)),
  ];
  return ranked.slice(0, annotatedAtMost).map(annotation);
}

function annotation({ id, version, title, message }: Finding): string {
  const name = `${version === undefined ? id : `${id} [${version}]`} ${title}`;
  return `::error title=${property(cut(name, longestTitle))}::${data(cut(message, longestMessage))}`;
}

function cut(text: string, longest: number): string {
  const plain = visible(text.slice(0, longest));
  return text.length > longest ? `${plain}…` : plain;
}

/** The runner decodes these three in a message. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** And two more in a property, which they would end. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** The start of a line, then white space, which the runner ignores, then two colons. */
const command = /(^|[\r\n])([\s\u0085]*):(?=:)/g;

/**
 * Text that the runner of GitHub Actions takes for no command: neither `::error::` at the start of a
 * line nor, in the older form, `##[error]` anywhere in it. Text of a server could be one.
 */
export function withoutCommands(text: string): string {
  return text.replace(command, "$1$2: ").replaceAll("##[", "# #[");
}
