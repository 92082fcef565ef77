import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { errorStatuses } from "../../../mock/errors.ts";
import { StandIns } from "../stand-ins/stand-ins.ts";
import { maskFilter, maskPath } from "./filter.ts";
import { maskBody, maskDocument } from "./json.ts";
import { maskSentence } from "./sentence.ts";
import { maskUrl } from "./url.ts";

const core = "urn:scim:schemas:core:1.0";
const enterprise = "urn:scim:schemas:extension:enterprise:1.0";

test("a user keeps what decides the effect of a request, and nothing that names a person", () => {
  const user = {
    schemas: [core, enterprise, "urn:corp:ada:1.0"],
    id: "W0123ABCDEF",
    externalId: "ada-ext",
    meta: {
      created: "2024-01-02T03:04:05-08:00",
      location: "https://api.slack.com/scim/v1/Users/W0123ABCDEF",
      attributes: ["title", `${enterprise}.department`, "adaField"],
    },
    userName: "ada.king",
    nickName: "ada.king",
    active: "False",
    title: " ",
    displayName: "",
    timezone: "Europe/Berlin",
    locale: "de-DE",
    userType: "Employee",
    name: { givenName: "Ada", familyName: null },
    emails: [{ value: "ada.king@corp.com", type: "work", primary: true, operation: "delete" }],
    roles: [{ value: "Queen Ada", type: "ada's", primary: "true" }],
    groups: [{ value: "S0123ABCDEF", display: "Friends of Ada" }],
    password: "hunter22",
    [enterprise]: { employeeNumber: "4711", manager: { managerId: "W2", displayName: "Ada King" } },
    adaField: { "ada@corp.com": 4711, shoeSize: 42 },
  };
  expect(maskBody(user, new StandIns(), false)).toEqual({
    schemas: [core, enterprise, "urn:example:schema:1"],
    id: "W0123ABCDEF",
    externalId: "externalid-2",
    meta: {
      created: "2024-01-02T03:04:05-08:00",
      location: "https://api.slack.com/scim/v1/Users/W0123ABCDEF",
      attributes: ["title", `${enterprise}.department`, "member-3"],
    },
    userName: "user-4",
    nickName: "user-4",
    active: "False",
    title: " ",
    displayName: "",
    timezone: "Europe/Berlin",
    locale: "de-DE",
    userType: "Employee",
    name: { givenName: "User-5", familyName: null },
    emails: [{ value: "user-4@people.example", type: "work", primary: true, operation: "delete" }],
    roles: [{ value: "Roles 6", type: "type'7", primary: "true" }],
    groups: [{ value: "S0123ABCDEF", display: "Group 8" }],
    password: "[redacted]",
    [enterprise]: {
      employeeNumber: "9000001",
      manager: { managerId: "W2", displayName: "User 4" },
    },
    "member-3": { "user-5@people.example": 9000001, "member-9": 9000002 },
  });
});

test("operations, bulk requests and searches have the stand-ins of the same values elsewhere", () => {
  const standIns = new StandIns();
  const address = standIns.of("ada@corp.com", "emails");
  const patch = {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
    Operations: [
      { op: "Remove", path: 'emails[value eq "ada@corp.com" and type eq "work"]' },
      { op: "replace", path: "name.givenName", value: "Ada" },
      {
        op: "replace",
        path: "urn:ietf:params:scim:schemas:core:2.0:User:password",
        value: "hunter22",
      },
      { op: "add", value: { nickName: "ada", members: [{ value: "W0123ABCDEF" }] } },
    ],
  };
  expect(maskBody(patch, standIns, false)).toEqual({
    ...patch,
    Operations: [
      { op: "Remove", path: `emails[value eq "${address}" and type eq "work"]` },
      { op: "replace", path: "name.givenName", value: "User-1" },
      { ...patch.Operations[2], value: "[redacted]" },
      { op: "add", value: { nickName: "user-1", members: [{ value: "W0123ABCDEF" }] } },
    ],
  });
  const bulk = {
    Operations: [
      { method: "POST", path: "/Users", bulkId: "ada", data: { userName: "ada" } },
      { method: "PATCH", path: "/Users/bulkId:ada", data: { active: false } },
    ],
  };
  expect(maskBody(bulk, standIns, false)).toEqual({
    Operations: [
      { method: "POST", path: "/Users", bulkId: "user-1", data: { userName: "user-1" } },
      { method: "PATCH", path: "/Users/bulkId:user-1", data: { active: false } },
    ],
  });
  const search = { filter: 'userName eq "ada"', attributes: ["userName"], startIndex: 1, count: 5 };
  expect(maskBody(search, standIns, false)).toEqual({ ...search, filter: 'userName eq "user-1"' });
});

