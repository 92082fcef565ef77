import { expect, test } from "vitest";
import { Schedule, width } from "./schedule.ts";

/** A schedule whose units end when the test says so, in the order in which they began. */
function heldSchedule(...sizes: number[]) {
  return heldInTurns(sizes.map((size) => ({ size })));
}

/** The same, where stages with the same turn are carried out together. */
function heldInTurns(sizes: readonly { size: number; turn?: string }[]) {
  const stages = sizes.map(({ size, ...turn }, stage) => ({
    name: `stage ${stage}`,
    ...turn,
    units: Array.from({ length: size }, (_, unit) => `${stage}.${unit}`),
  }));
  const begun: string[] = [];
  const ends = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  const schedule = new Schedule<string, string>(stages, (unit) => {
    begun.push(unit);
    return new Promise((resolve, reject) =>
      ends.set(unit, { resolve: () => resolve(`${unit} done`), reject }),
    );
  });
  const end = async (unit: string, error?: Error) => {
    const held = ends.get(unit);
    if (!held) throw new Error(`${unit} has not begun`);
    if (error) held.reject(error);
    else held.resolve();
    await settled();
  };
  return { schedule, begun, end };
}

/** Lets promises that are settled run on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("as many units start as may run at once, and the next one when one ends", async () => {
  const { schedule, begun, end } = heldSchedule(width + 2);
  void schedule.all();
  await settled();
  expect(begun).toHaveLength(width);
  await end("0.3");
  expect(begun).toHaveLength(width + 1);
  expect(begun.at(-1)).toBe(`0.${width}`);
});

test("a stage begins when the last unit of the one before has ended", async () => {
  const { schedule, begun, end } = heldSchedule(2, 2);
  void schedule.all();
  await settled();
  expect(begun).toEqual(["0.0", "0.1"]);
  await end("0.1");
  expect(begun).toEqual(["0.0", "0.1"]);
  await end("0.0");
  expect(begun).toEqual(["0.0", "0.1", "1.0", "1.1"]);
});

test("stages with the same turn are carried out together, after those before them", async () => {
  const { schedule, begun, end } = heldInTurns([
    { size: 1 },
    { size: 2, turn: "last" },
    { size: 2, turn: "last" },
  ]);
  void schedule.all();
  await settled();
  expect(begun).toEqual(["0.0"]);
  await end("0.0");
  expect(begun).toEqual(["0.0", "1.0", "1.1", "2.0", "2.1"]);
});

test("results come in the order of the run, whichever unit ends first", async () => {
  const { schedule, end } = heldSchedule(2, 1);
  const results = schedule.all();
  await settled();
  await end("0.1");
  await end("0.0");
  await end("1.0");
  expect(await results).toEqual(["0.0 done", "0.1 done", "1.0 done"]);
});

test("a unit that throws frees its slot for the next", async () => {
  const { schedule, begun, end } = heldSchedule(1, 1);
  const first = schedule.run("0.0");
  const second = schedule.run("1.0");
  first.catch(() => undefined);
  await settled();
  await end("0.0", new Error("broken"));
  await expect(first).rejects.toThrow("broken");
  expect(begun).toEqual(["0.0", "1.0"]);
  await end("1.0");
  expect(await second).toBe("1.0 done");
});

test("a single unit starts at once", async () => {
  const { schedule, begun } = heldSchedule(3, 3);
  void schedule.run("1.2");
  await settled();
  expect(begun).toEqual(["1.2"]);
});
