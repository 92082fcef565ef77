import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { isObject } from "../../schemas/json-value.ts";

/** The process that works in a folder. */
export interface LockHolder {
  pid: number;
  host: string;
  /** ISO 8601, in UTC. */
  startedAt: string;
  /**
   * The scope of the process id: a container, or a machine since it was started. Absent where the
   * system does not say.
   */
  space?: string;
}

/** A holder without a heartbeat for longer than this counts as gone, in milliseconds. */
export const staleAfterMs = 30_000;

/** This process, as written into a lock. */
export function thisProcess(): LockHolder {
  const space = processSpace();
  return {
    pid: process.pid,
    host: hostname(),
    startedAt: new Date().toISOString(),
    ...(space === undefined ? {} : { space }),
  };
}

/** @returns undefined where the text is not a lock, for example while one is being written */
export function parseHolder(text: string): LockHolder | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(json)) return undefined;
  const { pid, host, startedAt, space }: Partial<Record<keyof LockHolder, unknown>> = json;
  if (typeof pid !== "number" || !Number.isSafeInteger(pid) || pid < 1) return undefined;
  if (typeof host !== "string" || typeof startedAt !== "string") return undefined;
  return { pid, host, startedAt, ...(typeof space === "string" ? { space } : {}) };
}

/**
 * Why a lock may be taken over; undefined while its holder may be alive.
 *
 * @param ageMs since the last heartbeat; negative where a clock was set back, which says as
 *   little as a great age: a live holder corrects it within seconds
 * @param isRunning whether a process of this machine exists
 */
export function whyGone(
  holder: LockHolder | undefined,
  ageMs: number,
  here: Pick<LockHolder, "host" | "space">,
  isRunning: (pid: number) => boolean,
): string | undefined {
  // A process id means something only in its own scope.
  const isHere = holder?.host === here.host && holder.space === here.space;
  if (isHere && !isRunning(holder.pid)) return "which has ended";
  if (Math.abs(ageMs) <= staleAfterMs) return undefined;
  return `which has not responded for ${Math.round(Math.abs(ageMs) / 1000)} s`;
}

/** Whether a process of this machine exists, also one of another user. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

/** Linux tells both; elsewhere a host has one scope. */
function processSpace(): string | undefined {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return undefined;
  }
}
