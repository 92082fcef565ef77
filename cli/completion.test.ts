import { execFile, execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { areas } from "../suites/requirement.ts";
import { valuesOf } from "./completion-values.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

/** The values that a shell is offered for what was typed. */
function offered(...typed: string[]): Promise<string[]> {
  return new Promise((done, fail) => {
    execFile(
      process.execPath,
      [main, "complete", "--", ...typed],
      { cwd: root },
      (error, stdout) => {
        if (error) fail(error);
        const lines = stdout.split("\n").map((line) => line.split("\t")[0] ?? "");
        done(lines.filter((line) => line !== "" && !line.startsWith(":")));
      },
    );
  });
}

test("commands, areas, ids and files are completed", async () => {
  const [commands, ofArea, ids, files] = await Promise.all([
    offered("cl"),
    offered("run", "--area", "pa"),
    offered("explain", "DIFF-PATCH-04"),
    offered("run", "--target", "schemas/na"),
  ]);
  expect(commands).toEqual(["cleanup"]);
  expect(ofArea).toEqual(["pagination", "patch"]);
  expect(ids).toEqual(["DIFF-PATCH-04"]);
  expect(files).toEqual(["schemas/names.ts"]);
});

test("the values of flags are those that the commands accept", () => {
  expect([...valuesOf("area")].map(([name]) => name)).toEqual([...areas]);
  expect([...valuesOf("level")].map(([name]) => name)).toEqual(
    expect.arrayContaining(["MUST", "DOC", "breaking"]),
  );
  expect(valuesOf("out")).toBe("paths");
  expect(valuesOf("seed")).toEqual(new Map());
});

test("the script for bash is one", () => {
  const script = execFileSync(process.execPath, [main, "complete", "bash"]);
  execFileSync("bash", ["-n"], { input: script });
});
