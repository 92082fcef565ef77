import { lstatSync, mkdirSync, rmdirSync, type Stats } from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "./output-error.ts";

/** What exists at a path, without following a link; undefined if nothing does. */
export function existing(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

/**
 * Creates a folder and its parents. One by one: Node's recursive option never ends where the system
 * denies an existing folder, as /proc does.
 *
 * @returns the created folders, the outermost first
 * @throws the error of the system, after removing what was created
 */
export function createFolders(directory: string): string[] {
  const missing: string[] = [];
  for (let folder = directory; !existing(folder); folder = dirname(folder)) missing.unshift(folder);
  const created: string[] = [];
  try {
    for (const folder of missing) if (create(folder)) created.push(folder);
  } catch (error) {
    removeEmpty(created);
    throw error;
  }
  return created;
}

/** @returns false where another process was faster */
function create(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Removes nested folders if they are empty, given the outermost first. */
export function removeEmpty(folders: readonly string[]): void {
  for (const folder of [...folders].reverse()) {
    try {
      rmdirSync(folder);
    } catch {
      // It is gone, or has content by now: both are fine.
    }
  }
}
