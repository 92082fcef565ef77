import type { ConfigFile } from "../../schemas/index.ts";

/** A key of the configuration file: the name of the flag that it stands for. */
export type ConfigKey = Exclude<keyof ConfigFile, "$schema">;

/** The flags that replace each key, beside the one of its name. */
export const replacedBy: Readonly<Record<ConfigKey, readonly string[]>> = {
  target: ["v1", "v2"],
  profile: [],
  area: ["requirement", "canary"],
  cases: ["runs"],
  out: [],
  baseline: [],
  junit: [],
  ctrf: [],
  strict: [],
  quiet: ["verbose"],
};

export const configKeys = Object.keys(replacedBy) as readonly ConfigKey[];

/** The keys that each command takes; the other commands do not read the file. */
export const keysOfCommands: Readonly<Record<string, readonly ConfigKey[]>> = {
  run: configKeys,
  compare: ["target"],
  // Its target is that of the journal; the file may name the variable that holds the token.
  cleanup: ["target", "out"],
  report: ["out"],
  explain: ["out"],
};
