import {
  closeSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { HarCopy } from "./har-copy.ts";

/** Who writes a recording, unless another name is given. */
const mock = "slack-scim-conformance mock";

const headOf = (creator: string) =>
  `{"log":{"version":"1.2","creator":{"name":"${creator}","version":"1"},"entries":[\n`;

/** Whether a text is a recording of the mock, or of another creator. */
export function isRecording(text: string, creator = mock): boolean {
  return text.startsWith(headOf(creator).trimEnd());
}

/** How a recording is begun. */
interface HarFileOptions {
  /** Who writes it, in letters and spaces. */
  creator?: string;
  /** The permissions of a new file. */
  mode?: number;
}

/** Recordings of this process so far: two of one file have different spare names. */
let begun = 0;

/**
 * A HAR file that is a complete document at every moment. A write can be killed half-way, so that no
 * entry is written to the file that has the name: there are two copies, the spare one gets the entries
 * that it lacks, and then the two change names. After a kill the spare one is left beside the file; the
 * next recording to the same file removes it.
 */
export class HarFile {
  readonly #file: string;
  readonly #spareName: string;
  #shown: HarCopy;
  /** Undefined where a file cannot have two names: then entries are written to the shown one. */
  #spare: HarCopy | undefined;
  /** What the spare copy lacks. */
  #lacking: string[] = [];
  #isOpen = true;

  /**
   * Replaces what an earlier recording left at this path.
   *
   * @throws Error of one line if the file cannot be written, or is a link, a folder or a device
   */
  constructor(file: string, { creator = mock, mode = 0o666 }: HarFileOptions = {}) {
    begun += 1;
    this.#file = file;
    this.#spareName = `${file}.${process.pid}.${begun}.tmp`;
    const head = headOf(creator);
    try {
      const found = lstatSync(file, { throwIfNoEntry: false });
      if (found && !found.isFile()) throw new Error("not a regular file");
      removeLeftovers(file, creator);
      const newCopy = () => {
        const flags = found ? found.mode & 0o777 : mode;
        return new HarCopy(openSync(this.#spareName, "wx", flags), head);
      };
      this.#shown = newCopy();
      renameSync(this.#spareName, file);
      this.#spare = newCopy();
    } catch (error) {
      rmSync(this.#spareName, { force: true });
      throw new Error(`cannot record to ${file}: ${reason(error)}`);
    }
  }

  /** @throws Error if the entry cannot be written: the file then ends with the entry before it */
  add(entry: string): void {
    if (!this.#isOpen) return;
    try {
      this.#add(entry);
    } catch (error) {
      this.close();
      throw new Error(reason(error));
    }
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#shown.close();
    this.#dropSpare();
  }

  #add(entry: string): void {
    const found = lstatSync(this.#file, { bigint: true, throwIfNoEntry: false });
    if (!found) throw new Error("the file was removed");
    if (!this.#shown.is(found)) throw new Error("another recording has replaced the file");
    this.#lacking.push(entry);
    if (this.#spare) {
      this.#spare.append(this.#lacking);
      if (this.#exchangeNames()) {
        [this.#shown, this.#spare] = [this.#spare, this.#shown];
        this.#lacking = [entry];
        return;
      }
      this.#dropSpare();
    }
    this.#shown.append([entry]);
    this.#lacking = [];
  }

  /** @returns false where the file system cannot do it */
  #exchangeNames(): boolean {
    const old = `${this.#spareName}.old`;
    try {
      linkSync(this.#file, old);
      renameSync(this.#spareName, this.#file);
    } catch {
      rmSync(old, { force: true });
      return false;
    }
    renameSync(old, this.#spareName);
    return true;
  }

  #dropSpare(): void {
    this.#spare?.close();
    this.#spare = undefined;
    rmSync(this.#spareName, { force: true });
  }
}

/** Removes the spare copies of recordings of a file whose processes have ended. */
function removeLeftovers(file: string, creator: string): void {
  const name = basename(file);
  for (const found of readdirSync(dirname(file))) {
    const [, pid] = /^\.(\d+)\.\d+\.tmp(?:\.old)?$/.exec(found.slice(name.length)) ?? [];
    if (pid === undefined || !found.startsWith(name) || isAlive(Number(pid))) continue;
    const path = join(dirname(file), found);
    if (lstatSync(path).isFile() && isRecording(headIn(path), creator)) rmSync(path);
  }
}

/** The first bytes of a file, however long it is. */
function headIn(path: string): string {
  const bytes = Buffer.alloc(200);
  const fd = openSync(path, "r");
  try {
    return bytes.toString("utf8", 0, readSync(fd, bytes));
  } finally {
    closeSync(fd);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
