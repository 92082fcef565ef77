import { beforeEach, describe, expect, test } from "vitest";
import type { SearchOptions } from "../../client/index.ts";
import type { Version } from "../../schemas/version.ts";
import { at } from "../json.ts";
import { Pace } from "./clean-up-pace.ts";
import { CleanUpSearch } from "./clean-up-search.ts";
import type { CleanUpTarget, Listing, Row } from "./clean-up-target.ts";
import type { Leftover } from "./journal.ts";
import type { SentMarks } from "./marks.ts";

const mark = { namePrefix: "scimct-", runTag: "abcde" };

let time: number;
let asked: string[];
beforeEach(() => {
  time = 100_000;
  asked = [];
});

const row = (id: string | undefined, resource: object): Row => ({
  id,
  resource: { id, ...resource },
  active: true,
});
const listed = (rows: Row[], total: number | undefined = rows.length): Listing => ({ rows, total });
const refused: Listing = { refused: "the list returned HTTP 400" };

/** What a list answers: a filter as its attribute and value, or a page. */
type Lists = (
  filter: { attribute: string; value: string } | undefined,
  page: SearchOptions,
) => Listing;

function search(lists: Lists, version: Version = "2.0", pace?: Pace): CleanUpSearch {
  const target = {
    client: { version },
    list: async (options: SearchOptions) => {
      const { filter, startIndex, count } = options;
      const [, attribute = "", text = ""] = /^(\S+) eq (.*)$/.exec(filter ?? "") ?? [];
      asked.push(filter === undefined ? `page ${startIndex} ${count}` : filter);
      return lists(
        filter === undefined ? undefined : { attribute, value: JSON.parse(text) },
        options,
      );
    },
  };
  const clock = { now: () => time, wait: async () => undefined };
  return new CleanUpSearch(
    target as unknown as CleanUpTarget,
    pace ?? new Pace(clock, 1_000_000),
    "Scimct-",
    () => mark,
    10_000,
  );
}

const leftover = (sent: SentMarks, more: Partial<Leftover> = {}): Leftover => ({
  resource: "User",
  version: "2.0",
  sent,
  answer: "none",
  renamed: [],
  ...more,
});

const name = "scimct-abcde21";
const address = `${name}@own.example`;
const ada = leftover({ name, addresses: [address] });
const sound = row("U9", { userName: "grace", emails: [{ value: "grace@acme.test" }] });
/** Lists in which filters work, and which hold these. */
const working =
  (...rows: Row[]): Lists =>
  (filter, { startIndex = 1, count = 100 }) => {
    if (!filter)
      return { rows: rows.slice(startIndex - 1, startIndex - 1 + count), total: rows.length };
    const values = ({ resource }: Row) =>
      filter.attribute.startsWith("email")
        ? ((at(resource, "emails") ?? []) as { value?: string }[]).map(({ value }) => value)
        : [at(resource, filter.attribute)];
    return listed(rows.filter((one) => values(one).includes(filter.value)));
  };

