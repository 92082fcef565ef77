import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type BulkOperation,
  createTenantGate,
  ScimClient,
  TransportError,
} from "../../client/index.ts";
import {
  type Answered,
  type SmallOrganisation,
  startSmallOrganisation,
} from "../testing/small-organisation.ts";
import { Budget } from "./budget.ts";
import { CannotWriteError } from "./cannot-write.ts";
import { Journal } from "./journal.ts";
import { Skip } from "./stop.ts";
import { guarded } from "./writer.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-writer-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let organisation: SmallOrganisation;
let client: ScimClient;
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
  client = new ScimClient({
    version: "2.0",
    baseUrl: organisation.baseUrl,
    token: "t",
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

function open(budget = new Budget({ maxUsers: 3, maxGroups: 3 }), into = journal) {
  return { ...guarded(client, { journal: into, budget, mark }), budget };
}

/** All requests are answered so; the journal as it was when the last one came. */
function answering(...answers: (Answered | "hang")[]) {
  const seen: { journal: string } = { journal: "" };
  organisation.interfere = () => {
    seen.journal = readFileSync(file, { encoding: "utf8", flag: "a+" });
    return answers.length > 1 ? (answers.shift() ?? "hang") : (answers[0] ?? "hang");
  };
  return seen;
}

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

test("a create stands in the journal before it is sent, and its id after it is answered", async () => {
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
  ["a refusal", { status: 400 }, [{ event: "refused" }], 3],
  ["the last refusal", { status: 499 }, [{ event: "refused" }], 3],
  ["a server error: it may be there", { status: 500, body: { id: "U1" } }, [], 2],
  ["a redirect: it may be there", { status: 302 }, [], 2],
])("a create that is answered with %s", async (_, answer, entries, budgetLeft) => {
  answering(answer);
  const { users, budget } = open();
  await users.create(ada);
  const [intent, ...others] = journal.read();
  expect(intent).toEqual({ event: "intent", ...sent, call: 1 });
  expect(others).toEqual(entries.map((entry) => ({ ...sent, call: 1, ...entry })));
  expect(left(budget, "User")).toBe(budgetLeft);
});

test("a create without an answer stays open, and uses the budget", async () => {
  answering("hang");
  const { users, budget } = open();
  await expect(users.create(ada)).rejects.toThrow(TransportError);
  expect(journal.read()).toEqual([{ event: "intent", ...sent, call: 1 }]);
  expect(left(budget, "User")).toBe(2);
});

test("what is sent is noted, whatever the check makes of the body", async () => {
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

test("what a target file adds to users is sent, and noted", async () => {
  const seen: unknown[] = [];
  organisation.interfere = ({ body }) => {
    seen.push(body);
    return { status: 201, body: { id: "U1" } };
  };
  const { users } = guarded(
    client,
    { journal, budget: new Budget({ maxUsers: 1, maxGroups: 1 }), mark },
    (_, userName) => ({ change: (body) => ({ ...body, nickName: `of ${userName}` }) }),
  );
  await users.create(ada);
  await users.replace("U1", ada);
  expect(seen).toMatchObject([
    { nickName: `of ${ada.userName}` },
    { nickName: `of ${ada.userName}` },
  ]);
});

test("beyond the budget nothing is sent or noted", async () => {
  answering({ status: 201, body: { id: "U1" } });
  const { users, groups } = open(new Budget({ maxUsers: 1, maxGroups: 0 }));
  await users.create(ada);
  await expect(users.create(ada)).rejects.toThrow(Skip);
  await expect(groups.create(group)).rejects.toThrow(Skip);
  expect(organisation.log).toHaveLength(1);
  expect(journal.read()).toHaveLength(2);
});

test("on a full disk nothing that may create is sent", async () => {
  answering({ status: 201, body: { id: "U1" } });
  const { users, groups, bulk, budget } = open(undefined, new Journal("/dev/full"));
  await expect(users.create(ada)).rejects.toThrow(CannotWriteError);
  await expect(users.create(ada, { rawBody: "{}" })).rejects.toThrow(CannotWriteError);
  await expect(groups.create(group)).rejects.toThrow(CannotWriteError);
  await expect(users.replace("U1", ada)).rejects.toThrow(CannotWriteError);
  await expect(
    bulk({ operations: [{ method: "POST", type: "Group", bulkId: "a", resource: group }] }),
  ).rejects.toThrow(CannotWriteError);
  expect(organisation.log).toEqual([]);
  expect(left(budget, "User")).toBe(3);
  expect(left(budget, "Group")).toBe(3);
});

test("a disk that is full once it was sent breaks no check: the intent is enough", async () => {
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

describe("other requests by which something can come into being", () => {
  const intent = { kind: "set", path: "title", value: "x" } as const;

  test("PUT and PATCH of an id that the run did not create", async () => {
    answering({ status: 201, body: { id: "U9" } }, { status: 200 }, { status: 404 }, "hang");
    const { users, budget } = open();
    await users.replace("U5", ada);
    await users.patch("U6", [intent]);
    await users.replace("U7", ada);
    await expect(users.patch("U8", [intent])).rejects.toThrow(TransportError);
    expect(journal.leftovers()).toMatchObject([
      { answer: "created", id: "U9", call: 1, sent: { name: ada.userName } },
      { answer: "created", id: "U6", call: 2, sent: { name: "" } },
      { answer: "refused", id: "U7", call: 3 },
      { answer: "none", id: "U8", call: 4 },
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

  test("unless they are answered with 201, or sent as a POST", async () => {
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

  test("a search by POST that is answered with 201", async () => {
    answering(
      { status: 200, body: { Resources: [], id: "x" } },
      { status: 201, body: { id: "S1" } },
    );
    const { groups, budget } = open();
    await groups.searchByPost();
    expect(journal.read()).toEqual([]);
    await groups.searchByPost();
    expect(journal.leftovers()).toMatchObject([{ resource: "Group", id: "S1", answer: "created" }]);
    expect(left(budget, "Group")).toBe(2);
  });
});

test("a replacement without any mark of the run is noted before it is sent", async () => {
  const seen = answering({ status: 201, body: { id: "U1" } }, { status: 200 });
  const { users } = open();
  await users.create(ada);
  await users.replace("U1", ada);
  expect(journal.read()).toHaveLength(2);
  await users.replace("U1", ada, { change: (body) => ({ ...body, userName: "ada", emails: [] }) });
  expect(seen.journal.trimEnd().split("\n")).toHaveLength(3);
  expect(journal.leftovers()[0]?.renamed).toEqual([{ name: "ada" }]);
});

test("a deletion by a check is noted when it succeeded, of what the run created", async () => {
  answering({ status: 201, body: { id: "U1" } }, { status: 404 }, { status: 204 });
  const { users } = open();
  await users.create(ada);
  await users.delete("U1");
  expect(journal.leftovers()[0]?.deleted).toBeUndefined();
  await users.delete("U2");
  expect(journal.read()).toHaveLength(2);
  await users.delete("U1");
  expect(journal.leftovers()[0]?.deleted).toBe(true);
});

test("a change of a display name that the organisation forbids ends the check", async () => {
  answering({ status: 400, body: { detail: "invalid_display_name" } });
  await expect(open().users.patch("U1", [])).rejects.toThrow(Skip);
});

describe("a bulk job", () => {
  const operations: BulkOperation[] = [
    { method: "DELETE", type: "User", id: "U0" },
    { method: "POST", type: "User", bulkId: "a", resource: ada },
    { method: "POST", type: "Group", bulkId: "b", resource: group },
    { method: "POST", type: "Group", bulkId: "c", resource: group },
  ];

  test("its creates are noted, and found by the locations in the answer", async () => {
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
    ["is refused", { status: 400 }, "refused"],
    ["ends in a server error", { status: 500 }, "none"],
    [
      "does not say what became of them",
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

  test("beyond the budget it is not sent, and uses nothing", async () => {
    answering({ status: 200 });
    const { bulk, budget } = open(new Budget({ maxUsers: 1, maxGroups: 1 }));
    await expect(bulk({ operations })).rejects.toThrow(Skip);
    expect(organisation.log).toEqual([]);
    expect(left(budget, "User")).toBe(1);
    expect(left(budget, "Group")).toBe(1);
  });

  test("the users in it have the shape of users", async () => {
    const bodies: unknown[] = [];
    organisation.interfere = ({ body }) => {
      bodies.push(body);
      return { status: 200 };
    };
    const { bulk } = guarded(
      client,
      { journal, budget: new Budget({ maxUsers: 1, maxGroups: 2 }), mark },
      () => ({ change: (body) => ({ ...body, userName: "scimct-abcde2q" }) }),
    );
    await bulk({ operations });
    expect(bodies).toMatchObject([
      {
        Operations: [
          { method: "DELETE" },
          { data: { userName: "scimct-abcde2q" } },
          { data: group },
          { data: group },
        ],
      },
    ]);
    expect(journal.read()[0]).toMatchObject({ name: "scimct-abcde2q" });
  });
});
