import { Redaction } from "../client/index.ts";
import type { RedactedText } from "../schemas/index.ts";

/** Before a command knows its target there are no secrets to hide but those told by their shape. */
let gate: Pick<Redaction, "text"> = new Redaction({ secrets: [], showStrangers: true });

/** From now on all that is printed passes this gate: it knows the secrets of the target. */
export function printThrough(redaction: Pick<Redaction, "text">): void {
  gate = redaction;
}

/** Prints lines for who reads or pipes the result. */
export function print(text: string): void {
  write(process.stdout, gate.text(`${text}\n`));
}

/** Prints lines that are not the result: notices and errors. */
export function printNotice(text: string): void {
  write(process.stderr, gate.text(`${text}\n`));
}

/** A line for the progress of a command, which draws by itself. */
export function throughGate(text: string): RedactedText {
  return gate.text(text);
}

/** The only place where a command prints: what a target said may stand in any of its lines. */
function write(stream: NodeJS.WriteStream, text: RedactedText): void {
  stream.write(text);
}
