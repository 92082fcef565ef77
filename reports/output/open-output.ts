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
  /** The files that flags name beside it. */
  files: readonly OutputFileRequest[];
  /**
   * Throws where the content of the folder must not be lost. Called when no other process works
   * there, and before anything is changed.
   */
  refuse?: () => void;
  /** Takes one line for the user. */
  say: (line: string) => void;
  /** Called when another process has taken the folder: nothing more may be written to it. */
  lost?: () => void;
}

/** An output folder that only this process uses. */
export interface Output {
  /** Absolute. */
  directory: string;
  /**
   * Removes what an earlier run wrote; reports what it left alone because this tool did not write
   * it.
   */
  clear(): void;
  /** Writes the file that a flag names; does nothing without the flag. */
  writeFile(flag: string, text: RedactedText): void;
  /** Releases the folder. If nothing was written, removes the folders that were created. */
  release(): void;
}

/**
 * Decides whether a command may write its output, before it does anything else: claims and locks
 * the folder, and checks the other files.
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
    // Another command may have claimed the folder at the same moment.
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

/**
 * An error about what must not be lost says more than one about a foreign folder: it comes first.
 */
function claim({ command, directory }: OutputRequest, refuse: () => void): ClaimedFolder {
  try {
    return claimFolder(directory, command);
  } catch (error) {
    try {
      refuse();
    } catch (unforgettable) {
      // An unreadable path, for example one that is too long, has no journal that could be lost.
      if (codeOf(unforgettable) === undefined) throw unforgettable;
    }
    throw error;
  }
}

/** As many names as fit in a line. */
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
  say(`${shown(directory)}: not written by this tool, left alone: ${named}${rest}`);
}
