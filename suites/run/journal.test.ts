import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { Redaction } from "../../client/index.ts";
import { CannotWriteError } from "./cannot-write.ts";
import { Journal } from "./journal.ts";
import { readLine, usableId } from "./journal-lines.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-journal-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let file: string;
let journal: Journal;
let files = 0;
beforeEach(() => {
  files += 1;
  file = join(folder, `${files}.jsonl`);
  journal = new Journal(file, undefined, () => 42);
});

const owner = {
  baseUrls: { "2.0": "https://a.example/v2" },
  namePrefix: "scimct-",
  runTag: "abcde",
};
const user = { resource: "User", version: "2.0", name: "scimct-abcde21" } as const;
const group = { ...user, resource: "Group" } as const;

describe("what is open", () => {
  test.each<[string, (journal: Journal) => void, unknown[]]>([
    ["a request without a response", (j) => j.intend(user), [{ answer: "none", call: 1, at: 42 }]],
    [
      "what was created",
      (j) => j.write({ event: "created", ...user, id: "U1", call: j.intend(user) }),
      [{ answer: "created", id: "U1", call: 1 }],
    ],
    [
      "what was created without an id",
      (j) => j.write({ event: "created", ...user, call: j.intend(user) }),
      [{ answer: "created", call: 1 }],
    ],
    [
      "what was rejected, until clean-up has searched for it",
      (j) => j.write({ event: "refused", ...user, call: j.intend(user) }),
      [{ answer: "refused", call: 1 }],
    ],
    [
      "not what was removed",
      (j) => {
        const call = j.intend(user);
        j.write({ event: "created", ...user, id: "U1", call });
        j.write({ event: "removed", ...user, id: "U1", call });
      },
      [],
    ],
    [
      "the other one of two of the same name",
      (j) => {
        const [first, second] = [j.intend(user), j.intend(user)];
        j.write({ event: "created", ...user, id: "U1", call: first });
        j.write({ event: "created", ...user, id: "U2", call: second });
        j.write({ event: "removed", ...user, id: "U1", call: first });
      },
      [{ id: "U2", call: 2 }],
    ],
    [
      "what was renamed and later deleted, by its id and type",
      (j) => {
        j.write({ event: "created", ...user, id: "U1", call: j.intend(user) });
        j.write({ event: "created", ...user, id: "U2", call: j.intend(user) });
        j.write({ event: "changed", ...user, id: "U1", name: "ada", addresses: ["a@b.example"] });
        j.write({ event: "deleted", ...user, id: "U1", name: "" });
        j.write({ event: "deleted", ...group, id: "U2", name: "" });
      },
      [
        { id: "U1", deleted: true, renamed: [{ name: "ada", addresses: ["a@b.example"] }] },
        { id: "U2", renamed: [] },
      ],
    ],
  ])("%s", (_, write, expected) => {
    journal.open(owner);
    write(journal);
    const left = new Journal(file).leftovers();
    expect(left).toMatchObject(expected);
    expect(left).toHaveLength(expected.length);
    if (left[1]) expect(left[1].deleted).toBeUndefined();
  });

  test("what was renamed is identified by id and type only", () => {
    journal.write({ event: "created", ...user, id: "U1", call: journal.intend(user) });
    journal.intend(user);
    journal.write({ event: "changed", ...group, id: "U1", name: "ada" });
    journal.write({ event: "changed", ...user, id: "U2", name: "ada" });
    journal.write({ event: "changed", ...user, version: "1.1", id: "U1", name: "grace" });
    expect(journal.leftovers().map(({ id, renamed }) => [id, renamed])).toEqual([
      ["U1", [{ name: "grace" }]],
      [undefined, []],
    ]);
  });

  test("what was created although its intent is unreadable", () => {
    writeFileSync(file, '{"event":"intent","resource":"User","ver\n');
    journal.write({ event: "created", ...user, addresses: ["a@b.example"], id: "U1", call: 1 });
    expect(journal.leftovers()).toStrictEqual([
      {
        resource: "User",
        version: "2.0",
        id: "U1",
        call: 1,
        at: 42,
        sent: { name: user.name, addresses: ["a@b.example"] },
        answer: "created",
        renamed: [],
      },
    ]);
  });

  test("not what was deleted and removed, in whatever order the entries come", () => {
    const [first, second] = [journal.intend(user), journal.intend(group)];
    journal.write({ event: "created", ...group, id: "S1", call: second });
    journal.write({ event: "created", ...user, id: "U1", call: first });
    journal.write({ event: "removed", ...group, call: second });
    expect(journal.leftovers()).toMatchObject([{ resource: "User", id: "U1", call: first }]);
  });

  test("the result, the id and the time of the last entry, and what was sent with the first", () => {
    const call = journal.intend({ ...user, id: "U1" });
    journal.write({ event: "created", ...user, name: "other", call, at: 50 });
    expect(journal.leftovers()).toStrictEqual([
      {
        resource: "User",
        version: "2.0",
        call,
        sent: { name: user.name },
        renamed: [],
        id: "U1",
        at: 50,
        answer: "created",
      },
    ]);
  });

  test("a number that a later run uses again means that run's request", () => {
    journal.write({ event: "refused", ...user, call: journal.intend(user) });
    const later = new Journal(file, undefined, () => 43);
    later.intend({ ...group, name: "scimct-zzzzz1" });
    expect(later.leftovers()).toStrictEqual([
      {
        resource: "Group",
        version: "2.0",
        call: 1,
        at: 43,
        sent: { name: "scimct-zzzzz1" },
        answer: "none",
        renamed: [],
      },
    ]);
  });

  test("comes with what was sent", () => {
    journal.intend({ ...user, addresses: ["a@own.example"], externalId: "x" });
    expect(journal.leftovers()[0]).toEqual({
      resource: "User",
      version: "2.0",
      sent: { name: user.name, addresses: ["a@own.example"], externalId: "x" },
      answer: "none",
      renamed: [],
      call: 1,
      at: 42,
    });
  });

  test("comes groups first, and with an id first", () => {
    journal.intend(user);
    journal.write({ event: "created", ...user, id: "U1", call: journal.intend(user) });
    journal.intend(group);
    journal.write({ event: "created", ...group, id: "S1", call: journal.intend(group) });
    expect(journal.leftovers().map(({ resource, id }) => `${resource} ${id}`)).toEqual([
      "Group S1",
      "Group undefined",
      "User U1",
      "User undefined",
    ]);
  });

  test("nothing, if the organisation was embedded in the run's process", () => {
    journal.open({ ...owner, embedded: true });
    journal.intend(user);
    expect(journal.owner()).toEqual({ ...owner, embedded: true });
    expect(journal.leftovers()).toEqual([]);
  });
});

