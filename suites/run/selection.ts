import type { ProbedDifference } from "../differences/difference.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "./check-context.ts";

/** What a run carries out in one version: its checks and probes share requests. */
interface Selection {
  readonly requirements: readonly Requirement[];
  readonly differences: readonly ProbedDifference[];
}

/** Beside the contexts, not in them: a requirement refers to the context of its check. */
const selections = new WeakMap<CheckContext, Selection>();

export function select(context: CheckContext, selection: Selection): void {
  selections.set(context, selection);
}

/** Nothing, where no schedule has selected anything. */
export function selectionOf(context: CheckContext): Selection {
  return selections.get(context) ?? { requirements: [], differences: [] };
}
