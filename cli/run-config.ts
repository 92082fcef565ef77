import { createGateState } from "../client/index.ts";
import type { runFiles } from "../reports/run-directory.ts";
import { versions } from "../schemas/version.ts";
import type { RunConfig } from "../suites/run/run-config.ts";
import { newRunTag } from "../suites/run/run-tag.ts";
import { patienceWith } from "./patience.ts";
import type { RunFlags } from "./run-flags.ts";
import type { ResolvedTarget } from "./target.ts";
import { flagWords, targetWords } from "./target-words.ts";

/**
 * The settings of a run, from its target and its flags.
 * @param requirements ids; undefined: all
 * @param isEmbedded whether the target is the embedded organisation
 */
export function configOf(
  target: ResolvedTarget,
  flags: RunFlags,
  requirements: readonly string[] | undefined,
  files: ReturnType<typeof runFiles>,
  isEmbedded: boolean,
): RunConfig {
  const { name: _, variables, ...settings } = target;
  return {
    ...settings,
    seed: flags.seed ?? Math.floor(Math.random() * 2 ** 31),
    runTag: newRunTag(),
    gate: createGateState(),
    ...patienceWith(target, isEmbedded),
    files: { exchanges: files.exchanges, journal: files.journal },
    ...(requirements ? { requirements } : {}),
    ...(flags.canary ? { canary: true, ...oneUser(target) } : {}),
    strict: flags.strict === true,
    failFast: flags.failFast === true,
    rerun: { words: rerunWords(flags), embedded: isEmbedded, variables },
  };
}

/** A canary creates one user, and a group in each version. */
const oneUser = ({ maxGroups }: ResolvedTarget) => ({
  maxUsers: 1,
  maxGroups: Math.min(versions.length, maxGroups),
});

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
