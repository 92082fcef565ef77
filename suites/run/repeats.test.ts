import { expect, test } from "vitest";
import type { Reason } from "../../schemas/index.ts";
import { Repeats } from "./repeats.ts";

type Outcome = "fine" | "bad" | "worse" | "excused";

/**
 * The result of attempts with these outcomes in turn, how many were made, and why it was excused.
 * @param worksAfter whether valid requests work after each attempt in turn; at the end, they do
 */
async function confirmed(
  repeats: Repeats,
  outcomes: readonly Outcome[],
  worksAfter: readonly boolean[] = [],
) {
  let times = 0;
  let why: Reason | undefined;
  const outcome = await repeats.confirmed<Outcome>({
    attempt: async (isRepeat) => {
      expect(isRepeat).toBe(times > 0);
      times += 1;
      return outcomes[times - 1] ?? "fine";
    },
    isSuspicious: (one) => one === "bad" || one === "worse",
    isSame: (first, second) => first === second,
    worksAfter: async () => worksAfter[times - 1] ?? true,
    excuse: (_one, reason) => {
      why = reason;
      return "excused";
    },
  });
  return { outcome, times, ...(why ? { why: why.text } : {}) };
}

const always: readonly Outcome[] = ["bad", "bad", "bad", "bad"];

test("what is not suspicious is done once", async () => {
  expect(await confirmed(new Repeats(), ["fine", "bad"])).toEqual({ outcome: "fine", times: 1 });
});

test("the first three findings must recur three times, the others once", async () => {
  const repeats = new Repeats();
  for (let check = 1; check <= 3; check += 1) {
    expect(await confirmed(repeats, always)).toEqual({ outcome: "bad", times: 4 });
  }
  expect(await confirmed(repeats, ["bad", "bad"])).toEqual({ outcome: "bad", times: 2 });
});

test.each<[string, Outcome[]]>([
  ["at once", ["bad", "fine"]],
  ["the second time", ["bad", "bad", "fine"]],
  ["the third time", ["bad", "bad", "bad", "fine"]],
])("a finding that does not recur %s is discarded", async (_when, outcomes) => {
  const { outcome, times } = await confirmed(new Repeats(), outcomes);
  expect({ outcome, times }).toEqual({ outcome: "fine", times: outcomes.length });
});

test("another finding instead is excused", async () => {
  expect(await confirmed(new Repeats(), ["bad", "worse"])).toMatchObject({
    outcome: "excused",
    times: 2,
    why: expect.stringContaining("it fails at random"),
  });
});

test.each([
  ["before the first repetition", [false], 1],
  ["before the second one", [true, false], 2],
])(
  "a target where valid requests fail %s is unhealthy: nothing is confirmed",
  async (_when, works, times) => {
    expect(await confirmed(new Repeats(), always, works)).toMatchObject({
      outcome: "excused",
      times,
      why: expect.stringContaining("no valid request of this kind has worked since"),
    });
  },
);

test("a target that failed twice at random is no longer trusted", async () => {
  const repeats = new Repeats();
  await confirmed(repeats, ["bad", "fine"]);
  expect(await confirmed(repeats, always)).toEqual({ outcome: "bad", times: 4 });
  await confirmed(repeats, ["bad", "fine"]);
  expect(await confirmed(repeats, always)).toMatchObject({ outcome: "excused", times: 1 });
});

test("one finding that did not recur means that the others must recur three times", async () => {
  const repeats = new Repeats();
  for (let check = 1; check <= 3; check += 1) await confirmed(repeats, always);
  await confirmed(repeats, ["bad", "fine"]);
  expect(await confirmed(repeats, always)).toEqual({ outcome: "bad", times: 4 });
});

test("no more than a hundred checks are repeated; what cannot be confirmed is no finding", async () => {
  const repeats = new Repeats();
  for (let check = 1; check <= 100; check += 1) {
    expect((await confirmed(repeats, always)).outcome).toBe("bad");
  }
  expect(await confirmed(repeats, always)).toMatchObject({
    outcome: "excused",
    times: 1,
    why: expect.stringContaining("a run repeats 100 checks"),
  });
});