test.each([
  ['userName eq "ada"', 'userName eq "user-1"'],
  ['userName eq "Ada"', 'userName eq "User-1"'],
  ["email eq ada@corp.com", "email eq user-1@people.example"],
  ["userName EQ 'ada' AND active eq true", "userName EQ 'user-1' AND active eq true"],
  ["displayName eq Case team of Ada", "displayName eq User 1"],
  ["displayName eq Ada and active eq true", "displayName eq User-1 and active eq true"],
  [
    '(title pr or userName sw "a\\"b") and id eq "W0123ABCDEF"',
    '(title pr or userName sw "user\\"1") and id eq "W0123ABCDEF"',
  ],
  ['userName eq "\\u0061da"', 'userName eq "user-1"'],
  ['userName eq "not closed', 'userName eq "user 1'],
  ['emails[value eq "ada@corp.com"]', 'emails[value eq "user-1@people.example"]'],
  ['adaField eq "x1"', 'member-1 eq "value-2"'],
  ['password eq "hunter22"', 'password eq "[redacted]"'],
  ["ada", "value-1"],
  ['members.value eq "W0123ABCDEF"', 'members.value eq "W0123ABCDEF"'],
  ["  userName  pr ", "  userName  pr "],
  ["", ""],
  ["active eq", "active eq"],
])("a filter keeps its notation: %s", (filter, wanted) => {
  expect(maskFilter(filter, new StandIns())).toBe(wanted);
});

test.each([
  ["emails", "emails"],
  ['emails[type eq "work"].value', 'emails[type eq "work"].value'],
  ['addresses[type eq "ada"].locality', 'addresses[type eq "type-1"].locality'],
  [`${enterprise}:department`, `${enterprise}:department`],
  ["ada.home", "member-1.member-2"],
  ["ada king", "member 1"],
])("a path of an operation keeps its form: %s", (path, wanted) => {
  expect(maskPath(path, new StandIns())).toBe(wanted);
});

test.each([
  [
    "/scim/v1/Users/W0123ABCDEF?count=5&startIndex=1",
    "/scim/v1/Users/W0123ABCDEF?count=5&startIndex=1",
  ],
  ["//scim/v1//Users/", "//scim/v1//Users/"],
  [
    "/scim/v1/Users?filter=userName+eq+%22ada%22&count=5",
    "/scim/v1/Users?filter=userName+eq+%22user-1%22&count=5",
  ],
  [
    "/scim/v1/Users?filter=userName%20eq%20%22ada%22",
    "/scim/v1/Users?filter=userName%20eq%20%22user-1%22",
  ],
  [
    "/scim/v1/Users?filter=filter=email%20eq%20ada%40corp.com",
    "/scim/v1/Users?filter=filter%3Demail%20eq%20user-1%40people.example",
  ],
  ["/scim/v1/Users/ada%40corp.com", "/scim/v1/Users/user-1%40people.example"],
  [
    "/scim/v1/Users?token=xoxp-1&ada=Ada",
    "/scim/v1/Users?token=%5Bredacted%5D&parameter-1=Parameter-1",
  ],
  ["/scim/v1/Users?attributes=userName,adaField", "/scim/v1/Users?attributes=userName%2Cmember-1"],
  ["/scim/v1/Users/%zzada?filter=%zzada#ada", "/scim/v1/Users/%zz?filter=%zz#"],
  ["/scim/v1/Schemas/urn:scim:schemas:core:1.0", "/scim/v1/Schemas/urn:scim:schemas:core:1.0"],
  ["https://ada:x@host.corp/scim/v2/Users/ada", "https://host.corp/scim/v2/Users/user-1"],
  ["https://corp.com/team/ada", "https://people.example/1"],
])("a URL keeps its segments and parameters: %s", (url, wanted) => {
  expect(maskUrl(url, new StandIns())).toBe(wanted);
});

