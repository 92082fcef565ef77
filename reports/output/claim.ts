import { type Dirent, readdirSync, realpathSync, rmSync, type Stats } from "node:fs";
import { homedir } from "node:os";
import { join, parse, resolve, sep } from "node:path";
import { readResults } from "../run-directory.ts";
import { createFolders, existing, removeEmpty } from "./folders.ts";
import { checkNotInUse } from "./lock.ts";
import { checkMark, markedBy, writeMark } from "./mark.ts";
import { OutputError, reasonOf, shown } from "./output-error.ts";
import { isAdministrative, markName, type OutputCommand, ownName } from "./own-names.ts";

/** A folder that a command may write to. */
export interface ClaimedFolder {
  /** Absolute. */
  directory: string;
  command: OutputCommand;
  /** Folders that were created for it, the outermost first. */
  created: readonly string[];
  /** Whether it held nothing before. */
  wasEmpty: boolean;
}

/**
 * Claims the output folder of a command: creates it if it does not exist; takes an empty one, one
 * with the mark of the command, or one of version 0.1.0. Changes only the mark.
 *
 * @throws OutputError with one line, for every other folder
 */
export function claimFolder(path: string, command: OutputCommand): ClaimedFolder {
  const { directory, found } = place(path);
  const created = found ? [] : create(directory);
  const claimed = { directory, command, created, wasEmpty: true };
  try {
    const entries = entriesOf(directory);
    claimed.wasEmpty = isEmpty(entries);
    if (!claimed.wasEmpty) checkOwnership(directory, command, entries);
    // If the mark exists, taking the lock shows whether the folder is writable.
    if (!isMarked(entries)) write(directory, command);
    return claimed;
  } catch (error) {
    abandonFolder(claimed);
    throw error;
  }
}

/**
 * Checks that a command could claim a folder. Changes nothing.
 *
 * @returns its absolute path, and whether it exists
 * @throws OutputError with one line
 */
export function checkFolder(
  path: string,
  command: OutputCommand,
): { directory: string; exists: boolean } {
  const { directory, found } = place(path);
  const entries = found ? entriesOf(directory) : [];
  if (!isEmpty(entries)) checkOwnership(directory, command, entries);
  return { directory, exists: found !== undefined };
}

const isEmpty = (entries: readonly Dirent[]) =>
  entries.every(({ name }) => isAdministrative(name) && name !== markName);

/**
 * Checks that a folder is the output folder of a run or of merged runs, by its mark or as one of
 * version 0.1.0. Changes nothing.
 * @throws OutputError with one line
 */
export function checkRunFolder(directory: string): void {
  const command = markedBy(directory) === "merge" ? "merge" : "run";
  checkOwnership(directory, command, entriesOf(directory));
}

/**
 * Checks that a folder has the mark of a run, and that no process works in it. Changes nothing.
 * @throws OutputError with one line
 */
export function checkFinishedRun(directory: string): void {
  const entries = entriesOf(directory);
  if (!isMarked(entries)) {
    throw new OutputError(`${shown(directory)}: is not an output folder of this tool: no mark`);
  }
  checkOwnership(directory, "run", entries);
  checkNotInUse(directory);
}

/**
 * Undoes the claim of a folder in which nothing was written. Leaves folders alone that have
 * content, or had any before.
 */
export function abandonFolder({ directory, created, wasEmpty }: ClaimedFolder): void {
  if (!wasEmpty) return;
  try {
    if (entriesOf(directory).some(({ name }) => name !== markName)) return;
    rmSync(join(directory, markName), { force: true });
  } catch {
    // It is gone or read-only: nothing to undo.
  }
  removeEmpty(created);
}

/**
 * Removes what an earlier run of the command wrote, except what is kept.
 * @returns the names of what was left alone, since this tool did not write it
 */
