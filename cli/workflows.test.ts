import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { execute, parseWorkflow, workflowNames, workflowText } from "../testing/ci/workflow.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-workflow-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = readFileSync(new URL("../docs/continuous-integration.md", import.meta.url), "utf8");

/** Actions by the commit of a release, which cannot change as a tag can. */
const knownActions = [
  "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2",
  "actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0",
  "actions/cache/restore@5a3ec84eff668545956fd18022155c47e93e2684 # v4.2.3",
  "actions/cache/save@5a3ec84eff668545956fd18022155c47e93e2684 # v4.2.3",
  "actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2",
];

test.each(workflowNames)("%s is shown in the document as it is", (name) => {
  expect(page).toContain(`\`\`\`yaml\n${workflowText(name)}\`\`\``);
});

test.each(workflowNames)("%s uses only known actions, at a commit, and may only read", (name) => {
  const text = workflowText(name);
  const used = [...text.matchAll(/uses: (.*)$/gm)].map(([, action]) => action);
  expect(used.length).toBeGreaterThan(2);
  for (const action of used) expect(knownActions).toContain(action);
  const { permissions, jobs } = parseWorkflow(text);
  expect(permissions).toEqual({ contents: "read" });
  const steps = Object.values(jobs).flatMap(({ steps: all }) => all);
  expect(steps.filter(({ uses }) => uses !== undefined)).toHaveLength(used.length);
  // An expression in a script would let its value be executed.
  for (const { run = "" } of steps) expect(run).not.toContain("${{");
});

/** A port that no process uses now. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

test("the steps for a pull request work: client and suite against the mock", async () => {
  const client =
    "node -e \"fetch(process.env.SCIM_URL + '/Users', { headers: { authorization: 'Bearer ' + process.env.SLACK_SCIM_TOKEN } }).then((r) => process.exit(r.status === 200 ? 0 : 9))\"";
  const own = { name: "our-client", private: true, scripts: { test: client } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(own));
  const summary = join(folder, "summary.md");
  writeFileSync(summary, "");
  const text = workflowText("pull-request.yml").replaceAll("8080", String(await freePort()));
  const steps = await execute(parseWorkflow(text), { checkout: folder, secrets: {}, summary });
  expect(steps.map(({ name, code }) => [name, code])).toEqual([
    ["npm ci", 0],
    ["Start the mock", 0],
    ["Test our client against it", 0],
    ["Run the suite against it", 0],
  ]);
  expect(readFileSync(join(folder, "junit.xml"), "utf8")).toContain('failures="0" errors="0"');
  expect(readFileSync(join(folder, "ctrf.json"), "utf8")).toContain('"failed": 0');
  expect(readFileSync(summary, "utf8")).toContain("# SCIM conformance: ");
  // The last lines are enough for a log.
  expect(steps.at(-1)?.stdout.trim().split("\n").slice(-4)).toEqual([
    expect.stringMatching(/^Yes, after changes to the client: /),
    expect.stringMatching(/^\d+ breaking, \d+ silent, 0 new, 0 fixed/),
    "No earlier run of this target in this folder.",
    "Summary  scim-results/report/index.html",
  ]);
}, 300_000);
