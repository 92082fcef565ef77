import { beforeEach, describe, expect, test } from "vitest";
import { Ownership } from "./ownership.ts";
import { Skip } from "./stop.ts";
import { isUnknownId, unknownGroupId, unknownUserId } from "./unknown-ids.ts";

const mark = { namePrefix: "scimct-", runTag: "abcde" };
const ours = { id: "U1", userName: "scimct-abcde21" };
const theirs = { id: "U1", userName: "grace", displayName: "" };

let created: Set<string>;
let reads: number;
let ownership: Ownership;
beforeEach(() => {
  created = new Set();
  reads = 0;
  ownership = new Ownership({ hasCreated: (type, id) => created.has(`${type} ${id}`) }, mark);
});

/** Whether a change of a resource passes, given the answer to a read of it. */
async function passes(
  answer: { status: number; json?: unknown } = { status: 200, json: ours },
  type: "User" | "Group" = "User",
  id = "U1",
): Promise<boolean> {
  const read = async () => {
    reads += 1;
    return { json: undefined, ...answer };
  };
  try {
    await ownership.mayChange(type, id, read);
    return true;
  } catch (error) {
    if (!(error instanceof Skip)) throw error;
    expect(error.code).toBe("blocked-by");
    expect(error.message).toBe(
      `not sent: it would change a ${type.toLowerCase()} that the run is not known to have created`,
    );
    return false;
  }
}

describe("what the run did not create is not changed", () => {
  test("an id that no create returned", async () => {
    expect(await passes()).toBe(false);
    expect(reads).toBe(0);
  });

  test("an id that a create returned, of a resource that was shown before", async () => {
    ownership.saw("User", { status: 200, json: { Resources: [{ id: "U0" }, theirs] } });
    created.add("User U1");
    expect(await passes()).toBe(false);
    expect(reads).toBe(0);
  });

  test("not even where it carries the run's mark later", async () => {
    ownership.saw("User", { status: 200, json: theirs });
    ownership.saw("User", { status: 200, json: ours });
    created.add("User U1");
    expect(await passes()).toBe(false);
  });

  test("an id that a create returned, of a resource that a read shows without the mark", async () => {
    created.add("User U1");
    ownership.announced("User", ours);
    expect(await passes({ status: 200, json: theirs })).toBe(false);
    expect(await passes({ status: 200, json: ours })).toBe(false);
    expect(reads).toBe(1);
  });

  test("a group whose id is that of a user of the run", async () => {
    created.add("User U1");
    expect(await passes()).toBe(true);
    expect(await passes(undefined, "Group")).toBe(false);
  });

  test("an unknown id for which the server returns a user", async () => {
    ownership.saw("User", { status: 200, json: { ...theirs, id: unknownUserId } });
    expect(await passes(undefined, "User", unknownUserId)).toBe(false);
  });
});

describe("what the run created may be changed", () => {
  beforeEach(() => created.add("User U1"));

  test("once a read has shown its mark, and it is read once", async () => {
    expect(await passes()).toBe(true);
    expect(await passes({ status: 200, json: theirs })).toBe(true);
    expect(reads).toBe(1);
  });

  test("by two concurrent checks too, with one read", async () => {
    expect(await Promise.all([passes(), passes()])).toEqual([true, true]);
    expect(reads).toBe(1);
  });

  test("without a read, if a response has already shown its mark", async () => {
    ownership.saw("User", { status: 299, json: { Resources: [theirs, ours].reverse() } });
    expect(await passes()).toBe(true);
    expect(reads).toBe(0);
  });

  test("after a check changed it, with or without the mark", async () => {
    ownership.saw("User", { status: 200, json: ours });
    ownership.saw("User", { status: 200, json: theirs });
    expect(await passes()).toBe(true);
  });

  test("if its create returned no id, and a list shows it", async () => {
    ownership.saw("Group", { status: 200, json: { id: "S1", displayName: "scimct-abcde3" } });
    expect(await passes(undefined, "Group", "S1")).toBe(true);
    expect(reads).toBe(0);
  });

  test.each([404, 410])("if a read returns %i: it cannot belong to anyone else", async (status) => {
    expect(await passes({ status })).toBe(true);
    expect(await passes({ status: 200, json: theirs })).toBe(true);
  });

  test.each<[string, { status: number; json?: unknown }]>([
    ["an error", { status: 500, json: theirs }],
    ["a redirect", { status: 300, json: ours }],
    ["a status below 200", { status: 199, json: ours }],
    ["nothing", { status: 200 }],
    [
      "a resource without a name",
      { status: 200, json: { id: "U1", userName: "", title: "Analyst" } },
    ],
    ["another resource", { status: 200, json: { ...theirs, id: "U2" } }],
  ])("if a read returns %s, only by the response to its create", async (_, answer) => {
    expect(await passes(answer)).toBe(false);
    ownership.announced("User", theirs);
    ownership.announced("User", { ...ours, id: "" });
    ownership.announced("Group", ours);
    ownership.announced("User", { userName: "grace" });
    expect(await passes(answer)).toBe(false);
    const unread = new Ownership({ hasCreated: () => true }, mark);
    unread.announced("User", ours);
    await unread.mayChange("User", "U1", async () => ({ json: undefined, ...answer }));
    await unread.mayChange("User", "U1", () => Promise.reject(new Error("read again")));
    await expect(
      new Ownership({ hasCreated: () => true }, mark).mayChange("User", "U1", async () => ({
        json: undefined,
        ...answer,
      })),
    ).rejects.toThrow(Skip);
  });

  test("an error does not identify a resource", async () => {
    ownership.saw("User", { status: 500, json: theirs });
    expect(await passes()).toBe(true);
  });

  test("a failed request ends the check, and the next one reads again", async () => {
    const broken = ownership.mayChange("User", "U1", () => Promise.reject(new Error("reset")));
    await expect(broken).rejects.toThrow("reset");
    expect(await passes()).toBe(true);
  });
});

test("an unknown id may be written to: checks do that to see the rejection", async () => {
  for (const id of [unknownUserId, unknownGroupId, "U00000000007", "U00000000002000"])
    expect(isUnknownId(id)).toBe(true);
  for (const id of [
    "U0000000000",
    "U000000000000",
    "W00000000000",
    "xU00000000000",
    "U00000000010",
  ])
    expect(isUnknownId(id)).toBe(false);
  expect(await passes(undefined, "User", unknownUserId)).toBe(true);
  expect(reads).toBe(0);
});
