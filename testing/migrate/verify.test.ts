import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Translator } from "../../commands/migrate/translator.ts";
import { verifyForm } from "../../commands/migrate/verify/verifier.ts";
import type { MigrationRequest } from "../../schemas/index.ts";
import { Organisations } from "./organisations.ts";
import { mistranslated } from "./wrong-translations.ts";

let both: Organisations;

beforeAll(async () => {
  both = await Organisations.start();
});

afterAll(() => both.close());

const verdict = async (example: MigrationRequest, v2: MigrationRequest[]) =>
  verifyForm(both, { form: "", example, v2 });

describe.each(mistranslated)("$what", ({ v1, right, changesMeaning, wrong }) => {
  test("the correct translation leaves the same state, and is the translator's", async () => {
    const translation = new Translator().translate({ source: { file: "", entry: 1 }, ...v1 });
    expect(translation.v2).toEqual([right]);
    const { outcome, replays } = await verdict(v1, [right]);
    expect(replays[0]?.outcome).toBe("same");
    expect(outcome).toBe(changesMeaning ? "other" : "same");
    if (changesMeaning) expect(translation.status).toBe("changes-meaning");
  });

  test.each(Object.entries(wrong))("wrong: %s", async (_, request) => {
    expect(["other", "only-2.0"]).toContain((await verdict(v1, [request])).outcome);
  });
});

test("what is visible only after a delay is waited for", async () => {
  const delayed = (name: string) => ({
    usual: { [name]: 0 },
    tried: { [name]: 100 },
    settleMs: 100,
  });
  const deletion = { method: "DELETE", path: "/scim/v1/Users/U1" };
  const nothing = { method: "GET", path: "/scim/v2/Users/U1" };
  const readings = delayed("deactivationDelayMs");
  const { v1, v2 } = both;
  const form = { form: "", example: deletion, v2: [nothing] };
  const { outcome } = await verifyForm({ v1, v2, readings }, form);
  expect(outcome).toBe("other");
});

describe("the wrong translations of the examples", () => {
  interface Example {
    id: string;
    v1: MigrationRequest;
    mustNot?: MigrationRequest[][];
  }
  const file = new URL("../../commands/migrate/fixtures/examples.json", import.meta.url);
  const examples: Example[] = JSON.parse(readFileSync(file, "utf8"));
  const all = examples.flatMap(({ id, v1, mustNot = [] }) =>
    mustNot.map((wrong, at) => ({ id, at, v1, wrong })),
  );

  test.each(all)("$id, $at", async ({ v1, wrong }) => {
    expect((await verdict(v1, wrong)).outcome).toBe("other");
  });
});
