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

/** How often a holder gives a sign of life: several may get lost before it is taken to be gone. */
const heartbeatMs = staleAfterMs / 6;

/** That this process alone works in a folder, until it is released or the process ends. */
export interface FolderLock {
  /** Whose lock was taken over, and why, in one line; absent where there was none. */
  takenOver?: string;
  /** Gives the folder free; does nothing the second time, or to a lock that another took over. */
  release(): void;
}

/**
 * Takes the lock of a folder: one process works in it at a time.
 *
 * @param onTrouble called with one line when the lock is lost or cannot be renewed; again only after
 *   it could be renewed in between. Where it is lost, another process works in the folder.
 * @throws OutputError that names the process that has it
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
  // What ends the process without coming back here.
  process.on("exit", release);
  return { release, ...(takenOver === undefined ? {} : { takenOver }) };
}

/** Writes a file that is not there; does not follow a link. @returns false when it is there */
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
 * Puts this process in the place of a holder that is gone. There is a lock at every moment, and the
 * guard lets one process at a time decide: of two that find the same holder gone, one wins.
 *
 * @returns whose lock it was; undefined where it was given free meanwhile
 * @throws OutputError when the holder may be alive
 */
function takeOver(directory: string, own: string, self: LockHolder): string | undefined {
  const file = join(directory, lockName);
  checkGone(directory, self);
  const guard = join(directory, guardName);
  if (!createNew(guard, own)) {
    throw new OutputError(
      `${shown(directory)}: another process is taking it over; if there is none, remove ${shown(guard)}`,
    );
  }
  try {
    // Again: another one may have been quicker.
    const gone = checkGone(directory, self);
    if (gone === undefined) {
      if (createNew(file, own)) return undefined;
      throw new OutputError(`${shown(directory)}: another process has just begun to work in it`);
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
 * @returns who is gone, and why; undefined where there is no lock any more
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
    `${shown(directory)}: in use by ${who}; wait for its end, or choose another folder`,
  );
}

/**
 * The age of a heartbeat, in milliseconds, by the clock that stamped it: the disk may be another
 * machine's, whose clock is not ours.
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

/** The text of a file; empty where it has just been removed. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return "";
    throw error;
  }
}

/**
 * Gives a sign of life: writes the same again into the same file, which stamps it, and never into
 * one that another process has put in its place.
 *
 * @returns what is wrong, in one line, and whether the lock is another's now
 */
function renew(file: string, own: string): { line: string; isLost: boolean } | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, "r+");
    const text = readFileSync(descriptor, "utf8");
    if (text !== own) {
      const other = parseHolder(text);
      const who = other ? `process ${other.pid} on ${shown(other.host)}` : "another process";
      return { line: `was taken over by ${who}, which may write into it now`, isLost: true };
    }
    writeSync(descriptor, own, 0);
    return undefined;
  } catch (error) {
    const line = `the lock cannot be renewed (${reasonOf(error)}); another run may take the folder over`;
    return { line, isLost: false };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Removes the lock if it is still this process's; under the guard, so that no taker loses its own. */
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
    // The folder is gone, or cannot be written any more: the lock gets stale.
  }
}
