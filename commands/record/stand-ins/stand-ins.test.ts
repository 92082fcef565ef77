import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { StandIns } from "./stand-ins.ts";

const made = (...values: [value: string, attribute: string][]) => {
  const standIns = new StandIns();
  return values.map(([value, attribute]) => standIns.of(value, attribute));
};

describe("a stand-in is valid where the value was", () => {
  test.each<[what: string, values: [string, string][], wanted: string[]]>([
    [
      "a name, and an address that begins with it",
      [
        ["ada.king", "userName"],
        ["ada.king@corp.com", "emails"],
      ],
      ["user-1", "user-1@people.example"],
    ],
    [
      "the address first, in a filter",
      [
        ["ada.king@corp.com", "userName"],
        ["ada.king", "nickName"],
      ],
      ["user-1@people.example", "user-1"],
    ],
    [
      "an address in two domains",
      [
        ["ada@corp.com", "emails"],
        ["ada@home.com", "emails"],
        ["ada@corp.com", "emails"],
      ],
      ["user-1@people.example", "user-2@people.example", "user-1@people.example"],
    ],
    [
      "letter case, which servers ignore",
      [
        ["Ada.King", "userName"],
        ["ada.king", "userName"],
        ["ADA.KING", "userName"],
        ["aDa.king", "userName"],
        ["Ada.King@Corp.com", "emails"],
        ["ada.king@corp.com", "emails"],
      ],
      ["User-1", "user-1", "USER-1", "user-1", "user-1@people.example", "user-1@people.example"],
    ],
    [
      "names that differ in punctuation only",
      [
        ["ada.king", "userName"],
        ["ada-king", "userName"],
        ["adaking", "userName"],
        ["Ada King", "displayName"],
      ],
      ["user-1", "user1", "user.1", "User 1"],
    ],
    [
      "a name that Slack converts (FACT-USER-12)",
      [
        ["Ada King", "userName"],
        ["ada_king", "userName"],
        ["o'brien", "userName"],
        ["o_brien", "userName"],
      ],
      ["User 1", "user_1", "user'2", "user_2"],
    ],
    [
      "telephone numbers, which are reserved for fiction",
      [
        ["+49 170 1234567", "phoneNumbers"],
        ["(415) 555-2671", "phoneNumbers"],
        ["4155552671", "phoneNumbers"],
        ["tel:+1-415-555-2671", "phoneNumbers"],
        ["+49 170 1234567", "login"],
        ["+1 415 555 2671 ext. ada", "phoneNumbers"],
      ],
      [
        "+1 201 555 0100",
        "201-555-0101",
        "2015550102",
        "tel:+1-201-555-0103",
        "+1 201 555 0100",
        "+1 201 555 0104",
      ],
    ],
    [
      "web addresses, with their kind of file",
      [
        ["https://photos.corp.com/ada.JPG?s=72", "photos"],
        ["http://corp.com/ada", "profileUrl"],
      ],
      ["https://people.example/1.jpg", "http://people.example/2"],
    ],
    [
      "photos within the address, which cannot be fetched",
      [
        ["data:image/png;base64,iVBORw0KGgo=", "photos"],
        ["data:zqada/zq,zq", "photos"],
      ],
      ["data:image/png;base64,ZmlsZSAx", "data:application/octet-stream;base64,ZmlsZSAy"],
    ],
    [
      "letter case of chance",
      [
        ["encgzip", "userName"],
        ["encGZIP", "userName"],
        ["McDonald", "familyName"],
      ],
      ["user-1", "user-1", "User-2"],
    ],
    [
      "dates, with their form",
      [
        ["2024-02-29", "startDate"],
        ["2024-02-29T10:20:30-08:00", "startDate"],
      ],
      ["2001-01-01", "2001-01-02T00:00:00-08:00"],
    ],
    [
      "numbers",
      [
        ["4711", "employeeNumber"],
        ["0042", "employeeNumber"],
      ],
      ["9000001", "9000002"],
    ],
    [
      "what a server rejects",
      [
        ["ada@@corp.com", "emails"],
        ["ada@corp..com", "emails"],
        ["a da@corp.com", "emails"],
        ["@ada", "displayName"],
        ["Ada <b>", "displayName"],
        ["ada.konstantinopoulos.king", "userName"],
        ["--", "userName"],
      ],
      [
        "user-1@@people.example",
        "user-1@people..example",
        "user 1@people.example",
        "@people.example",
        "User <>2",
        "user-3xxxxxxxxxxxxxxxx",
        "--",
      ],
    ],
    ["spaces around it", [["  Ada ", "title"]], ["  Title-1 "]],
  ])("%s", (_what, values, wanted) => expect(made(...values)).toEqual(wanted));
});

