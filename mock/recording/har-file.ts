import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";

const head =
  '{"log":{"version":"1.2","creator":{"name":"slack-scim-conformance mock","version":"1"},"entries":[\n';
const tail = "\n]}}\n";

/** Whether a text is a recording of the mock. */
export function isRecording(text: string): boolean {
  return text.startsWith(head.trimEnd());
}

/**
 * A HAR file that is complete after each entry: an entry overwrites the end of the document and
 * repeats it, in one write. A killed process leaves valid JSON, and an entry costs the same however
 * long the file is.
 */
export class HarFile {
  readonly #fd: number;
  /** Bytes before the tail. */
  #end = Buffer.byteLength(head);
  #isEmpty = true;
  #isOpen = true;

  /**
   * Replaces what a recording of the mock left at this path; another process that still writes
   * there keeps its own file.
   *
   * @throws Error of one line if the file cannot be written, or is a link, a folder or a device
   */
  constructor(file: string) {
    const temporary = `${file}.${process.pid}.tmp`;
    try {
      const found = lstatSync(file, { throwIfNoEntry: false });
      if (found && !found.isFile()) throw new Error("not a regular file");
      this.#fd = openSync(temporary, "wx", found ? found.mode & 0o777 : 0o666);
      writeSync(this.#fd, head + tail);
      renameSync(temporary, file);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw new Error(`cannot record to ${file}: ${reason(error)}`);
    }
  }

  /** @throws Error if the entry cannot be written: the file then ends with the entry before it */
  add(entry: string): void {
    if (!this.#isOpen) return;
    const text = Buffer.from(`${this.#isEmpty ? "" : ",\n"}${entry}${tail}`);
    try {
      const written = writeSync(this.#fd, text, 0, text.length, this.#end);
      if (written < text.length) throw new Error(`${written} of ${text.length} bytes written`);
    } catch (error) {
      this.#repair();
      throw new Error(reason(error));
    }
    this.#end += text.length - tail.length;
    this.#isEmpty = false;
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    fsyncSync(this.#fd);
    closeSync(this.#fd);
  }

  /** The place of the tail is on the disk already, so that it can be written to a full one. */
  #repair(): void {
    writeSync(this.#fd, tail, this.#end);
    ftruncateSync(this.#fd, this.#end + tail.length);
    this.close();
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
