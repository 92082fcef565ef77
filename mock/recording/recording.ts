import { gateOf } from "./gate.ts";
import { HarRecording } from "./har.ts";
import { logLine } from "./log-line.ts";
import type { Watcher } from "./traffic.ts";

/** Where the traffic of a mock goes. */
export interface RecordingOptions {
  /** A HAR file. */
  har?: string;
  /** Takes a line for each request. */
  log?: (line: string) => void;
  /** Takes a line where the HAR ends early; default: a warning of Node.js. */
  warn?: (line: string) => void;
}

/** The recordings of a mock. */
interface Recording {
  /** Undefined where nothing is recorded: such a server does not pay for it. */
  readonly watch: Watcher | undefined;
  /** @throws Error of one line if the HAR cannot be written */
  begin(): void;
  end(): void;
}

/** @param secrets hidden in the recordings, in any encoding */
export function recordingOf(
  { har, log, warn = (line) => process.emitWarning(line) }: RecordingOptions,
  secrets: () => readonly string[],
): Recording {
  const gate = gateOf(secrets);
  const file = har === undefined ? undefined : new HarRecording(har, gate, warn);
  const watchers: Watcher[] = [];
  if (file) watchers.push(file.watch);
  if (log) watchers.push((traffic) => log(logLine(traffic, gate)));
  const tellAll: Watcher = (traffic) => {
    for (const watch of watchers) watch(traffic);
  };
  return {
    watch: watchers.length === 0 ? undefined : tellAll,
    begin: () => void file?.begin(),
    end: () => file?.end(),
  };
}
