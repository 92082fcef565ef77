import { Pool } from "undici";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Version } from "../../schemas/version.ts";
import { type Step, script } from "../fixtures/exercise.ts";
import { type FaultInfo, type Mock, startMock } from "../index.ts";
import { listFaults } from "./index.ts";

let mock: Mock;
let pool: Pool;
beforeAll(async () => {
  mock = await startMock({ settings: { deactivationDelayMs: 0, photoDelayMs: 0 } });
  pool = new Pool(mock.url, { connections: 1 });
});
afterAll(async () => {
  await pool.destroy();
  await mock.close();
});

type Ids = Map<string, string>;

const createdNow = new RegExp(`"created":"${new Date().getFullYear()}[^"]{21}"`, "g");

function filled(text: string, ids: Ids): string {
  return text.replace(/\$(\w+)/g, (all, name: string) => ids.get(name) ?? all);
}

/** A response as a client sees it, without the time of creation, which differs from run to run. */
async function perform(version: Version, step: Step, ids: Ids): Promise<string> {
  const token = step.token === undefined ? mock.token : step.token;
  const prefix = version === "1.1" ? "/scim/v1" : "/scim/v2";
  const path = step.path.startsWith("/../") ? `/scim${step.path.slice(3)}` : prefix + step.path;
  try {
    const { statusCode, headers, body } = await pool.request({
      method: step.method ?? "GET",
      path: filled(path, ids),
      headersTimeout: 150,
      headers: {
        "content-type": "application/json",
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      ...(step.body !== undefined && { body: filled(JSON.stringify(step.body), ids) }),
    });
    const text = await body.text();
    const shown = text.length > 100_000 ? String(text.length) : text;
    const kept = [headers["content-type"], headers.location, headers["retry-after"]];
    return `${statusCode} ${kept.join(" ")} ${shown.replace(createdNow, "created")}`;
  } catch (error) {
    return `no answer: ${error instanceof Error ? error.name : error}`;
  }
}

/** Runs the script up to the first response that differs from those without faults. */
async function firstDifference(version: Version, faultless: readonly string[], ids: Ids) {
  mock.reset();
  const steps = script(version);
  for (const [position, step] of steps.entries()) {
    const seen = await perform(version, step, ids);
    if (seen !== faultless[position]) return { step, seen, faultless: faultless[position] };
  }
  return undefined;
}

async function answersWithoutFaults(version: Version, ids: Ids): Promise<string[]> {
  mock.setFaults([]);
  mock.reset();
  const answers: string[] = [];
  for (const step of script(version)) {
    const answer = await perform(version, step, ids);
    const id = /"id":"([^"]+)"/.exec(answer)?.[1];
    if (step.save && id) ids.set(step.save, id);
    answers.push(answer);
  }
  return answers;
}

/**
 * Whether no other test covers the fault: the suite covers those that break requirements
 * (`testing/kill`), `limits.test.ts` those in rate limits and concurrent writes.
 */
function isShownHere({ area, breaks }: FaultInfo, version: Version): boolean {
  return area !== "limits" && !breaks[version].some((id) => /^(SCIM|SLACK)/.test(id));
}

test("at least 120 faults have unique names, and each breaks a requirement", () => {
  const faults = listFaults();
  expect(faults.length).toBeGreaterThanOrEqual(120);
  expect(new Set(faults.map((fault) => fault.name)).size).toBe(faults.length);
  for (const fault of faults) {
    expect(fault.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(Object.values(fault.breaks).flat().length, fault.name).toBeGreaterThan(0);
    expect(fault.versions.length, fault.name).toBeGreaterThan(0);
  }
});

for (const version of ["1.1", "2.0"] as const) {
  test(`faults of version ${version} alone change its responses, and those of the other version do not`, {
    timeout: 120_000,
  }, async () => {
    const ids: Ids = new Map();
    const faultless = await answersWithoutFaults(version, ids);
    expect(await firstDifference(version, faultless, ids), "without faults, twice").toBeUndefined();
    const faults = listFaults();
    const foreign = faults.filter((fault) => !fault.versions.includes(version));
    mock.setFaults(foreign.map((fault) => fault.name));
    expect(await firstDifference(version, faultless, ids), "faults elsewhere").toBeUndefined();
    const invisible: string[] = [];
    for (const fault of faults) {
      if (!fault.versions.includes(version) || !isShownHere(fault, version)) continue;
      mock.setFaults([fault.name]);
      if (!(await firstDifference(version, faultless, ids))) invisible.push(fault.name);
    }
    mock.setFaults([]);
    expect(invisible).toEqual([]);
  });
}
