const words: Readonly<Record<string, string>> = {
  ENOSPC: "no space left on the device",
  EDQUOT: "the disk quota is used up",
  EROFS: "the file system is read-only",
  EIO: "the device failed",
  EACCES: "no permission",
};

/** A file of the run cannot be written: the message is one line with the file and the reason. */
export class CannotWriteError extends Error {
  override readonly name = "CannotWriteError";
  readonly file: string;

  constructor(file: string, cause: unknown) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    const why = words[code] ?? (cause instanceof Error ? cause.message : String(cause));
    super(`cannot write ${file}: ${why}${code in words ? ` (${code})` : ""}`, { cause });
    this.file = file;
  }
}
