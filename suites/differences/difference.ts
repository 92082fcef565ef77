import type { Version } from "../../client/index.ts";
import type { FactId } from "../../facts/index.ts";
import type { Area, CatalogueLesson, DifferenceResult } from "../../schemas/index.ts";
import type { Expectation, Observation } from "../expectation.ts";
import type { Safety } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { AnyPutTrial } from "./probing/put-trial.ts";
import type { AnyTrial } from "./probing/trial.ts";

/** A known difference between the versions: what is known about it, and the probe that observes it. */
export type Difference = ProbedDifference | UnprobedDifference;

interface DifferenceText {
  /** Permanent: `DIFF-URL-01`; `SAME-01` for what is the same in both versions. */
  id: string;
  /** What is known of Slack that it rests on; none where only the standards differ. */
  facts: readonly FactId[];
  area: Area;
  /** What it is about, for a reader: `status codes`, `e-mail addresses`. */
  topic: string;
  /** What differs, in a few words. */
  title: string;
  /** `assumed`: what Slack does is not known; `assumes` says what is assumed. */
  kind: Exclude<DifferenceResult["kind"], "undocumented">;
  /**
   * `breaking`: an unchanged client gets an error or cannot work; `silent`: it keeps running with
   * another result; `cosmetic`: no effect on a normal client.
   */
  impact: DifferenceResult["impact"];
  /** What each version does in Slack, for a reader. */
  v1: string;
  v2: string;
  source: string;
  /** What an unchanged client does to people or data without an error, after "it": "empties groups". */
  harm?: string;
  /** An instruction: what to send, read or accept, with names and values. */
  clientMustChange: string;
  /** What a client sends today and tomorrow for the same intent. */
  lesson: CatalogueLesson;
}

/** Open questions about Slack that a probe answers. An answer never makes a finding. */
interface Assumes {
  /** The facts that state what is assumed. */
  facts: readonly FactId[];
  /** What is assumed to be observed in a version. */
  expect: Readonly<Partial<Record<Version, Expectation>>>;
}

/** A difference that a run observes, one version at a time. */
export interface ProbedDifference extends DifferenceText {
  safety: Safety;
  /** What the probe is expected to observe in each version. */
  expect: Readonly<Record<Version, Expectation>>;
  /**
   * Both versions must show the same: a control, or an entry where the standards differ and Slack
   * does not.
   */
  same?: true;
  assumes?: Assumes;
  notProbed?: undefined;
  /** The PATCHes of a user of this probe that those of other probes can be sent with. */
  trials?(t: CheckContext): readonly AnyTrial[] | Promise<readonly AnyTrial[]>;
  /** The parts of a PUT of a user that those of other probes can be sent with. */
  puts?(t: CheckContext): readonly AnyPutTrial[];
  /** @param other the other version of the organisation; undefined when it is not tested */
  observe(t: CheckContext, other: CheckContext | undefined): Promise<Observation>;
}

interface UnprobedDifference extends DifferenceText {
  safety?: undefined;
  expect?: undefined;
  same?: undefined;
  assumes?: undefined;
  trials?: undefined;
  puts?: undefined;
  /** Why no probe from outside is possible. */
  notProbed: string;
  observe?: undefined;
}

export function isProbed(difference: Difference): difference is ProbedDifference {
  return difference.notProbed === undefined;
}

/** Both versions are expected to show the same. */
export const sameInBoth = (expected: Expectation) =>
  ({ same: true, expect: { "1.1": expected, "2.0": expected } }) as const;

/** One text for both versions, which do the same in Slack. */
export const sayingBoth = (text: string) => ({ v1: text, v2: text }) as const;