describe("sentences", () => {
  const standIns = () => {
    const known = new StandIns();
    for (const value of ["ada.king", "ada.king@corp.com", "Ada King", "ada_king", "bela+x"])
      known.of(value, "userName");
    return known;
  };
  test.each([
    ["username_taken", "username_taken"],
    ["username_taken (username=ada.king)", "username_taken (username=user-1)"],
    ["email_taken (existing_user=W0123ABCDEF)", "email_taken (existing_user=W0123ABCDEF)"],
    ["The user Ada King already exists.", "The user User 1 already exists."],
    ["ada.king@corp.com: not a valid domain", "user-1@people.example: not a valid domain"],
    ["call +49 170 1234567", "call +1 201 555 0100"],
    [
      "Invalid value 'Bela' for attribute userName",
      "Invalid value 'User-3' for attribute userName",
    ],
    ["status 409", "status 409"],
    ["Ada King. ADA KING: taken", "User 1. USER 1: taken"],
    ["username_taken (user=bela+x)", "username_taken (user=user+2)"],
    ["ada_king", "user_1"],
  ])("%s", (text, wanted) => expect(maskSentence(text, standIns())).toBe(wanted));
});

test.each([
  ["zqada_lovelace: username taken", /^user-\d: username taken$/],
  ["zqada_lovelace", /^user-\d$/],
  ["Phone 415-867-5309 is not allowed", /^\S+ \d{3}-555-01\d\d is not allowed$/],
  ["5558675309 exists", /^9\d{6} exists$/],
  ["employee E0047119 ZQJANE7 exists", /^employee User-\d USER-\d exists$/],
  ["user Will May exists, owner Page", /^user User-\d User-\d exists, owner User-\d$/],
  ["Will May exists. Page too", /^User-\d User-\d exists. User-\d too$/],
  ["member 4711 exists", /^member 9\d{6} exists$/],
  ["The value must have at most 21 characters.", /^The value must have at most 21 characters\.$/],
  [
    "urn:scim:schemas:core:1.0 missing in schemas",
    /^urn:scim:schemas:core:1\.0 missing in schemas$/,
  ],
  ["name.givenName is required", /^name.givenName is required$/],
])("a sentence tells nothing of a person who was not met before: %s", (text, wanted) => {
  expect(maskSentence(text, new StandIns())).toMatch(wanted);
});

test("every error code of the embedded organisation stays", () => {
  const errorCodes = Object.keys(errorStatuses);
  expect(errorCodes.length).toBeGreaterThan(50);
  for (const code of errorCodes) {
    expect(maskSentence(`${code} (user=W0123ABCDEF)`, new StandIns())).toBe(
      `${code} (user=W0123ABCDEF)`,
    );
  }
});

test.each(["bad", "taken", "Domain", "long_username"])(
  "a person called like a word of error messages has one stand-in: %s",
  (userName) => {
    const standIns = new StandIns();
    const sent = maskBody({ userName }, standIns, false);
    const answer = maskBody({ detail: `email_invalid (user=${userName})` }, standIns, false);
    expect(sent).not.toEqual({ userName });
    const [standIn] = Object.values(Object(sent));
    expect(answer).toEqual({ detail: `email_invalid (user=${standIn})` });
    // In a sentence that stands before the name, too.
    const both = maskBody({ detail: `user ${userName}`, userName }, new StandIns(), false);
    expect(JSON.stringify(both)).not.toContain(`${userName}"`);
  },
);

