import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RecordedRequest } from "../../commands/migrate/request.ts";
import { rules } from "../../commands/migrate/rules/index.ts";
import { Translator } from "../../commands/migrate/translator.ts";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import { Organisations, type Sent, send } from "./organisations.ts";
import { people, requestArbitrary } from "./requests.ts";

interface Example {
  id: string;
  setup: (Sent & { creates: string })[];
  v1: Sent;
  v2: Sent[] | null;
}

const fixture = new URL("../../commands/migrate/fixtures/examples.json", import.meta.url);
const examples: Example[] = JSON.parse(readFileSync(fixture, "utf8"));

let both: Organisations;
/** The id of the seeded group. */
let group = "";

beforeAll(async () => {
  both = await Organisations.start({ people });
  const { body } = await send(both.v1, { method: "GET", path: "/scim/v1/Groups" });
  const [first] = isObject(body) && Array.isArray(body.Resources) ? body.Resources : [];
  group = String(first.id);
});

afterAll(() => both.close());

const translate = (request: Sent, translator = new Translator()) => {
  const recorded: RecordedRequest = { source: { file: "", entry: 1 }, ...request };
  return translator.translate(recorded);
};

/** The value with every stand-in replaced by the id that the organisation gave. */
function withIds<T>(value: T, ids: ReadonlyMap<string, string>): T {
  let text = JSON.stringify(value);
  for (const [standIn, id] of ids) text = text.replaceAll(standIn, id);
  return JSON.parse(text);
}

async function sendToBoth(request: Sent): Promise<JsonObject> {
  const [first] = await Promise.all([send(both.v1, request), send(both.v2, request)]);
  return isObject(first.body) ? first.body : {};
}

describe("the examples lead to the same state in both versions", () => {
  test.each(examples)("$id", async ({ setup, v1 }) => {
    both.reset();
    const ids = new Map<string, string>();
    for (const { creates, ...request } of setup) {
      ids.set(creates, String((await sendToBoth(withIds(request, ids))).id));
    }
    const old = await send(both.v1, withIds(v1, ids));
    for (const request of translate(withIds(v1, ids)).v2 ?? []) {
      expect((await send(both.v2, request)).status < 300).toBe(old.status < 300);
    }
    expect(await both.differences()).toEqual([]);
  });
});

/** Replays a request of 1.1 and its translation. @returns what is different afterwards */
async function replayed(
  request: Sent,
  translator?: Translator,
): Promise<{ status: string; differences: string[]; worked: boolean }> {
  both.reset();
  await sendToBoth({
    method: "PUT",
    path: `/scim/v1/Groups/${group}`,
    body: {
      schemas: ["urn:scim:schemas:core:1.0"],
      displayName: "Team",
      members: [{ value: "W1" }],
    },
  });
  const { status, v2 } = translate(request, translator);
  const old = await send(both.v1, request);
  const answers = await Promise.all((v2 ?? []).map((each) => send(both.v2, each)));
  const differences = await both.differences();
  const worked = old.status < 300;
  if (answers.some((answer) => answer.status < 300 !== worked)) {
    differences.push(`1.1 answers ${old.status}, 2.0 ${answers[0]?.status}`);
  }
  return { status, differences, worked };
}

const core = ["urn:scim:schemas:core:1.0"];
const userPatch = (body: JsonObject) => ({
  method: "PATCH",
  path: "/scim/v1/Users/W1",
  body: { schemas: core, ...body },
});

/** Rules, and a request whose translation without the rule leads to another state. */
const needed: readonly [string, Sent][] = [
  ["removals/email", userPatch({ emails: [{ value: "ada@home.example", operation: "delete" }] })],
  [
    "removals/phone-number",
    userPatch({ phoneNumbers: [{ value: "555-0102", operation: "delete" }] }),
  ],
  ["removals/blank", userPatch({ userType: " " })],
  ["removals/attribute", userPatch({ meta: { attributes: ["title"] } })],
  [
    "removals/enterprise-attribute",
    userPatch({ meta: { attributes: ["urn:scim:schemas:extension:enterprise:1.0.department"] } }),
  ],
  ["values/active", userPatch({ active: "False" })],
  ["patches/name", userPatch({ name: { givenName: "Augusta" } })],
  ["patches/multi-valued", userPatch({ roles: [{ value: "Chief" }] })],
  [
    "urns/enterprise",
    userPatch({ "urn:scim:schemas:extension:enterprise:1.0": { department: "R&D" } }),
  ],
  [
    "extensions/guest",
    userPatch({
      schemas: [...core, "urn:scim:schemas:extension:slack:guest:1.0"],
      "urn:scim:schemas:extension:slack:guest:1.0": { type: "multi" },
    }),
  ],
  [
    "removals/member",
    {
      method: "PATCH",
      path: "/scim/v1/Groups/{group}",
      body: { schemas: core, members: [{ value: "W1", operation: "delete" }] },
    },
  ],
];

test.each(needed)("without the rule %s the state is another one", async (id, request) => {
  const sent = { ...request, path: request.path.replace("{group}", group) };
  expect((await replayed(sent)).differences).toEqual([]);
  const without = new Translator({ rules: rules.filter((rule) => rule.id !== id) });
  expect((await replayed(sent, without)).differences).not.toEqual([]);
});

const numRuns = Number(process.env.MIGRATE_RUNS ?? 150);

test("a request that is the same or rewritten leads to the same state in both versions", async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(requestArbitrary, async (drawn) => {
      const request = { ...drawn, path: drawn.path.replace("{group}", group) };
      const { status, differences, worked } = await replayed(request);
      const key = `${status} ${worked}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
      if (status === "same" || status === "rewritten") expect(differences).toEqual([]);
    }),
    { numRuns },
  );
  // Most requests must be such that something is shown.
  expect(seen.get("rewritten true") ?? 0).toBeGreaterThan(numRuns / 4);
}, 300_000);
