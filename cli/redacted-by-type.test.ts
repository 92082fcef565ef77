import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const rooms = [
  ...["schemas", "generators", "client", "mock"],
  ...["suites", "reports", "commands", "cli"],
];

/** Every TypeScript file of a room but benchmarks, as a path from the root, with its text. */
function sources(room: string): [file: string, text: string][] {
  return readdirSync(`${root}/${room}`, { recursive: true, encoding: "utf8" })
    .map((file) => `${room}/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".ts") && !/\.bench\.ts$|\/bench\//.test(file))
    .map((file) => [file, readFileSync(`${root}/${file}`, "utf8")]);
}

const shipped = (room: string) =>
  sources(room).filter(([file]) => !/\.test\.ts$|\/testing\//.test(file));

test("only the gate makes a RedactedText", () => {
  const casts = rooms
    .flatMap(sources)
    .filter(([, text]) => /\bas\b[^;,)\n]*\bRedacted[T]ext\b|<Redacted[T]ext>\(?\w/.test(text))
    .map(([file]) => file);
  expect(casts).toEqual(["client/transport/redaction.ts"]);
});

/** Where files are written: these take nothing but RedactedText. */
const writers = ["reports/write-text.ts", "suites/run/write-text.ts"];
/** The copy of results of `--json`, which accepts nothing else either. */
const copier = "reports/output/output-file.ts";
/** These write what is this tool's own: a format, a process, a time. */
const marks = ["reports/output/lock.ts", "reports/output/mark.ts"];
const writing =
  /import\s*\{[^}]*\b(?:writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|writeSync|writev|writevSync|outputFile)\b[^}]*\}\s*from\s*"node:fs(?:\/promises)?"|import\s+(?:\*\s+as\s+)?\w+\s+from\s*"node:fs(?:\/promises)?"/;

test.each(["reports", "suites", "commands", "cli"])(
  "in %s/ only the writers of text write files",
  (room) => {
    const wrong = shipped(room).filter(([, text]) => writing.test(text));
    expect(wrong.map(([file]) => file).sort()).toEqual(
      [...writers, copier, ...marks].filter((file) => file.startsWith(`${room}/`)).sort(),
    );
  },
);

test("the writers accept only RedactedText", () => {
  for (const [file, text] of rooms.flatMap(sources).filter(([name]) => writers.includes(name))) {
    const parameters = [...text.matchAll(/(?:function \w+|write)\(([^)]*)\)\s*:/g)].map(
      ([, list]) => list ?? "",
    );
    expect(parameters.length).toBeGreaterThan(1);
    for (const list of parameters) expect(list, file).toContain("RedactedText");
  }
});

test("the copy of results accepts only RedactedText", () => {
  const text = readFileSync(`${root}/${copier}`, "utf8");
  expect(text.match(/\bwrite\([^)]*\): void/g)).toEqual(["write(text: RedactedText): void"]);
});

test("only cli/console.ts prints, and the progress through its gate", () => {
  const wrong = ["cli", "commands", "reports", "suites"]
    .flatMap(shipped)
    .filter(([, text]) => /\bconsole\.\w+\(|\bstd(?:out|err)\.write\(|\bstream\.write\(/.test(text))
    .map(([file]) => file);
  expect(wrong).toEqual(["cli/console.ts", "cli/progress.ts"]);
  const progress = readFileSync(`${root}/cli/progress.ts`, "utf8");
  expect(progress.match(/stream\.write\([^)]*/g)).toEqual(["stream.write(throughGate(text"]);
});
