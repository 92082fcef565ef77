import {
  accessSync,
  constants,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { RedactedText } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import type { ClaimedFolder } from "./claim.ts";
import { createFolders, existing, removeEmpty } from "./folders.ts";
import { OutputError, reasonOf, shown } from "./output-error.ts";
import { isAdministrative, ownName, temporaryName } from "./own-names.ts";

/** The kind of a file that a flag names: only a file of the same kind is overwritten. */
export interface FileKind {
  /** What such a file is, in a message: "it is not …". */
  name: string;
  /** Whether a text is one of this kind. */
  holds: (text: string) => boolean;
}

/** A file of known findings, as `--baseline` writes it. */
export const baselineOfThisTool: FileKind = {
  name: "a baseline",
  holds: (text) => {
    try {
      const json: unknown = JSON.parse(text);
      return isObject(json) && json.baseline === 1 && Array.isArray(json.known);
    } catch {
      return false;
    }
  },
};

/** What a file says with which this tool answers `--json`. */
type JsonContent = "results" | "counts" | "plan" | "migration";

/** JSON that says that this tool wrote it: the results of a run, the counts of `compare`, a plan, a migration. */
export function jsonOfThisTool(content: JsonContent): FileKind {
  return {
    name: `JSON written by this tool that holds ${content}`,
    holds: (text) => {
      try {
        const json: unknown = JSON.parse(text);
        return (
          isObject(json) && json.tool === "slack-scim-conformance" && content === contentOf(json)
        );
      } catch {
        return false;
      }
    },
  };
}

function contentOf(json: Readonly<Record<string, unknown>>): JsonContent {
  if ("planVersion" in json) return "plan";
  if ("migrationVersion" in json) return "migration";
  return "checks" in json ? "results" : "counts";
}

/** A file that a flag names, beside the output folder. */
export interface OutputFileRequest {
  /** Such as `--json`. */
  flag: string;
  /** As the user gave it. */
  path: string;
  kind: FileKind;
}

/** A folder that belongs to a command. */
type OwnFolder = Pick<ClaimedFolder, "directory" | "command">;

/** A file that may be written at the end. */
export interface OutputFile {
  flag: string;
  /** Absolute. */
  file: string;
  /** Replaces the file in one step: a crash leaves the old one or the new one. */
  write(text: RedactedText): void;
  /** Removes the folders that were created for it, if nothing was written. */
  abandon(): void;
}

/**
 * Checks before a run that the files named by its flags can be written at its end. Creates their
 * parent folders, and changes no file.
 *
 * @param folder the claimed output folder, of a command that has one: a flag must not name what the
 *   command itself writes there
 * @throws OutputError with one line that names the flag
 */
export function prepareFiles(
  requests: readonly OutputFileRequest[],
  folder?: OwnFolder,
): OutputFile[] {
  const prepared: { request: OutputFileRequest; place: Place }[] = [];
  try {
    for (const request of requests) {
      const place = placeOf(request);
      const twin = prepared.find((other) => isSamePlace(other.place, place));
      prepared.push({ request, place });
      if (twin) {
        const { flag } = twin.request;
        throw refusal(request, `is also the file of ${flag}; give each flag its own file`);
      }
      if (folder) checkOutsideOwn(request, place, folder);
      checkKind(request, place.file);
      checkWritable(request, place.file);
    }
  } catch (error) {
    for (const { place } of prepared.reverse()) removeEmpty(place.created);
    throw error;
  }
  return prepared.map(({ request, place }) => ({
    flag: request.flag,
    file: place.file,
    write: (text) => replaceFile(place.file, text),
    abandon: () => removeEmpty(place.created),
  }));
}

interface Place {
  /** Absolute; its folder exists, with links resolved. */
  file: string;
  /** The folders that were created for it, the outermost first. */
  created: readonly string[];
  /** Device and inode of the existing file, equal under every name of it. */
  inode: string | undefined;
}

function placeOf(request: OutputFileRequest): Place {
  const { path } = request;
  if (path === "") throw refusal(request, "the path is empty");
  if (path.includes("\0")) throw refusal(request, "a path cannot contain NUL");
  if (/[\\/]$/.test(path)) throw refusal(request, "is a folder; give a file");
  const wanted = resolve(path);
  const parent = dirname(wanted);
  if (parent === wanted) throw refusal(request, "is a folder; give a file");
  let created: readonly string[] = [];
  try {
    created = createFolders(parent);
    const file = join(realpathSync(parent), basename(wanted));
    const found = existing(file);
    return { file, created, inode: found && `${found.dev}:${found.ino}` };
  } catch (error) {
    removeEmpty(created);
    throw refusal(request, `cannot be written (${reasonOf(error)})`);
  }
}

/** Two names of one file, also where the system ignores letter case and Unicode form. */
function isSamePlace(a: Place, b: Place): boolean {
  return folded(a.file) === folded(b.file) || (a.inode !== undefined && a.inode === b.inode);
}

const folded = (path: string) => path.normalize("NFC").toLowerCase();

/** @throws OutputError for a file that the command itself writes into its output folder */
function checkOutsideOwn(
  request: OutputFileRequest,
  { file }: Place,
  { directory, command }: OwnFolder,
): void {
  const inside = relative(folded(realpathSync(directory)), folded(file)).split(sep);
  const [first = ""] = inside;
  if (ownName(command, first) || isAdministrative(first)) {
    throw refusal(request, "is written by the run itself; choose another file");
  }
}

/**
 * @throws OutputError unless nothing exists there, or a regular file that is empty or of the kind
 */
function checkKind(request: OutputFileRequest, file: string): void {
  const found = existing(file);
  if (!found) return;
  if (found.isSymbolicLink()) throw refusal(request, "is a link; give the file itself");
  if (found.isDirectory()) throw refusal(request, "is a folder; give a file");
  if (!found.isFile()) throw refusal(request, "is not a regular file");
  let text: string;
  try {
    // A read-only file is not replaced either.
    accessSync(file, constants.R_OK | constants.W_OK);
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw refusal(request, `cannot be overwritten (${reasonOf(error)})`);
  }
  if (found.size === 0 || request.kind.holds(text)) return;
  throw refusal(request, `exists and is not ${request.kind.name}; choose another file`);
}

/** @throws OutputError where no file can be created beside it */
function checkWritable(request: OutputFileRequest, file: string): void {
  const trial = join(dirname(file), temporaryName());
  try {
    writeFileSync(trial, "", { flag: "wx" });
    rmSync(trial);
  } catch (error) {
    throw refusal(request, `cannot be written (${reasonOf(error)})`);
  }
}

function replaceFile(file: string, text: string): void {
  const temporary = join(dirname(file), temporaryName());
  try {
    writeFileSync(temporary, text, { flag: "wx", ...modeOf(file) });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A replaced file keeps its permissions. */
function modeOf(file: string): { mode?: number } {
  const found = existing(file);
  return found?.isFile() ? { mode: found.mode & 0o777 } : {};
}

function refusal({ flag, path }: OutputFileRequest, why: string): OutputError {
  return new OutputError(`${flag} ${shown(path)}: ${why}`);
}
