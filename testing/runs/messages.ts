import type { CheckResult } from "../../schemas/index.ts";
import { inOneLine } from "./all-checks.ts";

const isTold = ({ verdict }: CheckResult) =>
  verdict === "fail" || verdict === "warn" || verdict === "deviation";

/** A request as a message names it: `PATCH /Users/2819c2 returned 200`. */
const request = /\b(?:GET|POST|PUT|PATCH|DELETE) \/\S* ?.* (?:returned \d{3}|had no response)/;

/** A fact that is only a word, and no value after it: `same: expected true, saw false (GET …`. */
const wordOnly =
  /^(?!refused\b|found\b)[^;]*expected (?:true|false|"[^"]*"), saw (?:true|false|"another"|"changed"|"different"|"otherwise")(?: \(FACT-[^)]*\))? \((?:GET|POST|PUT|PATCH|DELETE) /;

/** What is wrong with the messages of findings: each has a request, and values that a reader can act on. */
export function unclear(results: readonly CheckResult[]): string[] {
  return results.filter(isTold).flatMap((result) => {
    const { message = "" } = result;
    const faults = [
      ...(request.test(message) ? [] : ["names no request"]),
      ...(/(?<!an )\bundefined\b/.test(message) ? ["says undefined"] : []),
      ...(wordOnly.test(message) ? ["hides the values"] : []),
    ];
    return faults.map((fault) => `${fault}: ${inOneLine(result)}`);
  });
}
