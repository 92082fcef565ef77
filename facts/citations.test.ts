import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { facts } from "./index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const rooms = [
  ...["cli", "client", "commands", "docs", "examples", "facts", "generators", "mock"],
  ...["reports", "schemas", "suites", "testing"],
];

/** The text files of a room that may cite a fact, as paths from the root. */
function textsOf(room: string): string[] {
  return readdirSync(`${root}/${room}`, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|json|md)$/.test(file) && !file.includes("node_modules"))
    .map((file) => `${room}/${file.replaceAll("\\", "/")}`);
}

const texts = rooms.flatMap(textsOf).map((file) => ({
  file,
  text: readFileSync(`${root}/${file}`, "utf8"),
}));

test("every fact that is cited exists", () => {
  // A test gives a wrong id on purpose.
  const known = new Set<string>([...facts.map(({ id }) => id), "FACT-GROUP-533"]);
  const wrong = texts.flatMap(({ file, text }) =>
    [...text.matchAll(/FACT-[A-Z]+-\d+/g)]
      .filter(([id]) => !known.has(id))
      .map(([id]) => `${file} cites ${id}`),
  );
  expect(wrong).toEqual([]);
});

test("no place cites a section of notes that are not in the project", () => {
  const wrong = texts.flatMap(({ file, text }) =>
    [...text.matchAll(/facts? §[\d.]+|"§[\d.]+"|§[\d.]+ (?:DOC|OBS|INF)/g)].map(
      ([place]) => `${file}: ${place}`,
    ),
  );
  expect(wrong).toEqual([]);
});
