import type { RedactedText } from "../../schemas/index.ts";
import { abandonFolder, type ClaimedFolder, claimFolder, clearFolder } from "./claim.ts";
import { lockFolder } from "./lock.ts";
import { checkMark } from "./mark.ts";
import { codeOf, shown } from "./output-error.ts";
import { type OutputFile, type OutputFileRequest, prepareFiles } from "./output-file.ts";
import type { OutputCommand } from "./own-names.ts";

export interface OutputRequest {
  command: OutputCommand;
  /** The output folder, as the user gave it. */
  directory: string;
  /** The files that flags ask for beside it. */
  files: readonly OutputFileRequest[];
  /**
   * Throws where what stands in the folder must not be forgotten. Called when no other process works
   * there, and before anything is changed.
   */
  refuse?: () => void;
  /** Takes one line for the user. */
  say: (line: string) => void;
  /** Called when another process has taken the folder: nothing more may be written into it. */
  lost?: () => void;
}

/** A place to write into that is this process's alone. */
export interface Output {
  /** Absolute. */
  directory: string;
  /** Removes what an earlier run wrote; says what stays since it is not this tool's. */
  clear(): void;
  /** Writes the file that a flag asked for; does nothing where it did not. */
  writeFile(flag: string, text: RedactedText): void;
  /** Gives the folder free. Where nothing was written, folders that were created are removed. */
  release(): void;
}

/**
 * Decides whether a command may write where it is asked to, before it does anything else: claims the
 * folder and locks it, and checks the other files.
 *
 * @throws OutputError with one line
 */
export function openOutput(request: OutputRequest): Output {
  const { command, refuse = () => undefined, say } = request;
  const folder = claim(request, refuse);
  const undo: (() => void)[] = [() => abandonFolder(folder)];
  const release = () => {
    for (const step of undo.splice(0).reverse()) step();
  };
  let files: readonly OutputFile[];
  try {
    const { directory } = folder;
    const lock = lockFolder(directory, (line, isLost) => {
      say(`warning: ${line}`);
      if (isLost) request.lost?.();
    });
    undo.push(lock.release);
    // Another command may have claimed the folder in the same moment.
    checkMark(directory, command);
    files = prepareFiles(request.files, folder);
    undo.push(() => files.forEach((file) => void file.abandon()));
    refuse();
    if (lock.takenOver !== undefined) {
      say(`${shown(directory)}: taken over from ${lock.takenOver}`);
    }
  } catch (error) {
    release();
    throw error;
  }
  return {
    directory: folder.directory,
    clear: () => sayWhatStays(folder, clearFolder(folder), say),
    writeFile: (flag, text) => files.find((file) => file.flag === flag)?.write(text),
    release,
  };
}

/** What must not be forgotten says more than that the folder is not this tool's: it comes first. */
function claim({ command, directory }: OutputRequest, refuse: () => void): ClaimedFolder {
  try {
    return claimFolder(directory, command);
  } catch (error) {
    try {
      refuse();
    } catch (unforgettable) {
      // What cannot be looked into, as where the path is too long, holds nothing that is known.
      if (codeOf(unforgettable) === undefined) throw unforgettable;
    }
    throw error;
  }
}

/** As many names as fit into a line. */
const namedAtMost = 5;

function sayWhatStays(
  { directory }: ClaimedFolder,
  names: readonly string[],
  say: (line: string) => void,
): void {
  if (names.length === 0) return;
  const named = names.slice(0, namedAtMost).map(shown).join(", ");
  const more = names.length - namedAtMost;
  const rest = more > 0 ? ` and ${more} more` : "";
  say(`${shown(directory)}: not this tool's, left as it is: ${named}${rest}`);
}
