import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Redaction } from "../../client/index.ts";
import { CannotWriteError } from "./cannot-write.ts";
import { appendLine, LineFile, writeText } from "./write-text.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-write-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const gate = new Redaction({ secrets: [] });
const text = (plain: string) => gate.text(plain);

/** What a call throws. */
function thrown(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}

test("a text replaces the old content", () => {
  const file = join(folder, "text");
  writeFileSync(file, "older and longer");
  writeText(file, text("é"));
  expect(readFileSync(file, "utf8")).toBe("é");
});

test("a line is appended, on a new line if the file ends in an unfinished one", () => {
  const file = join(folder, "lines");
  appendLine(file, text("one"));
  appendLine(file, text("two"));
  writeFileSync(file, "cut o", { flag: "a" });
  appendLine(file, text("three"), true);
  expect(readFileSync(file, "utf8")).toBe("one\ntwo\ncut o\nthree\n");
});

test("lines of any length are appended to an open file", () => {
  const file = join(folder, "open");
  writeFileSync(file, "first\n");
  const lines = new LineFile(file);
  const long = "é".repeat(3_000_000);
  lines.write(text(""));
  lines.write(text(long));
  expect(readFileSync(file, "utf8")).toBe(`first\n\n${long}\n`);
  lines.close();
  expect(thrown(() => lines.write(text("x")))).toMatchObject({
    message: expect.stringMatching(/^cannot write .*open: EBADF/),
  });
});

test.each<[string, (file: string) => unknown]>([
  ["a line", (file) => appendLine(file, text("x"))],
  ["a file that is opened", (file) => new LineFile(file).write(text("x"))],
])("%s that cannot be written says which file, and why", (_, write) => {
  const link = join(folder, `full-${_.length}`);
  symlinkSync("/dev/full", link);
  const error = thrown(() => write(link));
  expect(error).toBeInstanceOf(CannotWriteError);
  expect(error).toMatchObject({
    name: "CannotWriteError",
    file: link,
    message: `cannot write ${link}: no space left on the device (ENOSPC)`,
    cause: { code: "ENOSPC" },
  });
  expect(thrown(() => write(folder))).toMatchObject({ file: folder, cause: { code: "EISDIR" } });
});

test.each([
  ["ENOSPC", "no space left on the device (ENOSPC)"],
  ["EDQUOT", "the disk quota is used up (EDQUOT)"],
  ["EROFS", "the file system is read-only (EROFS)"],
  ["EIO", "the device failed (EIO)"],
  ["EACCES", "no permission (EACCES)"],
  ["EMFILE", "as reported by the system"],
])("%s is explained in words", (code, words) => {
  const cause = Object.assign(new Error("as reported by the system"), { code });
  expect(new CannotWriteError("f", cause).message).toBe(`cannot write f: ${words}`);
});

test("a reason of any type is reported", () => {
  expect(new CannotWriteError("f", new Error("plain")).message).toBe("cannot write f: plain");
  expect(new CannotWriteError("f", { code: "EIO" }).message).toBe(
    "cannot write f: [object Object]",
  );
});
