import { expect, test } from "vitest";
import {
  sampleCatalogue,
  sampleDifference,
  sampleEntry,
  sampleResults,
} from "../../testing/runs/sample-run.ts";
import { differencesMarkdown } from "./markdown.ts";

const hostile = "x | </td> `<script>` ](javascript:alert(1)) \\| \n| a \u202Eb @everybody";

test("counts come first, then findings, breaking changes, same, and not probed", () => {
  const text = differencesMarkdown(
    sampleResults([
      sampleDifference(),
      sampleDifference({ id: "DIFF-ERR-01", status: "otherwise", impact: "silent" }),
      sampleDifference({ id: "SAME-01", same: true }),
      sampleDifference({ id: "DIFF-BULK-01", status: "not-probed", note: "no bulk here" }),
    ]),
    sampleCatalogue,
  );
  expect(text.match(/^#+ .*$/gm)).toEqual([
    "# What changes from SCIM 1.1 to SCIM 2.0",
    "## Findings: unexpected behaviour (1)",
    "## Breaking changes (1)",
    "## Same in both versions (1)",
    "## Not probed, and why (1)",
  ]);
  expect(text).toContain("| Findings | 1 |");
  expect(text).toContain("| Breaking | 1 (");
  expect(text).toContain(
    "| DIFF-URL-01 the base URL names the version | does one thing | does another | Something. | FACT-SERVICE-01 ([reference](https://docs.slack.dev/reference/scim-api), ",
  );
  expect(text).toMatch(/\| DIFF-BULK-01 .* \| no bulk here \| {2}\|/);
});

test("text from a server stays within its cell", () => {
  const text = differencesMarkdown(
    sampleResults(
      [
        sampleDifference({
          kind: "undocumented",
          status: "otherwise",
          v1: hostile,
          v2: hostile,
          clientMustChange: hostile,
        }),
      ],
      { target: hostile },
    ),
    { differences: [{ ...sampleEntry, facts: [hostile] }] },
  );
  // A pipe ends a cell unless an odd number of backslashes stands before it.
  const cells = (line: string) => line.split(/(?<=(?<!\\)(?:\\\\)*)\|/).length - 2;
  const tables = text.split("\n").filter((line) => line.startsWith("|"));
  expect(new Set(tables.map(cells))).toEqual(new Set([2, 7]));
  expect(text).not.toMatch(/\u202E/);
  const outsideCode = text.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, "");
  expect(outsideCode).not.toMatch(/<script|javascript:|@everybody|\]\(/);
});
