import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { createTenantGate, ScimClient, type Version } from "../client/index.ts";
import { startMock } from "../mock/index.ts";
import { UntestableError, UsageError } from "../reports/exit.ts";
import { preflight } from "./preflight.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server that gives these answers to the paths below its base URL. */
async function serve(answer: (path: string, outgoing: ServerResponse) => void): Promise<string> {
  const server = createServer((incoming, outgoing) => answer(incoming.url ?? "", outgoing));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json = (outgoing: ServerResponse, status: number, body: unknown) => {
  outgoing.writeHead(status, { "content-type": "application/json" });
  outgoing.end(JSON.stringify(body));
};

const list = { schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], Resources: [] };

function client(version: Version, baseUrl: string): ScimClient {
  return new ScimClient({
    version,
    baseUrl,
    credentials: "xoxp-mock-admin",
    retry: { rateLimited: 0 },
    // What waits here is the preflight itself, by the clock of the test.
    gate: createTenantGate("off"),
  });
}

/** The error of a preflight against a server that gives one answer to everything. */
async function refusal(status: number, body: unknown, headers: Record<string, string> = {}) {
  const url = await serve((_path, outgoing) => {
    for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
    json(outgoing, status, body);
  });
  const waits: number[] = [];
  const options = {
    wait: async (ms: number) => {
      waits.push(ms);
    },
  };
  const error = await preflight([client("2.0", url)], options).catch((thrown: unknown) => thrown);
  return { error, waits };
}

describe("what cannot be tested", () => {
  test.each<[string, number, unknown, RegExp]>([
    ["an array", 200, [], /not SCIM JSON|JSON that is not SCIM/],
    ["a text", 200, "hello", /not SCIM JSON/],
    [
      "an object of something else",
      200,
      { ok: false, error: "not_authed" },
      /JSON that is not SCIM/,
    ],
    ["503", 503, {}, /not available \(HTTP 503\)/],
    ["500", 500, { detail: "boom" }, /not available \(HTTP 500 boom\)/],
    ["401", 401, { detail: "x" }, /token is rejected \(HTTP 401 x\)/],
    ["404", 404, {}, /no SCIM service/],
    ["a redirect", 302, {}, /redirects/],
  ])("%s", async (_what, status, body, says) => {
    const { error } = await refusal(status, body);
    expect(error).toBeInstanceOf(UntestableError);
    expect(String(error)).toMatch(says);
  });

  test("a list that fails while the rest works is left to the checks", async () => {
    const url = await serve((path, outgoing) => {
      if (path.startsWith("/Users")) json(outgoing, 500, {});
      else json(outgoing, 200, { patch: { supported: true } });
    });
    await expect(preflight([client("2.0", url)])).resolves.toEqual({});
  });
});

describe("an organisation whose plan does not include SCIM is not taken for a bad token", () => {
  const ofPlan = async (statuses: Partial<Record<"plus_teams_only", number>>) => {
    const settings = { plan: "free", errorStatusOverrides: statuses } as const;
    const mock = await startMock({ rateLimits: "off", settings });
    const both = [client("1.1", `${mock.url}/scim/v1`), client("2.0", `${mock.url}/scim/v2`)];
    const error = await preflight(both).catch((thrown: unknown) => thrown);
    await mock.close();
    return error;
  };

  test.each([403, 404])("with the documented code and HTTP %i", async (status) => {
    const error = await ofPlan({ plus_teams_only: status });
    expect(error).toBeInstanceOf(UntestableError);
    expect(String(error)).toMatch(/plan .*does not include SCIM \(HTTP \d+ plus_teams_only\)/);
    expect(String(error)).toMatch(/Business\+ or Enterprise; the token is not the cause/);
    expect(String(error)).not.toMatch(/token is rejected/);
  });

  test("with a bare 404 of every URL, as reported", async () => {
    const { error } = await refusal(404, {});
    expect(String(error)).toMatch(/HTTP 404\); .*plan is Business\+ or Enterprise, then the URL/);
    expect(String(error)).toMatch(/the token is not the cause/);
  });

  test("a 404 of one version alone is its URL", async () => {
    const url = await serve((path, outgoing) => {
      if (path.startsWith("/v1")) json(outgoing, 404, {});
      else json(outgoing, 200, list);
    });
    const both = [client("1.1", `${url}/v1`), client("2.0", url)];
    const error = await preflight(both).catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(/SCIM 1\.1 at .*the other version works.*check this URL/);
  });

  test("another server's 404 says nothing of a plan", async () => {
    const url = await serve((_path, outgoing) => json(outgoing, 404, {}));
    const error = await preflight([client("2.0", url)], { profile: "rfc" }).catch(
      (thrown: unknown) => thrown,
    );
    expect(String(error)).toMatch(/no SCIM service here \(HTTP 404\)$/);
  });
});

