import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type BulkOperation, createTenantGate, TransportError } from "../../client/index.ts";
import type { PatchIntent } from "../../schemas/index.ts";
import {
  type Answered,
  type SmallOrganisation,
  startSmallOrganisation,
} from "../../testing/servers/small-organisation.ts";
import { Budget } from "./budget.ts";
import { CannotWriteError } from "./cannot-write.ts";
import { ConformanceClient } from "./conformance-client.ts";
import { Creation } from "./creation.ts";
import { guarded } from "./guarded-calls.ts";
import { Journal } from "./journal.ts";
import { OwnChanges } from "./own-changes.ts";
import { Ownership } from "./ownership.ts";
import { Skip } from "./stop.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-writer-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let organisation: SmallOrganisation;
let client: ConformanceClient;
let file: string;
let journal: Journal;
let files = 0;

beforeAll(async () => {
  organisation = await startSmallOrganisation();
});
afterAll(() => organisation.close());
beforeEach(() => {
  files += 1;
  file = join(folder, `${files}.jsonl`);
  journal = new Journal(file, undefined, () => 42);
  organisation.log.length = 0;
  client = new ConformanceClient({
    version: "2.0",
    baseUrl: organisation.baseUrl,
    credentials: "t",
    gate: createTenantGate("off"),
    retry: { connectionErrors: 0, rateLimited: 0, serverErrors: 0 },
    timeoutMs: 300,
  });
});
afterEach(() => client.close());

const mark = { namePrefix: "scimct-", runTag: "abcde" };
const ada = { userName: "scimct-abcde21", emails: [{ value: "scimct-abcde21@own.example" }] };
const sent = {
  resource: "User",
  version: "2.0",
  name: ada.userName,
  addresses: ["scimct-abcde21@own.example"],
  at: 42,
};
const group = { displayName: "scimct-abcde29" };
const sentGroup = { resource: "Group", version: "2.0", name: group.displayName, at: 42 };

const books = (budget: Budget, into = journal) => ({
  journal: into,
  budget,
  mark,
  ownership: new Ownership(into, mark),
  ownChanges: new OwnChanges(),
});

function open(budget = new Budget({ maxUsers: 3, maxGroups: 3 }), into = journal) {
  return { ...guarded(client, books(budget, into)), budget };
}

/** Returns these answers to all requests but reads, and keeps the journal as it was at the last one. */
function answering(...answers: (Answered | "hang")[]) {
  const seen: { journal: string } = { journal: "" };
  organisation.interfere = ({ method, id }) => {
    if (method === "GET") return { status: 200, body: { ...ada, id } };
    seen.journal = readFileSync(file, { encoding: "utf8", flag: "a+" });
    return answers.length > 1 ? (answers.shift() ?? "hang") : (answers[0] ?? "hang");
  };
  return seen;
}

const intent = { kind: "set", path: "title", value: "x" } as const;
/** An id that does not exist. */
const noOne = (digit: number) => `U0000000000${digit}`;

/** How many more users or groups may be created. */
function left(budget: Budget, type: "User" | "Group"): number {
  for (let count = 0; ; count += 1) {
    try {
      budget.spend(type);
    } catch {
      return count;
    }
  }
}

test("a create is in the journal before it is sent, and its id after the response", async () => {
  const seen = answering({ status: 201, body: { id: "U1", ...ada } });
  const { users, budget } = open();
  await users.create(ada);
  expect(JSON.parse(seen.journal)).toEqual({ event: "intent", ...sent, call: 1 });
  expect(journal.read()).toEqual([
    { event: "intent", ...sent, call: 1 },
    { event: "created", ...sent, call: 1, id: "U1" },
  ]);
  expect(left(budget, "User")).toBe(2);
  expect(left(budget, "Group")).toBe(3);
});

test("so does that of a group", async () => {
  answering({ status: 201, body: { id: "S1", ...group } });
  const { groups, budget } = open();
  await groups.create(group);
  expect(journal.read()[1]).toEqual({ event: "created", ...sentGroup, call: 1, id: "S1" });
  expect(left(budget, "Group")).toBe(2);
});

