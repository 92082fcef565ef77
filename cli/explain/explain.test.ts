import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { facts } from "../../facts/index.ts";
import { listFaults } from "../../mock/faults/index.ts";
import type { CatalogueDifference, CheckResult } from "../../schemas/index.ts";
import { requirements } from "../../suites/catalogue.ts";
import { differences } from "../../suites/differences/catalogue.ts";
import { untested } from "../../suites/standards/untested.ts";
import { usedCatalogue } from "../../suites/used-catalogue.ts";
import { sampleDifference, sampleResults } from "../../testing/runs/sample-run.ts";
import type { LastRun } from "./last-run.ts";
import { type Line, sheetText } from "./sheet.ts";
import { sheetOf } from "./sheet-of.ts";

const requirementIds = requirements.flatMap(({ versions }) =>
  Object.values(versions).map(({ id }) => id),
);
const differenceIds = differences.map(({ id }) => id);

/** Without the colours of a terminal, which depend on the environment. */
const textOf = (id: string, run?: LastRun) =>
  stripVTControlCharacters(sheetText(sheetOf(id, run, "scim-results")));

/** The lines of a section. */
function section(id: string, title: string, run?: LastRun): readonly Line[] {
  return sheetOf(id, run, "scim-results").sections.find((one) => one.title === title)?.lines ?? [];
}

/** The entry of a difference in the catalogue of a run. */
function entryOf(id: string): CatalogueDifference {
  const used = usedCatalogue({ profile: "slack", versions: ["1.1", "2.0"] });
  const entry = used.differences.find((one) => one.id === id);
  if (!entry) throw new Error(`no difference ${id}`);
  return entry;
}

const lesson: CatalogueDifference["lesson"] = {
  today: [
    {
      method: "PATCH",
      path: "/Users/U1",
      headers: { accept: "application/json" },
      body: { meta: { attributes: ["title"] } },
    },
  ],
  tomorrow: [{ method: "DELETE", path: "/Users/U1" }],
  unmet: "Send both.",
};

const commandsOf = (lines: readonly Line[]) =>
  lines.flatMap((line) => (typeof line === "string" ? [] : [line.asIs]));

test("a requirement: demand, section, facts, what is expected, a fault, the last result", () => {
  expect(textOf("SCIM20-7644-3.3-04").split("\n")).toEqual(
    expect.arrayContaining([
      "SCIM20-7644-3.3-04: POST of a user or group returns 201",
      "The same rule in SCIM 1.1: SCIM11-API-3.1-01.",
      "  A service provider SHALL return 201 Created for a successful POST.",
      "    RFC 7644 §3.3  https://www.rfc-editor.org/rfc/rfc7644#section-3.3",
      "  It is assumed that Slack follows the standard.",
      "  FACT-USER-04: SCIM 2.0: `POST /Users` returns 201. INF: it is assumed.",
      "    user: 201",
      "  Anything else: fail.",
      "  user-create-answers-200: Creating a user gives 200 instead of 201",
      "  No run in scim-results yet:",
    ]),
  );
});

test("a deviation of Slack, with what is expected instead and its source", () => {
  const text = textOf("SCIM20-7643-7-04").replace(/\s+/g, " ");
  expect(text).toContain("Clients observed that Slack departs from the standard: spells subattri");
  expect(text).toContain("Of Slack it expects instead (the verdict is then deviation):");
  expect(text).toContain("https://github.com/ExclamationLabs/connector-scim2");
});

test("a rule that has another level and another fact in each version says so", () => {
  const slack = section("SLACK-PATCH-81", "What Slack does").filter(
    (line) => typeof line === "string",
  );
  expect(slack).toEqual([
    "In SCIM 1.1:",
    "Clients observed that Slack does this.",
    expect.stringContaining("FACT-PATCH-03: SCIM 1.1"),
    "In SCIM 2.0:",
    "Slack documents that it does this.",
    expect.stringContaining("FACT-PATCH-04: SCIM 2.0"),
  ]);
});

test("a difference: both versions, what to change, how it is known, what the probe expects", () => {
  const { sections } = sheetOf("DIFF-PATCH-04", undefined, "scim-results");
  const filled = sections.filter(({ lines }) => lines.length > 0).map(({ title }) => title);
  expect(filled).toEqual(
    expect.arrayContaining([
      "In SCIM 1.1",
      "In SCIM 2.0",
      "What a client must change",
      "How that is known",
      "The probe",
      "The fault that shows it",
      "The last result",
    ]),
  );
  expect(section("DIFF-PATCH-04", "In SCIM 1.1")).toEqual(['meta.attributes: ["title"]']);
});

test("a fact: statement, tag, sources, settings, what rests on it", () => {
  const text = textOf("FACT-GROUP-53");
  expect(text).toContain("OBS: it was observed with real clients");
  expect(text).toContain("https://learn.microsoft.com/entra/");
  expect(text).toContain('removeMembersWithValue (all or selected; default "all")');
  expect(text).toMatch(/^ {4}DIFF-GRP-07 {2}/m);
});

test("a statement that no check tests says why", () => {
  expect(textOf("SCIM20-7644-7-01")).toContain(
    "There is none: TLS belongs to the deployment, not to the API.",
  );
});

