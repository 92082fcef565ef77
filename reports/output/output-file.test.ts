import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { Redaction } from "../../client/index.ts";
import { type ClaimedFolder, claimFolder } from "./claim.ts";
import { OutputError } from "./output-error.ts";
import { jsonOfThisTool, type OutputFile, prepareFiles } from "./output-file.ts";

const gate = new Redaction({ secrets: [] });
const written = (text: string) => gate.written(text);

const root = realpathSync(mkdtempSync(join(tmpdir(), "scim-files-")));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder: string;
let output: ClaimedFolder;
beforeEach(() => {
  folder = mkdtempSync(join(root, "case-"));
  output = claimFolder(join(folder, "out"), "run");
});

const ours = `{"tool":"slack-scim-conformance"}`;
const at = (name: string) => join(folder, name);
const request = (path: string, flag = "--json") => ({ flag, path, kind: jsonOfThisTool });

function prepare(...paths: string[]): OutputFile[] {
  return prepareFiles(
    paths.map((path, index) => request(path, index === 0 ? "--json" : "--other")),
    output,
  );
}

/** Sees that paths are refused in one line, and that nothing is changed. */
function refused(says: RegExp, ...paths: string[]): void {
  const tree = () => readdirSync(folder, { recursive: true }).sort();
  const before = tree();
  let message = "";
  try {
    prepare(...paths);
  } catch (error) {
    expect(error).toBeInstanceOf(OutputError);
    if (error instanceof Error) message = error.message;
  }
  expect(message).toMatch(says);
  expect(message).toMatch(/^--/);
  expect(message).not.toContain("\n");
  expect(tree()).toEqual(before);
}

describe("a file that may be written", () => {
  test("one that is not there is written at the end, and not before", () => {
    const [file] = prepare(at("copy.json"));
    expect(readdirSync(folder)).toEqual(["out"]);
    file?.write(written("text"));
    expect(file?.flag).toBe("--json");
    expect(readFileSync(at("copy.json"), "utf8")).toBe("text");
    expect(readdirSync(folder).sort()).toEqual(["copy.json", "out"]);
  });

  test.each([ours, ""])("one that holds %j is written over, and keeps its mode", (before) => {
    writeFileSync(at("copy.json"), before);
    chmodSync(at("copy.json"), 0o600);
    const [file] = prepare(at("copy.json"));
    expect(readFileSync(at("copy.json"), "utf8")).toBe(before);
    file?.write(written("text"));
    expect(readFileSync(at("copy.json"), "utf8")).toBe("text");
    expect(statSync(at("copy.json")).mode & 0o777).toBe(0o600);
  });

  test("the folders around it are created, and removed where nothing is written", () => {
    const [file, other] = prepare(at("a/b/copy.json"), at("a/c/copy.json"));
    other?.write(written("text"));
    file?.abandon();
    other?.abandon();
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(
      ["a", "a/c", "a/c/copy.json", "out", "out/.slack-scim-conformance.json"].sort(),
    );
  });

  test("one in the output folder whose name the run does not use", () => {
    prepare(at("out/copy.json"))[0]?.write(written("text"));
    expect(existsSync(at("out/copy.json"))).toBe(true);
  });

  test("a link that was put there meanwhile is replaced, not followed", () => {
    const [file] = prepare(at("copy.json"));
    writeFileSync(at("mine"), "mine");
    symlinkSync(at("mine"), at("copy.json"));
    file?.write(written("text"));
    expect(readFileSync(at("mine"), "utf8")).toBe("mine");
    expect(readFileSync(at("copy.json"), "utf8")).toBe("text");
  });

  test("a write that fails leaves nothing half", () => {
    const [file] = prepare(at("copy.json"));
    mkdirSync(at("copy.json"));
    expect(() => file?.write(written("text"))).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
    expect(readdirSync(folder).sort()).toEqual(["copy.json", "out"]);
  });
});

describe("a file that is refused", () => {
  test.each([
    ["an essay", "Once upon a time"],
    ["JSON of another tool", `{"tool":"other"}`],
    ["JSON without a tool", `{}`],
    ["JSON that is null", "null"],
    ["JSON that is a text", `"tool"`],
    ["what begins as ours", `${ours}x`],
    ["a space", " "],
  ])("one that holds %s", (_, text) => {
    writeFileSync(at("copy.json"), text);
    refused(/^--json .*copy\.json: is there and is not JSON that this tool wrote/, at("copy.json"));
    expect(readFileSync(at("copy.json"), "utf8")).toBe(text);
  });

  test("a link, be it to a file of ours; a folder; a device", () => {
    writeFileSync(at("ours.json"), ours);
    symlinkSync(at("ours.json"), at("link.json"));
    symlinkSync(at("nowhere"), at("dangling.json"));
    refused(/link\.json: is a link/, at("link.json"));
    refused(/dangling\.json: is a link/, at("dangling.json"));
    refused(/out: is a folder/, at("out"));
    refused(/\/: is a folder/, `${at("copy.json")}/`);
    refused(/\/: is a folder/, "/");
    refused(/is a folder/, folder);
    refused(/null: is not a regular file/, "/dev/null");
  });

  test("a path that none can have", () => {
    refused(/the path is empty/, "");
    refused(/cannot hold a NUL/, at("a\0b"));
    refused(/ENAMETOOLONG/, at(`new/${"y".repeat(300)}`));
    writeFileSync(at("file"), "");
    refused(/ENOTDIR|EEXIST/, at("file/copy.json"));
    refused(/cannot be written \(E[A-Z]+\)/, "/proc/self/copy.json");
    refused(/cannot be written \(E[A-Z]+\)/, "/proc/self/none/copy.json");
  });

  test("what may not be written", () => {
    writeFileSync(at("copy.json"), ours);
    mkdirSync(at("shut"));
    chmodSync(root, 0o755);
    chmodSync(folder, 0o755);
    chmodSync(at("copy.json"), 0o444);
    chmodSync(at("shut"), 0o555);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      refused(/shut\/copy\.json: cannot be written \(EACCES\)/, at("shut/copy.json"));
      refused(/shut\/a\/copy\.json: cannot be written \(EACCES\)/, at("shut/a/copy.json"));
      // access(2) asks for the user that root still is.
      if (!isRoot) refused(/cannot be written over \(EACCES\)/, at("copy.json"));
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(at("shut"), 0o755);
    }
  });

  test("what the run writes itself", () => {
    for (const name of ["results.json", "report/x.json", "history/new/x.json", "journal.jsonl"]) {
      refused(/is written by the run itself/, at(`out/${name}`));
    }
    refused(/is written by the run itself/, at("out/../out/RESULTS.json"));
    refused(/is written by the run itself/, at("out/.slack-scim-conformance.json"));
    symlinkSync(at("out"), at("link"));
    refused(/is written by the run itself/, at("link/results.json"));
  });

  test("one that another flag names too, whatever it is called", () => {
    mkdirSync(at("real"));
    symlinkSync(at("real"), at("alias"));
    writeFileSync(at("one.json"), ours);
    linkSync(at("one.json"), at("two.json"));
    const says = /^--other .* is the file of --json too/;
    refused(says, at("a.json"), at("a.json"));
    refused(says, at("a.json"), at("./x/../a.json"));
    refused(says, at("real/a.json"), at("alias/a.json"));
    refused(says, at("one.json"), at("two.json"));
    refused(says, at("a.json"), at("A.json"));
    refused(says, at("caf\u00e9.json"), at("cafe\u0301.json"));
    refused(says, at("new/a.json"), at("new/a.json"));
    expect(() => prepare(at("a.json"), at("b.json"))).not.toThrow();
  });
});
