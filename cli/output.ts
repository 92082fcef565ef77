import { resolve, sep } from "node:path";
import { UsageError } from "../reports/exit.ts";
import { checkFolder, checkRunFolder } from "../reports/output/claim.ts";
import { checkNotInUse, type FolderLock, lockFolder } from "../reports/output/lock.ts";
import { type Output, type OutputRequest, openOutput } from "../reports/output/open-output.ts";
import { OutputError, shown } from "../reports/output/output-error.ts";
import {
  type OutputFile,
  type OutputFileRequest,
  prepareFiles,
} from "../reports/output/output-file.ts";

/**
 * Claims and locks the output folder of a command, and checks the files that its flags ask for.
 * @throws UsageError where one cannot be used
 */
export function claimOutput(request: OutputRequest): Output {
  return asUsage(() => openOutput(request));
}

/**
 * Checks what {@link claimOutput} would check, and changes nothing: neither claims the folder nor
 * needs it free. The files may be written.
 * @throws UsageError where one cannot be used
 */
export function checkOutput({
  command,
  directory: path,
  files,
  refuse = () => undefined,
}: Omit<OutputRequest, "say" | "lost">): OutputFile[] {
  return asUsage(() => {
    refuse();
    const { directory, exists } = checkFolder(path, command);
    for (const file of exists ? [] : files) {
      if (!isBelow(file.path, directory)) continue;
      const why = "is in the output folder, which is not created now; choose another place";
      throw new OutputError(`${file.flag} ${shown(file.path)}: ${why}`);
    }
    return prepareFiles(files, exists ? { directory, command } : undefined);
  });
}

function isBelow(path: string, directory: string): boolean {
  return `${resolve(path)}${sep}`.startsWith(`${directory}${sep}`);
}

/**
 * Locks the folder of a finished run, which must be an output folder of this tool.
 * @throws UsageError where it is not, or another process works in it
 */
export function lockRunFolder(directory: string, say: (line: string) => void): FolderLock {
  return asUsage(() => {
    checkRunFolder(directory);
    return lockFolder(directory, say);
  });
}

/**
 * Checks that a folder is the output folder of a run or of merged shards, and that no process works in
 * it. Changes nothing.
 * @throws UsageError where it is not
 */
export function checkFinished(directory: string): void {
  asUsage(() => {
    checkRunFolder(directory);
    checkNotInUse(directory);
  });
}

/**
 * Locks a folder that is ours without a mark: a killed run of 0.1.0 left only a journal.
 * @throws UsageError where another process works in it
 */
export function lockOutputFolder(directory: string, say: (line: string) => void): FolderLock {
  return asUsage(() => lockFolder(directory, say));
}

/**
 * Checks that a file which a flag names can be written, for a command without an output folder.
 * Creates its folders, and changes no file.
 *
 * @throws UsageError where it is anything but a regular file of its kind
 */
export function claimFile(request: OutputFileRequest): OutputFile {
  const [file] = asUsage(() => prepareFiles([request]));
  if (!file) throw new Error("no file");
  return file;
}

/**
 * The same for several files, of a command that works in the folder of a finished run.
 * @throws UsageError where one cannot be used
 */
export function claimFiles(
  requests: readonly OutputFileRequest[],
  directory: string,
): OutputFile[] {
  return asUsage(() => prepareFiles(requests, { directory, command: "run" }));
}

function asUsage<T>(decide: () => T): T {
  try {
    return decide();
  } catch (error) {
    throw error instanceof OutputError ? new UsageError(error.message) : error;
  }
}
