import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { sampleExchange } from "../../testing/runs/sample-run.ts";
import { stepsToReproduce } from "./reproduction.ts";
import type { RunConfig } from "./run-config.ts";

const baseUrls = { "1.1": "http://127.0.0.1:1/scim/v1", "2.0": "http://127.0.0.1:1/scim/v2" };
const chosen = ["--requirement", "SCIM20-1", "--seed", "7", "--cases", "3"];
const apart = ["--no-report", "--out", "scim-rerun"];

/** The commands of the steps, as a shell splits them into words. */
function commandsOf(rerun?: RunConfig["rerun"]): string[][] {
  const config = { baseUrls, seed: 7, cases: 3, ...(rerun === undefined ? {} : { rerun }) };
  const steps = stepsToReproduce(config, "SCIM20-1", [sampleExchange("2.0/1", {})]);
  const said = (name: string) => `${name}() { printf '%s\\0' ${name} "$@"; printf '\\n'; }`;
  const script = `${said("npx")}\n${said("curl")}\n${steps}`;
  return execFileSync("sh", ["-euc", script], {
    encoding: "utf8",
    env: { ACME: "t", SLACK_SCIM_TOKEN: "t" },
  })
    .split("\0\n")
    .slice(0, -1)
    .map((line) => line.split("\0"));
}

test("the command is complete: URLs, requirement, seed and cases", () => {
  const [run = [], request = []] = commandsOf();
  expect(run).toEqual([
    ...["npx", "slack-scim-conformance", "run"],
    ...["--v1", baseUrls["1.1"], "--v2", baseUrls["2.0"], ...chosen, ...apart],
  ]);
  expect(request[0]).toBe("curl");
});

test("a shell gives the target and the names of variables as the user gave them", () => {
  const words = ["--target", "my $(sandbox)'s.json", "--token-env", "ACME", "--allow-writes"];
  const [run] = commandsOf({ words, embedded: false, variables: { token: "ACME" } });
  expect(run?.slice(3)).toEqual([...words, ...chosen, ...apart]);
});

test("the embedded organisation is started again, and its URLs are gone", () => {
  const rerun = { words: [], embedded: true, variables: { token: "SLACK_SCIM_TOKEN" } };
  expect(commandsOf(rerun)[0]?.slice(3)).toEqual([...chosen, ...apart]);
  const steps = stepsToReproduce({ baseUrls, seed: 7, cases: 3, rerun }, "SCIM20-1", []);
  expect(steps).toContain("npx slack-scim-conformance mock --port 1 ");
});

test("a difference needs the whole run", () => {
  const steps = stepsToReproduce({ baseUrls, seed: 7, cases: 3 }, undefined, []);
  expect(steps).toMatch(/--v2 \S+ --seed 7 --cases 3 --no-report --out scim-rerun$/m);
});
