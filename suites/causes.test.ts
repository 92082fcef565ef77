import { describe, expect, test } from "vitest";
import { requirements } from "./catalogue.ts";
import { causesOf, resting } from "./causes.ts";
import { generalCauses } from "./general-causes.ts";

const versionsOf = new Map<string, string[]>();
for (const { versions } of requirements) {
  for (const [version, { id }] of Object.entries(versions)) {
    versionsOf.set(id, [...(versionsOf.get(id) ?? []), version]);
  }
}

test("rules rest on rules of the same version", () => {
  const wrong = resting.flatMap((id) =>
    causesOf(id)
      .filter((cause) => versionsOf.get(cause.id)?.join() !== versionsOf.get(id)?.join())
      .map((cause) => `${id} rests on ${cause.id}`),
  );
  expect(wrong).toEqual([]);
  expect(resting.filter((id) => !versionsOf.has(id))).toEqual([]);
});

test("no rule rests on itself, at any distance: two checks would wait for each other", () => {
  const reached = (id: string, seen: readonly string[] = []): string[] =>
    causesOf(id)
      .flatMap(({ id: cause, also }) => [cause, ...(also ? [also.cause] : [])])
      .flatMap((cause) =>
        seen.includes(cause) ? [cause] : [cause, ...reached(cause, [...seen, cause])],
      );
  expect(resting.filter((id) => reached(id).includes(id))).toEqual([]);
});

describe("a general cause", () => {
  const rules = generalCauses.flatMap(({ ids }) => Object.entries(ids));

  test.each(rules)("of version %s is a rule of that version: %s", (version, id) => {
    expect(versionsOf.get(id)).toEqual([version]);
  });

  test("what it rests on rests on nothing: such a rule may look at general causes, too", () => {
    const above = rules.flatMap(([, id]) => causesOf(id));
    expect(above.length).toBeGreaterThan(0);
    expect(above.flatMap(({ id }) => causesOf(id))).toEqual([]);
  });
});
