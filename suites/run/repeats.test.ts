import { expect, test } from "vitest";
import { Repeats } from "./repeats.ts";

type Outcome = "fine" | "bad" | "worse" | "excused";

/** The result of work with these outcomes in turn, and how often it was done. */
async function confirmed(repeats: Repeats, ...outcomes: Outcome[]) {
  let times = 0;
  const outcome = await repeats.confirmed<Outcome>(
    async () => {
      times += 1;
      return outcomes[times - 1] ?? "fine";
    },
    (one) => one === "bad" || one === "worse",
    (first, second) => first === second,
    () => "excused",
  );
  return { outcome, times };
}

test("what is not suspicious is done once", async () => {
  expect(await confirmed(new Repeats(), "fine", "bad")).toEqual({ outcome: "fine", times: 1 });
});

test("a finding that recurs is confirmed", async () => {
  expect(await confirmed(new Repeats(), "bad", "bad")).toEqual({ outcome: "bad", times: 2 });
});

test("a finding that does not recur is discarded", async () => {
  expect(await confirmed(new Repeats(), "bad", "fine")).toEqual({ outcome: "fine", times: 2 });
});

test("another finding instead is excused", async () => {
  expect(await confirmed(new Repeats(), "bad", "worse")).toEqual({ outcome: "excused", times: 2 });
});

test("a target that failed twice at random is no longer trusted", async () => {
  const repeats = new Repeats();
  await confirmed(repeats, "bad", "fine");
  expect(await confirmed(repeats, "bad", "bad")).toEqual({ outcome: "bad", times: 2 });
  await confirmed(repeats, "bad", "fine");
  expect(await confirmed(repeats, "bad", "bad")).toEqual({ outcome: "excused", times: 1 });
});

test("no more than forty checks are carried out twice; what cannot be confirmed is no finding", async () => {
  const repeats = new Repeats();
  for (let check = 1; check <= 40; check += 1) {
    expect((await confirmed(repeats, "bad", "bad")).outcome).toBe("bad");
  }
  expect(await confirmed(repeats, "bad", "bad")).toEqual({ outcome: "excused", times: 1 });
});
