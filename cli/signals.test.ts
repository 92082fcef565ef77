import { EventEmitter } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Signals } from "./signals.ts";

class Source extends EventEmitter {
  readonly exits: number[] = [];
  exit(code: number): void {
    this.exits.push(code);
  }
}

let source: Source;
let said: string[];
let signals: Signals;

function handle(isTerminal: boolean): void {
  signals = new Signals({ source, isTerminal, write: (text) => said.push(text) });
}

beforeEach(() => {
  source = new Source();
  said = [];
});
afterEach(() => signals.close());

const send = (signal: string) => source.emit(signal, signal);

describe.each(["SIGINT", "SIGTERM", "SIGHUP"])("%s", (signal) => {
  test("stops the requests in flight, and says so once", () => {
    handle(false);
    expect([signals.stopped.aborted, signals.name]).toEqual([false, undefined]);
    send(signal);
    expect([signals.stopped.aborted, signals.name]).toEqual([true, signal]);
    expect(said.join("")).toMatch(new RegExp(`^${signal}: stopping`));
    expect(said.join("")).not.toContain("Ctrl-C");
    send(signal);
    expect(said).toHaveLength(1);
    expect(source.exits).toEqual([]);
  });

  test("is ignored during clean-up, without a terminal", () => {
    handle(false);
    signals.cleaningUp();
    for (let count = 0; count < 3; count += 1) send(signal);
    expect(signals.stopped.aborted).toBe(false);
    expect(said).toEqual([]);
    expect(source.exits).toEqual([]);
  });

  test("is released at the end", () => {
    handle(true);
    signals.close();
    expect(source.listenerCount(signal)).toBe(0);
  });
});

describe("in a terminal", () => {
  beforeEach(() => handle(true));

  test("a second Ctrl-C quits at once, with exit code 3", () => {
    send("SIGINT");
    expect(said.join("")).toMatch(/press Ctrl-C again/);
    expect(source.exits).toEqual([]);
    send("SIGINT");
    expect(source.exits).toEqual([3]);
  });

  test("a second Ctrl-C skips the clean-up that the first one began", () => {
    send("SIGINT");
    signals.cleaningUp();
    send("SIGINT");
    expect(source.exits).toEqual([3]);
  });

  test("during a clean-up at the end of a run it takes two", () => {
    signals.cleaningUp();
    send("SIGINT");
    expect(said.join("")).toMatch(/finishing the clean-up; press Ctrl-C again/);
    expect(source.exits).toEqual([]);
    send("SIGINT");
    expect(source.exits).toEqual([3]);
  });

  test("other signals never skip it and do not count as Ctrl-C", () => {
    send("SIGTERM");
    signals.cleaningUp();
    for (const signal of ["SIGTERM", "SIGHUP", "SIGTERM", "SIGINT"]) send(signal);
    expect(source.exits).toEqual([]);
    expect(signals.name).toBe("SIGTERM");
  });
});
