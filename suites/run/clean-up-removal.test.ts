import { beforeEach, expect, test } from "vitest";
import { Pace } from "./clean-up-pace.ts";
import { Removal } from "./clean-up-removal.ts";
import type { CleanUpTarget, State } from "./clean-up-target.ts";
import { Semaphore } from "./semaphore.ts";

let time: number;
let waits: number[];
let done: string[];
beforeEach(() => {
  time = 0;
  waits = [];
  done = [];
});

const there = (active: boolean | undefined): State => ({ kind: "there", resource: {}, active });
const gone: State = { kind: "gone" };

interface Fake {
  type?: "User" | "Group";
  /** The status of each step; 204 where it is not named. */
  status?: Partial<Record<"DELETE" | "PATCH" | "PUT", number>>;
  /** What a read shows after these steps, at this time. */
  shows: (done: readonly string[], time: number) => State;
}

function removal({ type = "User", status = {}, shows }: Fake, slots = new Semaphore(1)): Removal {
  const step = (name: "DELETE" | "PATCH" | "PUT") => async (id: string, resource?: object) => {
    done.push(`${name} ${id}${resource ? ` ${JSON.stringify(resource)}` : ""}`);
    return { status: status[name] ?? 204, said: `${name} HTTP ${status[name] ?? 204}` };
  };
  const target: Pick<CleanUpTarget, "type" | "read" | "delete" | "patchInactive" | "putInactive"> =
    {
      type,
      read: async () => shows(done, time),
      delete: step("DELETE"),
      patchInactive: step("PATCH"),
      putInactive: step("PUT"),
    };
  const clock = {
    now: () => time,
    wait: async (ms: number) => {
      waits.push(ms);
      time += ms;
    },
  };
  return new Removal(target as CleanUpTarget, new Pace(clock, 1_000_000), 10_000, slots);
}

const remove = (one: Removal, id = "U1") => one.remove(id, { userName: "a" });

test.each<[string, State]>([
  ["a user that is no longer active", there(false)],
  ["a user that is no longer returned", gone],
])("%s is removed by the first step", async (_, state) => {
  expect(await remove(removal({ shows: () => state }))).toBeUndefined();
  expect([done, waits]).toEqual([["DELETE U1"], []]);
});

test("each further step is tried in order, and PUT sends what was read", async () => {
  const one = removal({ shows: (steps) => there(steps.length < 3) });
  expect(await remove(one)).toBeUndefined();
  expect(done).toEqual(["DELETE U1", "PATCH U1", 'PUT U1 {"userName":"a"}']);
});

test("a group is removed by DELETE only", async () => {
  const one = removal({ type: "Group", status: { DELETE: 405 }, shows: () => there(true) });
  expect(await remove(one)).toBe("it still exists (DELETE HTTP 405)");
  expect(done).toEqual(["DELETE U1"]);
});

test.each<[State, string]>([
  [there(true), "it is still active"],
  [there(undefined), "it does not return active"],
  [{ kind: "unclear", why: "its read returned HTTP 403" }, "its read returned HTTP 403"],
])(
  "what cannot be removed is reported with its state and all steps tried: %j",
  async (state, why) => {
    expect(await remove(removal({ shows: () => state }))).toBe(
      `${why} (DELETE HTTP 204, PATCH HTTP 204, PUT HTTP 204)`,
    );
  },
);

test("a user without active is not treated as removed", async () => {
  const one = removal({ type: "Group", shows: () => there(undefined) });
  expect(await remove(one)).toBe("it does not return active (DELETE HTTP 204)");
});

test.each([200, 299, 404, 410])("the effect of %i is awaited for ten seconds", async (status) => {
  const one = removal({
    type: "Group",
    status: { DELETE: status },
    shows: (_, now) => (now >= 9_000 ? gone : there(true)),
  });
  expect(await remove(one)).toBeUndefined();
  expect(waits.slice(0, 8)).toEqual([20, 40, 80, 160, 320, 640, 1000, 1000]);
});

test.each([199, 300, 403, 409, 411, 500])("that of %i is not", async (status) => {
  const one = removal({ type: "Group", status: { DELETE: status }, shows: () => there(true) });
  expect(await remove(one)).toMatch(/still exists/);
  expect(waits).toEqual([]);
});

test("one step is awaited for at most ten seconds", async () => {
  const one = removal({ type: "Group", shows: () => there(true) });
  await remove(one);
  expect(time).toBeGreaterThan(9_000);
  expect(time).toBeLessThanOrEqual(10_000);
});

test("an effect that shows in the last read counts", async () => {
  const one = removal({ type: "Group", shows: (_, now) => (now >= 9_260 ? gone : there(true)) });
  expect(await remove(one)).toBeUndefined();
  expect(time).toBe(9_260);
});

test("after a step without an effect, it is read only once, until it has an effect again", async () => {
  let works = false;
  const one = removal({
    type: "Group",
    shows: (_, now) => (works && now >= 20_000 ? gone : there(true)),
  });
  await remove(one);
  const first = time;
  await remove(one, "S2");
  expect(time).toBe(first);
  time = 20_000;
  works = true;
  expect(await remove(one, "S3")).toBeUndefined();
  works = false;
  // It is awaited again.
  await remove(one, "S4");
  expect(time).toBeGreaterThan(29_000);
});

test("while a removal waits for its effect, its slot is free for another one", async () => {
  const slots = new Semaphore(1);
  let secondAt: number | undefined;
  const one = removal(
    {
      shows: (steps, at) => {
        if (steps.includes("DELETE U2")) secondAt ??= at;
        return there(at < 100);
      },
    },
    slots,
  );
  await Promise.all(["U1", "U2"].map((id) => slots.run(() => remove(one, id))));
  expect(done).toEqual(["DELETE U1", "DELETE U2"]);
  expect(secondAt).toBeLessThan(100);
});
