import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../../mock/index.ts";
import { dataOf } from "../../testing/allure-page.ts";
import { WarmCommand } from "../../testing/commands/warm-command.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-second-run-"));

const created = "POST of a user or group returns 201";
const password = "a user can be created with a password";
const urns = "schemas lists the base schema of the resource";
const requirements = [
  "SCIM11-API-3.1-01",
  "SCIM20-7644-3.3-04",
  "SCIM20-7643-4.1.1-15",
  "SLACK-REPR-11",
  "SCIM20-7643-3.3-01",
];

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

const warm = new WarmCommand();
afterAll(() => warm.close());

/** Carries out a command on the folder. @returns its exit code */
async function command(...args: string[]): Promise<number> {
  return (await warm.run(args, { cwd: process.cwd(), env: process.env })).code;
}

/** Runs a few requirements, with another seed each time. */
function run(...flags: string[]): Promise<number> {
  return command("run", "--out", folder, "--requirement", ...requirements, ...flags);
}

function runWithFaults(...faults: string[]): Promise<number> {
  mock.setFaults(faults);
  return run("--v1", `${mock.url}/scim/v1`, "--v2", `${mock.url}/scim/v2`);
}

/** A file that Allure embedded in its page. */
function embedded(name: string): unknown {
  const page = readFileSync(join(folder, "report/awesome/index.html"), "utf8");
  return JSON.parse(dataOf(page).get(name) ?? "");
}

/** The tests of a category, each with the groups that lead to it, as a reader opens them. */
function categories(): Record<string, string[]> {
  const { roots, nodes } = embedded("widgets/categories.json") as {
    roots: string[];
    nodes: Record<string, { name: string; childrenIds?: string[] }>;
  };
  const paths = (id: string): string[] => {
    const { name = "", childrenIds = [] } = nodes[id] ?? {};
    const below = childrenIds.flatMap(paths).map((path) => `${name} > ${path}`);
    return below.length > 0 ? below : [name];
  };
  return Object.fromEntries(
    roots.map((id) => [nodes[id]?.name, (nodes[id]?.childrenIds ?? []).flatMap(paths)]),
  );
}

function variables(): Record<string, string> {
  return embedded("widgets/variables.json") as Record<string, string>;
}

function gate(): Record<string, boolean> {
  const rules: { rule: string; success: boolean }[] = JSON.parse(
    readFileSync(join(folder, "report/awesome/quality-gate.json"), "utf8"),
  );
  return Object.fromEntries(rules.map(({ rule, success }) => [rule, success]));
}

describe("runs into the same folder", () => {
  test("the first has nothing to be compared with: no test is new, fixed or regressed", async () => {
    expect(await runWithFaults()).toBe(0);
    expect(categories()).toEqual({});
    expect(variables()).toMatchObject({ "Compared with": "no earlier run" });
    expect(Object.values(gate())).toEqual([true, true, true, true, true]);
  });

  test("the second names what regressed, in the version where it did", async () => {
    const faults = ["user-create-answers-200", "v1-user-has-v2-urn"];
    expect(await runWithFaults(...faults)).toBe(1);
    const regressed = categories()["Broken rule (MUST)"] ?? [];
    expect(regressed).toHaveLength(3);
    for (const path of regressed) expect(path).toMatch(/^transition: regressed/);
    expect(regressed.filter((path) => path.endsWith(created))).toEqual([
      expect.stringContaining("SCIM 1.1"),
      expect.stringContaining("SCIM 2.0"),
    ]);
    expect(regressed.filter((path) => path.endsWith(urns))).toEqual([
      expect.stringContaining("SCIM 1.1"),
    ]);
    expect(gate()).toMatchObject({
      "broken rules": false,
      "checks with an error": true,
    });
  });

  test("its report, written again, is the same", async () => {
    const before = categories();
    expect(await command("report", folder)).toBe(0);
    expect(categories()).toEqual(before);
    expect(variables()).toMatchObject({ "Compared with": "the previous run" });
  });

  test("the third shows fixed rules and a verdict that changed between passed ones", async () => {
    expect(await runWithFaults("v2-password-refused")).toBe(0);
    expect(categories()["Fixed since the last run"]).toHaveLength(3);
    expect(categories()["Verdict changed since the last run"]).toEqual([
      `was: pass > verdict: warn > environment: SCIM 2.0 > ${password}`,
    ]);
    expect(Object.values(gate())).toEqual([true, true, true, true, true]);
  });

  test("another target is not compared with them, and keeps their history", async () => {
    expect(await run()).toBe(0);
    expect(variables()).toMatchObject({ "Compared with": "no earlier run" });
    expect(await runWithFaults()).toBe(0);
    expect(variables()).toMatchObject({ "Compared with": "the previous 3 runs" });
  });

  test("the history has no token, no address and no name of this machine", () => {
    const history = join(folder, "history");
    const files = readdirSync(history);
    expect(files).toHaveLength(4);
    for (const file of files) {
      const text = readFileSync(join(history, file), "utf8");
      for (const secret of [mock.token, hostname(), process.cwd()]) {
        expect(text).not.toContain(`"${secret}`);
      }
      expect(text).not.toContain("@");
    }
  });
});
