import type { Results } from "../../schemas/index.ts";
import { countImpacts, type DifferenceView } from "../differences/view.ts";

/** Whether one can migrate, in one sentence, and how it is coloured. */
interface Verdict {
  tone: "good" | "odd" | "bad";
  text: string;
}

/** Computed from the numbers of a run alone: it claims nothing that the run did not see. */
export function verdictOf(
  { versions, checks, stopped }: Pick<Results, "versions" | "checks" | "stopped">,
  views: readonly DifferenceView[],
): Verdict {
  if (stopped) return odd(`Not known: the run was stopped before its end: ${stopped.why}.`);
  if (versions.length < 2) {
    return odd(`Not known: only SCIM ${versions.join()} was tested, and nothing was compared.`);
  }
  const seen = views.filter(({ state }) => state !== "not-probed").length;
  const findings = views.filter(({ finding }) => finding).length;
  if (findings > 0) {
    return {
      tone: "bad",
      text: `Not yet: ${things(findings, "difference is", "differences are")} not what is known of Slack; understand that first.`,
    };
  }
  const broken = checks.filter(({ version, verdict }) => version === "2.0" && verdict === "fail");
  if (broken.length > 0) {
    return {
      tone: "bad",
      text: `Not yet: SCIM 2.0 breaks ${things(broken.length, "rule", "rules")} that it has to keep; see the test results.`,
    };
  }
  if (seen * 2 < views.length || seen === 0) {
    return odd(`Not known yet: only ${seen} of ${views.length} differences were looked at.`);
  }
  const { breaking, silent } = countImpacts(views);
  if (breaking > 0) {
    return odd(
      `Yes, once the client is changed: ${things(breaking, "thing breaks", "things break")} in SCIM 2.0 and ${silent} ${silent === 1 ? "changes" : "change"} without an error. All of it is known; nothing unknown was seen.`,
    );
  }
  if (silent > 0) {
    return odd(
      `Yes, with care: nothing breaks, but ${things(silent, "thing changes", "things change")} without an error.`,
    );
  }
  return { tone: "good", text: "Yes: nothing that matters to a client was seen to change." };
}

const odd = (text: string): Verdict => ({ tone: "odd", text });

const things = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
