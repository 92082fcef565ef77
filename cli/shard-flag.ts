import { InvalidArgumentError } from "commander";
import type { Shard } from "../suites/run/shard.ts";

/** More parts than this would be smaller than a rule. */
const most = 1000;

/** Reads `I/N` of `--shard`. @throws InvalidArgumentError, which commander shows in one line */
export function shardOf(text: string): Shard {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (index === undefined || count === undefined || count < 1 || count > most) {
    throw new InvalidArgumentError("must be I/N, such as 1/3, with N from 1 to 1000");
  }
  if (index < 1 || index > count) {
    throw new InvalidArgumentError(`the first number must be from 1 to ${count}`);
  }
  return { index, count };
}
