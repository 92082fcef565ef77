import { randomInt } from "node:crypto";

const length = 5;

/**
 * What tells the names of a run from those of every other: five characters of `[a-z0-9]`. Drawn, not
 * told by a clock: runs in one organisation may begin in the same second.
 */
export function newRunTag(): string {
  return randomInt(36 ** length)
    .toString(36)
    .padStart(length, "0");
}
