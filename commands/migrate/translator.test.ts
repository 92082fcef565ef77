import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { violations } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import type { RecordedRequest } from "./request.ts";
import { rules } from "./rules/index.ts";
import type { Translation } from "./translation.ts";
import { Translator } from "./translator.ts";

type Sent = Omit<RecordedRequest, "source">;

/** A case and its whole translation but for texts: what to compare with when a rule changes. */
interface Case {
  id: string;
  /** Requests that were sent before. */
  before?: Sent[];
  v1: Sent;
  form: string;
  status: Translation["status"];
  v2: Translation["v2"];
  warnings: string[];
  differences: string[];
}

interface Example extends Omit<Case, "form" | "status"> {
  /** Wrong translations. */
  mustNot?: NonNullable<Translation["v2"]>[];
}

function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
}

const examples = fixture<Example[]>("./fixtures/examples.json");
const cases = fixture<Case[]>("./fixtures/cases.json");

const recorded = (request: Sent, entry = 1): RecordedRequest => ({
  source: { file: "traffic.har", entry },
  ...request,
});

function translated(
  { v1, before = [] }: Pick<Case, "v1" | "before">,
  by = new Translator(),
): Translation {
  for (const request of before) by.translate(recorded(request));
  return by.translate(recorded(v1));
}

const codes = ({ warnings }: Translation) => warnings.map(({ code }) => code);

describe("the examples", () => {
  test.each(examples)("$id", ({ v1, v2, warnings, differences, mustNot = [] }) => {
    const translation = translated({ v1 });
    expect(translation.v2).toEqual(v2);
    for (const wrong of mustNot) expect(translation.v2).not.toEqual(wrong);
    expect(codes(translation)).toEqual(expect.arrayContaining(warnings));
    expect(translation.differences).toEqual(expect.arrayContaining(differences));
    expect(translation.status).not.toBe("same");
  });
});

/** What of a translation a case fixes. */
const fixed = (translation: Translation) => ({
  form: translation.form,
  status: translation.status,
  v2: translation.v2,
  warnings: codes(translation),
  differences: translation.differences,
});

describe("the cases", () => {
  test.each(cases)("$id", (one) => {
    const { form, status, v2, warnings, differences } = one;
    expect(fixed(translated(one))).toEqual({ form, status, v2, warnings, differences });
  });
});

test.each(rules)("a translation without the rule $id is wrong in some case", (rule) => {
  const without = rules.filter((other) => other !== rule);
  const noticed = [...examples, ...cases].filter(
    (one) =>
      !isDeepStrictEqual(
        fixed(translated(one)),
        fixed(translated(one, new Translator({ rules: without }))),
      ),
  );
  expect(noticed.map(({ id }) => id)).not.toEqual([]);
});

test("a rule has a permanent id", () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z-]+\/[a-z0-9.-]+$/);
});

/** Every operation that a translation writes. */
function operationsOf({ v2 }: Pick<Translation, "v2">): Record<string, unknown>[] {
  return (v2 ?? []).flatMap(({ body }) => {
    const operations: unknown = isObject(body) ? body.Operations : undefined;
    return Array.isArray(operations) ? operations.filter(isObject) : [];
  });
}

/** Any JSON, with the names and texts that decide something in it. */
const word = fc.constantFrom(
  ..."schemas active meta attributes emails members operation delete value primary name givenName".split(
    " ",
  ),
  ..."Operations op path remove replace add title roles addresses phoneNumbers password __proto__".split(
    " ",
  ),
  "urn:scim:schemas:extension:enterprise:1.0",
  "urn:scim:schemas:extension:slack:guest:1.0",
  "urn:scim:schemas:core:1.0",
  " ",
  "true",
);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(word, fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof({ weight: 4, arbitrary: word }, { weight: 1, arbitrary: fc.string() }),
      tie("value"),
      { maxKeys: 5 },
    ),
  ),
})).value;

const filter = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."userName email restricted eq Eq and or ( ) 'a' \"b\" x pr".split(" ")),
      fc.string(),
    ),
  )
  .map((words) => words.join(" "));
const anyRequest: fc.Arbitrary<Sent> = fc.record(
  {
    method: fc.oneof(
      fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "patch"),
      fc.string(),
    ),
    path: fc.oneof(
      fc.constantFrom(
        "/scim/v1/Users",
        "/scim/v1/Users/W1",
        "/scim/v1/Groups/S1",
        "/scim/v1//Groups/",
        "/scim/v1",
      ),
      fc
        .tuple(filter, fc.boolean())
        .map(
          ([text, encode]) =>
            `/scim/v1/Users?filter=${encode ? encodeURIComponent(text.replace(/\p{Surrogate}/gu, "")) : text}`,
        ),
      fc.string(),
    ),
    body: json,
    answer: fc.record({ status: fc.constantFrom(200, 204, 400, 429, 500), body: json }),
    headers: fc.record({ "x-http-method-override": fc.constantFrom("PATCH", "x") }),
  },
  { requiredKeys: ["method", "path"] },
);

