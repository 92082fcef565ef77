import { isNotKnown } from "../../schemas/finding.ts";
import { isFindingOfCheck, type Results } from "../../schemas/index.ts";
import { countImpacts, type DifferenceView } from "../differences/view.ts";
import { counted, findingsInShort } from "../findings.ts";

/** What a run answers, in a few sentences, and its colour. */
interface Verdict {
  tone: "good" | "odd" | "bad";
  text: string;
}

type Judged = Pick<
  Results,
  "versions" | "profile" | "checks" | "differences" | "strict" | "stopped" | "leftBehind"
> &
  Partial<Pick<Results, "selection" | "shard" | "partial" | "baseline">>;

/**
 * Whether a run compares Slack's versions for a migration. A run of one version, or of another server
 * than Slack, answers whether it conforms.
 */
export function isAboutMigration({
  versions,
  profile,
}: Pick<Results, "versions" | "profile">): boolean {
  return versions.length > 1 && profile === "slack";
}

/**
 * Computed only from the numbers of a run: it claims nothing that the run did not observe. It names
 * all that makes the exit code other than 0.
 */
export function verdictOf(results: Judged, views: readonly DifferenceView[]): Verdict {
  const { tone, text } = answerOf(results, views);
  const more = [...unsaid(results, text), ...remarks(results)];
  return {
    tone: tone === "good" && more.length > 0 ? "odd" : tone,
    text: [text, ...more].join(" "),
  };
}

function answerOf(results: Judged, views: readonly DifferenceView[]): Verdict {
  const { versions, checks, stopped, strict } = results;
  if (stopped) return odd(`Unknown: the run was stopped early: ${stopped.why}.`);
  const unexpected = views.filter(({ finding }) => finding).length;
  const brokenIn = (version: string) =>
    checks.filter((one) => one.version === version && isFindingOfCheck(one, strict)).length;
  if (!isAboutMigration(results)) {
    const reasons = [
      ...versions
        .filter((version) => brokenIn(version) > 0)
        .map((one) => `SCIM ${one} breaks ${counted(brokenIn(one), "rule", "rules")}`),
      ...(unexpected > 0
        ? [`the versions differ in ${counted(unexpected, "way", "ways")} that no standard explains`]
        : []),
    ];
    const lost = results.baseline?.lost.length ?? 0;
    if (lost > 0) reasons.push(`${counted(lost, "rule is", "rules are")} no longer tested`);
    if (reasons.length > 0) return { tone: "bad", text: `No: ${reasons.join(", ")}.` };
    const judged = checks.filter(({ verdict }) => !["skip", "error"].includes(verdict)).length;
    if (judged === 0) return odd("Unknown: no rule was judged.");
    const warnings = checks.filter((one) => one.verdict === "warn" && !isNotKnown(one)).length;
    const also = warnings > 0 ? `, ${counted(warnings, "warning", "warnings")}` : "";
    return {
      tone: "good",
      text: `Yes: no ${knownIn(results)}finding in ${counted(judged, "check", "checks")}${also}.`,
    };
  }
  const broken = brokenIn("2.0");
  if (unexpected + broken > 0) {
    const { total } = findingsInShort(results);
    const reasons = [
      ...(unexpected > 0
        ? [
            `${counted(unexpected, "difference is", "differences are")} not as Slack is known to behave`,
          ]
        : []),
      ...(broken > 0
        ? [`SCIM 2.0 breaks ${counted(broken, "rule", "rules")} that it must keep`]
        : []),
      ...(brokenIn("1.1") > 0
        ? [`SCIM 1.1 breaks ${counted(brokenIn("1.1"), "rule", "rules")}`]
        : []),
    ];
    const first = total === 1 ? "this finding" : `these ${total} findings`;
    return { tone: "bad", text: `Not yet: ${reasons.join(", ")}; investigate ${first} first.` };
  }
  const seen = views.filter(({ state }) => state !== "not-probed").length;
  const judgedChecks = checks.filter(({ verdict }) => !["skip", "error"].includes(verdict)).length;
  if (results.selection && seen === 0 && judgedChecks > 0) {
    const text = `No ${knownIn(results)}finding in ${counted(judgedChecks, "check", "checks")} of the selected rules; no difference was probed.`;
    return { tone: "good", text };
  }
  if (seen * 2 < views.length || seen === 0) {
    return odd(`Unknown: only ${seen} of ${views.length} differences were probed.`);
  }
  const { breaking, silent } = countImpacts(views);
  if (breaking > 0) {
    return odd(
      `Yes, after changes to the client: ${counted(breaking, "thing breaks", "things break")} in SCIM 2.0 and ${silent} ${silent === 1 ? "changes" : "change"} without an error. All of these are known differences.`,
    );
  }
  if (silent > 0) {
    return odd(
      `Yes, with care: nothing breaks, but ${counted(silent, "thing changes", "things change")} without an error.`,
    );
  }
  return { tone: "good", text: "Yes: no change that matters to a client was observed." };
}

/** Findings that the answer does not name: those of 1.1 do not prevent leaving it. */
function unsaid(results: Judged, answer: string): string[] {
  const { total, text } = findingsInShort(results);
  return total === 0 || /^(?:Not yet|No):/.test(answer) ? [] : [text];
}

/** A finding that is known must not read as none. */
function knownIn({ baseline }: Judged): string {
  return baseline !== undefined && baseline.known > 0 ? "new " : "";
}

function remarks({ checks, leftBehind, shard, partial, baseline }: Judged): string[] {
  const errors = checks.filter(({ verdict }) => verdict === "error").length;
  const left = leftBehind.length;
  const { known = 0, unexplained = 0 } = baseline ?? {};
  const open = unexplained > 0 ? `, ${unexplained} of them not explained yet` : "";
  return [
    ...(known > 0
      ? [`${counted(known, "known finding is", "known findings are")} in the baseline${open}.`]
      : []),
    ...(shard ? [`This is shard ${shard.index} of ${shard.count}.`] : []),
    ...(partial
      ? [
          `The results lack ${partial.missing.length === 1 ? "shard" : "shards"} ${partial.missing.join(", ")} of ${partial.count}.`,
        ]
      : []),
    ...(errors > 0 ? [`${counted(errors, "check", "checks")} could not be carried out.`] : []),
    ...(left > 0
      ? [
          `${counted(left, "created user or group is", "created users and groups are")} left in the organisation.`,
        ]
      : []),
  ];
}

const odd = (text: string): Verdict => ({ tone: "odd", text });