describe("what is asked", () => {
  const nothing: Lists = () => listed([], 0);

  test("the address, the name, and the converted name; only the first where that is enough", async () => {
    const loud = leftover({ name: "scimct-abcde2 X", addresses: [address, "ada@acme.test"] });
    await search(nothing).find(loud, "first");
    expect(asked).toEqual([`emails.value eq "${address}"`]);
    asked = [];
    await search(nothing).find(loud, "all");
    expect(asked).toEqual([
      `emails.value eq "${address}"`,
      'userName eq "scimct-abcde2 X"',
      'userName eq "scimct-abcde2_x"',
    ]);
  });

  test("each query once, even if several values lead to it", async () => {
    await search(nothing).find(leftover({ name }), "all");
    expect(asked).toEqual([`userName eq "${name}"`]);
  });

  test("a string with quotation marks is one value", async () => {
    await search(nothing).find(leftover({ name: `${name}"` }), "first");
    expect(asked).toEqual([`userName eq "${name}\\""`]);
  });

  test("the attribute that was answered last comes first, and the others where it is not", async () => {
    let known = "emails";
    const lists: Lists = (filter) => (filter?.attribute === known ? listed([], 0) : refused);
    const searching = search(lists, "1.1");
    const one = leftover({ name, addresses: [address] });
    await searching.find(one, "first");
    asked = [];
    await searching.find(one, "first");
    expect(asked).toEqual([`emails eq "${address}"`]);
    asked = [];
    known = "emails.value";
    await searching.find(one, "first");
    expect(asked).toEqual(
      ["emails", "email", "emails.value"].map((attribute) => `${attribute} eq "${address}"`),
    );
  });

  test.each([
    ["1.1", ["email", "emails.value", "emails"]],
    ["2.0", ["emails.value", "emails"]],
  ] as const)(
    "addresses in %s by each name of the attribute, until one is known",
    async (version, names) => {
      const last = names.at(-1);
      const lists: Lists = (filter) =>
        filter?.attribute === last ? listed([row("U1", { userName: name })]) : refused;
      expect(
        await search(lists, version).find(leftover({ name, addresses: [address] }), "first"),
      ).toEqual({
        rows: [row("U1", { userName: name })],
      });
      expect(asked).toEqual(names.map((one) => `${one} eq "${address}"`));
      asked = [];
      await search(nothing, version).find(ada, "first");
      expect(asked).toEqual([`${names[0]} eq "${address}"`]);
    },
  );

  test("externalId, if there is nothing else", async () => {
    await search(nothing).find(leftover({ name, externalId: "scimct-abcde2x" }), "all");
    await search(nothing).find(
      leftover({ name: "ada", addresses: [address], externalId: "scimct-abcde2x" }),
      "all",
    );
    await search(nothing).find(leftover({ name: "ada", externalId: "scimct-abcde2x" }), "all");
    expect(asked).toEqual([
      `userName eq "${name}"`,
      `emails.value eq "${address}"`,
      'externalId eq "scimct-abcde2x"',
    ]);
  });

  test("a group by its name or externalId, never by an address", async () => {
    const group = { resource: "Group" } as const;
    await search(nothing).find(
      leftover({ name, addresses: [address], externalId: "e" }, group),
      "all",
    );
    await search(nothing).find(leftover({ name: "", externalId: "scimct-abcde2x" }, group), "all");
    expect(asked).toEqual([`displayName eq "${name}"`, 'externalId eq "scimct-abcde2x"']);
  });

  test.each(["User", "Group"] as const)(
    "nothing, if no value of a %s has the mark",
    async (resource) => {
      const found = await search(nothing).find(
        leftover({ name: "admin", addresses: ["admin@acme.test"] }, { resource }),
        "thorough",
      );
      expect(found).toEqual({ rows: [], unsure: "it was sent without a mark of the run" });
      expect(asked).toEqual([]);
    },
  );
});

describe("what is found", () => {
  test("every row with a name that was sent, once", async () => {
    const [one, two] = [
      row("U1", { userName: name, emails: [{ value: address }] }),
      row("U2", { userName: "ada", emails: [{ value: address }] }),
    ];
    const other = row("U3", { userName: "scimct-abcde211" });
    const found = await search(() => listed([one, other, two])).find(ada, "all");
    expect(found).toEqual({ rows: [one, two] });
  });

  test("rows that were found count, although a query was rejected", async () => {
    const one = row("U1", { userName: name });
    const lists: Lists = (filter) => (filter?.attribute === "userName" ? listed([one]) : refused);
    for (const depth of ["all", "thorough"] as const) {
      expect(await search(lists).find(ada, depth)).toEqual({
        rows: [one],
        unsure: "the list returned HTTP 400",
      });
    }
    expect(asked.filter((what) => what.startsWith("page"))).toEqual([]);
  });

  test("a row without an id counts too", async () => {
    const lists: Lists = () => listed([row(undefined, { userName: name })]);
    expect(await search(lists).find(ada, "all")).toEqual({
      rows: [],
      unsure: "the list contains it without an id",
    });
    const another: Lists = () => listed([row(undefined, { userName: "ada" })]);
    expect(await search(another).find(ada, "all")).toEqual({ rows: [] });
    const both: Lists = (filter) =>
      listed([row(filter?.attribute === "userName" ? "U1" : undefined, { userName: name })]);
    expect((await search(both).find(ada, "all")).rows).toHaveLength(1);
  });
});

