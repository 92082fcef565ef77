import { visible } from "../reports/visible-text.ts";
import { throughGate } from "./console.ts";
import { roundly, timeLeft } from "./time-left.ts";

/** Progress of a phase. */
interface ProgressState {
  /** What is worked on: a name from this tool, never text from a target. */
  area: string;
  done: number;
  /** 0 while it is not known. */
  total: number;
  /** Absent where a phase judges nothing. */
  findings?: number;
  /** Time left; estimated from `done` where absent. */
  leftMs?: number;
}

/** Shows the progress of a command on the console. */
export interface Progress {
  /** Begins a phase and ends the previous one. */
  phase(name: string): void;
  /** The same for a short phase, which is shown only if it takes long. */
  shortPhase(name: string): void;
  update(state: ProgressState): void;
  /** Prints a line that stays: one line, whatever the text contains. */
  note(line: string): void;
  /** The same for a warning or an error, which `--quiet` shows too. */
  warn(line: string): void;
  /** Ends the last phase. May be called twice. */
  stop(): void;
}

/** The part of a terminal, or of a file, that is used. */
export interface ProgressStream {
  write(text: string): unknown;
  on(event: "error", listener: () => void): unknown;
  isTTY?: boolean;
  columns?: number;
}

export interface ProgressSurroundings {
  env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since any fixed time. */
  now: () => number;
}

/** How often a line is written without a terminal: below ten seconds, since timers are late. */
const lineEveryMs = 8000;
/** How often a live line is redrawn to update the time left, in milliseconds. */
const drawEveryMs = 1000;
/** The shortest time between two redraws, in milliseconds. */
const drawAtMostEveryMs = 80;
/** The time left is not estimated before, in milliseconds. */
const guessAfterMs = 3000;
/** Fewer columns are too narrow for a live line. */
const fewestColumns = 20;

/**
 * Shows progress on a stream: one live line on a terminal, plain lines elsewhere
 * (a file, a pipe, CI, a terminal without a size or without cursor movements).
 * @param isQuiet shows only warnings and errors
 */
export function startProgress(
  stream: ProgressStream,
  { env, now }: ProgressSurroundings = { env: process.env, now: () => performance.now() },
  isQuiet = false,
): Progress {
  const isPlain = env.TERM === "dumb" || !["", "false", "0", undefined].includes(env.CI);
  // Checked each time: the window may be resized.
  const isLive = () => !isPlain && stream.isTTY === true && (stream.columns ?? 0) >= fewestColumns;
  let current: Phase | undefined;
  let isDrawn = false;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let saidAt = 0;
  let isClosed = false;
  // The reader or the terminal is gone: that must not stop a run or its clean-up.
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

  const keep = (line: string) => {
    say(line);
    draw();
  };
  if (isQuiet) {
    const nothing = () => undefined;
    return {
      ...{ phase: nothing, shortPhase: nothing, update: nothing, note: nothing, stop: nothing },
      warn: keep,
    };
  }
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
    note: keep,
    warn: keep,
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

/** Milliseconds; undefined while it is unknown. */
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

/** Removes what would move the cursor or begin another line. */
function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, " "));
}
