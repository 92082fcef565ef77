import type { DifferenceResult } from "../../../schemas/index.ts";
import type { DifferentialReport } from "../../run/differ.ts";

/** One result for each property in which the versions disagree; those in which they agree have none. */
export function generatedDifferences(reports: readonly DifferentialReport[]): DifferenceResult[] {
  return reports.flatMap(({ id, title, area, topic, disagreement, exchanges }) => {
    if (!disagreement) return [];
    const after = `after ${JSON.stringify(disagreement.value)}`;
    const difference: DifferenceResult = {
      id,
      title,
      area,
      topic,
      impact: "silent",
      kind: "undocumented",
      status: "otherwise",
      v1: `seen: ${JSON.stringify(disagreement.v1)} ${after}`,
      v2: `seen: ${JSON.stringify(disagreement.v2)} ${after}`,
      exchanges,
    };
    return [difference];
  });
}
