import { lstatSync, mkdirSync, rmdirSync, type Stats } from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "./output-error.ts";

/** What stands at a path, be it a link; undefined where nothing does. */
export function existing(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

/**
 * Creates a folder, with the folders around it. One by one: Node's own way never ends where the
 * system says of a folder that is there that it is not, as /proc does.
 *
 * @returns the created ones, the outermost first
 * @throws the system's error; nothing that was created is left then
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

/** @returns false where another process was quicker */
function create(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Removes empty folders that stand in one another, the outermost first; what holds something stays. */
export function removeEmpty(folders: readonly string[]): void {
  for (const folder of [...folders].reverse()) {
    try {
      rmdirSync(folder);
    } catch {
      // It is gone, or holds something by now: both are as good.
    }
  }
}
