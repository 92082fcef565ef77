import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { builtModule } from "../../testing/commands/built-module.ts";
import { type FolderLock, lockFolder } from "./lock.ts";
import { thisProcess } from "./lock-holder.ts";
import { OutputError } from "./output-error.ts";

const root = mkdtempSync(join(tmpdir(), "scim-lock-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder: string;
let file: string;
let trouble: string[];
let locks: FolderLock[];
beforeEach(() => {
  folder = mkdtempSync(join(root, "case-"));
  file = join(folder, ".slack-scim-conformance.lock");
  trouble = [];
  locks = [];
});
afterEach(() => {
  for (const lock of locks) lock.release();
  vi.useRealTimers();
});

function lock(): FolderLock {
  const taken = lockFolder(folder, (line) => trouble.push(line));
  locks.push(taken);
  return taken;
}

/** The lock of another process, whose last sign is that many seconds old. */
function othersLock(holder: object | string, seconds: number): void {
  writeFileSync(file, typeof holder === "string" ? holder : JSON.stringify(holder));
  const then = Date.now() / 1000 - seconds;
  utimesSync(file, then, then);
}

const read = () => JSON.parse(readFileSync(file, "utf8"));
const refusal = (): string => {
  try {
    lock();
  } catch (error) {
    expect(error).toBeInstanceOf(OutputError);
    if (error instanceof Error) return error.message;
  }
  throw new Error("was not rejected");
};
const elsewhere = { pid: 42, host: "elsewhere", startedAt: "2026-01-02T03:04:05Z" };

test("a lock names its holder, and disappears on release", () => {
  const taken = lock();
  expect(taken.takenOver).toBeUndefined();
  expect(read()).toMatchObject({ pid: process.pid, host: hostname() });
  taken.release();
  expect(readdirSync(folder)).toEqual([]);
  taken.release();
});

test("a second one is rejected, with the holder and its start time", () => {
  lock();
  const { startedAt } = read();
  expect(refusal()).toBe(
    `${folder}: in use by process ${process.pid} on ${hostname()}, since ${startedAt}; ` +
      "wait until it ends, or choose another folder",
  );
  expect(readdirSync(folder)).toEqual([".slack-scim-conformance.lock"]);
});

test("a remote holder keeps it until 30 seconds without a heartbeat", () => {
  othersLock(elsewhere, 27);
  expect(refusal()).toContain("in use by process 42 on elsewhere, since 2026-01-02T03:04:05Z");
  othersLock(elsewhere, 40);
  expect(lock().takenOver).toMatch(
    /^process 42 on elsewhere, since 2026-01-02T03:04:05Z, which has not responded for 4\d s$/,
  );
  expect(read().pid).toBe(process.pid);
  expect(readdirSync(folder)).toEqual([".slack-scim-conformance.lock"]);
});

test("a local holder loses it as soon as it ends, and not before", () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  othersLock({ ...thisProcess(), pid }, 0);
  expect(lock().takenOver).toMatch(`process ${pid} on ${hostname()}`);
  locks.pop()?.release();
  othersLock({ ...thisProcess(), pid: process.ppid }, 0);
  expect(refusal()).toContain(`process ${process.ppid}`);
});

test("a lock that cannot be read is respected until it is old", () => {
  othersLock("", 0);
  expect(refusal()).toContain("in use by another process;");
  othersLock("{", 40);
  expect(lock().takenOver).toMatch(/^another process, which has not responded for/);
});

test("a host's name cannot write into the terminal", () => {
  othersLock({ ...elsewhere, host: "a\u001b[2J\nb" }, 0);
  expect(refusal()).toContain("on a⟨U+001B⟩[2J⟨U+000A⟩b,");
});

test("a link instead of the lock is neither followed nor replaced", () => {
  const target = join(folder, "mine");
  symlinkSync(target, file);
  expect(refusal()).toContain("is not a lock of this tool");
  writeFileSync(target, JSON.stringify(elsewhere));
  utimesSync(target, 0, 0);
  expect(refusal()).toContain("is not a lock of this tool");
  expect(readFileSync(target, "utf8")).toBe(JSON.stringify(elsewhere));
});

test("a takeover in progress is not disturbed", () => {
  othersLock(elsewhere, 40);
  writeFileSync(`${file}.guard`, "");
  expect(refusal()).toMatch(/another process is taking it over; if none is, remove .*guard$/);
  expect(read()).toEqual(elsewhere);
  // Without a lock to take over, the guard is of no interest.
  rmSync(file);
  lock();
});

test("an unwritable folder is reported", () => {
  folder = join(folder, "none");
  expect(refusal()).toBe(`${folder}: cannot be written (ENOENT)`);
});

test("heartbeats every few seconds keep it", () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  lock();
  const text = readFileSync(file, "utf8");
  for (let beats = 0; beats < 3; beats += 1) {
    utimesSync(file, 0, 0);
    vi.advanceTimersByTime(5000);
    expect(Date.now() - statSync(file).mtimeMs).toBeLessThan(20_000);
  }
  expect(readFileSync(file, "utf8")).toBe(text);
  expect(trouble).toEqual([]);
  locks[0]?.release();
  expect(vi.getTimerCount()).toBe(0);
});

