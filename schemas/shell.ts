import type { CredentialVariables } from "./types.generated.ts";

/** A command of this tool that a reader can paste into a POSIX shell. @param words not quoted yet */
export function toolCommand(...words: readonly string[]): string {
  return ["npx slack-scim-conformance", ...words.map(shellWord)].join(" ");
}

/** A word of a command, quoted where a POSIX shell would change it. */
export function shellWord(word: string): string {
  return /^[\w./:@%+=,-]+$/.test(word) ? word : inQuotes(word);
}

/** A shell interprets nothing in single quotes; one in the text ends and reopens them. */
export function inQuotes(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The words by which curl takes the credentials from the environment. */
export function curlCredentials(variables: CredentialVariables): string[] {
  return "token" in variables
    ? ["-H", `"Authorization: Bearer $${variables.token}"`]
    : ["-u", `"$${variables.username}:$${variables.password}"`];
}
