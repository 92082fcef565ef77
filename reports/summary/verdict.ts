import type { Results } from "../../schemas/index.ts";
import { countImpacts, type DifferenceView } from "../differences/view.ts";

/** Whether a migration is possible, in one sentence, and its colour. */
interface Verdict {
  tone: "good" | "odd" | "bad";
  text: string;
}

/** Computed only from the numbers of a run: it claims nothing that the run did not observe. */
export function verdictOf(
  { versions, checks, stopped }: Pick<Results, "versions" | "checks" | "stopped">,
  views: readonly DifferenceView[],
): Verdict {
  if (stopped) return odd(`Unknown: the run was stopped early: ${stopped.why}.`);
  if (versions.length < 2) {
    return odd(`Unknown: only SCIM ${versions.join()} was tested, and nothing was compared.`);
  }
  const seen = views.filter(({ state }) => state !== "not-probed").length;
  const findings = views.filter(({ finding }) => finding).length;
  if (findings > 0) {
    return {
      tone: "bad",
      text: `Not yet: ${things(findings, "difference is", "differences are")} not as Slack is known to behave; investigate them first.`,
    };
  }
  const broken = checks.filter(({ version, verdict }) => version === "2.0" && verdict === "fail");
  if (broken.length > 0) {
    return {
      tone: "bad",
      text: `Not yet: SCIM 2.0 breaks ${things(broken.length, "rule", "rules")} that it must keep; see the test results.`,
    };
  }
  if (seen * 2 < views.length || seen === 0) {
    return odd(`Unknown: only ${seen} of ${views.length} differences were probed.`);
  }
  const { breaking, silent } = countImpacts(views);
  if (breaking > 0) {
    return odd(
      `Yes, after changes to the client: ${things(breaking, "thing breaks", "things break")} in SCIM 2.0 and ${silent} ${silent === 1 ? "changes" : "change"} without an error. All of these are known differences.`,
    );
  }
  if (silent > 0) {
    return odd(
      `Yes, with care: nothing breaks, but ${things(silent, "thing changes", "things change")} without an error.`,
    );
  }
  return { tone: "good", text: "Yes: no change that matters to a client was observed." };
}

const odd = (text: string): Verdict => ({ tone: "odd", text });

const things = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
