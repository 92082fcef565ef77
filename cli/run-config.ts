import { createGateState, isLoopback } from "../client/index.ts";
import type { runFiles } from "../reports/run-directory.ts";
import type { RunConfig } from "../suites/run/run-config.ts";
import { newRunTag } from "../suites/run/run-tag.ts";
import type { RunFlags } from "./run-flags.ts";
import type { ResolvedTarget } from "./target.ts";

/** How long a check waits for a delayed effect: shorter for a server on this machine. */
const patienceMs = { here: 10_000, away: 30_000 };

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
    patienceMs: Object.values(target.baseUrls).every(isLoopback)
      ? patienceMs.here
      : patienceMs.away,
    files: { exchanges: files.exchanges, journal: files.journal },
    ...(requirements ? { requirements } : {}),
    strict: flags.strict === true,
    failFast: flags.failFast === true,
    rerun: { words: rerunWords(flags), embedded: isEmbedded, variables },
  };
}

/** The flags that name the target of a run and say how it is judged, as the user gave them. */
function rerunWords(flags: RunFlags): string[] {
  const { target, v1, v2, tokenEnv, profile, maxUsers, allowWrites, strict } = flags;
  const named = {
    "--target": target,
    "--v1": v1,
    "--v2": v2,
    "--token-env": tokenEnv,
    "--profile": profile,
    "--max-users": maxUsers,
  };
  return [
    ...Object.entries(named).flatMap(([flag, value]) =>
      value === undefined ? [] : [flag, `${value}`],
    ),
    ...(allowWrites ? ["--allow-writes"] : []),
    ...(strict ? ["--strict"] : []),
  ];
}
