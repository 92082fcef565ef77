import { randomInt } from "node:crypto";

const length = 5;

/**
 * Distinguishes the names of a run from those of others: five characters of `[a-z0-9]`. Random, not
 * from a clock: runs in one organisation may start in the same second.
 */
export function newRunTag(): string {
  return randomInt(36 ** length)
    .toString(36)
    .padStart(length, "0");
}
