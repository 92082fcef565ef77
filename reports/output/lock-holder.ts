import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Who works in a folder. */
export interface LockHolder {
  pid: number;
  host: string;
  /** ISO 8601, in UTC. */
  startedAt: string;
  /**
   * Where the process number holds: a container, and a machine since it was started, count their
   * own. Absent where the system does not tell.
   */
  space?: string;
}

/** A holder that gives no sign for longer than this is taken to be gone, in milliseconds. */
export const staleAfterMs = 30_000;

/** This process, as it stands in a lock. */
export function thisProcess(): LockHolder {
  const space = processSpace();
  return {
    pid: process.pid,
    host: hostname(),
    startedAt: new Date().toISOString(),
    ...(space === undefined ? {} : { space }),
  };
}

/** @returns undefined where the text is not that of a lock, such as of one that is being written */
export function parseHolder(text: string): LockHolder | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof json !== "object" || json === null) return undefined;
  const { pid, host, startedAt, space }: Partial<Record<keyof LockHolder, unknown>> = json;
  if (typeof pid !== "number" || !Number.isSafeInteger(pid) || pid < 1) return undefined;
  if (typeof host !== "string" || typeof startedAt !== "string") return undefined;
  return { pid, host, startedAt, ...(typeof space === "string" ? { space } : {}) };
}

/**
 * Why a lock may be taken over; undefined while its holder may be alive.
 *
 * @param ageMs since the last heartbeat; negative where a clock was set back, which says as little
 *   as a great age: who is alive sets it right within seconds
 * @param isRunning whether a process of this machine is there
 */
export function whyGone(
  holder: LockHolder | undefined,
  ageMs: number,
  here: Pick<LockHolder, "host" | "space">,
  isRunning: (pid: number) => boolean,
): string | undefined {
  // The number of a process says something only where it was given.
  const isHere = holder?.host === here.host && holder.space === here.space;
  if (isHere && !isRunning(holder.pid)) return "which is gone";
  if (Math.abs(ageMs) <= staleAfterMs) return undefined;
  return `which gave no sign for ${Math.round(Math.abs(ageMs) / 1000)} s`;
}

/** Whether a process of this machine is there; one of another user is. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

/** Linux tells both; elsewhere processes of one host have one count. */
function processSpace(): string | undefined {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return undefined;
  }
}