test("the numbers of requests count up", () => {
  expect([journal.intend(user), journal.intend(user)]).toEqual([1, 2]);
});

test("a run knows what it created, by type and id", () => {
  journal.write({ event: "created", ...user, id: "U1" });
  journal.write({ event: "removed", ...user, id: "U2" });
  expect(journal.hasCreated("User", "U1")).toBe(true);
  expect(journal.hasCreated("Group", "U1")).toBe(false);
  expect(journal.hasCreated("User", "U2")).toBe(false);
  journal.write({ event: "created", ...user });
  journal.write({ event: "intent", ...user, id: "U3", call: 1 });
  expect(journal.hasCreated("User", "undefined")).toBe(false);
  expect(journal.hasCreated("User", "U3")).toBe(false);
});

test("an entry has the time when it was written, unless it has another", () => {
  journal.write({ event: "intent", ...user, call: 1, at: 7 });
  journal.write({ event: "intent", ...user, call: 2 });
  expect(journal.read().map(({ at }) => at)).toEqual([7, 42]);
  const before = Date.now();
  new Journal(file).intend(user);
  expect(journal.read()[2]?.at).toBeGreaterThanOrEqual(before);
});

test("a secret in a server's text is not written", () => {
  const secret = "xoxp-1234567890-abcdef";
  const hiding = new Journal(file, new Redaction({ secrets: [secret] }));
  hiding.intend({ ...user, name: `scimct-abcde1 ${secret}` });
  expect(readFileSync(file, "utf8")).toContain("scimct-abcde1");
  expect(readFileSync(file, "utf8")).not.toContain(secret);
});