/** What Slack makes of a userName (FACT-USER-12, FACT-USER-14, FACT-USER-18). */
const converted = (name: string) =>
  name
    .replace(/@.*/, "")
    .toLowerCase()
    .replace(/[^a-z0-9._-]/g, "_");

test.each([
  "\u00e9mile",
  "\u00c9mile",
  "e\u0301mile".normalize("NFC"),
  "Ada King",
  "o'brien",
  "\u00c9mile Zola",
  "ada.king",
  "Ada.King@corp.com",
  "\u00e9mile@corp.com",
  "ada+home@corp.com",
])("a name that Slack converts has the converted stand-in: %s", (name) => {
  const [sent = "", answered] = made([name, "userName"], [converted(name), "userName"]);
  expect(answered).toBe(converted(sent));
});

test("many names of the same letters cost no more than others", () => {
  const standIns = new StandIns();
  const names = Array.from({ length: 3000 }, (_, index) => String.fromCodePoint(0x4e00 + index));
  const all = names.flatMap((name) => [`team ${name}`, `team'${name}`, `team${name}`]);
  const given = all.map((name) => standIns.of(name, "displayName"));
  expect(new Set(given).size).toBe(all.length);
  expect(Math.max(...given.map((one) => one.length))).toBeLessThan(20);
});

const attribute = fc.constantFrom(
  "userName",
  "emails",
  "displayName",
  "title",
  "phoneNumbers",
  "x",
);
const name = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
  fc.stringMatching(/^[A-Za-z]{1,4}[ ._'-]{0,2}[A-Za-z]{0,4}$/),
  fc.stringMatching(/^[A-Za-z.+ ]{1,5}@[a-z.]{1,5}$/),
  fc.stringMatching(/^\+?[0-9 ()-]{1,12}$/),
  fc.emailAddress(),
  fc.webUrl(),
);
const visits = fc.array(fc.tuple(name, attribute), { minLength: 1, maxLength: 60 });

/** Equal values have one stand-in; servers ignore letter case, but not in web addresses. */
const folded = (value: string) =>
  /^[a-z][a-z0-9+.-]*:\/\/\S/i.test(value.trim()) ? value : value.normalize("NFC").toLowerCase();
/** Nothing to hide: stays as it is. */
const isEmpty = (value: string) => !/[\p{L}\p{N}]/u.test(value);

test.each([1000, 5])("stand-ins are a bijection, with %i numbered values", (most) => {
  fc.assert(
    fc.property(visits, (given) => {
      const standIns = new StandIns(most);
      const values = given.filter(([value]) => !isEmpty(value));
      const first = values.map(([value, where]) => standIns.of(value, where));
      if (most === 1000) {
        // The same again, in another place.
        expect(values.map(([value]) => standIns.of(value, "other"))).toEqual(first);
      }
      const back = new Map<string, string>();
      for (const [index, [value]] of values.entries()) {
        const standIn = (first[index] ?? "").toLowerCase();
        expect(folded(back.get(standIn) ?? value)).toBe(folded(value));
        back.set(standIn, value);
      }
    }),
    { numRuns: 300 },
  );
});

test("a server that changes the letter case changes the stand-in alike", () => {
  fc.assert(
    fc.property(visits, (given) => {
      const standIns = new StandIns();
      for (const [value, where] of given) {
        if (/:\/\//.test(value)) continue;
        const standIn = standIns.of(value, where);
        expect(standIns.of(value.toLowerCase(), where)).toBe(standIn.toLowerCase());
      }
    }),
  );
});

test("no part of a value of four letters is in its stand-in", () => {
  const word = fc.stringMatching(/^zq[a-z]{2,8}$/);
  const value = fc
    .tuple(word, fc.constantFrom("", " ", ".", "@", "+", "://", "@x.", "'"), word)
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.array(fc.tuple(value, attribute), { maxLength: 20 }), (given) => {
      const standIns = new StandIns();
      for (const [one, where] of given) {
        expect(standIns.of(one, where)).not.toMatch(/zq/i);
        expect(standIns.of(one.toUpperCase(), where)).not.toMatch(/zq/i);
      }
    }),
  );
});

test("memory stays flat: after the numbered values a hash names the others, always the same", () => {
  const standIns = new StandIns(2);
  const [one, two, three] = ["ada", "bela", "chidi"].map((value) => standIns.of(value, "userName"));
  expect([one, two]).toEqual(["user-1", "user-2"]);
  expect(three).toMatch(/^user-[a-z0-9]{8,14}$/);
  expect(standIns.of("chidi", "userName")).toBe(three);
  expect(standIns.of("ada", "userName")).toBe("user-1");
  expect(new StandIns(0).of("chidi", "userName")).not.toBe(three);
});
