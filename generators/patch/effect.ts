import type { NeutralUser } from "../../schemas/index.ts";
import type { DueError } from "../errors.ts";

/** The effect of one intent. */
export interface Effect {
  readonly user: NeutralUser;
  readonly inferred?: boolean;
  readonly refusal?: DueError;
}
