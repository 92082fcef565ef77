import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import { expect, test, vi } from "vitest";
import { isRunning, parseHolder, thisProcess, whyGone } from "./lock-holder.ts";

const startedAt = "2026-01-02T03:04:05.678Z";
const holder = { pid: 42, host: "a", startedAt, space: "s" };
const here = { host: "a", space: "s" };
const alive = () => true;
const dead = () => false;

test("this process is named by its number and host, and by the time", () => {
  vi.useFakeTimers({ now: Date.parse(startedAt), toFake: ["Date"] });
  const self = thisProcess();
  vi.useRealTimers();
  expect(self).toMatchObject({ pid: process.pid, host: hostname(), startedAt });
  // The same for each process of a machine since it was started.
  if (process.platform === "linux") expect(self.space).toMatch(/^[0-9a-f-]{36} pid:\[\d+\]$/);
});

test("a lock is read with what it needs, and without what else it holds", () => {
  expect(parseHolder(JSON.stringify({ ...holder, more: 1 }))).toEqual(holder);
  const { space: _, ...short } = holder;
  expect(parseHolder(JSON.stringify(short))).toEqual(short);
  expect(parseHolder(JSON.stringify({ ...holder, space: 1 }))).toEqual(short);
  expect(parseHolder(JSON.stringify({ ...holder, pid: 1 }))?.pid).toBe(1);
});

test.each([
  "",
  "{",
  "null",
  "1",
  "[]",
  JSON.stringify({ ...holder, pid: 0 }),
  JSON.stringify({ ...holder, pid: -1 }),
  JSON.stringify({ ...holder, pid: 1.5 }),
  JSON.stringify({ ...holder, pid: "42" }),
  JSON.stringify({ ...holder, host: 1 }),
  JSON.stringify({ ...holder, startedAt: null }),
])("%s is no lock", (text) => {
  expect(parseHolder(text)).toBeUndefined();
});

test("who gives no sign for more than 30 seconds is gone, not before", () => {
  for (const ageMs of [0, 1, 29_999, 30_000, -1, -30_000]) {
    expect(whyGone(holder, ageMs, here, alive)).toBeUndefined();
    expect(whyGone(undefined, ageMs, here, dead)).toBeUndefined();
  }
  expect(whyGone(holder, 30_001, here, alive)).toBe("which has not responded for 30 s");
  expect(whyGone(holder, 45_000, here, alive)).toBe("which has not responded for 45 s");
  expect(whyGone(undefined, 45_000, here, alive)).toBe("which has not responded for 45 s");
  // A clock that was set back.
  expect(whyGone(holder, -45_000, here, alive)).toBe("which has not responded for 45 s");
});

test("a process that is not there any more is gone at once, if its number is one of here", () => {
  expect(whyGone(holder, 0, here, dead)).toBe("which has ended");
  expect(whyGone({ pid: 1, host: "a", startedAt }, 0, { host: "a" }, dead)).toBe("which has ended");
  expect(whyGone(holder, 0, { ...here, host: "b" }, dead)).toBeUndefined();
  // Another container, or the same machine after it was started again.
  expect(whyGone(holder, 0, { ...here, space: "t" }, dead)).toBeUndefined();
  expect(whyGone(holder, 0, { host: "a" }, dead)).toBeUndefined();
});

test("a number of a process elsewhere is not looked up", () => {
  const asked: number[] = [];
  const ask = (pid: number) => asked.push(pid) > 0;
  whyGone(holder, 0, { ...here, host: "b" }, ask);
  expect(asked).toEqual([]);
  whyGone(holder, 0, here, ask);
  expect(asked).toEqual([42]);
});

test("a process is there, also another user's, until it has ended", () => {
  expect(isRunning(process.pid)).toBe(true);
  expect(isRunning(1)).toBe(true);
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  expect(isRunning(pid)).toBe(false);
  const kill = vi.spyOn(process, "kill").mockImplementation(() => {
    throw Object.assign(new Error("not yours"), { code: "EPERM" });
  });
  expect(isRunning(2)).toBe(true);
  expect(kill).toHaveBeenCalledWith(2, 0);
  kill.mockRestore();
});
