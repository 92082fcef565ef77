import { expect, test } from "vitest";
import { facts } from "../../facts/index.ts";
import { areas } from "../requirement.ts";
import { differences, differencesOf } from "./catalogue.ts";
import { isProbed } from "./difference.ts";

/** The entries that were researched, by area: DIFF-URL-01, DIFF-URL-02 and so on. */
const numbers: Record<string, number> = {
  ...{ URL: 2, URN: 6, PATCH: 12, RT: 3, ERR: 11, MEDIA: 3, META: 3, FILT: 8, PAGE: 3, ATTR: 2 },
  ...{ SEARCH: 1, ME: 1, BULK: 1, POST: 2, DEL: 2, PUT: 3, SCH: 5, SPC: 4, LANG: 1, REF: 1 },
  ...{ ENT: 4, MV: 1, NULL: 1, CASE: 1, SCHEMAS: 1, VERS: 1, ETAG: 1, AUTH: 3, OVERRIDE: 1 },
  ...{ DISC: 1, STAT: 2, GRP: 7, LIST: 1, GATE: 1, USER: 5, EMAIL: 4, PHONE: 3, ADDR: 1, ROLE: 1 },
  ...{ PHOTO: 1, NAME: 2, GUEST: 4, PROF: 1 },
};
const controls = 16;

const number = (index: number) => String(index + 1).padStart(2, "0");
const ids = [
  ...Object.entries(numbers).flatMap(([area, count]) =>
    Array.from({ length: count }, (_, index) => `DIFF-${area}-${number(index)}`),
  ),
  ...Array.from({ length: controls }, (_, index) => `SAME-${number(index)}`),
];

/** Whether an expectation tolerates several readings. */
const isTolerant = (expected: unknown) => /"\$(oneOf|matches)"/.test(JSON.stringify(expected));

test("every entry exists, once: 122 differences and 16 controls", () => {
  expect(ids).toHaveLength(138);
  expect(differences.map(({ id }) => id).sort()).toEqual(ids.sort());
});

test("an entry says what each version does, the source, and what a client must change", () => {
  for (const { id, area, topic, title, v1, v2, source, clientMustChange } of differences) {
    expect(areas, id).toContain(area);
    for (const text of [topic, title, v1, v2, source, clientMustChange]) {
      expect(text.trim(), id).not.toBe("");
    }
    expect(title, id).not.toMatch(/\.$|\bshould\b/);
    expect(clientMustChange, id).toMatch(/^[A-Z].*\.$/);
  }
});

/** The verbs that an instruction to a client begins with. */
const verbs =
  /^(Accept|Build|Change|Check|Compare|Count|Decide|Expect|Find|Follow|Ignore|Keep|Leave|List|Look|Map|Match|Name|Never (rely|remove|send|use)|Pass|Poll|Put|Quote|Reactivate|Read|Rename|Remove|Repeat|Replace|Retry|Send|Set|Shorten|Spell|Split|Stop|Store|Take|Treat|Try|Use|Wait|Write) /;

/**
 * Something that can be looked up in a request or response: a quoted value, a path, a URN, a status, a
 * code such as email_taken, a name such as userName, a header, or an attribute of one plain word.
 */
const named =
  /"[^"]+"|\/[A-Z][A-Za-z]+|\burn:|\b[1-5]\d\d\b|\b[a-z]+_[a-z_]+|\b[a-z]+[A-Z]\w*|\b[A-Z][a-z]+-[A-Z][a-z]+|\b(active|emails|locale|members|schemas|status|title|detail|filter|op)\b/;

test("what a client must change is an instruction with names and values", () => {
  for (const { id, clientMustChange } of differences) {
    expect(clientMustChange, id).toMatch(verbs);
    expect(clientMustChange, id).toMatch(named);
    expect(clientMustChange.split(" ").length, id).toBeGreaterThanOrEqual(8);
  }
});

test("an instruction too short or without names is noticed", () => {
  for (const text of ["Use two parsers.", "Map the member.", "Set the message URN."]) {
    expect(text).not.toMatch(named);
  }
  expect("Translate the change into an operation; the other parts stay.").not.toMatch(verbs);
});

test("a lesson says in one sentence what it means where the difference was not met", () => {
  for (const { id, lesson } of differences) {
    expect(lesson.unmet, id).toMatch(/^[A-Z].{40,}\.$/);
    expect(lesson.unmet, id).not.toMatch(/\. [A-Z]/);
  }
});

test("an entry names the facts it rests on, each once, unless only the standards differ", () => {
  for (const { id, facts } of differences) expect(facts, id).toEqual([...new Set(facts)]);
  const bare = differences.filter(({ facts }) => facts.length === 0);
  expect(bare.map(({ id }) => id)).toEqual(["DIFF-PUT-03"]);
});

test("an entry names every fact that its texts cite and its probe assumes", () => {
  const missing = differences.flatMap(({ id, facts, assumes, ...texts }) => {
    const cited = JSON.stringify(texts).match(/FACT-[A-Z]+-\d+/g) ?? [];
    const named = new Set<string>(facts);
    const needed = new Set([...cited, ...(assumes?.facts ?? [])]);
    return [...needed].filter((fact) => !named.has(fact)).map((fact) => `${id}: ${fact}`);
  });
  expect(missing).toEqual([]);
});

test("an entry that rests on assumptions alone tolerates another answer, unless a standard demands it", () => {
  const guesses = new Set<string>(facts.flatMap(({ id, tag }) => (tag === "INF" ? [id] : [])));
  const strict = differences.filter(
    ({ expect: expected, facts: restsOn }) =>
      expected !== undefined &&
      restsOn.length > 0 &&
      restsOn.every((id) => guesses.has(id)) &&
      !(isTolerant(expected["1.1"]) && isTolerant(expected["2.0"])),
  );
  // RFC 7644 §3.5.2 demands of 2.0 that operations are applied in their order.
  expect(strict.map(({ id }) => id)).toEqual(["DIFF-PATCH-06"]);
});

test("an entry is probed, or says why it is not", () => {
  const unprobed = differences.filter((difference) => !isProbed(difference));
  for (const { id, notProbed } of unprobed) expect(notProbed, id).toMatch(/\w/);
  expect(unprobed.map(({ id }) => id)).toEqual([
    "DIFF-BULK-01",
    "DIFF-PUT-03",
    "DIFF-ERR-10",
    "DIFF-GRP-06",
    "SAME-11",
    "SAME-13",
    "SAME-16",
  ]);
});

test("versions that are expected to differ have different expectations, except guesses", () => {
  for (const { id, expect: expected, same } of differences) {
    if (expected && !same && !isTolerant(expected)) {
      expect(expected["1.1"], id).not.toEqual(expected["2.0"]);
    }
  }
});

test("a control is the same in both versions", () => {
  for (const { id, same, notProbed } of differences) {
    if (id.startsWith("SAME-")) expect(same === true || notProbed !== undefined, id).toBe(true);
  }
});

test("a report lists the announced differences first, and the controls last", () => {
  const listed = differences.map(({ id }) => id);
  expect(listed.slice(0, 2)).toEqual(["DIFF-URL-01", "DIFF-URN-01"]);
  expect(listed.slice(-controls)).toEqual(ids.filter((id) => id.startsWith("SAME-")));
});

test("a run against a server other than Slack observes no differences", () => {
  expect(differencesOf("slack")).toBe(differences);
  expect(differencesOf("rfc")).toEqual([]);
});