test("any request gives a valid line, always the same, and no forbidden operation", () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const { answer: _, ...line } = translated({ v1: request });
      const written = JSON.parse(JSON.stringify({ source: { file: "a", entry: 1 }, ...line }));
      expect(violations("suite/migration-line", written)).toEqual([]);
      expect(translated({ v1: request })).toMatchObject(line);
      for (const { op, path, value } of operationsOf(translated({ v1: request }))) {
        expect(["add", "replace", "remove"]).toContain(op);
        expect(path).toEqual(expect.any(String));
        expect(path).not.toBe("");
        if (path === "members") expect(op === "remove" && value !== undefined).toBe(false);
        expect(op === "replace" && /^urn:ietf:.*:User$/.test(String(path))).toBe(false);
      }
      if (line.status === "no-equivalent" || line.status === "unreadable")
        expect(line.v2).toBeNull();
      else expect(line.v2).not.toBeNull();
    }),
    { numRuns: 2000 },
  );
});

test("a PATCH of 1.1 never becomes one that replaces a list, and removals come first", () => {
  const partial = json.filter(
    (body) => isObject(body) && !Object.keys(body).some((name) => /^operations$/i.test(name)),
  );
  fc.assert(
    fc.property(partial, fc.constantFrom("Users/W1", "Groups/S1"), (body, path) => {
      const operations = operationsOf(
        translated({ v1: { method: "PATCH", path: `/scim/v1/${path}`, body } }),
      );
      const kinds = operations.map(({ op }) => (op === "remove" ? "remove" : "change"));
      expect(kinds).toEqual([...kinds].sort().reverse());
      for (const { op, path: at, value } of operations) {
        if (!/^(?:emails|phoneNumbers|photos|roles|addresses|members)$/.test(String(at))) continue;
        expect(op).not.toBe("replace");
        expect(JSON.stringify(value ?? null)).not.toContain('"operation":');
      }
    }),
    { numRuns: 1000 },
  );
});

describe("nothing of the input gets into forms and texts", () => {
  const secret = "s3cret-Value";
  const hostile: Sent[] = [
    { method: secret, path: `/scim/v1/${secret}/${secret}` },
    { method: "GET", path: `/scim/v1/Users?filter=${secret}%20eq%20%22${secret}%22&${secret}=1` },
    {
      method: "PATCH",
      path: `/scim/v1/Users/${secret}`,
      headers: { "x-http-method-override": secret },
      body: {
        [secret]: { [secret]: secret },
        meta: { attributes: [secret, `urn:scim:schemas:extension:enterprise:1.0.${secret}`] },
        emails: [{ [secret]: 1 }, secret],
        [`urn:${secret}`]: 1,
      },
    },
    {
      method: "PATCH",
      path: "/scim/v1/Users/W1",
      body: { Operations: [{ op: secret, path: `${secret}[${secret}]`, value: secret }] },
    },
  ];

  test.each(hostile)("$method", (request) => {
    const { form, warnings, answer } = translated({ v1: request });
    expect(JSON.stringify([form, warnings, answer])).not.toContain(secret);
  });

  test("a password and a token in an address are written nowhere", () => {
    const written = JSON.stringify([
      translated({ v1: { method: "POST", path: "/scim/v1/Users", body: { Password: secret } } }),
      translated({ v1: { method: "POST", path: "/scim/v1/Groups", body: { password: secret } } }),
      translated({
        v1: { method: "PATCH", path: "/scim/v1/Users/W1", body: { password: [secret] } },
      }),
      translated({
        v1: {
          method: "PATCH",
          path: "/scim/v1/Users/W1",
          body: {
            Operations: [
              { op: "add", path: "password", value: secret },
              { op: "add", value: { password: secret } },
            ],
          },
        },
      }),
      translated({
        v1: { method: "GET", path: `/scim/v1/Users?access_token=${secret}&%74oken=${secret}` },
      }),
      translated({ v1: { method: "GET", path: `/scim/v3?token=${secret}` } }),
    ]);
    expect(written).not.toContain(secret);
  });
});