describe("a line", () => {
  test.each(["intent", "refused", "created", "changed", "deleted", "removed"] as const)(
    "of %s is read as written, in either version",
    (event) => {
      const one = {
        event,
        ...user,
        id: "U1",
        call: 3,
        addresses: ["a@b.example"],
        externalId: "e",
        at: 5,
      };
      for (const version of ["1.1", "2.0"] as const) {
        expect(readLine(JSON.stringify({ ...one, version, more: 1 }))).toStrictEqual({
          entry: { ...one, version },
        });
      }
      expect(readLine(JSON.stringify({ event, ...group }))).toStrictEqual({
        entry: { event, ...group },
      });
    },
  );

  test("of an owner is read as written", () => {
    const whole = {
      baseUrls: { "1.1": "https://a.example/v1", "2.0": "https://a.example/v2" },
      namePrefix: "",
      runTag: "",
      emailDomain: "",
      embedded: true,
    };
    expect(readLine(JSON.stringify(whole))).toStrictEqual({ owner: whole });
    const least = { baseUrls: {}, namePrefix: "x" };
    expect(readLine(JSON.stringify({ ...least, embedded: false }))).toStrictEqual({ owner: least });
    expect(readLine(JSON.stringify({ ...least, baseUrls: null }))).toStrictEqual({});
    expect(readLine(JSON.stringify({ ...least, namePrefix: 5 }))).toStrictEqual({});
  });

  test("may say both", () => {
    const both = { event: "intent", ...user, baseUrls: {}, namePrefix: "x" };
    expect(readLine(JSON.stringify(both))).toStrictEqual({
      owner: { baseUrls: {}, namePrefix: "x" },
      entry: { event: "intent", ...user },
    });
  });

  test.each([["null"], ["[]"], ["5"], ['"x"'], ["{"], [""]])("%s is ignored", (line) => {
    expect(readLine(line)).toStrictEqual({});
  });
});

test.each([
  ["U1", "U1"],
  [7, "7"],
  [0, "0"],
  [Number.NaN, undefined],
  [Number.POSITIVE_INFINITY, undefined],
  ["", undefined],
  [".", undefined],
  ["..", undefined],
  ["...", "..."],
  [null, undefined],
  [undefined, undefined],
  [{}, undefined],
  [["U1"], undefined],
  [true, undefined],
])("the id %j can be used as %j", (value, id) => {
  expect(usableId(value)).toBe(id);
});

