import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const root = fileURLToPath(new URL("../..", import.meta.url));
/** What a user reads: README and the pages of docs/. */
export const documents = [
  "README.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
].map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

/** The blocks of a language, in the order of the documents. */
const blocksOf = (language: string) =>
  documents.flatMap(({ path, text }) =>
    [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, "gms"))].map(
      ([, block = ""]) => ({ path, block }),
    ),
  );

const commands = blocksOf("sh").flatMap(({ path, block }) =>
  block
    .split("\n")
    .filter((line) => line !== "")
    .map((command) => ({ path, command })),
);
const isOwn = (command: string) => command.startsWith("npx slack-scim-conformance ");
/** Each command once, wherever it is repeated. */
export const own = [...new Set(commands.map(({ command }) => command).filter(isOwn))];
/** The first run of README: of both versions by their URLs, with a report. */
export const readmeRunCommand =
  own.find((one) => /^npx \S+ run --v1 \S+ --v2 \S+$/.test(one)) ?? "";
/** Runs into a folder that they name: no other command needs what they leave. */
export const ownFolder = own.filter((command) => /^npx \S+ (?:run|merge) .*--out /.test(command));
export const examples = commands
  .map(({ command }) => command)
  .filter((one) => one.includes(" examples"));
export const others = commands
  .filter(({ path }) => path === "README.md")
  .map(({ command }) => command)
  .filter((command) => !own.includes(command) && !examples.includes(command));
export const targets = blocksOf("json").filter(({ block }) => block.includes('"versions"'));
export const people = blocksOf("json").filter(
  ({ path, block }) => path === "docs/mock.md" && block.startsWith("["),
);

/** The lines of output that a document shows below a command, the last of its block. */
export const shownAfter = (command: string) =>
  documents.flatMap(({ text }) => {
    const [, after = ""] = text.split(`\n${command}\n\`\`\`\n`);
    const start = "\n```text\n";
    if (!after.startsWith(start)) return [];
    const [block = ""] = after.slice(start.length).split("\n```");
    return block.split("\n").filter((line) => line !== "");
  });