test("every id has an explanation, case-insensitive", () => {
  const ids = [
    ...requirementIds,
    ...differenceIds,
    ...facts.map(({ id }) => id),
    ...Object.keys(untested),
  ];
  for (const id of ids) {
    const sheet = sheetOf(id.toLowerCase(), undefined, "scim-results");
    expect(sheet.id).toBe(id);
    expect(sheet.title).not.toBe("");
    expect(sheet.sections.flatMap(({ lines }) => lines).length).toBeGreaterThan(1);
  }
});

test("the named fault breaks what is explained, in the versions that its command tests", () => {
  const faults = new Map(listFaults().map((fault) => [fault.name, fault]));
  let named = 0;
  for (const id of [...requirementIds, ...differenceIds]) {
    const [start = "", run = ""] = commandsOf(section(id, "The fault that shows it"));
    const fault = faults.get(/--fault (\S+)$/.exec(start)?.[1] ?? "");
    if (!fault) continue;
    named += 1;
    for (const [flag, version] of [
      ["--v1", "1.1"],
      ["--v2", "2.0"],
    ] as const) {
      if (requirementIds.includes(id) && run.includes(flag))
        expect(fault.breaks[version]).toContain(id);
    }
    expect([...fault.breaks["1.1"], ...fault.breaks["2.0"]]).toContain(id);
  }
  expect(named).toBeGreaterThan(700);
});

describe("an id that does not exist", () => {
  test.each<[string, RegExp]>([
    [
      "SCIM20-7644-3.3-4",
      /^SCIM20-7644-3\.3-4: no such id; nearest: SCIM20-7644-3\.3-04, \S+, \S+; /,
    ],
    ["FACT-GROUP-533", /nearest: FACT-GROUP-33, FACT-GROUP-53, /],
    ["diff-patch-1", /nearest: DIFF-PATCH-01, DIFF-PATCH-1\d/],
    ["\u001b[2J", /^⟨U\+001B⟩\[2J: no such id/],
  ])("%j: the three nearest", (typed, message) => {
    expect(() => textOf(typed)).toThrow(message);
  });
});

describe("the last run", () => {
  const check: CheckResult = {
    id: "SCIM20-7644-3.3-04",
    title: "POST of a user returns 201",
    area: "users",
    version: "2.0",
    level: "SHALL",
    source: "RFC 7644 §3.3",
    verdict: "fail",
    message: "user: expected 201, saw 200\u001b[2J\nsecond line",
    exchanges: [],
    durationMs: 1,
  };
  const run: LastRun = {
    directory: "scim-results",
    results: sampleResults(
      [
        sampleDifference({ id: "DIFF-URL-01", v1: "seen 1", v2: "seen 2", status: "otherwise" }),
        sampleDifference({ id: "DIFF-OBS-SCIM20-7644-3.3-04", kind: "undocumented" }),
      ],
      { checks: [check] },
    ),
    catalogue: {
      requirements: [
        {
          title: "the title of that run",
          area: "users",
          safety: "write",
          expect: { user: 299 },
          versions: { "2.0": { id: check.id, level: "SHALL", source: "x" } },
        },
      ],
      differences: [],
    },
  };

  test("tells the verdict and the message; what a server sent is made visible", () => {
    const [text] = section(check.id, "The last result", run);
    expect(text).toContain("SCIM 2.0: fail: user: expected 201, saw 200");
    expect(textOf(check.id, run)).toContain("saw 200⟨U+001B⟩[2J second line");
    expect(textOf(check.id, run)).toContain("results.json: 2026-01-02 03:04 UTC, sample, profile");
  });

  test("is explained with the catalogue of that run", () => {
    expect(textOf(check.id, run)).toContain(`${check.id}: the title of that run`);
    expect(textOf(check.id, run)).toContain("user: 299");
  });

  test("tells the state of a difference", () => {
    expect(section("DIFF-URL-01", "The last result", run).slice(0, 3)).toEqual([
      "not as documented",
      "SCIM 1.1: seen 1",
      "SCIM 2.0: seen 2",
    ]);
  });

  test("may have a difference that no catalogue has", () => {
    expect(textOf("diff-obs-scim20-7644-3.3-04", run)).toContain("that no catalogue has");
  });

  test("shows the requests of today and tomorrow, complete", () => {
    const difference = { ...entryOf("DIFF-PATCH-04"), lesson };
    const taught = { ...run, catalogue: { requirements: [], differences: [difference] } };
    expect(textOf("DIFF-PATCH-04", taught)).toContain(
      [
        "Today (SCIM 1.1)",
        "    PATCH /Users/U1",
        "    accept: application/json",
        "",
        "    {",
        '      "meta": {',
        '        "attributes": [',
        '          "title"',
      ].join("\n"),
    );
    expect(textOf("DIFF-PATCH-04", taught)).toContain("If a run does not see it\n  Send both.");
  });

  test("says what it did not select", () => {
    expect(section("DIFF-PATCH-01", "The last result", run)[0]).toMatch(
      /^Not part of the last run/,
    );
  });
});

test("prose is wrapped at the width of the terminal; commands and addresses are not", () => {
  const narrow = stripVTControlCharacters(
    sheetText(sheetOf("SCIM20-7644-3.3-04", undefined, "scim-results"), 40),
  );
  const long = narrow.split("\n").filter((line) => line.length > 40);
  expect(long.length).toBeGreaterThan(0);
  for (const line of long) expect(line).toMatch(/^ {4}(npx|\S.* {2}https?:)|^\S+$|^ {2}\S+$/);
});