describe("a busy target", () => {
  test.each<[string, Record<string, string>, number[]]>([
    ["that says 40 seconds", { "retry-after": "40" }, [40_000, 40_000, 40_000]],
    ["that says two minutes", { "retry-after": "120" }, [120_000]],
    ["that says more than two minutes", { "retry-after": "121" }, []],
    ["that says nothing", {}, Array.from({ length: 12 }, () => 10_000)],
    [
      "that says no time at all",
      { "retry-after": "soon" },
      Array.from({ length: 12 }, () => 10_000),
    ],
    ["that says 0", { "retry-after": "0" }, Array.from({ length: 120 }, () => 1000)],
  ])("waits for %s, two minutes at most", async (_what, headers, expected) => {
    const { error, waits } = await refusal(429, {}, headers);
    expect(waits).toEqual(expected);
    expect(error).toBeInstanceOf(UntestableError);
    expect(String(error)).toMatch(/busy.*429/);
  });

  test("is tested once it is free again", async () => {
    let asked = 0;
    const url = await serve((_path, outgoing) => {
      asked += 1;
      if (asked < 3) json(outgoing, 429, {});
      else json(outgoing, 200, list);
    });
    const lines: string[] = [];
    await preflight([client("2.0", url)], {
      wait: async () => undefined,
      onWait: (line) => lines.push(line),
    });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/SCIM 2\.0 .*429.*waiting 10 s/);
  });

  test("is no longer waited for after a signal", async () => {
    const url = await serve((_path, outgoing) => json(outgoing, 429, {}));
    const stop = new AbortController();
    const error = await preflight([client("2.0", url)], {
      signal: stop.signal,
      onWait: () => stop.abort("SIGTERM"),
    }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UntestableError);
    expect(String(error)).toMatch(/stopped by SIGTERM/);
  });
});

describe("swapped base URLs", () => {
  let urls: Record<Version, string>;
  beforeAll(async () => {
    const mock = await startMock({ rateLimits: "off" });
    urls = { "1.1": `${mock.url}/scim/v1`, "2.0": `${mock.url}/scim/v2` };
    return () => mock.close();
  });
  const check = (v1: string | undefined, v2: string | undefined, file?: string) =>
    preflight(
      [...(v1 ? [client("1.1", v1)] : []), ...(v2 ? [client("2.0", v2)] : [])],
      file === undefined ? {} : { file },
    ).catch((error: unknown) => error);

  test("are recognised, naming both flags", async () => {
    const error = await check(urls["2.0"], urls["1.1"]);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toMatch(/--v1 and --v2 are swapped/);
  });

  test("are named as the target file names them", async () => {
    const error = await check(urls["2.0"], urls["1.1"], "acme.json");
    expect(String(error)).toMatch(
      /acme\.json: versions\["1\.1"\] and versions\["2\.0"\] are swapped/,
    );
  });

  test("one URL given as the other version", async () => {
    expect(String(await check(urls["2.0"], undefined))).toMatch(/--v1 .* speaks SCIM 2\.0.*--v2/);
    expect(String(await check(undefined, urls["1.1"]))).toMatch(/--v2 .* speaks SCIM 1\.1.*--v1/);
  });

  test("in the right order", async () => {
    expect(await check(urls["1.1"], urls["2.0"])).toEqual({ mockDelayMs: 100 });
  });

  test("of a mock that delays an effect, which says so; a fault that does is not told", async () => {
    const slow = await startMock({ settings: { groupVisibilityDelayMs: 2000 } });
    slow.setFaults(["delete-deactivates-nothing"]);
    const delay = await check(`${slow.url}/scim/v1`, `${slow.url}/scim/v2`);
    await slow.close();
    expect(delay).toEqual({ mockDelayMs: 2000 });
  });

  test("a 2.0 server with URNs of 1.1 is tested", async () => {
    const url = await serve((path, outgoing) => {
      const schemas = path.startsWith("/Users") ? ["urn:scim:schemas:core:1.0"] : list.schemas;
      json(outgoing, 200, { schemas, Resources: [] });
    });
    expect(await check(undefined, url)).toEqual({});
  });
});

test("both versions share the wait of two minutes", async () => {
  let asked = 0;
  const url = await serve((_path, outgoing) => {
    asked += 1;
    outgoing.setHeader("retry-after", "50");
    json(outgoing, asked < 3 ? 429 : asked === 3 ? 200 : 429, list);
  });
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);
  const error = await preflight([client("1.1", url), client("2.0", url)], { wait }).catch(String);
  expect(error).toMatch(/busy/);
  expect(waits).toEqual([50_000, 50_000]);
});