test.each<[string, Answered, object[], number]>([
  ["a number for an id", { status: 201, body: { id: 7 } }, [{ event: "created", id: "7" }], 2],
  ["an empty id", { status: 201, body: { id: "" } }, [{ event: "created" }], 2],
  ["an id that is an object", { status: 201, body: { id: {} } }, [{ event: "created" }], 2],
  ["no body", { status: 201 }, [{ event: "created" }], 2],
  [
    "success of another kind",
    { status: 202, body: { id: "U1" } },
    [{ event: "created", id: "U1" }],
    2,
  ],
  ["a rejection", { status: 400 }, [{ event: "refused" }], 3],
  ["the last rejection", { status: 499 }, [{ event: "refused" }], 3],
  ["a server error: it may exist", { status: 500, body: { id: "U1" } }, [], 2],
  ["a redirect: it may exist", { status: 302 }, [], 2],
])("a create that returns %s", async (_, answer, entries, budgetLeft) => {
  answering(answer);
  const { users, budget } = open();
  await users.create(ada);
  const [intent, ...others] = journal.read();
  expect(intent).toEqual({ event: "intent", ...sent, call: 1 });
  expect(others).toEqual(entries.map((entry) => ({ ...sent, call: 1, ...entry })));
  expect(left(budget, "User")).toBe(budgetLeft);
});

test("a create without a response stays open, and uses the budget", async () => {
  answering("hang");
  const { users, budget } = open();
  await expect(users.create(ada)).rejects.toThrow(TransportError);
  expect(journal.read()).toEqual([{ event: "intent", ...sent, call: 1 }]);
  expect(left(budget, "User")).toBe(2);
});

test("what is sent is recorded, however the check changes the body", async () => {
  answering({ status: 400 });
  const { users } = open();
  await users.create(ada, {
    change: (body) => ({ ...body, userName: ["scimct-abcde2x"], externalId: "scimct-abcde2y" }),
  });
  await users.create(
    {},
    {
      rawBody: JSON.stringify({
        userName: "scimct-abcde2z",
        emails: ["scimct-abcde2z@own.example"],
      }),
    },
  );
  await users.create(
    {},
    { rawBody: new TextEncoder().encode('{"displayName": "scimct-abcde2w"}') },
  );
  await users.create(ada, { rawBody: '{"userName": ' });
  await users.create(
    { userName: "admin", emails: [{ value: "admin@acme.test" }] },
    { token: "wrong" },
  );
  const intents = journal.read().filter(({ event }) => event === "intent");
  expect(intents).toMatchObject([
    { name: "scimct-abcde2x", externalId: "scimct-abcde2y" },
    { name: "scimct-abcde2z", addresses: ["scimct-abcde2z@own.example"] },
    { name: "scimct-abcde2w" },
    { name: "" },
    { name: "admin" },
  ]);
  expect(intents[4]).not.toHaveProperty("addresses");
  expect(organisation.log).toHaveLength(5);
});

test("what a target file adds to users is sent, and recorded", async () => {
  const seen: unknown[] = [];
  organisation.interfere = ({ method, body }) => {
    if (method === "GET") return { status: 200, body: { ...ada, id: "U1" } };
    seen.push(body);
    return { status: 201, body: { id: "U1" } };
  };
  const { users } = guarded(
    client,
    books(new Budget({ maxUsers: 1, maxGroups: 1 })),
    (_, userName) => ({ change: (body) => ({ ...body, nickName: `of ${userName}` }) }),
  );
  await users.create(ada);
  await users.replace("U1", ada);
  expect(seen).toMatchObject([
    { nickName: `of ${ada.userName}` },
    { nickName: `of ${ada.userName}` },
  ]);
});

test("beyond the budget nothing is sent or recorded", async () => {
  answering({ status: 201, body: { id: "U1" } });
  const { users, groups } = open(new Budget({ maxUsers: 1, maxGroups: 0 }));
  await users.create(ada);
  await expect(users.create(ada)).rejects.toThrow(Skip);
  await expect(groups.create(group)).rejects.toThrow(Skip);
  expect(organisation.log).toHaveLength(1);
  expect(journal.read()).toHaveLength(2);
});

