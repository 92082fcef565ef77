import { Redaction } from "../../client/index.ts";
import type { RedactedText } from "../../schemas/index.ts";
import type { ShownCredentials } from "./formats/entry.ts";

/** A recording rarely holds more; each costs time for every line. */
const mostSecrets = 200;

/**
 * The gate of what is written: it learns the credentials that a recording shows. What was written
 * before one was known has to pass it again.
 */
export class RecordingGate {
  readonly #showValues: boolean;
  readonly #secrets = new Set<string>();
  readonly #accounts = new Set<string>();
  #redaction: Redaction | undefined;
  /** How many credentials are known; grows only. */
  #known = 0;

  /** @param showValues personal values may be written; secrets never */
  constructor(showValues: boolean) {
    this.#showValues = showValues;
  }

  get known(): number {
    return this.#known;
  }

  learn({ secrets, accounts }: ShownCredentials): void {
    for (const secret of secrets) {
      if (this.#secrets.size < mostSecrets) this.#secrets.add(secret);
    }
    for (const account of accounts) {
      if (this.#accounts.size < mostSecrets) this.#accounts.add(account);
    }
    const known = this.#secrets.size + this.#accounts.size;
    if (known === this.#known) return;
    this.#known = known;
    this.#redaction = undefined;
  }

  text(text: string): RedactedText {
    return this.#gate.written(text);
  }

  /** A JSON document with a line feed at its end. */
  json(value: unknown, indent?: number): RedactedText {
    return this.#gate.writtenJson(value, indent);
  }

  /** The same value without secrets, for what is shown in another form. */
  value<T>(value: T): T {
    return JSON.parse(this.json(value)) as T;
  }

  get #gate(): Redaction {
    this.#redaction ??= new Redaction({
      secrets: [...this.#secrets],
      accounts: [...this.#accounts],
      showStrangers: this.#showValues,
    });
    return this.#redaction;
  }
}
