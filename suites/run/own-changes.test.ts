import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { OwnChanges } from "./own-changes.ts";

/** Work that ends when it is told to, and notes its beginning. */
function work(begun: string[], name: string) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const start = () => {
    begun.push(name);
    return ended;
  };
  return { start, end: () => end() };
}

test("a change waits for the observations of its list, and later observations wait for it", async () => {
  const own = new OwnChanges();
  const begun: string[] = [];
  const [first, second, change, third] = ["first", "second", "change", "third"].map((name) =>
    work(begun, name),
  );
  if (!first || !second || !change || !third) throw new Error("unreachable");
  const all = [
    own.without("User", first.start),
    own.without("User", second.start),
    own.change("User", change.start),
    own.without("User", third.start),
  ];
  await turn();
  expect(begun).toEqual(["first", "second"]);
  first.end();
  await turn();
  expect(begun).toEqual(["first", "second"]);
  second.end();
  await turn();
  expect(begun).toEqual(["first", "second", "change"]);
  change.end();
  await turn();
  expect(begun).toEqual(["first", "second", "change", "third"]);
  third.end();
  await Promise.all(all);
});

test("changes go on side by side, and beside observations of the other type", async () => {
  const own = new OwnChanges();
  const begun: string[] = [];
  const names = ["of groups", "one user", "another user"];
  const [groups, one, another] = names.map((name) => work(begun, name));
  if (!groups || !one || !another) throw new Error("unreachable");
  const all = [
    own.without("Group", groups.start),
    own.change("User", one.start),
    own.change("User", another.start),
  ];
  await turn();
  expect(begun).toEqual(names);
  for (const each of [groups, one, another]) each.end();
  await Promise.all(all);
});

test("what fails makes way for the next", async () => {
  const own = new OwnChanges();
  const failed = own.without("User", async () => Promise.reject(new Error("broken")));
  const next = own.change("User", async () => "changed");
  await expect(failed).rejects.toThrow("broken");
  await expect(next).resolves.toBe("changed");
});