describe("journals of 0.1.0, whose entries belong together by name", () => {
  const lines = (...entries: object[]) =>
    writeFileSync(
      file,
      [{ baseUrls: {}, namePrefix: "scimct-" }, ...entries]
        .map((one) => `${JSON.stringify(one)}\n`)
        .join(""),
    );
  const intent = { event: "intent", ...user };

  test.each<[string, object[], unknown[]]>([
    ["unanswered", [{ ...intent, at: 7 }], [{ answer: "none", at: 7, renamed: [] }]],
    [
      "deleted and changed",
      [
        { ...intent, event: "deleted", id: "U1" },
        { ...intent, event: "changed", id: "U1", call: 1 },
      ],
      [],
    ],
    [
      "deleted by a check is distinct from another of the same name",
      [intent, { ...intent, event: "deleted", id: "U1" }],
      [{ answer: "none" }],
    ],
    ["rejected with an id", [intent, { ...intent, event: "refused", id: "U1" }], []],
    ["refused", [intent, { ...intent, event: "refused" }], []],
    [
      "created",
      [intent, { ...intent, event: "created", id: "U1" }],
      [{ id: "U1", answer: "created" }],
    ],
    [
      "removed",
      [
        intent,
        { ...intent, event: "created", id: "U1" },
        { ...intent, event: "removed", id: "U1" },
      ],
      [],
    ],
    ["searched for without success", [intent, { ...intent, event: "removed" }], []],
    [
      "created and removed only in the other version",
      [
        intent,
        { ...intent, event: "created", id: "U1" },
        { ...intent, event: "removed", version: "1.1", id: "U1" },
        { ...intent, event: "removed", resource: "Group", id: "U1" },
        { ...intent, event: "removed", id: "U2" },
      ],
      [{ id: "U1" }],
    ],
    ["created without an id", [intent, { ...intent, event: "created" }], []],
    [
      "created twice, one removed",
      [
        intent,
        { ...intent, event: "created", id: "U1" },
        intent,
        { ...intent, event: "created", id: "U2" },
        { ...intent, event: "removed", id: "U1" },
      ],
      [{ id: "U2", answer: "created", sent: { name: user.name }, renamed: [] }],
    ],
    [
      "without a response three times, one rejected",
      [intent, intent, intent, { ...intent, event: "refused" }],
      [{}, {}],
    ],
    [
      "removed although it never existed",
      [
        { ...intent, event: "removed" },
        { ...intent, name: "other" },
      ],
      [{ sent: { name: "other" }, answer: "none" }],
    ],
    [
      "twice, one rejected",
      [intent, intent, { ...intent, event: "created", id: "U1" }, { ...intent, event: "refused" }],
      [{ id: "U1" }],
    ],
    [
      "twice, one without a response",
      [intent, intent, { ...intent, event: "refused" }],
      [{ answer: "none" }],
    ],
    [
      "another name that begins the same",
      [{ ...intent, name: 'a"' }, intent, { ...intent, name: 'a" intent 1', event: "refused" }],
      [{ sent: { name: 'a"' } }, { sent: { name: user.name } }],
    ],
  ])("%s", (_, entries, expected) => {
    lines(...entries);
    expect(journal.owner()).toEqual({ baseUrls: {}, namePrefix: "scimct-" });
    const left = journal.leftovers();
    expect(left).toMatchObject(expected);
    expect(left).toHaveLength(expected.length);
  });
});

describe("unreadable content", () => {
  test.each<[string, string]>([
    ["nothing", ""],
    ["half a line", '{"event":"intent","resource":"User","ver'],
    ["no JSON", "\u0000\u0001garbage\n[\n"],
    ["other JSON", 'null\n5\n[]\n"x"\n{}\n{"event":"intent"}\n'],
    ["an unknown event", `${JSON.stringify({ event: "toString", ...user })}\n`],
    [
      "an unknown resource",
      `${JSON.stringify({ event: "intent", ...user, resource: "__proto__" })}\n`,
    ],
    ["an unknown version", `${JSON.stringify({ event: "intent", ...user, version: "3.0" })}\n`],
    ["a name that is not a string", `${JSON.stringify({ event: "intent", ...user, name: 5 })}\n`],
    [
      "an owner without URLs",
      '{"baseUrls":[],"namePrefix":"x"}\n{"baseUrls":{}}\n{"namePrefix":"x"}\n',
    ],
  ])("%s: no entry, no owner, no error", (_, text) => {
    writeFileSync(file, text);
    expect(journal.read()).toEqual([]);
    expect(journal.owner()).toBeUndefined();
    expect(journal.leftovers()).toEqual([]);
  });

  test("a folder, a device, and no file at all", () => {
    mkdirSync(file);
    expect(journal.read()).toEqual([]);
    expect(new Journal("/dev/zero").read()).toEqual([]);
    expect(new Journal(join(folder, "nowhere", "x")).owner()).toBeUndefined();
  });

  test("members of another type are left out, the rest is kept", () => {
    const odd = {
      baseUrls: { "1.1": 5, "2.0": "https://x.example", "3.0": "y" },
      namePrefix: "p",
      runTag: 1,
      emailDomain: [],
      embedded: "true",
    };
    const entry = {
      event: "created",
      ...user,
      id: 5,
      call: "1",
      addresses: ["a@b.c", 5],
      externalId: {},
      at: null,
    };
    writeFileSync(file, `${JSON.stringify(odd)}\n${JSON.stringify(entry)}\n`);
    expect(journal.owner()).toEqual({ baseUrls: { "2.0": "https://x.example" }, namePrefix: "p" });
    expect(journal.read()).toEqual([{ event: "created", ...user, addresses: ["a@b.c"] }]);
  });

  test.each([
    ["a name", "__proto__"],
    ["control characters", "\u001b]0;x\u0007\r\n\u2028"],
    ["a very long text", "x".repeat(100_000)],
  ])("hostile names are read unchanged: %s", (_, name) => {
    journal.write({ event: "intent", ...user, name, call: 1 });
    journal.write({ event: "intent", ...user, name: "next", call: 2 });
    expect(journal.read().map((entry) => entry.name)).toEqual([name, "next"]);
    expect(Object.getPrototypeOf(journal.read()[0])).toBe(Object.prototype);
  });

  test.each([["."], [".."], [""], ["x".repeat(1025)]])(
    "an id that cannot be in a URL is not used: %j",
    (id) => {
      appendFileSync(file, `${JSON.stringify({ event: "created", ...user, id, call: 1 })}\n`);
      expect(journal.read()[0]).not.toHaveProperty("id");
    },
  );

  test("an id of 1,024 characters is one", () => {
    appendFileSync(
      file,
      `${JSON.stringify({ event: "created", ...user, id: "x".repeat(1024) })}\n`,
    );
    expect(journal.read()[0]?.id).toHaveLength(1024);
  });
});

