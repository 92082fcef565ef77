import { execSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { violations } from "../schemas/index.ts";
import {
  documents,
  examples,
  others,
  own,
  ownFolder,
  root,
  shownAfter,
  targets,
} from "../testing/documents/commands.ts";
import { everyCommandWorks } from "../testing/documents/every-command.ts";

describe("every command of README and docs works", () => {
  everyCommandWorks(own.filter((command) => !ownFolder.includes(command)));

  test.each(examples)(
    "%s",
    (command) => {
      execSync(command, { cwd: root, stdio: "pipe" });
    },
    180_000,
  );

  test("the other commands are run by CI in a clean clone", () => {
    const ci = readFileSync(join(root, ".ci/run"), "utf8");
    const steps = others
      .filter((command) => !command.startsWith("export "))
      .flatMap((command) => command.split(" && "));
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) expect(ci).toContain(step);
  });
});

test("the documents show output of their main uses, which is compared above", () => {
  expect(own.filter((command) => shownAfter(command).length > 0)).toHaveLength(6);
});

test("the target files of the documents are valid", () => {
  expect(targets.length).toBeGreaterThanOrEqual(2);
  for (const { path, block } of targets) {
    expect(violations("suite/target", JSON.parse(block)), path).toEqual([]);
  }
});

test("each picture of the documents exists", () => {
  const pictures = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/!\[.*?\]\((.*?)\)/g)].map(([, picture = ""]) => join(path, "..", picture)),
  );
  expect(pictures.length).toBeGreaterThan(1);
  for (const picture of pictures) {
    expect(readFileSync(join(root, picture)).length).toBeGreaterThan(10_000);
  }
});