test("texts that are too long to be read have one stand-in, and cost no more than others", () => {
  const detail = "zqada ".repeat(1000);
  const filter = `userName eq "${"zq".repeat(2000)}"`;
  const standIns = new StandIns();
  expect(maskBody([{ detail }, { filter }], standIns, false)).toEqual([
    { detail: "detail 1 " },
    { filter: 'filter "2' },
  ]);
  const many = Array.from({ length: 2000 }, (_, index) => ({ detail: `zq${index} `.repeat(200) }));
  const masked = JSON.stringify(maskBody(many, standIns, false));
  expect(masked).not.toContain("zq");
  // The first ones are read word for word, the others not.
  expect(masked.length).toBeLessThan(JSON.stringify(many).length / 2);
});

test("ids of paths and bodies stay in sentences, other texts of their form do not", () => {
  const standIns = new StandIns();
  const id = "2819c223-7f76-453a-919d-413861904646";
  maskUrl(`/scim/v2/Users/${id}`, standIns);
  maskBody({ id: "ZQ77", employeeNumber: "4711" }, standIns, false);
  expect(maskSentence(`user ${id} or ZQ77 not found`, standIns)).toBe(
    `user ${id} or ZQ77 not found`,
  );
  expect(maskSentence("user ZQ78 or 4711 not found", standIns)).toMatch(
    /^user USER-\d or 9000001 not found$/,
  );
  expect(maskUrl("/scim/v2/Users/4711", standIns)).toBe("/scim/v2/Users/9000001");
});

test.each([
  ['employeeNumber eq "4711"', { employeeNumber: "4711" }],
  ["employeeNumber eq 4711", { employeeNumber: 4711 }],
  ['employeeNumber eq "1"', { employeeNumber: 1 }],
  ['userName eq "007"', { userName: "007" }],
])("a number has one stand-in in filters and bodies: %s", (filter, body) => {
  const standIns = new StandIns();
  const masked = maskFilter(filter, standIns);
  const [value] = Object.values(Object(maskBody(body, standIns, false)));
  expect(value).not.toEqual(Object.values(body)[0]);
  expect(masked.replace(/^.* "?|"$/g, "")).toBe(String(value));
});

test.each([
  "active eq 1",
  "active eq true",
  "title eq null",
  'meta.created gt "2024-01-02T03:04:05Z"',
])("a flag, a blank and a date of meta stay in a filter: %s", (filter) =>
  expect(maskFilter(filter, new StandIns())).toBe(filter),
);

describe("a filter with a part of a value finds the same people by the stand-ins", () => {
  const people = [
    { userName: "ada.king", email: "ada.king@corp.com" },
    { userName: "Bela", email: "Bela@corp.com" },
  ];
  const matches = (filter: string, all: typeof people) => {
    const [, attribute, operator, text = ""] =
      /^(userName|email) (co|sw|ew) "(.*)"$/.exec(filter) ?? [];
    return all.map((person) => {
      const value = person[attribute === "email" ? "email" : "userName"].toLowerCase();
      const part = text.toLowerCase();
      if (operator === "co") return value.includes(part);
      return operator === "sw" ? value.startsWith(part) : value.endsWith(part);
    });
  };
  const filters = [
    'email co "@corp.com"',
    'email co "corp.com"',
    'email ew "@corp.com"',
    'email ew "CORP.com"',
    'email sw "ada.king@"',
    'email sw "ada.king@co"',
    'email sw "ada.king@corp.com"',
    'email co "@co"',
    'userName sw "ada.king"',
    'userName co "bela"',
    'userName ew "zq"',
    'email co "@"',
  ];
  test.each(filters)("%s", (filter) => {
    for (const isSearchFirst of [true, false]) {
      const standIns = new StandIns();
      const first = isSearchFirst ? maskFilter(filter, standIns) : "";
      const masked = people.map(({ userName, email }) => ({
        userName: standIns.of(userName, "userName"),
        email: standIns.of(email, "emails"),
      }));
      const asked = first || maskFilter(filter, standIns);
      expect(matches(asked, masked)).toEqual(matches(filter, people));
    }
  });

  test("a domain is not told from the end of a name before an address has it", () => {
    const standIns = new StandIns();
    expect(maskFilter('email co "home.zqcompany"', standIns)).toBe('email co "user-1"');
    standIns.of("chidi.o@home.zqcompany", "emails");
    expect(maskFilter('displayName ew "Home.zqcompany"', standIns)).toBe(
      'displayName ew "people.example"',
    );
  });

  test("a search by a part of an address takes no stand-in from the address", () => {
    const standIns = new StandIns();
    maskFilter('email sw "ada@corp"', standIns);
    expect(standIns.of("ada@corp.com", "emails")).toBe("user-1@people.example");
    expect(standIns.of("ada", "userName")).toBe("user-1");
  });
});

