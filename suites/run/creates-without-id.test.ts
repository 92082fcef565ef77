import { expect, test } from "vitest";
import { CreatesWithoutId } from "./creates-without-id.ts";
import { Skip } from "./stop.ts";

const answer = (text: string, json?: unknown) => ({ status: 201, text, json, exchangeId: "2.0/1" });
const withoutId = answer("{}", {});

/** Creates that had these responses, and what was cited. */
function after(...answers: (ReturnType<typeof answer> & { id?: string })[]) {
  const cited: string[] = [];
  const creates = new CreatesWithoutId("a user", { cite: (ids) => void cited.push(...ids) });
  for (const { id, ...each } of answers) creates.saw(each, id);
  return { creates, cited };
}

test.each([
  ["an empty object", withoutId],
  ["no body", answer("")],
])("after three successes with %s, no more is created", (_, each) => {
  const { creates, cited } = after(each, each, each, each);
  expect(() => creates.mayCreate()).toThrow(
    new Skip("blocked-by", "creates of a user return no id"),
  );
  expect(cited).toEqual(["2.0/1", "2.0/1", "2.0/1"]);
});

test.each([
  ["two of them", [withoutId, withoutId]],
  ["one has an id", [withoutId, { ...withoutId, id: "U1" }, withoutId, withoutId]],
  ["they are rejected", Array(9).fill({ ...withoutId, status: 400 })],
  ["they are the page of a gateway", Array(9).fill(answer("<html>"))],
])("more may be created where %s", (_, answers) => {
  expect(() => after(...answers).creates.mayCreate()).not.toThrow();
});
