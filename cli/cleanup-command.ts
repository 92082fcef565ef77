import { isLoopback } from "../client/index.ts";
import { toolCommand } from "../schemas/shell.ts";
import type { Version } from "../schemas/version.ts";
import type { TargetFlags } from "./target.ts";
import { targetWords } from "./target-words.ts";

/** The flags that a later clean-up needs too. */
type Flags = Pick<TargetFlags, "target" | "v1" | "v2" | "tokenEnv"> & { out: string };

/**
 * The command that cleans up what a run leaves in an organisation, to be copied into a shell.
 * @param baseUrls where the run was; needed where the flags do not say it
 */
export function cleanupCommand(
  { target, v1, v2, tokenEnv, out }: Flags,
  baseUrls: Partial<Record<Version, string>>,
): string {
  const urls = { v1: v1 ?? baseUrls["1.1"], v2: v2 ?? baseUrls["2.0"] };
  const words = targetWords({ target, ...urls, tokenEnv });
  const permission = Object.values(baseUrls).every(isLoopback) ? [] : ["--allow-writes"];
  return toolCommand("cleanup", ...words, "--out", out, ...permission);
}