test("a lock taken over is reported once, and not removed at the end", () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const taken = lock();
  othersLock(elsewhere, 3);
  const stamp = statSync(file).mtimeMs;
  vi.advanceTimersByTime(20_000);
  expect(trouble).toEqual([
    `${folder}: was taken over by process 42 on elsewhere, which may write to it now`,
  ]);
  expect(statSync(file).mtimeMs).toBe(stamp);
  taken.release();
  expect(read()).toEqual(elsewhere);
});

test("a failed heartbeat is reported, once each time", () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  lock();
  const own = readFileSync(file, "utf8");
  rmSync(file);
  vi.advanceTimersByTime(10_000);
  expect(trouble).toEqual([
    `${folder}: the lock cannot be renewed (ENOENT); another run may take over the folder`,
  ]);
  writeFileSync(file, own);
  vi.advanceTimersByTime(5000);
  rmSync(file);
  vi.advanceTimersByTime(5000);
  expect(trouble).toHaveLength(2);
});

test("a release does not disturb a concurrent takeover", () => {
  const taken = lock();
  writeFileSync(`${file}.guard`, "");
  taken.release();
  expect(existsSync(file)).toBe(true);
});

const module = await builtModule("reports/output/lock.ts", root);

/** Another process that locks the folder and does something then. */
function other(then: string) {
  const code = `
    const { lockFolder } = await import(${JSON.stringify(module)});
    process.send("ready");
    await new Promise((go) => process.once("message", go));
    let won = false;
    try { lockFolder(${JSON.stringify(folder)}, () => {}); won = true; } catch {}
    ${then}`;
  return spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

test("of many processes that find a holder gone, one wins", async () => {
  othersLock(elsewhere, 40);
  const racers = Array.from({ length: 6 }, () =>
    other("process.send(won ? 'won' : 'lost'); process.once('message', () => process.exit());"),
  );
  await Promise.all(racers.map((one) => new Promise((ready) => one.once("message", ready))));
  const outcomes = racers.map((one) => new Promise((said) => one.once("message", said)));
  for (const one of racers) one.send("go");
  expect((await Promise.all(outcomes)).sort()).toEqual([...Array(5).fill("lost"), "won"]);
  for (const one of racers) one.send("end");
  await Promise.all(racers.map((one) => new Promise((end) => one.once("exit", end))));
});

test("it does not keep a process alive, and ends with it", async () => {
  for (const then of ["process.disconnect();", "process.exit(0);"]) {
    const one = other(then);
    await new Promise((ready) => one.once("message", ready));
    one.send("go");
    expect(await new Promise((end) => one.once("exit", end))).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  }
});
