import type {
  CatalogueDifference,
  CheckResult,
  DifferenceResult,
  Exchange,
  Results,
} from "../../schemas/index.ts";

/** Results of a run that found nothing, with these differences. */
export function sampleResults(
  differences: readonly DifferenceResult[],
  more: Partial<Results> = {},
): Results {
  return {
    tool: "slack-scim-conformance",
    toolVersion: "0.0.0",
    resultsVersion: 2,
    startedAt: "2026-01-02T03:04:05Z",
    durationMs: 1000,
    target: "sample",
    profile: "slack",
    seed: 1,
    cases: 20,
    strict: false,
    selection: null,
    shard: null,
    embedded: false,
    stopped: null,
    versions: ["1.1", "2.0"],
    requests: { total: 2, byVersion: { "1.1": 1, "2.0": 1 } },
    created: { users: 0, groups: 0 },
    leftBehind: [],
    summary: { pass: 0, fail: 0, warn: 0, deviation: 0, skip: 0, error: 0 },
    checks: [],
    differences: [...differences],
    ...more,
  };
}

/** A check of a rule of version 2.0 that passes. */
export function sampleCheck(id: string, more: Partial<CheckResult> = {}): CheckResult {
  return {
    ...{ id, title: `rule ${id}`, area: "users", version: "2.0", level: "MUST", source: "s" },
    ...{ verdict: "pass", exchanges: [], durationMs: 1, ...more },
  };
}

/** What a catalogue says of the sample difference. */
export const sampleEntry: CatalogueDifference = {
  id: "DIFF-URL-01",
  facts: ["FACT-SERVICE-01"],
  area: "discovery",
  topic: "base URL",
  title: "the base URL names the version",
  kind: "documented",
  impact: "breaking",
  v1: "does one thing, as documented",
  v2: "does another, as documented",
  source: "Slack's transition list; SDKs",
  clientMustChange: "Something.",
};
/** The catalogue of a run that knows the sample difference alone. */
export const sampleCatalogue = { differences: [sampleEntry] };

/** A breaking difference, seen as documented, without exchanges. */
export function sampleDifference(more: Partial<DifferenceResult> = {}): DifferenceResult {
  return {
    id: "DIFF-URL-01",
    title: "The base URL",
    area: "discovery",
    topic: "base URL",
    impact: "breaking",
    kind: "documented",
    status: "as-documented",
    v1: "does one thing",
    v2: "does another",
    clientMustChange: "Something.",
    exchanges: [],
    ...more,
  };
}

/** An exchange in a version: a GET of a user that returns 200. */
export function sampleExchange(
  id: string,
  body: unknown,
  request: Partial<Exchange["request"]> = {},
): Exchange {
  const version = id.startsWith("1.1/") ? "1.1" : "2.0";
  return {
    id,
    version,
    startedAt: "2026-01-02T03:04:05Z",
    durationMs: 1,
    attempt: 1,
    request: {
      method: "GET",
      url: `https://scim.example/scim/v${version[0]}/Users/U1`,
      headers: { accept: "application/json" },
      ...request,
    },
    response: {
      status: 200,
      headers: { "content-type": "application/json" },
      body: typeof body === "string" ? body : JSON.stringify(body),
    },
  };
}
