import { visible } from "../visible-text.ts";

/** A folder or file cannot be written as requested: the message is one line. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/** A path or other foreign text in a message: one line, whatever it contains. */
export function shown(text: string): string {
  return visible(text).replaceAll("\n", "⟨U+000A⟩");
}

/** The system's code of a failed call, such as `EACCES`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}

/** Why a call failed, in a message: the code where there is one. */
export function reasonOf(error: unknown): string {
  return codeOf(error) ?? (error instanceof Error ? error.message : String(error));
}
