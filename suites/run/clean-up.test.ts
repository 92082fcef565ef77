import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTenantGate, ScimClient } from "../../client/index.ts";
import {
  type SmallOrganisation,
  startSmallOrganisation,
} from "../../testing/servers/small-organisation.ts";
import { type CleanUpOptions, cleanUp } from "./clean-up.ts";
import type { Clock } from "./clean-up-pace.ts";
import { Journal } from "./journal.ts";
import type { JournalEntry } from "./journal-lines.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-clean-up-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let organisation: SmallOrganisation;
let client: ScimClient;
let journal: Journal;
let clock: Clock & { time: number };
let runs = 0;

beforeAll(async () => {
  organisation = await startSmallOrganisation();
});
afterAll(() => organisation.close());

/** Time that passes only when something waits, except the wait for the end of clean-up. */
function fakeClock() {
  const fake = {
    time: 1_000_000,
    now: () => fake.time,
    async wait(ms: number, signal?: AbortSignal) {
      if (ms > 30_000) {
        await new Promise((resolve) => signal?.addEventListener("abort", resolve, { once: true }));
        return;
      }
      fake.time += ms;
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
  return fake;
}

beforeEach(() => {
  runs += 1;
  for (const all of Object.values(organisation.resources)) all.clear();
  organisation.log.length = 0;
  organisation.interfere = (_, proceed) => proceed();
  organisation.add("Users", {
    id: "UADMIN",
    userName: "admin",
    active: true,
    emails: [{ value: "admin@acme.test" }],
  });
  organisation.add("Groups", { id: "SSTAFF", displayName: "Staff" });
  clock = fakeClock();
  journal = new Journal(join(folder, `${runs}.jsonl`), undefined, clock.now);
  journal.open({
    baseUrls: {},
    namePrefix: "scimct-",
    runTag: "abcde",
    emailDomain: "own.example",
  });
  client = new ScimClient({
    version: "2.0",
    baseUrl: organisation.baseUrl,
    credentials: "t",
    gate: createTenantGate("off"),
    retry: { connectionErrors: 0, rateLimited: 0, serverErrors: 0 },
  });
});
afterEach(() => client.close());

const base = { resource: "User", version: "2.0" } as const;
const address = (name: string) => `${name}@own.example`;
const user = (name: string, more: object = {}) => ({
  userName: name,
  active: true,
  emails: [{ value: address(name), primary: true }],
  ...more,
});

/** Records a create and its result: an id, a rejection, success without an id, or no response. */
function noted(
  name: string,
  answer: { id: string } | "refused" | "created" | "none",
  what: Partial<JournalEntry> = {},
) {
  const sent = {
    ...base,
    name,
    ...(what.resource === "Group" ? {} : { addresses: [address(name)] }),
    ...what,
  };
  const call = journal.intend(sent);
  if (typeof answer === "object") journal.write({ event: "created", ...sent, call, id: answer.id });
  else if (answer !== "none") journal.write({ event: answer, ...sent, call });
}

/** A DELETE of this user takes effect eight seconds after its response. */
function deactivatesLater(user: string) {
  let due = Number.POSITIVE_INFINITY;
  organisation.interfere = ({ method, id }, proceed) => {
    const one = organisation.resources.Users?.get(user);
    if (one && clock.time >= due) one.active = false;
    if (method !== "DELETE" || id !== user) return proceed();
    due = clock.time + 8000;
    return { status: 204 };
  };
}

/** A user of the run in the organisation, and its create in the journal. */
function created(id: string, name: string, more: object = {}) {
  organisation.add("Users", { id, ...user(name, more) });
  noted(name, { id });
}

function createdGroup(id: string, name: string) {
  organisation.add("Groups", { id, displayName: name });
  noted(name, { id }, { resource: "Group" });
}

const clean = (options: CleanUpOptions = {}) => cleanUp([client], journal, { clock, ...options });
const isActive = (id: string) => organisation.resources.Users?.get(id)?.active;
const writes = () => organisation.log.filter((line) => !line.startsWith("GET"));

test("users are deactivated and groups deleted, groups first, and a second clean-up sends nothing", async () => {
  created("U1", "scimct-abcde21");
  createdGroup("S1", "scimct-abcde22");
  created("U2", "scimct-abcde23");
  createdGroup("S2", "scimct-abcde24");
  const progress: number[][] = [];
  const report = await clean({ onProgress: (...numbers) => progress.push(numbers) });
  expect(report).toEqual({ removed: { User: 2, Group: 2 }, left: [] });
  expect(writes().slice(0, 2).sort()).toEqual(["DELETE Groups/S1", "DELETE Groups/S2"]);
  expect(writes().slice(2).sort()).toEqual(["DELETE Users/U1", "DELETE Users/U2"]);
  expect(progress).toEqual([
    [1, 4],
    [2, 4],
    [3, 4],
    [4, 4],
  ]);
  expect(isActive("UADMIN")).toBe(true);
  expect([...(organisation.resources.Groups?.keys() ?? [])]).toEqual(["SSTAFF"]);

  expect(journal.leftovers()).toEqual([]);
  organisation.log.length = 0;
  expect(await clean()).toEqual({ removed: { User: 0, Group: 0 }, left: [] });
  expect(organisation.log).toEqual([]);
});

test("every group is removed before the first user is changed, however slow a group is", async () => {
  created("U1", "scimct-abcde21");
  noted("scimct-abcde22", "none", { resource: "Group" });
  organisation.add("Groups", { id: "S9", displayName: "scimct-abcde22" });
  await clean();
  expect(writes()).toEqual(["DELETE Groups/S9", "DELETE Users/U1"]);
});

describe("a resource with an id is read before it is changed", () => {
  test("a resource without a mark of the run is not changed, but listed", async () => {
    noted("scimct-abcde21", { id: "UADMIN" });
    const { left, removed } = await clean();
    expect(left).toEqual([
      {
        ...base,
        id: "UADMIN",
        name: "scimct-abcde21",
        why: expect.stringMatching(/no mark of the run.*not changed/),
      },
    ]);
    expect(removed.User).toBe(0);
    expect(writes()).toEqual([]);
    expect(isActive("UADMIN")).toBe(true);
    expect(journal.leftovers()).toHaveLength(1);
  });

  test("if the response had the id of another resource, the created one is found by its marks", async () => {
    noted("scimct-abcde21", { id: "UADMIN" });
    organisation.add("Users", { id: "U7", ...user("scimct-abcde21") });
    expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
    expect(isActive("U7")).toBe(false);
    expect(isActive("UADMIN")).toBe(true);
  });

  test("what an earlier run with the same prefix created is not changed", async () => {
    organisation.add("Users", { id: "U5", ...user("scimct-zzzzz21") });
    noted("scimct-abcde21", { id: "U5" });
    expect((await clean()).left).toMatchObject([{ id: "U5" }]);
    expect(isActive("U5")).toBe(true);
  });

  test.each<[string, object]>([
    ["a userName that a check changed", { userName: "scimct-abcde2zz" }],
    [
      "a userName and an address that checks changed",
      { userName: "ada", emails: [{ value: address("scimct-abcde2zz") }] },
    ],
    [
      "its display name alone",
      { userName: "ada", emails: [], displayName: "Display scimct-abcde21" },
    ],
    ["another letter case", { userName: "SCIMCT-ABCDE21", emails: [] }],
  ])("the run's mark is found in %s", async (_, more) => {
    created("U1", "scimct-abcde21", more);
    expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
  });

  test("a resource whose marks a check replaced is recognised by the new values", async () => {
    created("U1", "scimct-abcde21", { userName: "ada", emails: [] });
    created("U2", "scimct-abcde22", { userName: "grace", emails: [] });
    created("U3", "scimct-abcde23", { userName: "", emails: [] });
    journal.write({ event: "changed", ...base, name: "Ada", id: "U1" });
    journal.write({ event: "changed", ...base, name: "", id: "U2" });
    journal.write({ event: "changed", ...base, name: "", id: "U3" });
    const { left, removed } = await clean();
    expect(removed.User).toBe(2);
    expect(left).toMatchObject([{ id: "U2" }]);
    expect([isActive("U1"), isActive("U2"), isActive("U3")]).toEqual([false, true, false]);
  });

  test.each([
    ["an error", { status: 403, body: {} }, /HTTP 403/],
    ["a page", { status: 200 }, /HTTP 200/],
    [
      "another resource",
      { status: 200, body: { id: "U2", userName: "scimct-abcde21" } },
      /another resource/,
    ],
    ["a list", { status: 200, body: [] }, /HTTP 200/],
  ])("if the read returns %s, nothing is changed", async (_, answer, why) => {
    created("U1", "scimct-abcde21");
    organisation.interfere = ({ method, id }, proceed) =>
      method === "GET" && id === "U1" ? answer : proceed();
    expect((await clean()).left).toEqual([
      { ...base, id: "U1", name: "scimct-abcde21", why: expect.stringMatching(why) },
    ]);
    expect(writes()).toEqual([]);
  });

  test("a user who is already deactivated is neither changed nor counted", async () => {
    created("U1", "scimct-abcde21", { active: false });
    created("U2", "scimct-abcde22", { active: "False" });
    expect(await clean()).toEqual({ removed: { User: 0, Group: 0 }, left: [] });
    expect(writes()).toEqual([]);
  });
});

describe("a removal is verified by a read", () => {
  test("a DELETE that returns 204 without an effect is followed by PATCH", async () => {
    created("U1", "scimct-abcde21");
    organisation.interfere = ({ method }, proceed) =>
      method === "DELETE" ? { status: 204 } : proceed();
    expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
    expect(writes()).toEqual(["DELETE Users/U1", "PATCH Users/U1"]);
    expect(isActive("U1")).toBe(false);
  });

  test("a step that had no effect once is not awaited again", async () => {
    for (let n = 1; n <= 9; n += 1) created(`U${n}`, `scimct-abcde2${n}`);
    organisation.interfere = ({ method }, proceed) =>
      method === "DELETE" ? { status: 204 } : proceed();
    const start = clock.time;
    expect((await clean()).removed.User).toBe(9);
    // Four begin together; for the others it is already known.
    expect(clock.time - start).toBeLessThan(60_000);
  });

  test.each([403, 405, 500, 501])(
    "a DELETE that returns %i is followed by PATCH",
    async (status) => {
      created("U1", "scimct-abcde21");
      organisation.interfere = ({ method }, proceed) =>
        method === "DELETE" ? { status } : proceed();
      expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
      expect(new Set(writes())).toEqual(new Set(["DELETE Users/U1", "PATCH Users/U1"]));
    },
  );

  test("a DELETE that returns 500 but takes effect is enough", async () => {
    created("U1", "scimct-abcde21");
    organisation.interfere = ({ method }, proceed) => {
      const answer = proceed();
      return method === "DELETE" ? { status: 500 } : answer;
    };
    expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
    expect(new Set(writes())).toEqual(new Set(["DELETE Users/U1"]));
  });

  test("if PATCH is rejected too, PUT sends the user unchanged except for active", async () => {
    created("U1", "scimct-abcde21", {
      displayName: "Ada",
      title: "Analyst",
      name: { givenName: "Ada" },
    });
    const bodies: unknown[] = [];
    organisation.interfere = ({ method, body }, proceed) => {
      if (method === "PUT") bodies.push(body);
      return method === "DELETE" || method === "PATCH" ? { status: 405 } : proceed();
    };
    expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
    expect(bodies).toEqual([
      {
        schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
        userName: "scimct-abcde21",
        displayName: "Ada",
        name: { givenName: "Ada" },
        emails: [{ value: address("scimct-abcde21"), primary: true }],
        active: false,
      },
    ]);
  });

  test("a user who cannot be deactivated is listed with all steps tried", async () => {
    created("U1", "scimct-abcde21");
    organisation.interfere = ({ method }, proceed) =>
      method === "GET" ? proceed() : { status: 204 };
    const { left, removed } = await clean();
    expect(removed.User).toBe(0);
    expect(left).toEqual([
      {
        ...base,
        id: "U1",
        name: "scimct-abcde21",
        why: "it is still active (DELETE HTTP 204, PATCH HTTP 204, PUT HTTP 204)",
      },
    ]);
    expect(journal.leftovers()).toMatchObject([{ id: "U1" }]);
  });

  test("a user without active is not treated as removed", async () => {
    created("U1", "scimct-abcde21", { active: undefined });
    organisation.interfere = ({ method }, proceed) =>
      method === "GET" ? proceed() : { status: 204 };
    expect((await clean()).left).toMatchObject([
      { why: expect.stringMatching(/does not return active/) },
    ]);
  });

  test("a delayed deactivation is awaited", async () => {
    created("U1", "scimct-abcde21");
    deactivatesLater("U1");
    expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
    expect(writes()).toEqual(["DELETE Users/U1"]);
  });

  test("a server that hides deactivated users has removed them", async () => {
    created("U1", "scimct-abcde21");
    organisation.interfere = ({ method, kind }, proceed) => {
      const one = organisation.resources.Users?.get("U1");
      if (one?.active === false) organisation.resources[kind]?.delete("U1");
      return method === "DELETE" && !one ? { status: 404 } : proceed();
    };
    expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
  });

  test("a group that stays is listed; the others and the users are removed nevertheless", async () => {
    createdGroup("S1", "scimct-abcde21");
    createdGroup("S2", "scimct-abcde22");
    created("U1", "scimct-abcde23");
    organisation.interfere = ({ method, id }, proceed) =>
      method === "DELETE" && id === "S1"
        ? { status: 409, body: { detail: "idp_group_linked_to_channels" } }
        : proceed();
    const { left, removed } = await clean();
    expect(left).toMatchObject([
      { resource: "Group", id: "S1", why: expect.stringMatching(/still exists \(DELETE HTTP 409/) },
    ]);
    expect(removed).toEqual({ User: 1, Group: 1 });
  });

  test("a 404 is not trusted while a list shows the user as active", async () => {
    created("U1", "scimct-abcde21");
    organisation.interfere = ({ method, id }, proceed) =>
      method === "GET" && id === "U1" ? { status: 404 } : proceed();
    expect((await clean()).left).toMatchObject([
      { id: "U1", why: expect.stringMatching(/list contains it/) },
    ]);
  });

  test("a 404 is not trusted if everything returns 404", async () => {
    created("U1", "scimct-abcde21");
    organisation.interfere = () => ({ status: 404 });
    expect((await clean()).left).toMatchObject([
      { id: "U1", why: expect.stringMatching(/cannot be searched.*HTTP 404/) },
    ]);
  });

  test("a group that a check deleted is not awaited", async () => {
    noted("scimct-abcde21", { id: "S1" }, { resource: "Group" });
    journal.write({ event: "deleted", resource: "Group", version: "2.0", name: "", id: "S1" });
    const start = clock.time;
    expect(await clean()).toEqual({ removed: { User: 0, Group: 0 }, left: [] });
    expect(clock.time).toBe(start);
  });

  test("a group that appears with a delay is awaited", async () => {
    createdGroup("S1", "scimct-abcde21");
    const shownAt = clock.time + 9000;
    organisation.interfere = ({ kind }, proceed) => {
      if (kind !== "Groups" || clock.time >= shownAt) return proceed();
      const hidden = organisation.resources.Groups?.get("S1");
      organisation.resources.Groups?.delete("S1");
      const answer = proceed();
      if (hidden) organisation.add("Groups", hidden);
      return answer;
    };
    expect(await clean()).toEqual({ removed: { User: 0, Group: 1 }, left: [] });
  });
});

describe("a create without an id is searched for", () => {
  const there = (id: string, more: object) =>
    organisation.add("Users", { id, ...user("scimct-abcde21"), ...more });

  test.each<[string, object]>([
    ["its name as sent", {}],
    ["its name, if the address belongs to another user", { emails: [] }],
    ["its address, if the name is another", { userName: "ada" }],
  ])("by %s", async (_, more) => {
    there("U1", more);
    noted("scimct-abcde21", "none");
    expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
  });

  test("by its name as Slack converts it: the local part of an address, specials as _", async () => {
    there("U1", {});
    noted("SCIMCT-abcde21@own.example", "none", { addresses: [] });
    organisation.add("Users", { id: "U2", ...user("scimct-abcde22_x_", { emails: [] }) });
    noted("scimct-abcde22 X!", "created", { addresses: [] });
    expect(await clean()).toEqual({ removed: { User: 2, Group: 0 }, left: [] });
  });

  test("by the id that a change addressed, if it sent nothing to be found by", async () => {
    const change = { addresses: [] };
    noted("", "none", { ...change, id: "U0" });
    noted("", "none", { ...change, resource: "Group", id: "S0" });
    // One of the run's own that is deactivated already, and one that was there before.
    created("U1", "scimct-abcde21", { active: false });
    noted("", "none", { ...change, id: "U1" });
    organisation.add("Users", { id: "U2", ...user("ada") });
    noted("", "none", { ...change, id: "U2" });
    expect(await clean()).toEqual({ removed: { User: 0, Group: 0 }, left: [] });
    expect(organisation.log.filter((line) => !line.startsWith("GET"))).toEqual([]);
  });

  test("by externalId if there is nothing else", async () => {
    there("U1", { userName: "ada", displayName: "Ada", emails: [], externalId: "scimct-abcde2x" });
    noted("", "none", { addresses: [], externalId: "scimct-abcde2x" });
    expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
  });

  test("so is a group without a name, even if filters are rejected", async () => {
    organisation.add("Groups", { id: "S1", displayName: "", externalId: "scimct-abcde2x" });
    noted("", "none", { resource: "Group", externalId: "scimct-abcde2x" });
    noted("", "none", { resource: "Group", externalId: "scimct-abcde2y" });
    expect(await clean()).toEqual({ removed: { User: 0, Group: 1 }, left: [] });
    organisation.add("Groups", { id: "S2", displayName: "", externalId: "scimct-abcde2z" });
    noted("", "none", { resource: "Group", externalId: "scimct-abcde2z" });
    organisation.interfere = ({ query }, proceed) =>
      query.has("filter") ? { status: 400 } : proceed();
    expect(await clean()).toEqual({ removed: { User: 0, Group: 1 }, left: [] });
    expect([...(organisation.resources.Groups?.keys() ?? [])]).toEqual(["SSTAFF"]);
  });

  test("everything with its marks is removed", async () => {
    there("U1", { emails: [] });
    there("U2", { userName: "ada" });
    noted("scimct-abcde21", "none");
    expect(await clean()).toEqual({ removed: { User: 2, Group: 0 }, left: [] });
    expect([isActive("U1"), isActive("U2")]).toEqual([false, false]);
  });

  test("another resource of the same name is not changed", async () => {
    organisation.add("Users", { id: "UADA", userName: "ada", active: true, emails: [] });
    noted("ada", "none", { addresses: [address("scimct-abcde2x")] });
    organisation.interfere = (asked, proceed) => {
      asked.query.delete("filter");
      return proceed();
    };
    expect(await clean()).toEqual({ removed: { User: 0, Group: 0 }, left: [] });
    expect(isActive("UADA")).toBe(true);
  });

  test("if the id belongs to another resource and nothing can be searched, that is the reason", async () => {
    noted("scimct-abcde21", { id: "UADMIN" });
    organisation.interfere = ({ id }, proceed) => (id === undefined ? { status: 403 } : proceed());
    expect((await clean()).left).toStrictEqual([
      {
        ...base,
        id: "UADMIN",
        name: "scimct-abcde21",
        why: "it cannot be searched: the list returned HTTP 403",
      },
    ]);
    journal.write({ event: "removed", ...base, name: "", call: 1 });
    noted("scimct-abcde22", "none");
    expect((await clean()).left).toStrictEqual([
      {
        ...base,
        name: "scimct-abcde22",
        why: "it cannot be searched: the list returned HTTP 403",
      },
    ]);
  });

  test("and never by a name without the run's mark", async () => {
    noted("admin", "none", { addresses: ["admin@acme.test"] });
    const { left } = await clean();
    expect(left).toEqual([
      { ...base, name: "admin", why: expect.stringMatching(/without a mark of the run/) },
    ]);
    expect(organisation.log).toEqual([]);
  });

  test("a resource with a longer name that begins the same is not changed", async () => {
    there("U1", { userName: "scimct-abcde211", emails: [{ value: address("scimct-abcde211") }] });
    noted("scimct-abcde21", "none");
    organisation.interfere = (asked, proceed) => {
      asked.query.delete("filter");
      return proceed();
    };
    expect(await clean()).toEqual({ removed: { User: 0, Group: 0 }, left: [] });
    expect(isActive("U1")).toBe(true);
  });

  test("a rejected create that took effect is found; a true rejection costs one request", async () => {
    there("U1", {});
    noted("scimct-abcde21", "refused");
    noted("scimct-abcde22", "refused");
    expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
    expect(organisation.log.filter((line) => line.includes("abcde22"))).toHaveLength(1);
  });

  test("a create that takes effect after its client has ended is awaited", async () => {
    noted("scimct-abcde21", "none");
    const comes = clock.time + 9000;
    organisation.interfere = (_, proceed) => {
      if (clock.time >= comes && !organisation.resources.Users?.has("U1")) there("U1", {});
      return proceed();
    };
    expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
  });

  test("a clock that was ahead when the create was sent does not delay clean-up", async () => {
    noted("scimct-abcde21", "none", { at: clock.time + 86_400_000 });
    const start = clock.time;
    expect((await clean()).left).toEqual([]);
    expect(clock.time - start).toBeLessThan(20_000);
  });

  test("if filters are rejected, the list is read page by page", async () => {
    for (let n = 0; n < 2500; n += 1)
      organisation.add("Users", { id: `X${n}`, ...user(`person${n}`) });
    there("U1", { userName: "scimct-abcde21" });
    noted("scimct-abcde21", "none");
    noted("scimct-abcde22", "none");
    organisation.interfere = ({ query }, proceed) =>
      query.has("filter") ? { status: 400 } : proceed();
    expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
    expect(organisation.log.filter((line) => line === "GET Users").length).toBeLessThan(12);
  });

  test.each<[string, (answer: { status: number; body?: unknown }) => object]>([
    ["find nothing", () => ({ totalResults: 0, Resources: [] })],
    ["are ignored", ({ body }) => body as object],
  ])("if filters %s, the list is read", async (what, change) => {
    for (let n = 0; n < 150; n += 1)
      organisation.add("Users", { id: `X${n}`, ...user(`person${n}`) });
    there("U1", {});
    noted("scimct-abcde21", "none");
    organisation.interfere = ({ query }, proceed) => {
      if (!query.has("filter")) return proceed();
      if (what === "are ignored") query.delete("filter");
      return { status: 200, body: change(proceed()) };
    };
    expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
  });

  test("if neither filters nor the list can be trusted, it is reported as left", async () => {
    noted("scimct-abcde21", "none");
    organisation.interfere = ({ query }, proceed) => {
      query.set("startIndex", "1");
      return query.has("filter")
        ? { status: 400 }
        : {
            ...proceed(),
            body: { totalResults: 5000, Resources: [organisation.resources.Users?.get("UADMIN")] },
          };
    };
    expect((await clean()).left).toEqual([
      { ...base, name: "scimct-abcde21", why: expect.stringMatching(/cannot be read to its end/) },
    ]);
  });

  test("two creates that returned the same id are both removed", async () => {
    there("U1", {});
    organisation.add("Users", { id: "U2", ...user("scimct-abcde22") });
    noted("scimct-abcde21", { id: "U2" });
    noted("scimct-abcde22", { id: "U2" });
    expect(await clean()).toEqual({ removed: { User: 2, Group: 0 }, left: [] });
    expect([isActive("U1"), isActive("U2")]).toEqual([false, false]);
  });

  test("a resource whose id is a number can be removed; one without an id is listed", async () => {
    organisation.resources.Users?.set("7", {
      ...user("scimct-abcde21"),
      id: 7 as unknown as string,
    });
    noted("scimct-abcde21", "created");
    expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
    organisation.resources.Users?.set("8", { ...user("scimct-abcde22"), id: "" });
    noted("scimct-abcde22", "created");
    expect((await clean()).left).toMatchObject([{ why: expect.stringMatching(/without an id/) }]);
  });
});

describe("how long something is searched for", () => {
  /** Cleans up. @returns how long that took */
  async function took(): Promise<number> {
    const start = clock.time;
    expect(await clean()).toEqual({ removed: { User: 0, Group: 0 }, left: [] });
    return clock.time - start;
  }

  test.each(["none", "created"] as const)(
    "what was just sent (%s): for ten seconds, with the whole list only at the end",
    async (answer) => {
      noted("scimct-abcde21", answer);
      organisation.interfere = ({ query }, proceed) =>
        query.has("filter") ? { status: 400 } : proceed();
      const ms = await took();
      expect(ms).toBeGreaterThanOrEqual(10_000);
      expect(ms).toBeLessThan(10_600);
      expect(organisation.log.filter((line) => line === "GET Users")).toHaveLength(1);
    },
  );

  test("what was sent a while ago: for the rest of that time, or once", async () => {
    noted("scimct-abcde21", "none", { at: clock.time - 6000 });
    const ms = await took();
    expect(ms).toBeGreaterThanOrEqual(4000);
    expect(ms).toBeLessThan(4600);
    noted("scimct-abcde22", "none", { at: clock.time - 10_000 });
    expect(await took()).toBe(0);
  });

  test("what was rejected: once, by the best mark only", async () => {
    noted("scimct-abcde21", "refused");
    organisation.interfere = () => ({ status: 400 });
    expect(await took()).toBe(0);
    // Each name of the same attribute.
    expect(organisation.log).toHaveLength(2);
  });

  test("what a list still shows but cannot be read: for ten seconds", async () => {
    created("U1", "scimct-abcde21");
    let hiddenAt = clock.time + 8000;
    organisation.interfere = ({ method, id }, proceed) => {
      if (clock.time >= hiddenAt) organisation.resources.Users?.delete("U1");
      return method === "GET" && id === "U1" ? { status: 404 } : proceed();
    };
    const ms = await took();
    expect(ms).toBeGreaterThanOrEqual(8000);
    expect(ms).toBeLessThan(11_000);
    hiddenAt = Number.POSITIVE_INFINITY;
    created("U1", "scimct-abcde22");
    const start = clock.time;
    expect((await clean()).left).toMatchObject([{ id: "U1" }]);
    expect(clock.time - start).toBeGreaterThanOrEqual(10_000);
    expect(clock.time - start).toBeLessThan(10_600);
  });

  test("what a list shows as deactivated but cannot be read: no longer", async () => {
    created("U1", "scimct-abcde21", { active: false });
    organisation.interfere = ({ method, id }, proceed) =>
      method === "GET" && id === "U1" ? { status: 404 } : proceed();
    expect(await took()).toBe(0);
  });
});

describe("an id without a response", () => {
  test.each(["refused", "none"] as const)(
    "belongs to another resource: it is not changed, and nothing is left (%s)",
    async (answer) => {
      noted("scimct-abcde21", answer, { id: "UADMIN" });
      expect(await clean()).toEqual({ removed: { User: 0, Group: 0 }, left: [] });
      expect(writes()).toEqual([]);
    },
  );

  test("belongs to another resource, and the create took effect elsewhere", async () => {
    noted("scimct-abcde21", "none", { id: "UADMIN" });
    organisation.add("Users", { id: "U7", ...user("scimct-abcde21") });
    expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
    expect([isActive("U7"), isActive("UADMIN")]).toEqual([false, true]);
  });

  test("does not exist, and the create took effect elsewhere and cannot be removed", async () => {
    noted("scimct-abcde21", "none", { id: "U5" });
    organisation.add("Users", { id: "U7", ...user("scimct-abcde21") });
    organisation.interfere = ({ method }, proceed) =>
      method === "GET" ? proceed() : { status: 403 };
    expect((await clean()).left).toEqual([
      {
        ...base,
        id: "U7",
        name: "scimct-abcde21",
        why: "it is still active (DELETE HTTP 403, PATCH HTTP 403, PUT HTTP 403)",
      },
    ]);
  });
});

describe("two creates that returned the same id", () => {
  test("are both left if it belongs to another resource or cannot be removed", async () => {
    noted("scimct-abcde21", { id: "UADMIN" });
    noted("scimct-abcde22", { id: "UADMIN" });
    const both = (await clean()).left.map(({ name, why }) => [name, /no mark/.test(why)]);
    expect(both.sort()).toEqual([
      ["scimct-abcde21", true],
      ["scimct-abcde22", true],
    ]);
    organisation.add("Users", { id: "U2", ...user("scimct-abcde24") });
    noted("scimct-abcde23", { id: "U2" });
    noted("scimct-abcde24", { id: "U2" });
    organisation.interfere = ({ method }, proceed) =>
      method === "GET" ? proceed() : { status: 403 };
    const { left, removed } = await clean();
    expect(left.filter(({ why }) => why.startsWith("it is still active"))).toHaveLength(2);
    expect(removed.User).toBe(0);
  });

  test("are one removal if both created one resource", async () => {
    organisation.add("Users", { id: "U1", ...user("scimct-abcde21") });
    noted("scimct-abcde21", { id: "U1" });
    noted("scimct-abcde21", { id: "U1" });
    expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
    expect(writes()).toEqual(["DELETE Users/U1"]);
    expect(journal.leftovers()).toEqual([]);
  });

  test("more of them than requests at once wait for one removal that takes effect later", async () => {
    organisation.add("Users", { id: "U1", ...user("scimct-abcde21") });
    for (let n = 1; n <= 20; n += 1) noted("scimct-abcde21", { id: "U1" });
    deactivatesLater("U1");
    expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
    expect(journal.leftovers()).toEqual([]);
  });

  test("of different types are treated separately", async () => {
    created("X1", "scimct-abcde21");
    createdGroup("X1", "scimct-abcde22");
    expect(await clean()).toEqual({ removed: { User: 1, Group: 1 }, left: [] });
    expect(organisation.log.filter((line) => line.includes("eq"))).toEqual([]);
  });

  test("leave the second one if it cannot be searched", async () => {
    organisation.add("Users", { id: "U2", ...user("scimct-abcde22") });
    noted("scimct-abcde21", { id: "U2" });
    noted("scimct-abcde22", { id: "U2" });
    organisation.interfere = ({ id }, proceed) => (id === undefined ? { status: 403 } : proceed());
    const { left } = await clean();
    expect(left).toHaveLength(2);
    expect(left[0]).toMatchObject({
      id: "U2",
      why: "it cannot be searched: the list returned HTTP 403",
    });
    expect(isActive("U2")).toBe(false);
  });
});

test("values that were written to another resource do not identify one without marks", async () => {
  created("U1", "scimct-abcde21", { userName: "", emails: [], displayName: "Ada" });
  journal.write({ event: "changed", ...base, name: "", id: "U1" });
  created("U2", "scimct-abcde22", { userName: "", emails: [] });
  journal.write({ event: "changed", ...base, name: "grace", id: "U2" });
  expect((await clean()).left).toMatchObject([
    { id: "U1", why: expect.stringMatching(/no mark of the run/) },
    { id: "U2", why: expect.stringMatching(/no mark of the run/) },
  ]);
  expect(isActive("U2")).toBe(true);
  expect(isActive("U1")).toBe(true);
});

test("at most four are settled at once, and progress is reported for each", async () => {
  for (let n = 1; n <= 9; n += 1) created(`U${n}`, `scimct-abcde2${n}`);
  let atOnce = 0;
  let most = 0;
  organisation.interfere = ({ method }, proceed) => {
    if (method === "GET") atOnce += 1;
    most = Math.max(most, atOnce);
    if (method === "DELETE") atOnce -= 2;
    return proceed();
  };
  const progress: number[] = [];
  await clean({ onProgress: (done, total) => progress.push(done * 100 + total) });
  expect(progress).toEqual([109, 209, 309, 409, 509, 609, 709, 809, 909]);
  expect(most).toBeLessThanOrEqual(8);
});

test("a removal is recorded with its resource, with or without an id", async () => {
  created("U1", "scimct-abcde21");
  noted("scimct-abcde22", "refused", { addresses: [] });
  await clean();
  const removed = journal.read().filter(({ event }) => event === "removed");
  expect(removed.sort((a, b) => (a.call ?? 0) - (b.call ?? 0))).toEqual([
    { event: "removed", ...base, name: "scimct-abcde21", id: "U1", call: 1, at: clock.time },
    { event: "removed", ...base, name: "scimct-abcde22", call: 2, at: clock.time },
  ]);
});

test("each success gives clean-up more time", async () => {
  for (let n = 1; n <= 8; n += 1) created(`U${n}`, `scimct-abcde2${n}`);
  organisation.interfere = ({ method }, proceed) => {
    if (method === "DELETE") clock.time += 9_000;
    return proceed();
  };
  const patient: Clock = {
    now: clock.now,
    wait: (ms, signal) =>
      signal
        ? new Promise((resolve) => signal.addEventListener("abort", () => resolve()))
        : clock.wait(ms),
  };
  expect(await clean({ giveUpMs: 40_000, clock: patient })).toEqual({
    removed: { User: 8, Group: 0 },
    left: [],
  });
});

test("a journal without an owner removes nothing", async () => {
  const lost = new Journal(join(folder, `${runs}-lost.jsonl`));
  organisation.add("Users", { id: "U1", ...user("scimct-abcde21") });
  lost.write({ event: "intent", ...base, name: "scimct-abcde21", call: 1 });
  lost.write({ event: "created", ...base, name: "scimct-abcde21", id: "U1", call: 1 });
  const { left, removed } = await cleanUp([client], lost, { clock });
  expect(left).toMatchObject([{ id: "U1" }]);
  expect(removed.User).toBe(0);
  expect(isActive("U1")).toBe(true);
});

test("a bug of the tool is not hidden", async () => {
  created("U1", "scimct-abcde21");
  const odd = { leftovers: () => journal.leftovers(), owner: () => journal.owner() };
  const broken = Object.assign(new Journal("/dev/full"), odd, {
    write: () => {
      throw new RangeError("odd");
    },
  });
  await expect(cleanUp([client], broken, { clock })).rejects.toThrow("odd");
  await expect(
    clean({
      onProgress: () => {
        throw new RangeError("progress");
      },
    }),
  ).rejects.toThrow("progress");
  created("U2", "scimct-abcde22");
  Object.assign(client.users, {
    get: () => Promise.reject(new RangeError("reading")),
  });
  await expect(clean()).rejects.toThrow("reading");
});

describe("clean-up ends", () => {
  test("when the target hangs, after two minutes without success, with the rest listed", async () => {
    for (let n = 1; n <= 9; n += 1) created(`U${n}`, `scimct-abcde2${n}`);
    organisation.interfere = () => "hang";
    const waits: (() => void)[] = [];
    const stuck: Clock = {
      now: clock.now,
      wait: (ms, signal) =>
        new Promise((resolve) => {
          waits.push(() => {
            clock.time += ms;
            resolve();
          });
          signal?.addEventListener("abort", () => resolve(), { once: true });
        }),
    };
    const report = cleanUp([client], journal, { clock: stuck });
    await expect.poll(() => organisation.log.length).toBe(4);
    waits[0]?.();
    for (const wake of waits) wake();
    const { left } = await report;
    expect(left).toHaveLength(9);
    expect(left[0]?.why).toMatch(/nothing could be cleaned up for 120 s/);
  });

  test.each([
    ["errors", () => ({ status: 503 }), /HTTP 503/],
    ["rejections because of load", () => ({ status: 429 }), /HTTP 429/],
  ])("when it returns only %s", async (_, answer, why) => {
    for (let n = 1; n <= 200; n += 1) created(`U${n}`, `scimct-abcde2${n}`);
    organisation.interfere = answer;
    const start = clock.time;
    const { left } = await clean();
    expect(left).toHaveLength(200);
    expect(left[199]?.why).toMatch(/nothing could be cleaned up for 120 s/);
    expect(left[199]?.why).toMatch(why);
    expect(clock.time - start).toBeLessThan(125_000);
    // What comes after is not asked for any more.
    expect(organisation.log.length).toBeLessThan(200);
  });

  test("a temporary failure is waited out", async () => {
    created("U1", "scimct-abcde21");
    let count = 0;
    organisation.interfere = (_, proceed) => {
      count += 1;
      return count <= 3 ? { status: 503 } : proceed();
    };
    expect(await clean()).toEqual({ removed: { User: 1, Group: 0 }, left: [] });
  });

  test("when the user stops it", async () => {
    created("U1", "scimct-abcde21");
    const { left } = await clean({ signal: AbortSignal.abort() });
    expect(left).toMatchObject([{ id: "U1", why: "clean-up was stopped" }]);
    expect(organisation.log).toEqual([]);
  });
});

test("resources of an unreachable version are listed", async () => {
  noted("scimct-abcde11", { id: "U1" }, { version: "1.1" });
  expect((await clean()).left).toEqual([
    {
      resource: "User",
      version: "1.1",
      id: "U1",
      name: "scimct-abcde11",
      why: "version 1.1 is not reachable",
    },
  ]);
});

test("on a full disk everything is removed, and the report says that it is not recorded", async () => {
  created("U1", "scimct-abcde21");
  const full = new Journal("/dev/full", undefined, clock.now);
  Object.assign(full, {
    leftovers: () => journal.leftovers(),
    owner: () => journal.owner(),
  });
  const report = await cleanUp([client], full, { clock });
  expect(report).toEqual({
    removed: { User: 1, Group: 0 },
    left: [],
    unnoted: expect.stringMatching(/cannot write \/dev\/full: no space left.*ENOSPC/),
  });
  expect(isActive("U1")).toBe(false);
});

test("journals of 0.1.0, without numbers, times and tag, are cleaned up after", async () => {
  const old = new Journal(join(folder, `${runs}-old.jsonl`));
  old.open({ baseUrls: {}, namePrefix: "scimct-" });
  // Checks gave it another name of the same run, and the second one has its own form.
  organisation.add("Users", { id: "U1", ...user("scimct-zzzzz29") });
  organisation.add("Users", { id: "U4", ...user("a.scimct-zzzzz28", { emails: [] }) });
  organisation.add("Users", { id: "U2", ...user("scimct-zzzzz22") });
  organisation.add("Users", { id: "U3", ...user("scimct-yyyyy23") });
  for (const entry of [
    { event: "intent", ...base, name: "scimct-zzzzz21" },
    { event: "created", ...base, name: "scimct-zzzzz21", id: "U1" },
    { event: "created", ...base, name: "a.scimct-zzzzz24@corp.example", id: "U4" },
    { event: "intent", ...base, name: "scimct-zzzzz22" },
    { event: "intent", ...base, name: "scimct-zzzzz23" },
    { event: "created", ...base, name: "scimct-zzzzz23", id: "U3" },
  ] as const)
    old.write(entry);
  const { removed, left } = await cleanUp([client], old, { clock });
  expect(removed.User).toBe(3);
  expect(left).toMatchObject([{ id: "U3" }]);
  expect(isActive("U4")).toBe(false);
  expect([isActive("U1"), isActive("U2"), isActive("U3")]).toEqual([false, false, true]);
});

test("a group that was created without a name is removed, unless it has one since", async () => {
  organisation.add("Groups", { id: "S1", members: [] });
  organisation.add("Groups", { id: "S2", displayName: "Marketing" });
  for (const id of ["S1", "S2"]) {
    noted("", { id }, { resource: "Group" });
    journal.write({ event: "changed", resource: "Group", version: "2.0", name: "", id });
  }
  const { removed, left } = await clean();
  expect(removed).toEqual({ User: 0, Group: 1 });
  expect(left).toMatchObject([
    { id: "S2", why: expect.stringMatching(/without a mark of the run/) },
  ]);
  expect(organisation.resources.Groups?.has("S1")).toBe(false);
});
