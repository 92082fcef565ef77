import type { RecordCounts } from "../commands/record/session.ts";
import { toolCommand } from "../schemas/shell.ts";

/** The last lines of `record`, for a reader. @param file as the user named it */
export function recordLines(counts: RecordCounts, file: string): string[] {
  const { exchanges, v1, v2, other, unanswered, recorded, refused } = counts;
  const some = (count: number, words: string) => (count === 0 ? [] : [`${number(count)} ${words}`]);
  const parts = [
    ...[`${number(v1)} to 1.1`, `${number(v2)} to 2.0`],
    ...some(other, other === 1 ? "other" : "others"),
    ...some(unanswered, "without an answer"),
  ];
  const missing = recorded < exchanges ? `, of which ${recordedOf(recorded)}` : "";
  return [
    `${number(exchanges)} ${exchanges === 1 ? "exchange" : "exchanges"}: ${parts.join(", ")}${missing}`,
    ...some(
      refused,
      refused === 1
        ? "request was refused: for another host, or not HTTP"
        : "requests were refused: for another host, or not HTTP",
    ),
    `Recording  ${file}`,
    ...(recorded === 0 ? [] : [`Next       ${toolCommand("migrate", file)}`]),
  ];
}

const recordedOf = (count: number) =>
  count === 0 ? "none is recorded" : `only ${number(count)} ${count === 1 ? "is" : "are"} recorded`;

const number = (value: number) => value.toLocaleString("en");
