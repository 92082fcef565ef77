import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DigestOfAll, digestOf } from "../../client/transport/digest.ts";
import type { Exchange } from "../../schemas/index.ts";
import { RecordedExchanges } from "./recorded-exchanges.ts";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scim-recorded-"));
  file = join(folder, "exchanges.jsonl");
  writeFileSync(file, "");
});
afterEach(() => rmSync(folder, { recursive: true }));

function exchange(id: string, body = ""): Exchange {
  return {
    id,
    version: "2.0",
    startedAt: "2026-01-01T00:00:00.000Z",
    durationMs: 1,
    attempt: 1,
    request: { method: "GET", url: "http://127.0.0.1/scim/v2/Users", headers: {} },
    response: { status: 200, headers: {}, body },
  };
}

const line = (one: Exchange) => `${JSON.stringify(one)}\n`;

test("exchanges that were appended meanwhile are found, in the order asked for", () => {
  const [first, second] = [exchange("2.0/1"), exchange("2.0/2")];
  const recorded = new RecordedExchanges(file);
  appendFileSync(file, line(first));
  expect(recorded.of(["2.0/1"])).toEqual([first]);
  appendFileSync(file, line(second));
  expect(recorded.of(["2.0/2", "2.0/1"])).toEqual([second, first]);
  recorded.end();
});

test("a line that is still being written is read when it is complete, between any two bytes", () => {
  const last = exchange("2.0/1", "Ünïcödé");
  const bytes = Buffer.from(line(last));
  const recorded = new RecordedExchanges(file);
  for (const byte of bytes.subarray(0, -1)) {
    appendFileSync(file, Buffer.of(byte));
    expect(recorded.of([last.id])).toEqual([]);
  }
  appendFileSync(file, bytes.subarray(-1));
  expect(recorded.of([last.id])).toEqual([last]);
  recorded.end();
});

test("an exchange of many megabytes is read whole", () => {
  const large = exchange("2.0/1", "x".repeat(3 * 1024 * 1024));
  appendFileSync(file, line(large) + line(exchange("2.0/2")));
  const recorded = new RecordedExchanges(file);
  expect(recorded.of(["2.0/1", "2.0/2"])).toHaveLength(2);
  expect(recorded.of(["2.0/1"])).toEqual([large]);
  recorded.end();
});

test("a line that is not an exchange is left out", () => {
  appendFileSync(file, '{"id":"2.0/1","version":"2.0"}\n');
  const recorded = new RecordedExchanges(file);
  expect(recorded.of(["2.0/1"])).toEqual([]);
  recorded.end();
});

test("at the end all are there in their order, each read once, with their number and digest", () => {
  const [first, second, third] = ["1.1/1", "2.0/1", "2.0/2"].map((id) => {
    const one = exchange(id);
    return { ...one, version: id.slice(0, 3) as "2.0", sha256: digestOf(one) };
  }) as [Exchange, Exchange, Exchange];
  appendFileSync(file, line(first) + line(second));
  const recorded = new RecordedExchanges(file);
  const [early] = recorded.of([second.id]);
  appendFileSync(file, `${line(third)}{"id":"2.0/3","version"`);
  const { exchanges, requests } = recorded.end();
  expect([...exchanges.values()]).toEqual([first, second, third]);
  expect(exchanges.get(second.id)).toBe(early);
  const all = new DigestOfAll();
  for (const { id, sha256 = "" } of [first, second, third]) all.add(id, sha256);
  expect(requests).toEqual({ total: 3, byVersion: { "1.1": 1, "2.0": 2 }, sha256: all.end() });
});

test("a run that recorded nothing has no file", () => {
  const { exchanges, requests } = new RecordedExchanges(join(folder, "none")).end();
  expect(exchanges.size).toBe(0);
  expect(requests).toEqual({ total: 0, byVersion: {}, sha256: new DigestOfAll().end() });
});
