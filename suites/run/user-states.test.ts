import { beforeEach, expect, test } from "vitest";
import type { Outcome } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import type { CheckCalls } from "./check-calls.ts";
import { UserStates } from "./user-states.ts";

const answer = (status: number, resource?: NeutralUser) =>
  ({ status, resource, exchangeId: "1.1/7" }) as Partial<
    Outcome<NeutralUser>
  > as Outcome<NeutralUser>;

const ada = { userName: "ada", title: "Analyst" };
const chair = { userName: "ada", title: "Chair" };

let reading: () => Promise<Outcome<NeutralUser>>;
let writing: () => Promise<Outcome<NeutralUser>>;
let states: UserStates;
let calls: CheckCalls<NeutralUser>;
beforeEach(() => {
  reading = async () => answer(200, ada);
  writing = async () => answer(200, chair);
  states = new UserStates();
  const target = {
    get: () => reading(),
    patch: () => writing(),
    replace: () => writing(),
    delete: async () => answer(204),
  } as unknown as CheckCalls<NeutralUser>;
  calls = states.watched(target, "1.1");
});

const shown = () => states.shown("U1", "1.1")?.user;

test("a read tells the state", async () => {
  await calls.get("U1");
  expect(states.shown("U1", "1.1")).toMatchObject({ user: ada, exchangeId: "1.1/7" });
});

test("the other version may show the user otherwise", async () => {
  await calls.get("U1");
  expect(states.shown("U1", "2.0")).toBeUndefined();
});

test("after a write, the state is unknown until it is read", async () => {
  await calls.get("U1");
  await calls.patch("U1", []);
  expect(shown()).toBeUndefined();
  reading = async () => answer(200, chair);
  await calls.get("U1");
  expect(shown()).toEqual(chair);
});

test("a read that does not agree with the answer to the last write tells nothing: it may lag", async () => {
  await calls.replace("U1", chair);
  await calls.get("U1");
  expect(shown()).toBeUndefined();
});

test("after a rejected write, a read tells the state", async () => {
  writing = async () => answer(400);
  await calls.patch("U1", []);
  await calls.get("U1");
  expect(shown()).toEqual(ada);
});

test("after a write without an answer to compare with, no read tells the state", async () => {
  writing = async () => answer(204);
  await calls.patch("U1", []);
  expect(states.isReadable("U1")).toBe(false);
  await calls.get("U1");
  expect(shown()).toBeUndefined();
});

test("after a failed write, no read tells the state", async () => {
  writing = () => Promise.reject(new Error("connection lost"));
  await expect(calls.patch("U1", [])).rejects.toThrow();
  await calls.get("U1");
  expect(shown()).toBeUndefined();
});

test("a read during a write tells nothing", async () => {
  let finish: (value: Outcome<NeutralUser>) => void = () => undefined;
  reading = () => new Promise((resolve) => (finish = resolve));
  const read = calls.get("U1");
  writing = async () => answer(400);
  await calls.patch("U1", []);
  finish(answer(200, ada));
  await read;
  expect(shown()).toBeUndefined();
});

test("a selection of attributes tells nothing", async () => {
  await calls.get("U1", { query: { attributes: "userName" } });
  expect(shown()).toBeUndefined();
});

test("a GET whose method is replaced is a write", async () => {
  await calls.get("U1");
  await calls.get("U1", { method: "DELETE" });
  expect(shown()).toBeUndefined();
});
