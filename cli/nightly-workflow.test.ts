import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "../mock/index.ts";
import { type Executed, execute, parseWorkflow, workflowText } from "../testing/ci/workflow.ts";
import { command } from "../testing/commands/built-command.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-nightly-"));
const checkout = join(folder, "checkout");
const cache = join(folder, "cache");
const summary = join(folder, "summary.md");

const workflow = parseWorkflow(workflowText("nightly.yml"));
/** The paths that the workflow keeps from night to night. */
const kept = Object.values(workflow.jobs)
  .flatMap(({ steps }) => steps)
  .flatMap(({ uses = "", with: given }) =>
    uses.startsWith("actions/cache/save@") ? String(given?.path).trim().split("\n") : [],
  );

/** Faults of the organisation; the canary does not find the later one. */
const accepted = "user-create-answers-200";
const later = "put-group-keeps-name";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ rateLimits: "off" });
  mkdirSync(checkout);
  const versions = {
    "1.1": { baseUrl: `${mock.url}/scim/v1` },
    "2.0": { baseUrl: `${mock.url}/scim/v2` },
  };
  const target = { name: "Acme sandbox", profile: "slack", versions };
  writeFileSync(join(checkout, "sandbox.json"), JSON.stringify(target));
  mock.setFaults([accepted]);
  // The workflow is tested, not the rules: those of the two faults are enough.
  writeFileSync(
    join(checkout, "scim-conformance.json"),
    JSON.stringify({ area: ["users", "put"], cases: 1 }),
  );
  // What the team did once, on its own machine, and committed.
  const flags = ["--target", "sandbox.json", "--baseline", "scim-baseline.json", "--no-report"];
  const first = await command(["run", ...flags, "--out", join(folder, "first")], {
    cwd: checkout,
    env: { ...process.env, CI: "", NO_COLOR: "1", SLACK_SCIM_TOKEN: mock.token },
  });
  expect(first.code, first.stderr).toBe(0);
}, 120_000);
afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One night: a new checkout with what the cache kept. */
async function night(): Promise<Executed[]> {
  writeFileSync(summary, "");
  for (const path of ["scim-results", "scim-canary", "junit.xml", "ctrf.json", "node_modules"]) {
    rmSync(join(checkout, path), { recursive: true, force: true });
  }
  for (const path of kept) {
    if (existsSync(join(cache, path))) {
      cpSync(join(cache, path), join(checkout, path), { recursive: true });
    }
  }
  const secrets = { SLACK_SCIM_TOKEN: mock.token };
  const steps = await execute(workflow, { checkout, secrets, summary });
  for (const path of kept) {
    if (!existsSync(join(checkout, path))) continue;
    cpSync(join(checkout, path), join(cache, path), { recursive: true });
  }
  return steps;
}

const codes = (steps: readonly Executed[]) => steps.map(({ code }) => code);
const suite = (steps: readonly Executed[]) =>
  steps.find(({ name }) => name === "The whole suite") ?? { stdout: "", stderr: "" };
const annotations = ({ stdout }: Pick<Executed, "stdout">) =>
  stdout.split("\n").filter((line) => line.startsWith("::"));

test("what the team accepted is green; what is new is red, in every form; then it is fixed", async () => {
  const first = await night();
  expect(codes(first), suite(first).stdout + suite(first).stderr).toEqual([0, 0, 0, 0]);
  expect(annotations(suite(first))).toEqual([]);
  const junit = readFileSync(join(checkout, "junit.xml"), "utf8");
  expect(junit).toContain('failures="0" errors="0"');
  expect(junit).toMatch(/<skipped message="known/);
  expect(readFileSync(summary, "utf8")).toContain("## Known from the baseline");
  expect(existsSync(join(checkout, "scim-results/report/index.html"))).toBe(true);

  mock.setFaults([accepted, later]);
  const second = await night();
  expect(codes(second)[0]).toBe(0);
  expect(codes(second)).toContain(1);
  const { stdout } = suite(second);
  expect(stdout).toMatch(/Since the run of .*: \d+ regressed/);
  expect(annotations({ stdout }).length).toBeGreaterThan(0);
  expect(stdout).not.toMatch(/^::error title=SCIM20-7644-3\.3-04/m);
  expect(readFileSync(summary, "utf8")).toMatch(/\*\*Regressed \(\d+\)\*\*/);
  expect(readFileSync(join(checkout, "junit.xml"), "utf8")).toContain("<failure ");

  mock.setFaults([accepted]);
  const third = await night();
  expect(codes(third)).toEqual([0, 0, 0, 0]);
  expect(suite(third).stdout).toMatch(/ 0 new, 0 fixed, [1-9]\d* known/);
  expect(suite(third).stdout).toMatch(/: 0 regressed, [1-9]\d* fixed/);
}, 400_000);
