import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { facts } from "./index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Where a fact is used: rules, differences, schemas, the mock and what reads them; not tests and not documents. */
const rooms = [
  "client",
  "commands",
  "facts/flows",
  "generators",
  "mock",
  "reports",
  "schemas",
  "suites",
];

/** A fact, or a range of them: `FACT-ERROR-10 to FACT-ERROR-71`. */
const citation = /FACT-([A-Z]+)-(\d+)(?: to FACT-\1-(\d+))?/g;

function sources(room: string): string[] {
  if (!existsSync(`${root}/${room}`)) return [];
  return readdirSync(`${root}/${room}`, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|js|json)$/.test(file) && !/\.test\.|\.generated\./.test(file))
    .map((file) => readFileSync(`${root}/${room}/${file}`, "utf8"));
}

/** The ids that a text cites. */
function idsIn(text: string): string[] {
  return [...text.matchAll(citation)].flatMap(([, area = "", first = "", last = first]) => {
    const numbers = Array.from(
      { length: Number(last) - Number(first) + 1 },
      (_, index) => Number(first) + index,
    );
    return numbers.map((number) => `FACT-${area}-${String(number).padStart(2, "0")}`);
  });
}

const used = new Set([
  ...rooms.flatMap(sources).flatMap(idsIn),
  ...facts.filter(({ settings }) => settings !== undefined).map(({ id }) => id),
]);

test("every fact is used by a rule, a difference, a schema or a setting, or says why not", () => {
  const idle = facts.filter(({ id, unused }) => !used.has(id) && unused === undefined);
  expect(idle.map(({ id }) => id)).toEqual([]);
});

test("a fact that says why it is not used is not used", () => {
  const wrong = facts.filter(({ id, unused }) => used.has(id) && unused !== undefined);
  expect(wrong.map(({ id }) => id)).toEqual([]);
});
