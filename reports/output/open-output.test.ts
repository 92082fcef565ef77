import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { Redaction } from "../../client/index.ts";
import { type Output, type OutputRequest, openOutput } from "./open-output.ts";
import { jsonOfThisTool } from "./output-file.ts";

const gate = new Redaction({ secrets: [] });
const written = (text: string) => gate.written(text);

const root = mkdtempSync(join(tmpdir(), "scim-output-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder: string;
let said: string[];
let opened: Output[];
beforeEach(() => {
  folder = mkdtempSync(join(root, "case-"));
  said = [];
  opened = [];
});
afterEach(() => {
  for (const output of opened) output.release();
});

const markName = ".slack-scim-conformance.json";
const lockName = ".slack-scim-conformance.lock";
const out = () => join(folder, "out");

function open(more: Partial<OutputRequest> = {}): Output {
  const output = openOutput({
    command: "run",
    directory: out(),
    files: [],
    say: (line) => said.push(line),
    ...more,
  });
  opened.push(output);
  return output;
}
const json = (path: string) => [
  { flag: "--json", path: join(folder, path), kind: jsonOfThisTool("counts") },
];
const everything = () => readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();

test("a folder is marked and locked, and given back where nothing was written", () => {
  const output = open({ files: json("new/copy.json") });
  expect(output.directory).toBe(out());
  expect(readdirSync(out()).sort()).toEqual([markName, lockName].sort());
  output.release();
  expect(everything()).toEqual([]);
  output.release();
  expect(said).toEqual([]);
});

test("what was written stays, without the lock", () => {
  const output = open({ files: json("new/copy.json") });
  writeFileSync(join(out(), "results.json"), "");
  output.writeFile("--json", written("text"));
  output.writeFile("--other", written("text"));
  output.release();
  expect(everything()).toEqual(
    ["new", "new/copy.json", "out", `out/${markName}`, "out/results.json"].sort(),
  );
  expect(readFileSync(join(folder, "new/copy.json"), "utf8")).toBe("text");
});

test("a second run is rejected while the first is at work, and not before or after", () => {
  const first = open();
  writeFileSync(join(out(), "results.json"), "");
  expect(() => open()).toThrow(/in use by process/);
  expect(readdirSync(out())).toContain(lockName);
  first.release();
  open();
});

test("clearing names what stays, a few of it", () => {
  open().release();
  mkdirSync(out(), { recursive: true });
  writeFileSync(join(out(), markName), `{"format":1,"command":"run"}`);
  writeFileSync(join(out(), "results.json"), "");
  open().clear();
  expect(said).toEqual([]);
  expect(readdirSync(out())).not.toContain("results.json");
  for (const name of ["a", "b\n", "c", "d", "e"]) writeFileSync(join(out(), name), "");
  opened.at(-1)?.clear();
  expect(said).toEqual([`${out()}: not written by this tool, left alone: a, b⟨U+000A⟩, c, d, e`]);
  for (const name of ["f", "g"]) writeFileSync(join(out(), name), "");
  opened.at(-1)?.clear();
  expect(said.at(-1)).toMatch(/: a, b⟨U\+000A⟩, c, d, e and 2 more$/);
});

test("a takeover is reported", () => {
  mkdirSync(out());
  writeFileSync(join(out(), lockName), `{"pid":42,"host":"elsewhere","startedAt":"then"}`);
  utimesSync(join(out(), lockName), 0, 0);
  open();
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(
    /out: taken over from process 42 on elsewhere, since then, which has not/,
  );
});

test("what must not be lost is checked while no other process works there", () => {
  const asked: string[][] = [];
  const refuse = () => {
    asked.push(readdirSync(out()));
    throw new Error("leftovers");
  };
  expect(() => open({ refuse })).toThrow("leftovers");
  expect(asked).toEqual([[markName, lockName].sort()]);
  expect(everything()).toEqual([]);
  open();
  expect(() => open({ refuse })).toThrow(/in use by process/);
  expect(asked).toHaveLength(1);
});

test("what must not be forgotten says more than that a folder has no mark", () => {
  mkdirSync(out());
  writeFileSync(join(out(), "journal.jsonl"), "");
  expect(() => open()).toThrow(/not an output folder/);
  const refuse = () => {
    throw new Error("leftovers");
  };
  expect(() => open({ refuse })).toThrow("leftovers");
  expect(readdirSync(out())).toEqual(["journal.jsonl"]);
});

test("a file that cannot be written leaves no folder and no lock behind", () => {
  writeFileSync(join(folder, "mine"), "mine");
  expect(() => open({ files: json("mine") })).toThrow(/--json .*mine: exists/);
  expect(() => open({ files: json("out") })).toThrow(/--json .*out: is a folder/);
  expect(everything()).toEqual(["mine"]);
});

test("a path that the system cannot even look at is rejected in one line, whatever else is asked", () => {
  const directory = join(folder, "a".repeat(300));
  const refuse = () => void readFileSync(join(directory, "journal.jsonl"));
  expect(() => open({ directory, refuse })).toThrow(/cannot be used \(ENAMETOOLONG\)/);
});

test("the user of a folder is told when another process has taken it, and only then", () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const lost = vi.fn();
  open({ lost });
  const lock = join(out(), lockName);
  const own = readFileSync(lock, "utf8");
  rmSync(lock);
  vi.advanceTimersByTime(10_000);
  expect(said.join()).toContain("cannot be renewed");
  expect(lost).not.toHaveBeenCalled();
  writeFileSync(lock, own);
  vi.advanceTimersByTime(10_000);
  writeFileSync(lock, own.replace(/"host":"[^"]*"/, '"host":"elsewhere"'));
  vi.advanceTimersByTime(10_000);
  vi.useRealTimers();
  expect(lost).toHaveBeenCalledTimes(1);
  expect(said.join()).toContain("was taken over by");
});
