import { expect, test } from "vitest";
import { startMock } from "../../mock/index.ts";
import { allChecks } from "../../testing/runs/all-checks.ts";
import { withRun } from "../../testing/runs/mock-run.ts";
import { tamperWith } from "../../testing/tampering/tampering.ts";
import { requirements } from "../catalogue.ts";

const areas: readonly string[] = ["put", "patch", "delete", "groups"];
const wanted = requirements
  .filter(({ area }) => areas.includes(area))
  .flatMap(({ versions }) => versions["2.0"]?.id ?? []);

type Resource = Record<string, unknown> & { id: string; userName?: string };

test("if every create returns the id of an existing resource, that resource is not changed", async () => {
  const mock = await startMock();
  const headers = { authorization: "Bearer xoxp-mock-admin" };
  const all = async (kind: string): Promise<Resource[]> => {
    const answer = await fetch(`${mock.url}/scim/v2/${kind}?count=1000`, { headers });
    const { Resources } = (await answer.json()) as { Resources: Resource[] };
    return Resources;
  };
  const before = { users: await all("Users"), groups: await all("Groups") };
  const victims: Record<string, string> = {
    "/Users": before.users.at(-1)?.id ?? "",
    "/Groups": before.groups.at(-1)?.id ?? "",
  };
  const proxy = await tamperWith(`${mock.url}/scim/v2`, {
    response: (answer, { method, path }) => {
      const id = victims[path];
      if (method !== "POST" || id === undefined || answer.status !== 201) return;
      answer.body = JSON.stringify({ ...JSON.parse(answer.body), id });
      delete answer.headers.location;
    },
  });
  const results = await withRun(
    { "2.0": proxy.url },
    { cases: 2, patienceMs: 300, requirements: wanted },
    allChecks,
  );
  await proxy.close();
  const seeded = new Set([...before.users, ...before.groups].map(({ id }) => id));
  const kept = ({ id }: Resource) => seeded.has(id);
  expect((await all("Users")).filter(kept)).toEqual(before.users);
  expect((await all("Groups")).filter(kept)).toEqual(before.groups);
  const blocked = results.filter(({ message }) => /not known to have created/.test(message ?? ""));
  expect(blocked.length).toBeGreaterThan(10);
  await mock.close();
});