test("on a full disk nothing is sent that may create a resource", async () => {
  answering({ status: 201, body: { id: "U1" } });
  const { users, groups, bulk, budget } = open(undefined, new Journal("/dev/full"));
  await expect(users.create(ada)).rejects.toThrow(CannotWriteError);
  await expect(users.create(ada, { rawBody: "{}" })).rejects.toThrow(CannotWriteError);
  await expect(groups.create(group)).rejects.toThrow(CannotWriteError);
  await expect(users.replace(noOne(1), ada)).rejects.toThrow(CannotWriteError);
  await expect(
    bulk({ operations: [{ method: "POST", type: "Group", bulkId: "a", resource: group }] }),
  ).rejects.toThrow(CannotWriteError);
  expect(organisation.log).toEqual([]);
  expect(left(budget, "User")).toBe(3);
  expect(left(budget, "Group")).toBe(3);
});

test("a disk that is full after a create was sent breaks no check: the intent is enough", async () => {
  answering({ status: 201, body: { id: "U1" } });
  let writes = 0;
  const full = new Journal("/dev/full");
  const intend = journal.intend.bind(journal);
  Object.assign(full, {
    intend: (entry: Parameters<typeof intend>[0]) => {
      writes += 1;
      return intend(entry);
    },
  });
  const { users } = open(undefined, full);
  expect((await users.create(ada)).status).toBe(201);
  expect(writes).toBe(1);
});

describe("other requests that may create a resource", () => {
  test("PUT and PATCH of an unknown id", async () => {
    answering({ status: 201, body: { id: "U9" } }, { status: 200 }, { status: 404 }, "hang");
    const { users, budget } = open();
    await users.replace(noOne(5), ada);
    await users.patch(noOne(6), [intent]);
    await users.replace(noOne(7), ada);
    await expect(users.patch(noOne(8), [intent])).rejects.toThrow(TransportError);
    expect(journal.leftovers()).toMatchObject([
      { answer: "created", id: "U9", call: 1, sent: { name: ada.userName } },
      { answer: "created", id: noOne(6), call: 2, sent: { name: "" } },
      { answer: "refused", id: noOne(7), call: 3 },
      { answer: "none", id: noOne(8), call: 4 },
    ]);
    expect(left(budget, "User")).toBe(2);
  });

  test("not PUT and PATCH of what the run created", async () => {
    answering({ status: 201, body: { id: "U1" } }, { status: 200, body: { id: "other" } });
    const { users, budget } = open();
    await users.create(ada);
    await users.replace("U1", ada);
    await users.patch("U1", [intent]);
    expect(journal.read()).toHaveLength(2);
    expect(left(budget, "User")).toBe(2);
  });

  test("unless they return 201, or are sent as a POST", async () => {
    answering(
      { status: 201, body: { id: "U1" } },
      { status: 201, body: { id: "U2" } },
      { status: 201, body: { id: "U3" } },
      { status: 200, body: { id: "U1" } },
      { status: 405 },
    );
    const { users, budget } = open();
    await users.create(ada);
    await users.replace("U1", ada);
    const overridden = { method: "POST", headers: { "x-http-method-override": "PATCH" } };
    await users.patch("U1", [intent], overridden);
    await users.patch("U1", [intent], overridden);
    await users.patch("U1", [intent], overridden);
    const created = journal.read().filter(({ event }) => event === "created");
    expect(created.map(({ id }) => id)).toEqual(["U1", "U2", "U3"]);
    expect(left(budget, "User")).toBe(0);
  });

  test("a search by POST that returns 201", async () => {
    answering(
      { status: 200, body: { Resources: [], id: "x" } },
      { status: 201, body: { id: "S1" } },
    );
    const { groups, budget } = open();
    await groups.search();
    expect(journal.read()).toEqual([]);
    await groups.search();
    expect(journal.leftovers()).toMatchObject([{ resource: "Group", id: "S1", answer: "created" }]);
    expect(left(budget, "Group")).toBe(2);
  });

  test("a search by POST that creates a user without a name, which clean-up may then remove", async () => {
    answering({ status: 201, body: { id: "U1", active: true } });
    const { users } = open();
    await users.search();
    expect(journal.leftovers()).toMatchObject([
      { resource: "User", id: "U1", answer: "created", renamed: [{ name: "" }] },
    ]);
  });

  test("a search by POST that creates a user with a name, which has no mark of the run", async () => {
    answering({ status: 201, body: { id: "U1", userName: "generated" } });
    const { users } = open();
    await users.search();
    expect(journal.leftovers()).toMatchObject([{ id: "U1", answer: "created", renamed: [] }]);
  });

  test("a search by POST that returns a single user with 200", async () => {
    answering({ status: 200, body: { id: "U1" } });
    const { users } = open();
    await users.search();
    expect(journal.leftovers()).toMatchObject([{ id: "U1", answer: "created", renamed: [] }]);
  });
});

