import { expect, test } from "vitest";
import type { CheckContext } from "./check-context.ts";
import { type Joint, jointly } from "./jointly.ts";
import { Skip } from "./stop.ts";

/** A context that records no exchanges. */
const context = {
  apart: async <T>(run: () => Promise<T>) => ({ value: await run(), exchanges: ["1"] }),
} as Partial<CheckContext> as CheckContext;

const change = (key: string, ...touched: string[]): Joint => ({ key, touched });

/** @returns the groups that were sent, and the keys that were decided */
async function sent(changes: readonly Joint[], broken: readonly string[] = []) {
  const groups: string[] = [];
  const decided = await jointly(context, changes, async (group) => {
    const keys = group.map(({ key }) => key);
    groups.push(keys.join(" "));
    if (keys.some((key) => broken.includes(key))) return undefined;
    return new Map(keys.map((key) => [key, key]));
  });
  return { groups, decided: [...decided.keys()].sort().join(" ") };
}

test("changes of different attributes share a request", async () => {
  const result = await sent([change("a", "title"), change("b", "name"), change("c", "emails")]);
  expect(result).toEqual({ groups: ["a b c"], decided: "a b c" });
});

test("changes of the same attribute are sent apart", async () => {
  const result = await sent([
    change("a", "title"),
    change("b", "title", "name"),
    change("c", "emails"),
    change("d", "emails"),
  ]);
  expect(result.groups).toEqual(["b c", "a d"]);
});

test("a change without company is left to its own request", async () => {
  expect(await sent([change("a", "title")])).toEqual({ groups: [], decided: "" });
});

test("names, states, guests and photos are changed alone, since they change other attributes", async () => {
  const changes = ["userName", "nickName", "active", "guest", "photos"].map((name) =>
    change(name, name),
  );
  expect((await sent([...changes, change("a", "title"), change("b", "name")])).groups).toEqual([
    "a b",
  ]);
});

test("a group is split until only what is broken is left to its own request", async () => {
  const changes = ["a", "b", "c", "d", "e"].map((key) => change(key, key));
  const { groups, decided } = await sent(changes, ["b"]);
  expect(groups).toEqual(["a b c d e", "a b c", "d e", "a b"]);
  expect(decided).toBe("d e");
});

test("no group has more than twelve members", async () => {
  const changes = Array.from({ length: 13 }, (_, index) => change(`k${index}`, `a${index}`));
  expect((await sent(changes)).groups).toHaveLength(1);
  expect((await sent(changes)).decided.split(" ")).toHaveLength(12);
});

test("a group that cannot be prepared is split, so that only the cause is left alone", async () => {
  const changes = ["a", "b", "c", "d"].map((key) => change(key, key));
  const decided = await jointly(context, changes, async (group) => {
    const keys = group.map(({ key }) => key);
    if (keys.includes("c"))
      throw new Skip("blocked-by", "preparing a user by PUT returned HTTP 400");
    return new Map(keys.map((key) => [key, key]));
  });
  expect([...decided.keys()]).toEqual(["a", "b"]);
});

test("an error of the suite itself is not hidden", async () => {
  const changes = [change("a", "title"), change("b", "name")];
  const failing = jointly(context, changes, () => Promise.reject(new TypeError("x")));
  await expect(failing).rejects.toThrow(TypeError);
});
