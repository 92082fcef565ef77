import type { MigrationLine } from "../../schemas/index.ts";

/** What the code that handles an answer has to change. */
export interface AnswerChange {
  /** The code of the warning that says the same, such as `response:status-204`. */
  readonly code: string;
  readonly text: string;
  readonly differences: readonly string[];
}

/**
 * What becomes of one 1.1 request: an output line without its source, and what the handling of its answer needs.
 * `v1` and `v2` hold the values of the request; `form` and the texts of warnings never do.
 */
export interface Translation extends Omit<MigrationLine, "source"> {
  readonly answer: readonly AnswerChange[];
}