describe("the id of what was created", () => {
  /** An organisation that answers a create with a header too. */
  const creationOf = (type: "User" | "Group" = "User", id?: string) =>
    new Creation(books(new Budget({ maxUsers: 1, maxGroups: 1 })), type, "2.0", id);
  const answered = (status: number, json?: unknown, location?: string) => ({
    status,
    json,
    headers: location === undefined ? {} : { location },
  });

  test.each<[string, ReturnType<typeof answered>, string | undefined, string | undefined]>([
    ["of the body", answered(201, { id: "U1" }, "/Users/U2"), undefined, "U1"],
    ["of the header of a 201", answered(201, {}, "/Users/U2"), "U3", "U2"],
    ["not of the header of another success", answered(200, {}, "/Users/U2"), undefined, undefined],
    ["of the URL, if nothing else has it", answered(200, {}, "/Users/U2"), "U3", "U3"],
    ["not an id that cannot be in a URL", answered(200), "..", undefined],
    [
      "not a location with an id that cannot be in a URL",
      answered(201, {}, "/Users/%2e%2e"),
      undefined,
      undefined,
    ],
    ["of a success of any kind", answered(299, { id: "U1" }), undefined, "U1"],
  ])("%s", (_, answer, address, id) => {
    const creation = creationOf("User", address);
    creation.intend(ada);
    creation.answered(answer);
    const [, created] = journal.read();
    expect(created).toMatchObject({ event: "created", call: 1 });
    expect(created?.id).toBe(id);
  });

  test.each([199, 300, 500])("is not recorded from a response %i", (status) => {
    const creation = creationOf();
    creation.intend(ada);
    creation.answered(answered(status, { id: "U1" }, "/Users/U1"));
    expect(journal.read()).toHaveLength(1);
  });

  test("is recorded even without an intent; a rejection without one is not", () => {
    creationOf("Group").answered(answered(400));
    expect(journal.read()).toEqual([]);
    creationOf("Group").answered(answered(201, { id: "S1" }));
    expect(journal.read()).toMatchObject([
      { event: "intent", resource: "Group", name: "", call: 1 },
      { event: "created", resource: "Group", name: "", call: 1, id: "S1" },
      // It has no name to be recognised by.
      { event: "changed", resource: "Group", name: "", call: 1, id: "S1" },
    ]);
  });

  test("an intent is not recorded twice", () => {
    const creation = creationOf();
    expect(creation.isSent).toBe(false);
    creation.intend(ada);
    creation.intend({ userName: "other" });
    expect(creation.isSent).toBe(true);
    expect(journal.read()).toHaveLength(1);
  });

  test("of all errors, only a full disk does not stop the check", () => {
    const creation = creationOf();
    creation.intend(ada);
    Object.assign(journal, {
      write: () => {
        throw new RangeError("odd");
      },
    });
    expect(() => creation.refused()).toThrow("odd");
    expect(() => creation.created("U1")).toThrow("odd");
  });

  test("other options of a call are kept", () => {
    const options = creationOf().watched({ query: { a: "b" }, headers: { c: "d" } });
    expect(options).toMatchObject({ query: { a: "b" }, headers: { c: "d" } });
    const raw = { rawBody: "{}", query: { a: "b" } };
    expect(creationOf().watched(raw)).toBe(raw);
    expect(creationOf().watched(undefined)).toEqual({ change: expect.any(Function) });
  });
});

test("only a delete with a status below 300 is recorded", async () => {
  answering({ status: 201, body: { id: "U1" } }, { status: 300 }, { status: 299 });
  const { users } = open();
  await users.create(ada);
  await users.delete("U1");
  expect(journal.read()).toHaveLength(2);
  await users.delete("U1");
  expect(journal.read()[2]).toEqual({
    event: "deleted",
    resource: "User",
    version: "2.0",
    name: "",
    id: "U1",
    at: 42,
  });
});