export function clearFolder({ directory, command }: ClaimedFolder): string[] {
  const entries = entriesOf(directory);
  checkOwnership(directory, command, entries);
  const strangers: string[] = [];
  for (const { name } of entries) {
    const own = ownName(command, name);
    // Links are removed, not followed.
    if (own && !own.keep) rmSync(join(directory, name), { recursive: true, force: true });
    else if (!own && !isAdministrative(name)) strangers.push(name);
  }
  return strangers;
}

/** @throws OutputError unless nothing exists at the path, or a folder */
function place(path: string): { directory: string; found: Stats | undefined } {
  const directory = checkedPath(path);
  const found = look(directory);
  if (found?.isSymbolicLink()) {
    throw new OutputError(`${shown(directory)}: is a link; give the folder itself`);
  }
  if (found && !found.isDirectory()) {
    throw new OutputError(`${shown(directory)}: is not a folder`);
  }
  return { directory, found };
}

/** @throws OutputError for a path that cannot be an output folder */
function checkedPath(path: string): string {
  if (path === "") throw new OutputError("the name of the output folder is empty");
  if (path.includes("\0")) throw new OutputError(`${shown(path)}: a path cannot contain NUL`);
  const directory = resolve(path);
  if (directory === parse(directory).root) {
    throw new OutputError(`${shown(directory)}: is the root of the file system; give a folder`);
  }
  if (real(directory) === real(homedir())) {
    throw new OutputError(`${shown(directory)}: is your home folder; give another folder`);
  }
  if (directory.split(sep).some((part) => part.toLowerCase() === ".git")) {
    throw new OutputError(`${shown(directory)}: is inside a .git folder; give another one`);
  }
  return directory;
}

/** The path with links resolved; the path itself where that fails. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** @throws OutputError where this cannot be determined */
function look(path: string): Stats | undefined {
  try {
    return existing(path);
  } catch (error) {
    throw new OutputError(`${shown(path)}: cannot be used (${reasonOf(error)})`);
  }
}

function create(directory: string): string[] {
  try {
    return createFolders(directory);
  } catch (error) {
    throw new OutputError(`${shown(directory)}: cannot be created (${reasonOf(error)})`);
  }
}

function entriesOf(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    throw new OutputError(`${shown(directory)}: cannot be read (${reasonOf(error)})`);
  }
}

/**
 * @throws OutputError where a folder that is not empty does not belong to the command, by mark or
 * by content
 */
function checkOwnership(
  directory: string,
  command: OutputCommand,
  entries: readonly Dirent[],
): void {
  const wrong = entries.find((entry) => !isOfItsKind(command, entry));
  if (!isMarked(entries)) {
    const isAdoptable = !wrong && isOfFirstVersion(directory, command, entries);
    if (isAdoptable) return;
    throw new OutputError(
      `${shown(directory)}: is not empty and not an output folder of this tool; choose another folder`,
    );
  }
  if (wrong) {
    throw new OutputError(
      `${shown(join(directory, wrong.name))}: is a link or was not written by this tool; ` +
        "move it away, or choose another folder",
    );
  }
  checkMark(directory, command);
}

const isMarked = (entries: readonly Dirent[]) => entries.some(({ name }) => name === markName);

/**
 * Whether an entry with one of our names is of the kind that we write: links, and folders in place
 * of files, belong to the user.
 */
function isOfItsKind(command: OutputCommand, entry: Dirent): boolean {
  const own = ownName(command, entry.name);
  if (own?.is === "folder") return entry.isDirectory();
  return own || isAdministrative(entry.name) ? entry.isFile() : true;
}

/**
 * Version 0.1.0 wrote no mark; its folders contain valid results, which only a run writes, and
 * nothing foreign.
 */
function isOfFirstVersion(
  directory: string,
  command: OutputCommand,
  entries: readonly Dirent[],
): boolean {
  if (!entries.every(({ name }) => ownName(command, name) ?? isAdministrative(name))) return false;
  try {
    readResults(directory);
    return true;
  } catch {
    return false;
  }
}

function write(directory: string, command: OutputCommand): void {
  try {
    writeMark(directory, command);
  } catch (error) {
    throw new OutputError(`${shown(directory)}: cannot be written (${reasonOf(error)})`);
  }
}
