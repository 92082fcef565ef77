/** The exit codes of every command. */
export const exitCode = {
  noFinding: 0,
  findings: 1,
  /** Bad usage or configuration. */
  usage: 2,
  /** The target could not be tested: unreachable, unauthorised, aborted. */
  untestable: 3,
} as const;

/** A mistake of the user: the message is one line that says what and where. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The target cannot be tested: the message is one line that says why. */
export class UntestableError extends Error {
  override readonly name = "UntestableError";
}