test("a forbidden change of a display name is the only rejection that ends a check", async () => {
  answering({ status: 400, body: { detail: "username_taken" } });
  expect((await open().users.patch(noOne(1), [])).status).toBe(400);
  answering({ status: 400, body: { detail: "invalid_display_name" } });
  await expect(open().users.patch(noOne(1), [])).rejects.toThrow(
    "the organisation allows only members to change their display names (FACT-USER-26)",
  );
  await expect(open().users.patch(noOne(1), [])).rejects.toMatchObject({ code: "not-applicable" });
});

test("a POST that replaces a change of the run's own resource is recorded, whatever its response", async () => {
  answering(
    { status: 201, body: { id: "U1" } },
    { status: 202, body: { id: "U5" } },
    { status: 500 },
  );
  const { users, budget } = open();
  await users.create(ada);
  await users.patch("U1", [intent], { method: "POST" });
  await users.patch("U1", [intent], { method: "POST" });
  await users.patch("U1", [intent], { method: "PUT" });
  expect(journal.leftovers()).toMatchObject([
    { id: "U1", call: 1, answer: "created" },
    { id: "U5", call: 2, answer: "created" },
    { id: "U1", call: 3, answer: "none" },
  ]);
  expect(left(budget, "User")).toBe(2);
});

test("a raw body of a PUT is sent unchanged, and is not a new name", async () => {
  answering({ status: 201, body: { id: "U1" } }, { status: 200 });
  const { users } = open();
  await users.create(ada);
  await users.replace("U1", ada, { rawBody: '{"userName":"ada"}' });
  expect(journal.read()).toHaveLength(2);
  await users.replace("U1", { userName: "ada" });
  expect(journal.read()[2]).toMatchObject({ event: "changed", id: "U1", name: "ada" });
  await users.replace(noOne(1), { userName: "ada" });
  expect(journal.read().filter(({ event }) => event === "changed")).toHaveLength(1);
});

test("a PUT without any mark of the run is recorded before it is sent", async () => {
  const seen = answering({ status: 201, body: { id: "U1" } }, { status: 200 });
  const { users } = open();
  await users.create(ada);
  await users.replace("U1", ada);
  expect(journal.read()).toHaveLength(2);
  await users.replace("U1", ada, { change: (body) => ({ ...body, userName: "ada", emails: [] }) });
  expect(seen.journal.trimEnd().split("\n")).toHaveLength(3);
  expect(journal.leftovers()[0]?.renamed).toEqual([{ name: "ada" }]);
});

test("a successful deletion by a check is recorded, if the run created the resource", async () => {
  answering({ status: 201, body: { id: "U1" } }, { status: 404 }, { status: 204 });
  const { users } = open();
  await users.create(ada);
  await users.delete("U1");
  expect(journal.leftovers()[0]?.deleted).toBeUndefined();
  await users.delete(noOne(2));
  expect(journal.read()).toHaveLength(2);
  await users.delete("U1");
  expect(journal.leftovers()[0]?.deleted).toBe(true);
});

test("a change of a display name that the organisation rejects ends the check", async () => {
  answering({ status: 400, body: { detail: "invalid_display_name" } });
  const { users } = open();
  await expect(users.patch(noOne(1), [])).rejects.toThrow(Skip);
  await expect(users.replace(noOne(1), ada)).rejects.toMatchObject({ code: "not-applicable" });
});

