import { exitCode } from "../reports/exit.ts";
import { printNotice } from "./console.ts";

const handled = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
type Handled = (typeof handled)[number];

/** Where signals come from; tests pass their own. */
export interface SignalSource {
  on(signal: Handled, listener: (signal: Handled) => void): unknown;
  off(signal: Handled, listener: (signal: Handled) => void): unknown;
  exit(code: number): unknown;
}

export interface SignalOptions {
  /** Whether a user can press Ctrl-C; default: whether standard input is a terminal. */
  isTerminal?: boolean;
  source?: SignalSource;
  /** Takes one line for the user. */
  write?: (line: string) => void;
}

/**
 * Handles Ctrl-C (SIGINT), SIGTERM and a closed terminal (SIGHUP) alike: the command stops and
 * cleans up. Only a second Ctrl-C from a terminal skips the clean-up; other signals are ignored
 * meanwhile.
 */
export class Signals {
  readonly #stop = new AbortController();
  readonly #isTerminal: boolean;
  readonly #source: SignalSource;
  readonly #write: (line: string) => void;
  #isCleaningUp = false;
  #interrupts = 0;

  constructor({ isTerminal, source = process, write }: SignalOptions = {}) {
    this.#isTerminal = isTerminal ?? process.stdin.isTTY === true;
    this.#source = source;
    this.#write = write ?? printNotice;
    for (const signal of handled) source.on(signal, this.#onSignal);
  }

  /** Aborted by the first signal; its reason is the name of the signal. */
  get stopped(): AbortSignal {
    return this.#stop.signal;
  }

  /** The signal that ended the command, if any. */
  get name(): string | undefined {
    const { aborted, reason } = this.#stop.signal;
    return aborted ? String(reason) : undefined;
  }

  /** From now on, only a second Ctrl-C ends the command. */
  cleaningUp(): void {
    this.#isCleaningUp = true;
  }

  /** Removes the handlers. */
  close(): void {
    for (const signal of handled) this.#source.off(signal, this.#onSignal);
  }

  readonly #onSignal = (signal: Handled): void => {
    if (signal === "SIGINT") this.#interrupts += 1;
    const isFirst = !this.#stop.signal.aborted;
    if (signal === "SIGINT" && this.#interrupts > 1 && this.#isTerminal) {
      this.#source.exit(exitCode.untestable);
    } else if (this.#isCleaningUp) {
      if (signal === "SIGINT" && this.#isTerminal) {
        this.#write("finishing the clean-up; press Ctrl-C again to quit at once");
      }
    } else if (isFirst) {
      const again = this.#isTerminal ? "; press Ctrl-C again to quit at once" : "";
      this.#write(`${signal}: stopping after the requests in flight${again}`);
      this.#stop.abort(signal);
    }
  };
}
