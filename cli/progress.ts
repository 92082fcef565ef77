import { visible } from "../reports/visible-text.ts";
import { throughGate } from "./console.ts";
import { roundly, timeLeft } from "./time-left.ts";

/** How far a phase has come. */
export interface ProgressState {
  /** What is worked at: a name of this tool's, never text from a target. */
  area: string;
  done: number;
  /** As far as it is known; 0: not yet. */
  total: number;
  /** Absent where a phase judges nothing. */
  findings?: number;
  /** How long the phase still takes; without it, it is reckoned from what is done. */
  leftMs?: number;
}

/** Says on the console how far a command has come. */
export interface Progress {
  /** Begins a phase, and ends the one before. */
  phase(name: string): void;
  /** The same for a phase that is over at once: it is mentioned only where it is not. */
  shortPhase(name: string): void;
  update(state: ProgressState): void;
  /** Says a line that stays; what is seen of it is one line, whatever it holds. */
  note(line: string): void;
  /** Ends the last phase. May be called twice. */
  stop(): void;
}

/** What is needed of a terminal, or of a file in its place. */
export interface ProgressStream {
  write(text: string): unknown;
  on(event: "error", listener: () => void): unknown;
  isTTY?: boolean;
  columns?: number;
}

export interface ProgressSurroundings {
  env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds, from any beginning. */
  now: () => number;
}

/** Without a terminal, a line this often: at least every ten seconds, though timers are late. */
const lineEveryMs = 8000;
/** A live line is drawn anew this often, in milliseconds, for the time that is left. */
const drawEveryMs = 1000;
/** And not more often than this when much is done. */
const drawAtMostEveryMs = 80;
/** A guess of the time left is worth nothing before. */
const guessAfterMs = 3000;
/** A live line in fewer columns says nothing. */
const fewestColumns = 20;

/**
 * Progress on a stream: one live line on a terminal that can be written over, plain lines elsewhere
 * (a file, a pipe, CI, a terminal without a size or without cursor movements).
 */
export function startProgress(
  stream: ProgressStream,
  { env, now }: ProgressSurroundings = { env: process.env, now: () => performance.now() },
): Progress {
  const isPlain = env.TERM === "dumb" || !["", "false", "0", undefined].includes(env.CI);
  // Asked each time: a window may be resized to nothing.
  const isLive = () => !isPlain && stream.isTTY === true && (stream.columns ?? 0) >= fewestColumns;
  let current: Phase | undefined;
  let isDrawn = false;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let saidAt = 0;
  let isClosed = false;
  // Whoever read it has gone, or the terminal was closed: no reason to stop a run, or its clean-up.
  stream.on("error", () => {
    isClosed = true;
  });

  const write = (text: string) => {
    if (!isClosed) stream.write(throughGate(text));
  };
  const erase = () => {
    if (isDrawn) write("\r\u001b[K");
    isDrawn = false;
  };
  const say = (line: string) => {
    erase();
    write(`${oneLine(line)}\n`);
  };
  const draw = () => {
    if (!current || !isLive()) return;
    const line = oneLine(lineOf(current, now())).slice(0, (stream.columns ?? 0) - 1);
    write(`\r${line}\u001b[K`);
    isDrawn = true;
    drawnAt = now();
  };
  const sayLine = () => {
    if (!current || isLive()) return;
    say(lineOf(current, now()));
    saidAt = now();
  };
  const tick = () => {
    draw();
    if (now() - saidAt >= lineEveryMs) sayLine();
  };
  const end = () => {
    erase();
    if (current && !current.isShort && !isLive()) say(endOf(current, now()));
    current = undefined;
  };
  let timer: NodeJS.Timeout | undefined;

  const begin = (phase: Phase) => {
    end();
    current = phase;
    timer ??= setInterval(tick, drawEveryMs).unref();
  };

  return {
    phase(name) {
      begin({ name, startedAt: now() });
      draw();
      sayLine();
    },
    shortPhase(name) {
      begin({ name, startedAt: now(), isShort: true });
      saidAt = now();
    },
    update(state) {
      if (!current) return;
      current.state = state;
      current.updatedAt = now();
      if (now() - drawnAt >= drawAtMostEveryMs) draw();
    },
    note(line) {
      say(line);
      draw();
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
      end();
    },
  };
}

interface Phase {
  name: string;
  startedAt: number;
  isShort?: true;
  state?: ProgressState;
  updatedAt?: number;
}

function lineOf(phase: Phase, now: number): string {
  const { name, state } = phase;
  if (!state) return `${name}…`;
  const left = leftOf(phase, now);
  const parts = [`${state.area}, ${share(state)}`, ...findings(state)];
  if (left !== undefined) parts.push(timeLeft(left));
  return `${name}: ${parts.join(", ")}`;
}

function endOf({ name, startedAt, state }: Phase, now: number): string {
  const seen = state ? [share(state), ...findings(state)] : [];
  return `${name}: ${[...seen, `ended after ${roundly(now - startedAt)}`].join(", ")}`;
}

function share({ done, total }: ProgressState): string {
  return total > 0 ? `${number(done)} of ${number(total)}` : `${number(done)}`;
}

function findings({ findings: count }: ProgressState): string[] {
  if (count === undefined) return [];
  return [count === 1 ? "1 finding" : `${number(count)} findings`];
}

/** Milliseconds; undefined while nothing can be said of it. */
function leftOf({ startedAt, state, updatedAt = startedAt }: Phase, now: number) {
  if (!state) return undefined;
  const { done, total, leftMs } = state;
  const wasLeft = leftMs ?? guess(updatedAt - startedAt, done, total);
  if (wasLeft === undefined || !Number.isFinite(wasLeft)) return undefined;
  return Math.max(0, wasLeft - (now - updatedAt));
}

function guess(elapsedMs: number, done: number, total: number): number | undefined {
  if (elapsedMs < guessAfterMs || done <= 0 || total < done) return undefined;
  return (elapsedMs / done) * (total - done);
}

const number = (count: number) => count.toLocaleString("en");

/** Nothing in a line moves the cursor, or begins another line. */
function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, " "));
}
