import {
  closeSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import {
  isRunning,
  type LockHolder,
  parseHolder,
  staleAfterMs,
  thisProcess,
  whyGone,
} from "./lock-holder.ts";
import { codeOf, OutputError, reasonOf, shown } from "./output-error.ts";
import { guardName, lockName, temporaryName } from "./own-names.ts";

/** The time between heartbeats: several may be lost before a holder counts as gone. */
const heartbeatMs = staleAfterMs / 6;

/** The exclusive use of a folder by this process, until released or until the process ends. */
export interface FolderLock {
  /** Whose lock was taken over, and why, in one line; absent if there was none. */
  takenOver?: string;
  /**
   * Releases the folder; does nothing the second time, or if another process took the lock over.
   */
  release(): void;
}

/**
 * Takes the lock of a folder: one process works in it at a time.
 *
 * @param onTrouble called with one line when the lock is lost or cannot be renewed; again only after
 *   a renewal. If it is lost, another process works in the folder.
 * @throws OutputError that names the holder
 */
export function lockFolder(
  directory: string,
  onTrouble: (line: string, isLost: boolean) => void,
): FolderLock {
  const file = join(directory, lockName);
  const holder = thisProcess();
  const own = `${JSON.stringify(holder)}\n`;
  let takenOver: string | undefined;
  try {
    if (!createNew(file, own)) takenOver = takeOver(directory, own, holder);
  } catch (error) {
    if (error instanceof OutputError) throw error;
    throw new OutputError(`${shown(directory)}: cannot be written (${reasonOf(error)})`);
  }

  let isInTrouble = false;
  const beat = () => {
    const trouble = renew(file, own);
    if (trouble && !isInTrouble) onTrouble(`${shown(directory)}: ${trouble.line}`, trouble.isLost);
    isInTrouble = trouble !== undefined;
  };
  const timer = setInterval(beat, heartbeatMs);
  timer.unref();
  const release = () => {
    clearInterval(timer);
    process.off("exit", release);
    giveUp(directory, own);
  };
  // For an exit that does not return here.
  process.on("exit", release);
  return { release, ...(takenOver === undefined ? {} : { takenOver }) };
}

/** @throws OutputError when another process may be working in the folder */
export function checkNotInUse(directory: string): void {
  checkGone(directory, thisProcess());
}

/** Creates a file; does not follow a link. @returns false if it exists */
function createNew(file: string, text: string): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(file, "wx");
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
  try {
    writeSync(descriptor, text);
    return true;
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Replaces a holder that is gone. A lock exists at every moment, and the guard lets one process at
 * a time decide: of two that find the same holder gone, one wins.
 *
 * @returns whose lock it was; undefined if it was released meanwhile
 * @throws OutputError when the holder may be alive
 */
function takeOver(directory: string, own: string, self: LockHolder): string | undefined {
  const file = join(directory, lockName);
  checkGone(directory, self);
  const guard = join(directory, guardName);
  if (!createNew(guard, own)) {
    throw new OutputError(
      `${shown(directory)}: another process is taking it over; if none is, remove ${shown(guard)}`,
    );
  }
  try {
    // Again: another process may have been faster.
    const gone = checkGone(directory, self);
    if (gone === undefined) {
      if (createNew(file, own)) return undefined;
      throw new OutputError(`${shown(directory)}: another process has just started to use it`);
    }
    const temporary = join(directory, temporaryName());
    writeFileSync(temporary, own, { flag: "wx" });
    renameSync(temporary, file);
    return gone;
  } finally {
    rmSync(guard, { force: true });
  }
}

/**
 * @returns who is gone, and why; undefined if the lock no longer exists
 * @throws OutputError when the holder may be alive
 */
function checkGone(directory: string, self: LockHolder): string | undefined {
  const file = join(directory, lockName);
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (!found.isFile()) throw new OutputError(`${shown(file)}: is not a lock of this tool`);
  const holder = parseHolder(readIfThere(file));
  const who = holder
    ? `process ${holder.pid} on ${shown(holder.host)}, since ${shown(holder.startedAt)}`
    : "another process";
  const why = whyGone(holder, ageOf(directory, found.mtimeMs), self, isRunning);
  if (why !== undefined) return `${who}, ${why}`;
  throw new OutputError(
    `${shown(directory)}: in use by ${who}; wait until it ends, or choose another folder`,
  );
}

/**
 * The age of a heartbeat, in milliseconds, by the clock that stamped it: the disk may belong to
 * another machine with another clock.
 */
function ageOf(directory: string, heartbeat: number): number {
  const file = join(directory, temporaryName());
  try {
    writeFileSync(file, "", { flag: "wx" });
    return lstatSync(file).mtimeMs - heartbeat;
  } finally {
    rmSync(file, { force: true });
  }
}

/** The text of a file; empty if it has just been removed. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return "";
    throw error;
  }
}

/**
 * Writes a heartbeat: the same text into the same file, which updates its time, but never into a
 * file that another process put in its place.
 *
 * @returns what is wrong, in one line, and whether another process has the lock now
 */
function renew(file: string, own: string): { line: string; isLost: boolean } | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, "r+");
    const text = readFileSync(descriptor, "utf8");
    if (text !== own) {
      const other = parseHolder(text);
      const who = other ? `process ${other.pid} on ${shown(other.host)}` : "another process";
      return { line: `was taken over by ${who}, which may write to it now`, isLost: true };
    }
    writeSync(descriptor, own, 0);
    return undefined;
  } catch (error) {
    const line = `the lock cannot be renewed (${reasonOf(error)}); another run may take over the folder`;
    return { line, isLost: false };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/**
 * Removes the lock if this process still has it; under the guard, so that no new holder loses its
 * lock.
 */
function giveUp(directory: string, own: string): void {
  const file = join(directory, lockName);
  const guard = join(directory, guardName);
  try {
    if (!createNew(guard, own)) return;
    try {
      if (readIfThere(file) === own) unlinkSync(file);
    } finally {
      rmSync(guard, { force: true });
    }
  } catch {
    // The folder is gone or read-only: the lock becomes stale.
  }
}