test("the country stays where it is a code, and the rest of a place does not", () => {
  const place = { country: "DE", postalCode: "10115", region: "BE", locality: "Zqtown" };
  expect(maskBody({ addresses: [place, { country: "Zqland" }] }, new StandIns(), false)).toEqual({
    addresses: [
      { country: "DE", postalCode: "9000001", region: "REGION-1", locality: "Locality-2" },
      { country: "Country-3" },
    ],
  });
});

test("a discovery document stays readable", () => {
  const standIns = new StandIns();
  standIns.of("ada.king", "userName");
  const document = {
    documentationUri: "https://docs.corp.com",
    name: "User Account",
    x: "ada.king",
  };
  expect(maskDocument([document, "help@corp.com"], standIns)).toEqual([
    { ...document, x: "user-1" },
    expect.stringMatching(/^(?:user|text)-2@people\.example$/),
  ]);
});

const secret = fc
  .tuple(fc.stringMatching(/^[a-z .@'"\\]{0,3}$/), fc.stringMatching(/^[a-z0-9]{0,4}$/))
  .map(([before, after]) => `${before}Zqx${after}`);
const keyOf = fc.oneof(
  fc.constantFrom(
    ...[
      "userName",
      "emails",
      "value",
      "display",
      "displayName",
      "name",
      "title",
      "members",
      "path",
    ],
    ...["detail", "description", "Errors", "filter", "location", "schemas", "Operations", "op"],
    ...["type", "id", "externalId", "attributes", "meta", "$ref", "status", enterprise],
  ),
  secret,
);
const body = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    secret,
    fc.boolean(),
    fc.constant(null),
    tie("list"),
    tie("object"),
  ),
  list: fc.array(tie("any"), { maxLength: 4 }),
  object: fc.dictionary(keyOf, tie("any"), { maxKeys: 5 }),
})).any;

/** The structure of a value: its types, without texts and names of members. */
const structureOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(structureOf);
  if (typeof value !== "object" || value === null) return value === null ? null : typeof value;
  return Object.values(value).map(structureOf);
};

test("nothing of a value is left anywhere, and the structure stays", () => {
  fc.assert(
    fc.property(body, fc.boolean(), (json, isGroup) => {
      const standIns = new StandIns();
      const masked = maskBody(json, standIns, isGroup);
      expect(JSON.stringify(masked)).not.toMatch(/zqx/i);
      expect(structureOf(masked)).toEqual(structureOf(json));
      expect(maskBody(json, standIns, isGroup)).toEqual(masked);
    }),
    { numRuns: 500 },
  );
});

test("nothing of a filter is left, valid or not", () => {
  const piece = fc.oneof(
    secret,
    secret.map((text) => JSON.stringify(text)),
    fc.constantFrom(
      " ",
      " eq ",
      " and ",
      "(",
      ")",
      "[",
      "]",
      "userName",
      "'",
      '"',
      "\\",
      "pr",
      "=",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const filter = pieces.join("");
      expect(maskFilter(filter, new StandIns())).not.toMatch(/zqx/i);
      const url = `/scim/v1/Users?filter=${encodeURIComponent(filter)}`;
      const masked = maskUrl(url, new StandIns());
      expect(decodeURIComponent(masked)).not.toMatch(/zqx/i);
      expect(masked.startsWith("/scim/v1/Users?filter=")).toBe(true);
    }),
    { numRuns: 500 },
  );
});
