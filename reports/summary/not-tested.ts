import type { CheckResult } from "../../schemas/index.ts";

/** Why checks gave no verdict, with how many of them. */
interface Reason {
  count: number;
  text: string;
}

const notOffered = {
  fits: /not offered/,
  text: "would have tested what the standard leaves open and this server does not offer",
};

/** The reasons of skipped checks in plain words: the first that fits a check's message is its own. */
const kinds: readonly { fits: RegExp; text: string }[] = [
  { fits: /^read-only/, text: "would have written, and this run was only allowed to read" },
  { fits: /^blocked/, text: "needed something that had failed before" },
  notOffered,
  {
    fits: /profile slack only/,
    text: "tested a fact about Slack, and the run judged by the standards alone",
  },
];

const others = "found nothing here to be tested on";

/** The checks without a verdict, grouped by reason, the largest group first. */
export function notTested(checks: readonly CheckResult[]): Reason[] {
  const counts = new Map<string, number>();
  const optional = new Set<string>();
  for (const { verdict, message = "" } of checks) {
    const text = reasonOf(verdict, message);
    if (text === undefined) continue;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    const [, what] = /the provider does not support ([\w.-]+)$/.exec(message) ?? [];
    if (what) optional.add(what);
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([text, count]) => ({
      count,
      text: text === notOffered.text && optional.size > 0 ? `${text} (${list(optional)})` : text,
    }));
}

function reasonOf(verdict: CheckResult["verdict"], message: string): string | undefined {
  if (verdict === "error") return "could not be carried out: the target or the suite broke";
  if (verdict !== "skip") return undefined;
  return kinds.find(({ fits }) => fits.test(message))?.text ?? others;
}

const list = (names: Iterable<string>) => [...names].sort().join(", ");
