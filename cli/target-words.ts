import type { TargetFlags } from "./target.ts";

/** The flags that name a target and its token. */
type TargetNames = {
  readonly [Name in "target" | "v1" | "v2" | "tokenEnv"]?: TargetFlags[Name] | undefined;
};

/** The words of a command that name a target and its token as these flags do; none: the embedded one. */
export function targetWords({ target, v1, v2, tokenEnv }: TargetNames): string[] {
  return [
    ...(target === undefined
      ? [...flagWords("--v1", v1), ...flagWords("--v2", v2)]
      : flagWords("--target", target)),
    ...flagWords("--token-env", tokenEnv),
  ];
}

/** A flag and its value; none where the value is absent. */
export function flagWords(name: string, value: string | number | undefined): string[] {
  return value === undefined ? [] : [name, String(value)];
}
