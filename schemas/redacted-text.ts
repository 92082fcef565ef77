declare const redacted: unique symbol;

/**
 * A text that may leave the process: the gate (`client/transport/redaction.ts`) has removed secrets,
 * and data of people whom the run did not create. Only the gate makes one; whatever writes a file
 * or to the console accepts nothing else.
 */
export type RedactedText = string & { readonly [redacted]: true };

/** Marks a text as one that may be written; the gate passes it to rooms that cannot import the gate. */
export type Redact = (text: string) => RedactedText;
