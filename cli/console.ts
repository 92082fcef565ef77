import { Redaction } from "../client/transport/redaction.ts";
import { withoutCommands } from "../reports/ci/annotations.ts";
import type { RedactedText } from "../schemas/index.ts";

/** Until a command knows its target, it can hide only secrets that have a known form. */
let gate: Pick<Redaction, "text"> = new Redaction({ secrets: [], showStrangers: true });

/** From now on everything printed passes this gate, which knows the secrets of the target. */
export function printThrough(redaction: Pick<Redaction, "text">): void {
  gate = redaction;
}

/** Prints the result of a command. */
export function print(text: string): void {
  write(process.stdout, throughGate(`${text}\n`));
}

/** Prints lines that are not the result: notices and errors. */
export function printNotice(text: string): void {
  write(process.stderr, throughGate(`${text}\n`));
}

/** Prints commands of GitHub Actions, one a line: no other line can be one. */
export function printCommands(lines: readonly string[]): void {
  for (const line of lines) write(process.stdout, gate.text(`${line}\n`));
}

/** Redacts a line of the progress display, which does its own writing. */
export function throughGate(text: string): RedactedText {
  return gate.text(withoutCommands(text));
}

/** The only place where a command prints: any line may quote the target. */
function write(stream: NodeJS.WriteStream, text: RedactedText): void {
  stream.write(text);
}