describe("what the run did not create is neither changed nor deleted", () => {
  const grace = { id: "UBOSS", userName: "grace", emails: [{ value: "grace@acme.test" }] };
  const written = () =>
    organisation.log.filter((line) => /^(?:PUT|PATCH|DELETE|POST Bulk)/.test(line));

  /** Answers each create with the id of an existing user, and what was sent. */
  function foreign() {
    organisation.interfere = ({ method, id, body }) => {
      if (method === "POST") return { status: 201, body: { ...body, id: grace.id } };
      return id === undefined
        ? { status: 200, body: { totalResults: 1, Resources: [grace] } }
        : { status: 200, body: grace };
    };
  }

  test.each<[string, boolean]>([
    ["that no response has shown", false],
    ["that a list has shown before", true],
  ])("a create returns the id of a user %s", async (_, isListed) => {
    foreign();
    const { users, bulk } = open();
    if (isListed) await users.list();
    await users.create(ada);
    expect(journal.hasCreated("User", grace.id)).toBe(true);
    await expect(users.replace(grace.id, ada)).rejects.toThrow(/run is not known to have created/);
    await expect(users.patch(grace.id, [intent])).rejects.toThrow(Skip);
    await expect(users.delete(grace.id)).rejects.toThrow(Skip);
    await expect(
      bulk({ operations: [{ method: "DELETE", type: "User", id: grace.id }] }),
    ).rejects.toThrow(Skip);
    await expect(users.get(grace.id, { method: "DELETE" })).rejects.toThrow(Skip);
    expect(written()).toEqual([]);
    expect(organisation.log.filter((line) => line === "GET Users/UBOSS")).toHaveLength(
      isListed ? 0 : 1,
    );
  });

  test("the same holds for the id of a group", async () => {
    const staff = { id: "SSTAFF", displayName: "Staff" };
    organisation.interfere = ({ method }) =>
      method === "POST"
        ? { status: 201, body: { ...group, id: staff.id } }
        : { status: 200, body: staff };
    const { groups, bulk } = open();
    await groups.create(group);
    await expect(groups.replace(staff.id, group)).rejects.toThrow(Skip);
    await expect(groups.delete(staff.id)).rejects.toThrow(Skip);
    await expect(
      bulk({ operations: [{ method: "DELETE", type: "Group", id: staff.id }] }),
    ).rejects.toThrow(Skip);
    expect(written()).toEqual([]);
    expect(organisation.log.filter((line) => line.startsWith("GET"))).toEqual([
      "GET Groups/SSTAFF",
    ]);
  });

  test("such a user does not become a member of a group of the run", async () => {
    const member = { value: grace.id };
    const add: PatchIntent = { kind: "add", path: "members", values: [member] };
    organisation.interfere = ({ method, kind, id, body }) => {
      if (method === "POST") {
        return { status: 201, body: { ...body, id: kind === "Users" ? grace.id : "S1" } };
      }
      return { status: 200, body: kind === "Users" ? grace : { ...group, id } };
    };
    const { users, groups, budget } = open();
    await groups.create({ ...group, members: [member] });
    await users.create(ada);
    await groups.replace("S1", { ...group, members: [] });
    organisation.log.length = 0;
    await expect(groups.create({ ...group, members: [member] })).rejects.toThrow(Skip);
    await expect(groups.replace("S1", { ...group, members: [member] })).rejects.toThrow(Skip);
    await expect(groups.patch("S1", [add])).rejects.toThrow(Skip);
    expect(organisation.log).toEqual(["GET Users/UBOSS"]);
    expect(left(budget, "Group")).toBe(2);
    // A user may refer to others without changing them.
    expect((await users.create({ ...ada, enterprise: { managerId: grace.id } })).status).toBe(201);
  });

  test("an id that a list shows, and one that nothing shows", async () => {
    foreign();
    const { users } = open();
    await users.list();
    await expect(users.delete(grace.id)).rejects.toThrow(Skip);
    await expect(users.replace("U77", ada)).rejects.toThrow(Skip);
    expect(written()).toEqual([]);
  });

  test("a query for some attributes does not show whose the resource is", async () => {
    answering({ status: 201, body: { id: "U1" } }, { status: 200 });
    const { users } = open();
    await users.create(ada);
    organisation.interfere = ({ method, query }) =>
      method === "GET" && query.has("attributes")
        ? { status: 200, body: { id: "U1", displayName: "Ada" } }
        : { status: 200, body: { ...ada, id: "U1" } };
    await users.get("U1", { query: { attributes: "displayName" } });
    expect((await users.replace("U1", ada)).status).toBe(200);
  });

  test("what a check has already read is not read again; other methods pass", async () => {
    answering({ status: 201, body: { id: "U1" } }, { status: 200 });
    const { users } = open();
    await users.create(ada);
    await users.get("U1", { method: "HEAD" });
    await users.get("U1", { method: "GET" });
    await users.patch("U1", [intent]);
    await users.get("U1", { method: "DELETE" });
    expect(organisation.log.slice(1)).toEqual([
      "HEAD Users/U1",
      "GET Users/U1",
      "PATCH Users/U1",
      "DELETE Users/U1",
    ]);
  });

  test("if no read shows it, the response to its create counts, if that was a success", async () => {
    organisation.interfere = ({ method }) =>
      method === "POST" ? { status: 201, body: { ...ada, id: "U1" } } : { status: 403 };
    const { users } = open();
    await users.create(ada);
    expect((await users.delete("U1")).status).toBe(403);
    organisation.interfere = ({ method }) =>
      method === "POST" ? { status: 300, body: { ...ada, id: "U2" } } : { status: 403 };
    await users.create(ada);
    journal.write({ event: "created", resource: "User", version: "2.0", name: "", id: "U2" });
    await expect(users.delete("U2")).rejects.toThrow(Skip);
  });
});