describe("whether nothing exists", () => {
  test("is known if filters work, with one test for each kind of query", async () => {
    const one = search(working(sound));
    expect(await one.find(ada, "thorough")).toEqual({ rows: [] });
    expect(asked).toEqual([
      `emails.value eq "${address}"`,
      "page 1 1",
      'emails.value eq "grace@acme.test"',
      `userName eq "${name}"`,
      "page 1 1",
      'userName eq "grace"',
    ]);
    asked = [];
    expect(await one.find(ada, "thorough")).toEqual({ rows: [] });
    expect(asked).toHaveLength(2);
  });

  test("is known if the list is empty", async () => {
    expect(await search(() => listed([], 0)).find(ada, "thorough")).toEqual({ rows: [] });
    expect(asked.filter((what) => what === "page 1 1000")).toEqual([]);
  });

  test("is not queried otherwise", async () => {
    expect(await search(working(sound)).find(ada, "all")).toEqual({ rows: [] });
    expect(asked).toHaveLength(2);
    expect(await search(() => refused).find(ada, "all")).toEqual({
      rows: [],
      unsure: "the list returned HTTP 400",
    });
  });

  const hidden = row("U1", { userName: name, emails: [{ value: address }] });
  const byName = leftover({ name });

  test.each<[string, Lists]>([
    [
      "find nothing",
      (filter, page) => (filter ? listed([], 0) : working(sound, hidden)(filter, page)),
    ],
    [
      "find another than they should",
      (filter, page) =>
        filter
          ? listed(filter.value === name ? [] : [row("U8", { userName: "grace" })])
          : working(sound, hidden)(filter, page),
    ],
    [
      "find what they should and more",
      (filter, page) =>
        filter
          ? listed(filter.value === name ? [] : [sound, row("U8", { userName: "hopper" })])
          : working(sound, hidden)(filter, page),
    ],
    [
      "are rejected for existing resources",
      (filter, page) => {
        if (filter) return filter.value === name ? listed([]) : refused;
        return working(sound, hidden)(filter, page);
      },
    ],
    [
      "cannot be tried: the first has no such value",
      (filter, page) =>
        filter ? listed([]) : working(row("U0", { userName: "" }), hidden)(filter, page),
    ],
    [
      "cannot be tested: the first page is rejected",
      (filter, page) => {
        if (filter) return listed([]);
        return page.count === 1 ? refused : working(hidden)(filter, page);
      },
    ],
    [
      "cannot be tested: the first page is empty and the list is not",
      (filter, page) => {
        if (filter) return listed([]);
        return page.count === 1 ? listed([], 1) : working(hidden)(filter, page);
      },
    ],
  ])("is read from the whole list if filters %s", async (_, lists) => {
    expect(await search(lists).find(byName, "thorough")).toEqual({ rows: [hidden] });
  });

  test("a value in another letter case is the same", async () => {
    const lists: Lists = (filter, page) => {
      if (!filter) return working(sound)(filter, page);
      return filter.value === name ? listed([]) : listed([sound, row("U8", { userName: "GRACE" })]);
    };
    expect(await search(lists).find(byName, "thorough")).toEqual({ rows: [] });
    expect(asked).not.toContain("page 1 1000");
  });

  test("filters on addresses are tested with the first resource's address, in either form", async () => {
    for (const emails of [["grace@acme.test"], [{ type: "work" }, { value: "grace@acme.test" }]]) {
      const first = row("U9", { emails });
      const lists: Lists = (filter) => {
        if (!filter) return listed([first]);
        return listed(filter.value === "grace@acme.test" ? [first] : []);
      };
      asked = [];
      await search(lists).find(leftover({ name: "", addresses: [address] }), "thorough");
      expect(asked.at(-1)).toBe('emails.value eq "grace@acme.test"');
    }
  });
});

