import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Outcome, ScimClient, TransportError } from "../../client/index.ts";
import { Pace } from "./clean-up-pace.ts";
import { CleanUpTarget } from "./clean-up-target.ts";

let client: ScimClient;
let waits: number[];
beforeEach(() => {
  client = new ScimClient({
    version: "2.0",
    baseUrl: "http://127.0.0.1:9/scim/v2",
    credentials: "t",
  });
  waits = [];
});
afterEach(() => client.close());

const outcome = (status: number, json?: unknown, word?: string): Outcome<never> =>
  ({
    status,
    headers: {},
    text: "",
    json,
    resource: undefined,
    error: word === undefined ? undefined : { code: word, status, text: word },
    exchangeId: "1",
  }) as unknown as Outcome<never>;

/** A pace whose time passes with pauses alone: what ends with its request takes none. */
function paceOf(giveUpMs: number): Pace {
  let time = 0;
  const wait = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (signal) {
        signal.addEventListener("abort", () => resolve(), { once: true });
        return;
      }
      waits.push(ms);
      time += ms;
      resolve();
    });
  return new Pace({ now: () => time, wait }, giveUpMs);
}

type Answer = Outcome<never> | Error;
const calls: string[] = [];

/** A target that returns these answers in order, and then repeats the last one. */
function target(answers: Answer[], type: "User" | "Group" = "User") {
  calls.length = 0;
  const next =
    (what: string) =>
    async (...args: unknown[]) => {
      calls.push(`${what} ${JSON.stringify(args)}`);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (!answer || answer instanceof Error) throw answer ?? new Error("no answer");
      return answer;
    };
  Object.assign(type === "User" ? client.users : client.groups, {
    get: next("get"),
    list: next("list"),
    delete: next("delete"),
    patch: next("patch"),
    replace: next("replace"),
  });
  return new CleanUpTarget(client, type, paceOf(1_000_000), 500);
}

const trouble = () => new TransportError("broken", "the connection broke", "1");

describe("a read", () => {
  test.each<[string, Answer, object]>([
    ["404", outcome(404, {}), { kind: "gone" }],
    ["410", outcome(410), { kind: "gone" }],
    ["409", outcome(409, {}), { kind: "unclear", why: "its read returned HTTP 409" }],
    [
      "a word",
      outcome(403, {}, "not_allowed"),
      { kind: "unclear", why: "its read returned HTTP 403 not_allowed" },
    ],
    [
      "a text that is no word",
      outcome(403, {}, "Ada's mail is ada@acme.test"),
      { kind: "unclear", why: "its read returned HTTP 403" },
    ],
    [
      "what begins as a word",
      outcome(403, {}, "no entry"),
      { kind: "unclear", why: "its read returned HTTP 403" },
    ],
    [
      "a word that is too long",
      outcome(403, {}, "x".repeat(61)),
      { kind: "unclear", why: "its read returned HTTP 403" },
    ],
    ["300", outcome(300, { id: "U1" }), { kind: "unclear", why: "its read returned HTTP 300" }],
    ["199", outcome(199, { id: "U1" }), { kind: "unclear", why: "its read returned HTTP 199" }],
    ["null", outcome(200, null), { kind: "unclear", why: "its read returned HTTP 200" }],
    ["a list", outcome(200, []), { kind: "unclear", why: "its read returned HTTP 200" }],
    ["a text", outcome(200, "x"), { kind: "unclear", why: "its read returned HTTP 200" }],
    [
      "another",
      outcome(200, { id: "U2" }),
      { kind: "unclear", why: "its read returned another resource" },
    ],
    [
      "null for an id",
      outcome(200, { id: null }),
      { kind: "unclear", why: "its read returned another resource" },
    ],
    ["no id", outcome(200, {}), { kind: "there", resource: {}, active: undefined }],
    [
      "its id",
      outcome(299, { id: "U1", active: true }),
      { kind: "there", resource: { id: "U1", active: true }, active: true },
    ],
  ])("that returns %s", async (_, answer, state) => {
    expect(await target([answer]).read("U1")).toEqual(state);
    expect([calls, waits]).toEqual([['get ["U1"]'], []]);
  });

  test.each<[unknown, boolean | undefined]>([
    [true, true],
    [false, false],
    ["true", true],
    ["True", true],
    ["FALSE", false],
    ["untrue", undefined],
    ["truely", undefined],
    ["unfalse", undefined],
    ["falsehood", undefined],
    [1, undefined],
    [null, undefined],
  ])("shows active as %j: %j", async (active, expected) => {
    expect(await target([outcome(200, { active })]).read("U1")).toMatchObject({
      kind: "there",
      active: expected,
    });
  });

  test("of an existing group is active, whatever it returns", async () => {
    const group = target([outcome(200, { active: false })], "Group");
    expect(await group.read("S1")).toMatchObject({ active: true });
  });

  test("of an id that cannot be in a URL says so", async () => {
    expect(await target([new URIError("malformed")]).read("\ud800")).toEqual({
      kind: "unclear",
      why: "its id cannot be part of a URL",
    });
  });
});

