import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { builtModule } from "../../testing/commands/built-module.ts";
import { HarFile } from "./har-file.ts";

const built = mkdtempSync(join(tmpdir(), "har-file-"));
const module = await builtModule("mock/recording/har-file.ts", built);
afterAll(() => rmSync(built, { recursive: true }));

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "har-file-"));
  file = join(folder, "traffic.har");
});
afterEach(() => rmSync(folder, { recursive: true }));

const entries = (): unknown[] => JSON.parse(readFileSync(file, "utf8")).log.entries;

/** A process that adds entries of several pages without a pause, until it is killed. */
function writer() {
  const program = `
    const { HarFile } = await import(${JSON.stringify(module)});
    const har = new HarFile(${JSON.stringify(file)});
    const entry = JSON.stringify({ text: "x".repeat(20_000) });
    for (let count = 0; ; count += 1) {
      har.add(entry);
      if (count === 3) console.log("begun");
    }`;
  return spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

test("a process that is killed at any moment leaves a complete document", async () => {
  // Written to the shown file, one of nine was cut.
  for (let kill = 0; kill < 25; kill += 1) {
    const child = writer();
    await new Promise((resolve) => child.stdout.once("data", resolve));
    await pause(kill % 5);
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
    expect(entries().length).toBeGreaterThan(3);
  }
});

test("the next recording removes what killed ones left, and nothing else", async () => {
  const child = writer();
  await new Promise((resolve) => child.stdout.once("data", resolve));
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("exit", resolve));
  const others = [`traffic.har.${process.pid}.99.tmp`, "traffic.har.0.1.tmp", "traffic.har.tmp"];
  for (const name of others) writeFileSync(join(folder, name), "mine");
  expect(readdirSync(folder).length).toBeGreaterThan(others.length + 1);
  new HarFile(file).close();
  expect(readdirSync(folder).sort()).toEqual(["traffic.har", ...others].sort());
});

test("every entry is in the file when add returns, once and in order", () => {
  const har = new HarFile(file);
  for (let count = 1; count <= 7; count += 1) {
    har.add(JSON.stringify({ count }));
    expect(entries()).toEqual(Array.from({ length: count }, (_, at) => ({ count: at + 1 })));
  }
  har.close();
  har.add("{}");
  expect(entries()).toHaveLength(7);
  expect(readdirSync(folder)).toEqual(["traffic.har"]);
});

test("a file that another recording replaced, or someone removed, ends the recording", () => {
  const first = new HarFile(file);
  first.add("1");
  const second = new HarFile(file);
  second.add("2");
  expect(() => first.add("3")).toThrow("another recording has replaced the file");
  expect(entries()).toEqual([2]);
  rmSync(file);
  expect(() => second.add("4")).toThrow("the file was removed");
  expect(readdirSync(folder)).toEqual([]);
});
