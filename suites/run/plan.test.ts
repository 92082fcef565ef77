import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../../mock/index.ts";
import { allChecks } from "../../testing/runs/all-checks.ts";
import { bothVersions, withRun } from "../../testing/runs/mock-run.ts";
import { startComplete } from "../../testing/servers/complete/server.ts";
import { tamperWith } from "../../testing/tampering/tampering.ts";
import { planOf } from "./plan.ts";
import type { RunConfig } from "./run-config.ts";
import { createClients } from "./run-context.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ settings: { deactivationDelayMs: 5, photoDelayMs: 5 } });
});
afterAll(() => mock.close());

async function planned(config: RunConfig) {
  const clients = createClients(config);
  try {
    return await planOf(config, clients);
  } finally {
    await Promise.all(clients.map((client) => client.close()));
  }
}

const key = ({ version, id }: { version: string; id: string }) => `${version} ${id}`;

test("a run skips what its plan says, for the same reason, and judges most of the rest", async () => {
  await withRun(bothVersions(mock.url), { writes: false, cases: 1 }, async (run) => {
    const { checks, creates, requests } = await planned(run.config);
    const done = new Map((await allChecks(run)).map((check) => [key(check), check]));
    expect(checks.map(key).sort()).toEqual([...done.keys()].sort());
    const skipped = checks.filter(({ skip }) => skip !== undefined);
    expect(skipped.length).toBeGreaterThan(300);
    for (const check of skipped) {
      expect(done.get(key(check))).toMatchObject({ verdict: "skip", reason: check.skip });
    }
    const judged = checks.filter(({ skip }) => skip === undefined);
    const missed = judged.filter((check) => done.get(key(check))?.verdict === "skip");
    expect(missed.length).toBeLessThan(judged.length / 4);
    expect(creates).toEqual({ users: 0, groups: 0 });
    expect(requests.byKind["create Users"]).toBe(0);
  });
});

describe("another provider", () => {
  test("is asked for its discovery documents, and for nothing else", async () => {
    const server = await startComplete("2.0");
    const asked: string[] = [];
    const front = await tamperWith(server.url, {
      request: ({ method, path }) => {
        asked.push(`${method} ${path.replace(/(?<=Schemas\/).*/, "…")}`);
      },
      response: (answer, { path }) => {
        if (path !== "/ServiceProviderConfig") return;
        answer.body = answer.body.replace(/("sort":\{"supported":)true/, "$1false");
      },
    });
    await withRun(
      { "2.0": front.url },
      { profile: "rfc", credentials: server.credentials },
      async ({ config }) => {
        const { checks, differences } = await planned(config);
        const skips = checks.flatMap(({ skip }) => skip ?? []);
        expect(skips).toContainEqual({
          code: "not-offered",
          text: "the provider does not support sort",
        });
        expect(checks.length).toBeGreaterThan(skips.length * 2);
        expect(differences).toEqual([]);
      },
    );
    await front.close();
    await server.close();
    expect(asked).toContain("GET /ServiceProviderConfig");
    expect(
      [...new Set(asked)].filter((one) => !/^GET \/(ServiceProviderConfig|Schemas)/.test(one)),
    ).toEqual([]);
  });
});

test("differences are left out with their reason", async () => {
  const urls = bothVersions(mock.url);
  await withRun(urls, {}, async ({ config }) => {
    const whyOf = async (more: Partial<RunConfig>) =>
      new Set((await planned({ ...config, ...more })).differences.map((one) => one.notProbed));
    expect(await whyOf({})).toContain(undefined);
    expect((await whyOf({ requirements: [] })).has(undefined)).toBe(false);
    expect(await whyOf({ baseUrls: { "2.0": mock.url } })).toContain("version 1.1 is not tested");
    expect([...(await whyOf({ writes: false }))].join()).toContain("--allow-writes");
  });
});
