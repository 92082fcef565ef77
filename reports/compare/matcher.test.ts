import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NeutralUser } from "../../schemas/index.ts";
import { userAttributes } from "./attributes.ts";
import { fingerprintKey } from "./fingerprint.ts";
import { type Listed, Matcher } from "./matcher.ts";

type User = () => Listed<NeutralUser>;

const listed =
  (user: NeutralUser): User =>
  () => ({ id: user.id, wire: user, read: () => user });
const people = (count: number, change: (id: number) => NeutralUser = () => ({})) =>
  Array.from({ length: count }, (_, id) =>
    listed({ id: `U${id}`, userName: `name${id}`, title: "Clerk", ...change(id) }),
  );
const matcher = (window: number) =>
  new Matcher<NeutralUser>({ table: userAttributes, key: fingerprintKey("secret"), window });

/** Feeds both lists in turn, in pages. @returns what was found, and the most that was ever held */
function match(v1: User[], v2: User[], page: number, window: number) {
  const all = matcher(window);
  let agreeing = 0;
  let held = 0;
  const disagreeing: string[] = [];
  const twice: string[] = [];
  for (let at = 0; at < Math.max(v1.length, v2.length); at += page) {
    const found = all.add([v1.slice(at, at + page), v2.slice(at, at + page)]);
    agreeing += found.agreeing;
    twice.push(...found.twice.map(({ side, id }) => `${id} ${side}`));
    for (const { id, attributes } of found.disagreeing) {
      disagreeing.push(`${id} ${attributes.map(({ attribute }) => attribute).join(" ")}`);
    }
    held = Math.max(held, all.held);
  }
  return { agreeing, disagreeing: disagreeing.sort(), twice, held, all };
}

describe("in any order of the lists", () => {
  const count = 200;
  const changed = (id: number): NeutralUser => {
    if (id === 7) return { title: "Chief" };
    return id === 150 ? { phoneNumbers: [{ value: "1" }], active: false } : {};
  };

  test("every user is matched, differences are found, and at most the window is kept", () => {
    const order = fc.shuffledSubarray([...Array(count).keys()], { minLength: count });
    fc.assert(
      fc.property(order, order, fc.integer({ min: 1, max: 50 }), (first, second, page) => {
        const pick = (users: User[], ids: number[]) => ids.flatMap((id) => users[id] ?? []);
        const v1 = pick(people(count), first);
        const v2 = pick(people(count, changed), second);
        const { agreeing, disagreeing, held, twice, all } = match(v1, v2, page, 10);
        expect(disagreeing).toEqual(["U150 active phoneNumbers", "U7 title"]);
        expect(agreeing).toBe(count - 2);
        expect(twice).toEqual([]);
        expect(held).toBeLessThanOrEqual(2 * 10);
        expect(all.waiting).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  test("lists in the same order keep nothing from page to page", () => {
    expect(match(people(count), people(count), 20, 1000).held).toBe(0);
  });
});

test("a user in one list only remains", () => {
  const { all } = match(people(50), people(60).slice(3), 10, 5);
  expect(all.unmatched(0)).toEqual(["U0", "U1", "U2"]);
  expect(all.unmatched(1).sort()).toEqual([...Array(10).keys()].map((n) => `U${n + 50}`).sort());
});

test("a user that the next page repeats is listed twice, not missing elsewhere", () => {
  const users = people(40);
  const overlapping = [...users.slice(0, 10), ...users.slice(9, 39), ...users.slice(39)];
  const { twice, agreeing, all } = match(users, overlapping, 10, 20);
  expect(twice).toEqual(["U9 1"]);
  expect(agreeing).toBe(40);
  expect(all.waiting).toBe(0);
});

test("the state matches in another process, and contains nothing readable", () => {
  const before = matcher(5);
  before.add([people(20, () => ({ displayName: "Grace Hopper" })), []]);
  const carried = before.carryOver(0);
  expect(JSON.stringify(carried)).not.toMatch(/Grace|Hopper|name1|Clerk/);
  const after = matcher(5);
  after.restore(0, carried);
  const { agreeing, disagreeing } = after.add([
    [],
    people(20, (id) => ({ displayName: id === 3 ? "Ada" : "Grace Hopper" })),
  ]);
  expect(agreeing).toBe(19);
  expect(disagreeing).toEqual([{ id: "U3", attributes: [{ attribute: "displayName" }] }]);
});

test("a resource without an id is counted, not matched", () => {
  const found = matcher(5).add([[listed({ userName: "nobody" })], []]);
  expect(found).toEqual({ agreeing: 0, disagreeing: [], twice: [], unidentified: 1 });
});