describe("the whole list", () => {
  const byName = leftover({ name });
  /** Filters are refused; the list is as it is given, in pages. */
  const unfiltered =
    (pages: (page: SearchOptions) => Listing): Lists =>
    (filter, page) =>
      filter ? refused : pages(page);
  const many = (count: number, from = 0) =>
    Array.from({ length: count }, (_, index) => row(`X${from + index}`, { userName: `p${index}` }));
  const whole = () => asked.filter((what) => what.startsWith("page") && what.endsWith("1000"));

  test("is read page by page to its end, and no further", async () => {
    const all = [...many(1500), row("U1", { userName: name })];
    const pages = working(...all);
    const lists = unfiltered((page) => pages(undefined, page));
    expect(await search(lists).find(byName, "thorough")).toEqual({ rows: [all[1500]] });
    expect(whole()).toEqual(["page 1 1000", "page 1001 1000"]);
  });

  test("is read to its last entry, and searched for any of the marks", async () => {
    const last = row("U1", { userName: name, displayName: "Ada" });
    const pages = working(...many(1000), last);
    const lists = unfiltered((page) => pages(undefined, page));
    expect(await search(lists).find(byName, "thorough")).toEqual({ rows: [last] });
  });

  test("ends with an empty page if there is no total", async () => {
    const lists = unfiltered(({ startIndex = 1 }) => ({
      rows: startIndex === 1 ? [row("U1", { userName: name })] : [],
      total: undefined,
    }));
    expect(await search(lists).find(byName, "thorough")).toEqual({
      rows: [row("U1", { userName: name })],
    });
    expect(whole()).toEqual(["page 1 1000", "page 2 1000"]);
  });

  test.each<[string, (page: SearchOptions) => Listing, string]>([
    ["is refused", () => refused, "the list returned HTTP 400"],
    [
      "starts over",
      () => listed([row("U2", { userName: "x" })], 5000),
      "the list cannot be read to its end",
    ],
    [
      "stops",
      ({ startIndex }) => listed(startIndex === 1 ? many(3) : [], 5000),
      "the list cannot be read to its end",
    ],
    [
      "has no ids",
      () => listed([row(undefined, {}), row(undefined, {})], 5000),
      "the list cannot be read to its end",
    ],
    [
      "is too large",
      ({ startIndex = 1 }) => listed(many(1000, startIndex), 60_000),
      "the list has more than 50000 entries",
    ],
  ])("that %s does not prove that nothing exists", async (_, pages, unsure) => {
    expect(await search(unfiltered(pages)).find(byName, "thorough")).toEqual({ rows: [], unsure });
  });

  test("of exactly that many entries is read", async () => {
    const lists = unfiltered(({ startIndex = 1 }) => listed(many(1000, startIndex), 50_000));
    expect(await search(lists).find(byName, "thorough")).toEqual({ rows: [] });
    expect(whole()).toHaveLength(50);
  });

  test("is read once for all, unless something may have been added since", async () => {
    const lists = unfiltered(() => listed([sound, row("U1", { userName: "SCIMCT-abcde29" })], 2));
    const one = search(lists);
    const of = (sent: string, at?: number) =>
      one.find(leftover({ name: sent }, at === undefined ? {} : { at }), "thorough");
    expect((await of(name)).rows).toEqual([]);
    await of(name, 90_000);
    // A clock that was ahead is no reason to read it again.
    await of(name, 500_000);
    expect(whole()).toHaveLength(1);
    time = 105_000;
    expect((await of("scimct-abcde29", 99_999)).rows).toHaveLength(1);
    expect(whole()).toHaveLength(2);
    await of(name, 95_000);
    expect(whole()).toHaveLength(2);
    time = 109_000;
    await of(name, 95_001);
    expect(whole()).toHaveLength(3);
  });

  test("that two need at the same time is read once", async () => {
    const one = search(unfiltered(() => listed([], 0)));
    await Promise.all([one.find(byName, "thorough"), one.find(byName, "thorough")]);
    expect(whole()).toHaveLength(1);
  });

  test("counts each page as a success: a long list does not end clean-up", async () => {
    const clock = { now: () => time, wait: async () => undefined };
    const pace = new Pace(clock, 1000);
    const lists = unfiltered(({ startIndex = 1 }) => {
      pace.check();
      time += 900;
      return listed(many(1000, startIndex), 10_000);
    });
    expect(await search(lists, "2.0", pace).find(byName, "thorough")).toEqual({ rows: [] });
  });
});
