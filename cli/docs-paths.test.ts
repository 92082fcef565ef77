import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The Markdown files of a folder, as paths from the root. */
const markdownIn = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));

const documents = [".", "docs", "docs/decisions", "docs/api"].flatMap(markdownIn);

const rooms =
  "schemas|generators|client|mock|suites|reports|commands|testing|cli|docs|examples|facts";
/** A path that begins with a room; a pattern such as `suites/<area>/` does not count. */
const isPath = new RegExp(`^(?:${rooms})/[^\\s*<>{}]*$`);
/** Made by a command. */
const made = ["docs/api/out"];

/** Paths from the root that a text names: in code spans, or in a drawing. */
function pathsIn(text: string): string[] {
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);
  const drawings = [...text.matchAll(/^```mermaid$.*?^```$/gms)].flatMap(([drawing]) =>
    drawing.split(/<br\/>|["\s,]+/),
  );
  return [...spans, ...drawings].filter((name) => isPath.test(name) && !made.includes(name));
}

/** Targets of relative links. */
function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^[a-z]+:/.test(link));
}

test.each(documents)("every path that %s names exists", (document) => {
  const text = readFileSync(join(root, document), "utf8");
  const folder = dirname(document);
  const missing = pathsIn(text).filter((path) => !existsSync(join(root, path)));
  const broken = linksIn(text).filter((link) => !existsSync(join(root, folder, link)));
  expect([...new Set([...missing, ...broken])]).toEqual([]);
});
