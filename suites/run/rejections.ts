import type { CheckCallOptions } from "./check-calls.ts";
import { currentCheck } from "./current-check.ts";
import { Skip } from "./stop.ts";
import { Trouble } from "./trouble.ts";

/** The credentials of a request that a provider should reject. */
type BadCredentials = NonNullable<CheckCallOptions["token"]>;

/**
 * Requests with insufficient credentials to one version. Some providers delay the rejection by
 * minutes, to slow down guessing: the first such request that gets no response in time is an error,
 * and the others are not sent, so that a run waits once.
 */
export class Rejections {
  /** Kinds of credentials that were rejected in time. */
  readonly #answered = new Set<string>();
  #silence: { by: string | undefined; text: string } | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * @throws Trouble where this request gets no response
   * @throws Skip where an earlier one got none
   */
  async send<T extends { status: number }>(
    credentials: BadCredentials,
    request: () => Promise<T>,
  ): Promise<T> {
    const kind = typeof credentials === "string" ? credentials : "value";
    if (this.#answered.has(kind)) return this.#tried(kind, request);
    // One at a time until it is known whether there is a response.
    const turn = this.#turn.then(() => this.#tried(kind, request));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #tried<T extends { status: number }>(kind: string, request: () => Promise<T>): Promise<T> {
    if (this.#silence !== undefined && !this.#answered.has(kind)) {
      const { by, text } = this.#silence;
      throw new Skip("blocked-by", `not sent: ${text}`, by);
    }
    try {
      const response = await request();
      // What is open to everyone does not show how credentials are rejected.
      if (response.status >= 400) this.#answered.add(kind);
      return response;
    } catch (error) {
      if (!(error instanceof Trouble) || error.code !== "timeout") throw error;
      const text = `a request with insufficient credentials got no response in time: ${error.message}`;
      this.#answered.delete(kind);
      this.#silence ??= { by: currentCheck.getStore(), text };
      throw new Trouble("timeout", text);
    }
  }
}
