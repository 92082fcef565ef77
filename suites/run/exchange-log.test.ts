import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Redaction } from "../../client/index.ts";
import type { Exchange } from "../../schemas/index.ts";
import { CannotWriteError } from "./cannot-write.ts";
import { ExchangeLog } from "./exchange-log.ts";

const gate = new Redaction({ secrets: [] });
const add = (log: ExchangeLog, one: Exchange) => log.add(one, gate.line(one));

const folder = mkdtempSync(join(tmpdir(), "scim-log-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const exchange = (id: string): Exchange => ({
  id,
  version: "2.0",
  startedAt: "2026-01-01T00:00:00.000Z",
  durationMs: 1,
  attempt: 1,
  request: { method: "GET", url: "https://a.example/Users/é", headers: {} },
});

test("exchanges are appended, and assigned to the check that caused them", async () => {
  const file = join(folder, "log.jsonl");
  writeFileSync(file, "first\n");
  const log = new ExchangeLog(file);
  add(log, exchange("1"));
  const ids: string[] = [];
  await log.collect(ids, async () => {
    add(log, exchange("2"));
    log.cite(["1", "2"]);
  });
  log.cite(["1"]);
  log.close();
  expect(ids).toEqual(["2", "1"]);
  expect(log.get("1")).toEqual(exchange("1"));
  expect(log.get("3")).toBeUndefined();
  expect(log.size).toBe(2);
  const [first, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  expect(first).toBe("first");
  expect(lines.map((line) => JSON.parse(line))).toEqual([exchange("1"), exchange("2")]);
});

test("a full disk breaks no check: it is reported once, and the exchanges stay in memory", () => {
  const errors: CannotWriteError[] = [];
  const log = new ExchangeLog("/dev/full", (error) => errors.push(error));
  add(log, exchange("1"));
  add(log, exchange("2"));
  log.close();
  expect(errors.map(({ message }) => message)).toEqual([
    "cannot write /dev/full: no space left on the device (ENOSPC)",
  ]);
  expect(log.get("2")).toEqual(exchange("2"));
  add(new ExchangeLog("/dev/full"), exchange("1"));
});

test("the error for a file that cannot be opened names it", () => {
  expect(() => new ExchangeLog(folder)).toThrow(CannotWriteError);
  expect(() => new ExchangeLog(folder)).toThrow(folder);
});

test("an error that is not of the disk is not hidden", () => {
  const log = new ExchangeLog(join(folder, "odd.jsonl"));
  const broken = {
    toString() {
      throw new RangeError("odd");
    },
  };
  expect(() => log.add(exchange("1"), broken as never)).toThrow("odd");
});

test("of two concurrent checks, each gets its own exchanges", async () => {
  const log = new ExchangeLog(join(folder, "two.jsonl"));
  const [one, two]: [string[], string[]] = [[], []];
  await Promise.all(
    [one, two].map((ids, index) =>
      log.collect(ids, async () => {
        await Promise.resolve();
        add(log, exchange(`${index}a`));
        log.cite([`${index}a`, "shared"]);
        log.cite(["shared"]);
      }),
    ),
  );
  add(log, exchange("outside"));
  expect([one, two]).toEqual([
    ["0a", "shared"],
    ["1a", "shared"],
  ]);
  expect(await log.collect([], async () => "result")).toBe("result");
});

test.each<[string, boolean, Partial<NonNullable<Exchange["response"]>>]>([
  ["JSON", false, { body: "{}" }],
  ["5xx", true, { status: 503, body: "{}" }],
  ["half of a resource", true, { body: '{"id": "U1", "user' }],
  ["another resource", true, { body: '{"id": "U2"}' }],
  ["the resource that was asked for", false, { body: '{"id": "É"}' }],
  ["a resource of which the log keeps a part", false, { body: '{"id"', truncated: true }],
  ["an empty 200", true, { body: "" }],
  ["an empty 204", true, { status: 204, body: "" }],
  ["a page for an unknown resource", false, { status: 404, body: "<html>" }],
])("whether a look failed that got %s", async (_what, failed, response) => {
  const log = new ExchangeLog(join(folder, "looks.jsonl"));
  const ids: string[] = [];
  const look = await log.collect(ids, () =>
    log.watched(async () => {
      add(log, { ...exchange("1"), response: { status: 200, headers: {}, body: "", ...response } });
      return "seen";
    }),
  );
  expect(look).toEqual({ answer: "seen", failed });
  expect(ids).toEqual(["1"]);
});

test("nothing is written after half a line, even if the disk works again", () => {
  const link = join(folder, "half.jsonl");
  symlinkSync("/dev/full", link);
  const errors: unknown[] = [];
  const log = new ExchangeLog(link, (error) => errors.push(error));
  add(log, exchange("1"));
  log.close();
  // The file is closed: a further write would fail.
  add(log, exchange("2"));
  expect(errors).toHaveLength(1);
  expect(log.size).toBe(2);
});

test("a closed log writes nothing, and says so", () => {
  const errors: CannotWriteError[] = [];
  const log = new ExchangeLog(join(folder, "closed.jsonl"), (error) => errors.push(error));
  log.close();
  add(log, exchange("1"));
  expect(errors[0]?.message).toMatch(/EBADF/);
});
