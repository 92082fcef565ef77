import { closeSync, fstatSync, fsyncSync, ftruncateSync, writeSync } from "node:fs";

/** What a write says that ends early, and those after it say with a code. */
const full = "the disk is full, or the file has reached a limit of its size";
const codes = new Set<unknown>(["ENOSPC", "EDQUOT", "EFBIG"]);

const tail = "\n]}}\n";

/** An open HAR document on disk, to which entries are appended. */
export class HarCopy {
  readonly #fd: number;
  /** Bytes before the tail. */
  #end: number;
  #isEmpty = true;

  /** @param fd of an empty file @param head what stands before the first entry */
  constructor(fd: number, head: string) {
    this.#fd = fd;
    this.#end = writeSync(fd, head + tail) - tail.length;
  }

  /**
   * Entries overwrite the end of the document and repeat it, so that one costs the same however long
   * the file is.
   *
   * @throws Error if they cannot be written: the document then ends with the entry before them
   */
  append(entries: readonly string[]): void {
    const text = Buffer.from(`${this.#isEmpty ? "" : ",\n"}${entries.join(",\n")}${tail}`);
    try {
      const written = writeSync(this.#fd, text, 0, text.length, this.#end);
      if (written < text.length) throw new Error(full);
    } catch (error) {
      this.#repair();
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      throw codes.has(code) ? new Error(`${full} (${code})`) : error;
    }
    this.#end += text.length - tail.length;
    this.#isEmpty = false;
  }

  /** Whether a name leads to this document. */
  is({ dev, ino }: { dev: bigint; ino: bigint }): boolean {
    const own = fstatSync(this.#fd, { bigint: true });
    return own.dev === dev && own.ino === ino;
  }

  close(): void {
    fsyncSync(this.#fd);
    closeSync(this.#fd);
  }

  /** The place of the tail is on the disk already, so that it can be written to a full one. */
  #repair(): void {
    writeSync(this.#fd, tail, this.#end);
    ftruncateSync(this.#fd, this.#end + tail.length);
  }
}
