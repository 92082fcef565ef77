import fc from "fast-check";
import { expect, test } from "vitest";
import { violations } from "../schemas/index.ts";
import {
  evaluate,
  filterArbitrary,
  groupArbitrary,
  groupPatchArbitrary,
  print,
  userArbitrary,
  userPatchArbitrary,
  usersArbitrary,
} from "./index.ts";

test("what is drawn satisfies the schemas of the suite", () => {
  const users = fc.sample(userArbitrary(), { numRuns: 500, seed: 1 });
  for (const user of users) expect(violations("suite/neutral-user", user)).toEqual([]);
  const pop = fc.sample(usersArbitrary({ minUsers: 5 }), { numRuns: 1, seed: 2 })[0] ?? [];
  for (const f of fc.sample(filterArbitrary({ population: pop }), { numRuns: 300, seed: 3 })) {
    expect(violations("suite/filter", f)).toEqual([]);
  }
  for (const f of fc.sample(filterArbitrary({ population: pop }), { numRuns: 10, seed: 3 }))
    for (const p of fc.sample(
      userArbitrary().chain((u) => userPatchArbitrary(u)),
      { numRuns: 300, seed: 3 },
    ))
      for (const i of p) expect(violations("suite/patch-intent", i)).toEqual([]);
  for (const p of fc.sample(
    groupArbitrary({ memberIds: ["a", "b"] }).chain((u) =>
      groupPatchArbitrary(u, { memberIds: ["a", "b"] }),
    ),
    { numRuns: 300, seed: 3 },
  ))
    for (const i of p) expect(violations("suite/patch-intent", i)).toEqual([]);
  const r = fc.check(
    fc.property(userArbitrary(), () => false),
    { seed: 4 },
  );
});