test("after half a line, the next entry starts on a new line", () => {
  writeFileSync(file, `${JSON.stringify(owner)}\n{"event":"inte`);
  journal.intend(user);
  journal.intend(user);
  expect(readFileSync(file, "utf8").split("\n")).toHaveLength(5);
  expect(journal.read()).toHaveLength(2);
  const whole = new Journal(file);
  whole.intend(user);
  expect(readFileSync(file, "utf8")).not.toContain("\n\n");
});

test("after a failed write, the next entry starts on a new line if half of it was written", () => {
  journal.intend(user);
  rmSync(file);
  mkdirSync(file);
  expect(() => journal.intend(user)).toThrow(CannotWriteError);
  rmSync(file, { recursive: true });
  writeFileSync(file, '{"event":"inte');
  journal.intend(user);
  expect(readFileSync(file, "utf8")).toMatch(/^\{"event":"inte\n\{.*\}\n$/);
});

test("each entry is one line, and no line is empty", () => {
  journal.open(owner);
  journal.intend(user);
  journal.intend(user);
  expect(readFileSync(file, "utf8")).toMatch(/^(?:\{.*\}\n){3}$/);
});

test("a read that fails for another reason than a missing file is an error", () => {
  const loop = join(folder, "loop");
  symlinkSync(loop, loop);
  expect(() => new Journal(loop).read()).toThrow(/ELOOP/);
  writeFileSync(file, "");
  expect(new Journal(join(file, "below")).read()).toEqual([]);
});

test("the first owner counts, wherever it is", () => {
  journal.intend(user);
  journal.open(owner);
  journal.open({ ...owner, namePrefix: "other-" });
  expect(journal.owner()).toEqual(owner);
});

test("a failed write names the file and the reason, and the request gets no number", () => {
  const full = new Journal("/dev/full");
  expect(() => full.open(owner)).toThrow(CannotWriteError);
  expect(() => full.intend(user)).toThrow(
    "cannot write /dev/full: no space left on the device (ENOSPC)",
  );
  expect(() => new Journal(folder).intend(user)).toThrow(/^cannot write .*: EISDIR/);
  expect(new CannotWriteError("f", "odd").message).toBe("cannot write f: odd");
});

test("a create whose response arrives after clean-up found it gone is open again", () => {
  const journal = new Journal(join(folder, "after-clean-up.jsonl"));
  const user = { resource: "User", version: "2.0", name: "scimct-abcde21" } as const;
  const call = journal.intend(user);
  journal.write({ event: "removed", ...user, call });
  expect(journal.leftovers()).toEqual([]);
  journal.write({ event: "created", ...user, call, id: "U9" });
  expect(journal.leftovers()).toMatchObject([{ id: "U9", call, answer: "created" }]);
});