describe("every recorded line of Slack's Python SDK", () => {
  interface Line {
    method: string;
    url: string;
    body?: string;
    status: number;
  }
  const lines = fixture<Line[]>("../../mock/fixtures/python-slack-sdk-requests.json").filter(
    ({ url }) => url.startsWith("/scim/v1"),
  );
  const translator = new Translator();
  const statuses = lines.map(({ method, url, body, status }, index) => {
    const request = {
      method,
      path: url,
      answer: { status },
      ...(body === undefined ? {} : { body: JSON.parse(body) }),
    };
    return { status, translation: translator.translate(recorded(request, index + 1)) };
  });

  test("has a status, which its own answer decides", () => {
    expect(statuses.length).toBe(150);
    for (const { status, translation } of statuses) {
      expect(translation.status === "never-worked").toBe(status >= 400);
      expect(translation.status).not.toBe("unreadable");
    }
    const count = (wanted: string) =>
      statuses.filter(({ translation }) => translation.status === wanted).length;
    expect({
      same: count("same"),
      rewritten: count("rewritten"),
      none: count("no-equivalent"),
    }).toEqual({ same: 70, rewritten: 60, none: 1 });
  });

  test("has no URN of 1.1 afterwards", () => {
    for (const { translation } of statuses) {
      expect(JSON.stringify(translation.v2)).not.toContain("urn:scim:");
    }
  });
});

test("a deeply nested body is unreadable, not an error", () => {
  let body: unknown = "x";
  for (let depth = 0; depth < 100_000; depth += 1) body = [body];
  const { status, v1 } = translated({
    v1: { method: "POST", path: "/scim/v1/Users", body: { a: body } },
  });
  expect(status).toBe("unreadable");
  expect(v1).not.toHaveProperty("body");
});

test("a huge filter and a huge list of names take no longer than their length", () => {
  const filters = ["(".repeat(200_000), `${"userName eq a and ".repeat(50_000)}userName pr`];
  for (const text of filters) {
    const { status, v2 } = translated({
      v1: { method: "GET", path: `/scim/v1/Users?filter=${text}` },
    });
    expect(status).not.toBe("unreadable");
    expect(v2).toHaveLength(1);
  }
  const attributes = Array.from({ length: 20_000 }, () => "title");
  const { v2 } = translated({
    v1: { method: "PATCH", path: "/scim/v1/Users/W1", body: { meta: { attributes } } },
  });
  expect(operationsOf({ v2 })).toEqual([{ op: "remove", path: "title" }]);
});

test("what a reader could not read is unreadable, and says why", () => {
  const { status, v2, warnings } = translated({
    v1: { method: "POST", path: "/scim/v1/Users", unreadable: "The body is not JSON." },
  });
  expect({ status, v2, warnings }).toEqual({
    status: "unreadable",
    v2: null,
    warnings: [{ code: "unreadable", text: "The body is not JSON." }],
  });
});

describe("a filtered GET before a write", () => {
  const search: Sent = {
    method: "GET",
    path: "/scim/v1/Users?filter=email%20eq%20ada@people.example",
    answer: { status: 200, body: { Resources: [{ id: "W1" }] } },
  };
  const write: Sent = { method: "PATCH", path: "/scim/v1/Users/W1", body: { active: false } };
  const read = (id: number): Sent => ({ method: "GET", path: `/scim/v1/Users/X${id}` });
  const reads = (count: number) => Array.from({ length: count }, (_, id) => read(id));
  const warned = (before: Sent[], v1: Sent) =>
    codes(translated({ before, v1 })).includes("stranger-if-filter-ignored");

  test.each<[string, boolean, Sent[], Sent]>([
    ["directly before", true, [search], write],
    [
      "shortly before a write to another user",
      true,
      [search, ...reads(5)],
      { ...write, path: "/scim/v1/Users/W2" },
    ],
    ["long before a write to what was found", true, [search, ...reads(50)], write],
    [
      "long before a write to another user",
      false,
      [search, ...reads(50)],
      { ...write, path: "/scim/v1/Users/W2" },
    ],
    ["very long before", false, [search, ...reads(200)], write],
    [
      "long before, and another client searched meanwhile",
      true,
      [
        search,
        ...reads(5),
        { ...search, answer: { status: 200, body: { Resources: [] } } },
        ...reads(20),
      ],
      write,
    ],
    [
      "long before what was found becomes a member of a group",
      true,
      [search, ...reads(50)],
      { method: "PATCH", path: "/scim/v1/Groups/S1", body: { members: [{ value: "W1" }] } },
    ],
    ["without a filter", false, [{ ...search, path: "/scim/v1/Users" }], write],
    ["before a read", false, [search], read(1)],
  ])("%s: %s", (_what, expected, before, v1) => expect(warned(before, v1)).toBe(expected));
});

test("another base path, and what stands before it", () => {
  const by = new Translator({ basePath: "/api/directory/v1/" });
  const path = "/gateway/api/directory/v1/Users/W1";
  expect(translated({ v1: { method: "GET", path } }, by).v2).toEqual([
    { method: "GET", path: "/gateway/api/directory/v2/Users/W1" },
  ]);
});
