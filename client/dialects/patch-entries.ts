import type { PatchEntry, PatchForm } from "../../schemas/index.ts";

/**
 * The values of a list as a PATCH carries them: unchanged, or roles as plain strings, which Slack
 * accepts too (FACT-USER-67). A string cannot say `primary`: of several roles the objects are kept.
 */
export function writeEntries(
  path: string,
  entries: readonly PatchEntry[],
  { roles }: PatchForm,
): unknown[] {
  const asStrings = path === "roles" && roles === "strings" && entries.length === 1;
  return asStrings ? entries.map(({ value }) => value) : [...entries];
}
