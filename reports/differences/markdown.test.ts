import { expect, test } from "vitest";
import type { Catalogue, Exchange, Results } from "../../schemas/index.ts";
import { clearTitle } from "../../testing/runs/sample-lesson.ts";
import {
  sampleCatalogue,
  sampleDifference,
  sampleEntry,
  sampleExchange,
  sampleResults,
} from "../../testing/runs/sample-run.ts";
import type { SinceLastRun } from "../since/since-last-run.ts";
import { differencesMarkdown } from "./markdown.ts";
import { ownValues } from "./own-values.ts";

const hostile = "x | </td> `<script>` ](javascript:alert(1)) \\| \n| a \u202Eb @everybody";

const markdownOf = (
  results: Results,
  catalogue: Pick<Catalogue, "differences"> = sampleCatalogue,
  exchanges: readonly Exchange[] = [],
  since: SinceLastRun = { previous: undefined, regressed: [], fixed: [], changed: [] },
) =>
  differencesMarkdown(
    results,
    catalogue,
    new Map(exchanges.map((exchange) => [exchange.id, exchange])),
    ownValues([], []),
    since,
  );

test("counts and an overview with links come first, then each difference in its section", () => {
  const text = markdownOf(
    sampleResults([
      sampleDifference(),
      sampleDifference({ id: "DIFF-ERR-01", status: "otherwise", impact: "silent" }),
      sampleDifference({ id: "SAME-01", same: true }),
      sampleDifference({ id: "DIFF-BULK-01", status: "not-probed", note: "no bulk here" }),
    ]),
  );
  expect(text.match(/^#+ .*$/gm)).toEqual([
    "# What changes from SCIM 1.1 to SCIM 2.0",
    "## Findings: unexpected behaviour (1)",
    "### DIFF-ERR-01",
    "## Breaking changes (1)",
    "### DIFF-URL-01",
    "## Same in both versions (1)",
    "### SAME-01",
    "## Not probed, and why (1)",
    "### DIFF-BULK-01",
  ]);
  expect(text).toContain("| Findings | 1 |");
  expect(text).toContain("| Breaking | 1 (");
  expect(text).toContain(
    "| [DIFF-URL-01](#diff-url-01) the base URL names the version | breaking | as documented | Something. |",
  );
  expect(text).toMatch(/\| \[DIFF-BULK-01\].* \| not probed \| no bulk here \|/);
  expect(text).toContain(
    "Facts and their sources: FACT-SERVICE-01 ([reference](https://docs.slack.dev/reference/scim-api), ",
  );
});

test("the overview has the first sentence of what to change, whole", () => {
  const change = 'Put "remove" first: Slack applies them in order. The rest is as it was.';
  const text = markdownOf(sampleResults([sampleDifference({ clientMustChange: change })]), {
    differences: [{ ...sampleEntry, clientMustChange: change }],
  });
  expect(text).toContain('| as documented | Put "remove" first: Slack applies them in order. |');
});

test("it says since which run, what regressed and what is fixed", () => {
  const one = { of: "difference", title: "t", before: "as documented", now: "not seen" } as const;
  const results = sampleResults([sampleDifference({ status: "not-seen" })]);
  expect(markdownOf(results)).toContain(
    "| Since the last run | No earlier run of this target in this folder. |",
  );
  const text = markdownOf(results, sampleCatalogue, [], {
    previous: { startedAt: "2026-01-01T02:30:00.000Z", toolVersion: "0.0.0" },
    regressed: [
      { ...one, id: "DIFF-URL-01" },
      { ...one, of: "check", id: "SCIM20-1" },
    ],
    fixed: [{ ...one, id: "DIFF-OBS-A+B", now: "the same in both" }],
    changed: [],
  });
  expect(text).toContain(
    "| Since the last run | Since the run of 2026-01-01 02:30 UTC: 2 regressed, 1 fixed. |",
  );
  expect(text).toContain("| Regressed | [DIFF-URL-01](#diff-url-01) (as documented → not seen) |");
  expect(text).toContain("| Fixed | `DIFF-OBS-A+B` (as documented → the same in both) |");
});

test("a difference has the requests of today and tomorrow, what came back, and what to change", () => {
  const lesson = { ...clearTitle };
  const url = "https://scim.example/scim/v1/Users/U1";
  const body = JSON.stringify(lesson.today[0].body);
  const text = markdownOf(
    sampleResults([sampleDifference({ exchanges: ["1.1/1"], same: true })]),
    { differences: [{ ...sampleEntry, lesson }] },
    [sampleExchange("1.1/1", { title: "" }, { method: "PATCH", url, body })],
  );
  for (const part of [
    "**Today (SCIM 1.1)**\n\n```http\nPATCH /scim/v1/Users/U123ABC\nContent-Type: application/json\n\n{\n",
    '    "attributes": [\n      "title"\n    ]\n',
    "**Tomorrow (SCIM 2.0)**\n\n```http\nPATCH /scim/v2/Users/U123ABC\n",
    '- SCIM 1.1: accepted with 200\n\n  ```\n  {\n    "title": ""\n  }\n  ```\n',
    "**What a client must change:** Something.",
    `**What this means for you:** ${lesson.unmet}`,
  ]) {
    expect(text).toContain(part);
  }
});

test("text from a server stays within its cell, its paragraph and its block", () => {
  const lesson = structuredClone(clearTitle);
  const text = markdownOf(
    sampleResults(
      [
        sampleDifference({
          kind: "undocumented",
          status: "otherwise",
          v1: hostile,
          v2: hostile,
          clientMustChange: hostile,
          exchanges: ["1.1/1"],
        }),
      ],
      { target: hostile },
    ),
    { differences: [{ ...sampleEntry, title: hostile, facts: [hostile], lesson }] },
    [
      sampleExchange("1.1/1", `${hostile}\n\`\`\`\n\`\`\`\`\n# heading`, {
        method: "PATCH",
        body: JSON.stringify(lesson.today[0].body),
      }),
    ],
  );
  // A pipe ends a cell unless an odd number of backslashes stands before it.
  const cells = (line: string) => line.split(/(?<=(?<!\\)(?:\\\\)*)\|/).length - 2;
  const tables = text.split("\n").filter((line) => line.startsWith("|"));
  expect(new Set(tables.map(cells))).toEqual(new Set([2, 4]));
  expect(text).not.toMatch(/\u202E/);
  const outsideBlocks = text.replace(/^ *(`{3,})\w*\n.*?\n *\1$/gms, "");
  expect(outsideBlocks).not.toContain("# heading");
  const outsideCode = outsideBlocks.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, "");
  expect(outsideCode).not.toMatch(/<script|javascript:|@everybody|[^\w)]\]\(/);
});
