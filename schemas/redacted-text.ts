declare const redacted: unique symbol;

/**
 * A text that may leave the process: the gate (`client/transport/redaction.ts`) has taken secrets,
 * and data of people whom the run did not create, out of it. Only the gate makes one; what writes a
 * file or the console takes nothing else.
 */
export type RedactedText = string & { readonly [redacted]: true };

/** Makes a text one that may be written: what the gate gives to rooms that cannot import it. */
export type Redact = (text: string) => RedactedText;