describe("a bulk job", () => {
  const operations: BulkOperation[] = [
    { method: "DELETE", type: "User", id: noOne(0) },
    { method: "POST", type: "User", bulkId: "a", resource: ada },
    { method: "POST", type: "Group", bulkId: "b", resource: group },
    { method: "POST", type: "Group", bulkId: "c", resource: group },
  ];

  test("its creates are recorded, with the ids in the locations of the response", async () => {
    const seen = answering({
      status: 200,
      body: {
        Operations: [
          { bulkId: "c", status: { code: "409" } },
          { bulkId: "b", status: "201" },
          { bulkId: "a", status: "201", location: "/Users/U1" },
        ],
      },
    });
    const { bulk, budget } = open();
    await bulk({ operations });
    expect(seen.journal.trimEnd().split("\n")).toHaveLength(3);
    expect(journal.leftovers()).toMatchObject([
      { resource: "Group", call: 2, answer: "created" },
      { resource: "Group", call: 3, answer: "refused" },
      { resource: "User", call: 1, id: "U1", answer: "created", sent: { name: ada.userName } },
    ]);
    expect(left(budget, "User")).toBe(2);
    expect(left(budget, "Group")).toBe(2);
  });

  test.each<[string, Answered, string]>([
    ["is rejected", { status: 400 }, "refused"],
    ["ends in a server error", { status: 500 }, "none"],
    [
      "does not report their results",
      { status: 200, body: { Operations: [{ bulkId: "a" }, { bulkId: "b", status: "odd" }] } },
      "none",
    ],
  ])("that %s", async (_, answer, expected) => {
    answering(answer);
    const { bulk, budget } = open();
    await bulk({ operations });
    expect(journal.leftovers().map((one) => one.answer)).toEqual([expected, expected, expected]);
    expect(left(budget, "Group")).toBe(expected === "refused" ? 3 : 1);
  });

  test.each<[string, Answered, (string | undefined)[], number]>([
    [
      "an id in a location, whatever the status",
      {
        status: 200,
        body: { Operations: [{ bulkId: "a", location: "/Users/U1", status: "500" }] },
      },
      ["none", "none", "created U1"],
      2,
    ],
    [
      "success without a location, as a number, a string or an object",
      {
        status: 200,
        body: {
          Operations: [
            { bulkId: "a", status: 200 },
            { bulkId: "b", status: "299" },
            { bulkId: "c", status: { code: "201" } },
          ],
        },
      },
      ["created", "created", "created"],
      2,
    ],
    [
      "an unclear status, or a server error",
      {
        status: 200,
        body: {
          Operations: [
            { bulkId: "a", status: 199 },
            { bulkId: "b", status: 300 },
            { bulkId: "c", status: 500 },
          ],
        },
      },
      ["none", "none", "none"],
      2,
    ],
    [
      "refusals",
      {
        status: 200,
        body: {
          Operations: [
            { bulkId: "a", status: 400 },
            { bulkId: "b", status: { code: 499 } },
            { bulkId: "d", status: 400 },
          ],
        },
      },
      ["refused", "none", "refused"],
      3,
    ],
    [
      "a rejection as a whole, whatever it contains",
      { status: 499, body: { Operations: [{ bulkId: "a", status: 201 }] } },
      ["refused", "refused", "refused"],
      3,
    ],
    [
      "a redirect",
      { status: 300, body: { Operations: [{ bulkId: "a", status: 201 }] } },
      ["none", "none", "none"],
      2,
    ],
  ])("whose operations return %s", async (_, answer, expected, usersLeft) => {
    answering(answer);
    const { bulk, budget } = open();
    await bulk({ operations });
    const became = journal
      .leftovers()
      .map(({ answer: how, id }) => (id === undefined ? how : `${how} ${id}`));
    expect(became).toEqual(expected);
    expect(left(budget, "User")).toBe(usersLeft);
  });

  test("reads what it deletes, each by its type, and deletes the run's own resources", async () => {
    answering(
      { status: 201, body: { id: "X1" } },
      { status: 201, body: { id: "X1" } },
      { status: 200 },
    );
    const { users, groups, bulk } = open();
    await users.create(ada);
    await groups.create(group);
    organisation.log.length = 0;
    await bulk({
      operations: [
        { method: "DELETE", type: "User", id: "X1" },
        { method: "DELETE", type: "Group", id: "X1" },
      ],
    });
    expect(organisation.log).toEqual(["GET Users/X1", "GET Groups/X1", "POST Bulk"]);
  });

  test("has the user template applied to users only, if there is one", async () => {
    const bodies: { Operations: Record<string, unknown>[] }[] = [];
    organisation.interfere = ({ body }) => {
      bodies.push(body as { Operations: Record<string, unknown>[] });
      return { status: 200 };
    };
    const template = { change: (body: object) => ({ ...body, title: "Analyst" }) };
    const budget = () => new Budget({ maxUsers: 1, maxGroups: 2 });
    await guarded(client, books(budget()), () => template).bulk({ operations });
    await guarded(client, books(budget()), () => undefined).bulk({ operations });
    await guarded(client, books(budget()), () => ({})).bulk({ operations });
    const titles = bodies.map(({ Operations }) =>
      Operations.map(({ data }) => (data as { title?: string } | undefined)?.title),
    );
    expect(titles).toEqual([
      [undefined, "Analyst", undefined, undefined],
      [undefined, undefined, undefined, undefined],
      [undefined, undefined, undefined, undefined],
    ]);
    expect(bodies[0]?.Operations[0]).not.toHaveProperty("data");
  });

  test("without a response stays open, and uses the budget", async () => {
    answering("hang");
    const { bulk, budget } = open();
    await expect(bulk({ operations })).rejects.toThrow(TransportError);
    expect(journal.leftovers().map((one) => one.answer)).toEqual(["none", "none", "none"]);
    expect([left(budget, "User"), left(budget, "Group")]).toEqual([2, 1]);
  });

  test("without creates is sent without an entry", async () => {
    answering({ status: 200, body: {} });
    const { bulk, budget } = open();
    await bulk({ operations: [{ method: "DELETE", type: "User", id: noOne(0) }], failOnErrors: 1 });
    expect(journal.read()).toEqual([]);
    expect([left(budget, "User"), left(budget, "Group")]).toEqual([3, 3]);
  });

  test("beyond the budget it is not sent, and uses nothing", async () => {
    answering({ status: 200 });
    const { bulk, budget } = open(new Budget({ maxUsers: 1, maxGroups: 1 }));
    await expect(bulk({ operations })).rejects.toThrow(Skip);
    expect(organisation.log).toEqual([]);
    expect(left(budget, "User")).toBe(1);
    expect(left(budget, "Group")).toBe(1);
  });

  test("has the user template applied to its users", async () => {
    const bodies: unknown[] = [];
    organisation.interfere = ({ body }) => {
      bodies.push(body);
      return { status: 200 };
    };
    const { bulk } = guarded(client, books(new Budget({ maxUsers: 1, maxGroups: 2 })), () => ({
      change: (body) => ({ ...body, userName: "scimct-abcde2q" }),
    }));
    await bulk({ operations });
    expect(bodies).toMatchObject([
      {
        Operations: [
          { method: "DELETE" },
          { data: { ...ada, userName: "scimct-abcde2q" } },
          { data: group },
          { data: group },
        ],
      },
    ]);
    expect(journal.read()[0]).toMatchObject({ name: "scimct-abcde2q" });
  });
});
