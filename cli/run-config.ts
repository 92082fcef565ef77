import { createGateState } from "../client/index.ts";
import { UsageError } from "../reports/exit.ts";
import type { runFiles } from "../reports/run-directory.ts";
import { versions } from "../schemas/version.ts";
import type { RunConfig } from "../suites/run/run-config.ts";
import { newRunTag } from "../suites/run/run-tag.ts";
import { type Shard, shareOf } from "../suites/run/shard.ts";
import { patienceWith } from "./patience.ts";
import type { RunFlags } from "./run-flags.ts";
import type { ResolvedTarget } from "./target.ts";
import { flagWords, targetWords } from "./target-words.ts";

/**
 * The settings of a run, from its target and its flags.
 * @param requirements ids; undefined: all
 * @param isEmbedded whether the target is the embedded organisation
 * @param known ids that the baseline has
 */
export function configOf(
  target: ResolvedTarget,
  flags: RunFlags,
  requirements: readonly string[] | undefined,
  files: ReturnType<typeof runFiles>,
  isEmbedded: boolean,
  known: readonly string[] = [],
): RunConfig {
  const { name: _, variables, ...settings } = target;
  return {
    ...settings,
    seed: flags.seed ?? Math.floor(Math.random() * 2 ** 31),
    runTag: newRunTag(),
    gate: createGateState(undefined, { reads: true }),
    ...patienceWith(target, isEmbedded ? 0 : undefined),
    files: { exchanges: files.exchanges, journal: files.journal },
    ...(requirements ? { requirements } : {}),
    ...(flags.canary ? { canary: true, ...oneUser(target) } : {}),
    ...(flags.shard ? partOfTarget(flags.shard, target, isEmbedded) : {}),
    strict: flags.strict === true,
    failFast: flags.failFast === true,
    known,
    rerun: { words: rerunWords(flags), embedded: isEmbedded, variables },
  };
}

/** A canary creates one user, and a group in each version. */
const oneUser = ({ maxGroups }: ResolvedTarget) => ({
  maxUsers: 1,
  maxGroups: Math.min(versions.length, maxGroups),
});

/**
 * What a shard may use. The embedded organisation is its own; any other may be that of all shards,
 * which may run at once.
 * @throws UsageError where it may create no user
 */
function partOfTarget(
  shard: Shard,
  { writes, maxUsers, maxGroups }: ResolvedTarget,
  isEmbedded: boolean,
) {
  if (isEmbedded) return { shard };
  const part = {
    maxUsers: shareOf(maxUsers, shard),
    maxGroups: shareOf(maxGroups, shard),
    limitShare: 1 / shard.count,
  };
  if (writes && part.maxUsers === 0) {
    throw new UsageError(
      `--shard ${shard.index}/${shard.count}: ${maxUsers} users are too few for ${shard.count} shards; raise --max-users or safety.maxUsers`,
    );
  }
  return { shard, ...part };
}

/** The flags that make another run test the same target in the same way. */
function rerunWords(flags: RunFlags): string[] {
  return [
    ...targetWords(flags),
    ...flagWords("--profile", flags.profile),
    ...(flags.allowWrites ? ["--allow-writes"] : []),
    ...flagWords("--max-users", flags.maxUsers),
    ...(flags.strict ? ["--strict"] : []),
  ];
}