describe("a failure", () => {
  test.each<[string, Answer]>([
    ["429", outcome(429)],
    ["500", outcome(500)],
    ["a broken connection", trouble()],
  ])("is tried again, up to four times, with longer pauses: %s", async (_, answer) => {
    expect(await target([answer]).read("U1")).toMatchObject({ kind: "unclear" });
    expect(calls).toHaveLength(4);
    expect(waits).toEqual([500, 1000, 2000]);
  });

  test("of a target that is never busy is tried again soon", async () => {
    target([outcome(500)]);
    await new CleanUpTarget(client, "User", paceOf(1_000_000), 20).read("U1");
    expect(waits).toEqual([20, 40, 80]);
  });

  test("ends with a response", async () => {
    const one = target([trouble(), outcome(503), outcome(200, { id: "U1" })]);
    expect(await one.read("U1")).toMatchObject({ kind: "there" });
    expect(waits).toEqual([500, 1000]);
  });

  test("is reported unchanged", async () => {
    expect(await target([trouble()]).read("U1")).toEqual({
      kind: "unclear",
      why: trouble().message,
    });
  });

  test("is the reason when clean-up ends", async () => {
    target([trouble(), trouble(), outcome(503, {}, "busy")]);
    const impatient = new CleanUpTarget(client, "User", paceOf(3000), 500);
    await expect(impatient.read("U1")).rejects.toThrow(
      "nothing could be cleaned up for 3 s; last: HTTP 503 busy",
    );
    target([trouble()]);
    await expect(new CleanUpTarget(client, "User", paceOf(400), 500).read("U1")).rejects.toThrow(
      `last: ${trouble().message}`,
    );
  });

  test.each([400, 428, 430, 499, 501])("is not %i, which is a response", async (status) => {
    await target([outcome(status)]).read("U1");
    expect(calls).toHaveLength(1);
  });

  test("is not a bug of the tool", async () => {
    await expect(target([new RangeError("odd")]).read("U1")).rejects.toThrow("odd");
    expect(calls).toHaveLength(1);
  });
});

describe("a list", () => {
  test.each<[string, Answer, object]>([
    ["403", outcome(403, { Resources: [] }), { refused: "the list returned HTTP 403" }],
    ["300", outcome(300, { Resources: [] }), { refused: "the list returned HTTP 300" }],
    ["199", outcome(199, { Resources: [] }), { refused: "the list returned HTTP 199" }],
    ["no list", outcome(200, { totalResults: 3 }), { refused: "the list returned HTTP 200" }],
    ["an object", outcome(200, { Resources: {} }), { refused: "the list returned HTTP 200" }],
    ["nothing", outcome(200), { refused: "the list returned HTTP 200" }],
    ["no results", outcome(200, { totalResults: 0 }), { rows: [], total: 0 }],
    ["a text for a total", outcome(299, { Resources: [], totalResults: "3" }), { rows: [] }],
    [
      "rows",
      outcome(200, {
        totalResults: 9,
        Resources: [{ id: "U1", active: "False" }, { id: 7, active: true }, null],
      }),
      {
        rows: [
          { id: "U1", resource: { id: "U1", active: "False" }, active: false },
          { id: "7", resource: { id: 7, active: true }, active: true },
          { id: undefined, resource: null, active: undefined },
        ],
        total: 9,
      },
    ],
  ])("that returns %s", async (_, answer, listing) => {
    expect(await target([answer]).list({ filter: "f" })).toEqual(listing);
    expect(calls).toEqual(['list [{"filter":"f"}]']);
  });

  test("without a response says why", async () => {
    expect(await target([trouble()]).list({})).toEqual({ refused: trouble().message });
  });
});

describe("a step", () => {
  test("is reported with its method, status and error code", async () => {
    expect(await target([outcome(405, {}, "method_not_allowed")]).delete("U1")).toEqual({
      status: 405,
      said: "DELETE HTTP 405 method_not_allowed",
    });
    expect(await target([outcome(200)]).patchInactive("U1")).toEqual({
      status: 200,
      said: "PATCH HTTP 200",
    });
    expect(calls).toEqual(['patch ["U1",[{"kind":"set","path":"active","value":false}]]']);
    expect(await target([trouble()]).delete("U1")).toEqual({
      status: 0,
      said: `DELETE: ${trouble().message}`,
    });
  });

  test("PUT sends the writable part of what was read, except active", async () => {
    const read = {
      id: "U1",
      userName: "a",
      nickName: undefined,
      displayName: "A",
      emails: [{ value: "a@own.example" }],
      name: { givenName: "A" },
      title: "x",
      active: true,
    };
    expect(await target([outcome(204)]).putInactive("U1", read)).toEqual({
      status: 204,
      said: "PUT HTTP 204",
    });
    const { id: _, title: __, nickName: ___, ...kept } = read;
    const [, body] = JSON.parse((calls[0] ?? "").replace("replace ", ""));
    expect(body).toStrictEqual({ ...kept, active: false });
  });
});
