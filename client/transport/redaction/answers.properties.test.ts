import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Redaction } from "../redaction.ts";

const gate = () =>
  new Redaction({ secrets: [], ownEmailDomain: "run.example", ownNamePrefix: "scimct-ab1" });

function answered(body: string, redaction = gate()): string {
  const { response } = redaction.attempt({
    startedAt: new Date(0),
    durationMs: 1,
    attempt: 1,
    request: { method: "GET", url: "https://api.example/scim/v2/Users", headers: {} },
    response: { status: 200, headers: {}, body },
  });
  return response?.body ?? "";
}

/** A mark in each text with personal data, and nowhere else. */
const marker = "zqmarker";
const marked = fc
  .tuple(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }))
  .map(([before, after]) => `${before}${marker}${after}`);
const memberNames = fc.oneof(
  fc.constantFrom(
    ...[
      "id",
      "type",
      "value",
      "display",
      "$ref",
      "primary",
      "active",
      "meta",
      "schemas",
      "location",
    ],
    ...[
      "emails",
      "groups",
      "members",
      "manager",
      "name",
      "userName",
      "detail",
      "Errors",
      "version",
    ],
    ...["Resources", "status", "urn:acme:x:1.0", "attributes", "patch", "created", "resourceType"],
  ),
  fc.stringMatching(/^[a-z]{1,8}$/),
);
/** Any JSON in which every text is a marked one. */
const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    marked,
    fc.constantFrom(null, true, false, 7, "", " "),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(memberNames, tie("value"), { maxKeys: 6 }),
  ),
}));
const strangers = fc
  .tuple(fc.dictionary(memberNames, anything, { maxKeys: 8 }), marked)
  .map(([members, userName]): Record<string, unknown> => ({ ...members, userName }));

describe("of any resource that the run did not create", () => {
  test("no text is left, and its structure stays", () => {
    fc.assert(
      fc.property(strangers, (user) => {
        const body = answered(JSON.stringify({ totalResults: 1, Resources: [user] }));
        expect(body).not.toContain(marker);
        expect(shape(JSON.parse(body).Resources[0])).toEqual(shape(user));
      }),
      { numRuns: 1000 },
    );
  });

  test("no text is left at any point of truncation", () => {
    fc.assert(
      fc.property(strangers, fc.nat(), (user, at) => {
        const text = JSON.stringify({ Resources: [user] });
        expect(answered(text.slice(0, 15 + (at % (text.length - 15))))).not.toContain(marker);
      }),
      { numRuns: 1000 },
    );
  });

  test("hiding it once more changes nothing", () => {
    fc.assert(
      fc.property(strangers, (user) => {
        const redaction = gate();
        const once = answered(JSON.stringify(user), redaction);
        expect(answered(once, redaction)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});

test("any resource of the run is unchanged, except for names of others", () => {
  const names = fc
    .stringMatching(/^[a-z]{1,8}$/)
    .filter((name) => !["meta", "groups", "members", "password", "token"].includes(name));
  const own = fc
    .dictionary(names, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 8 })
    .map((members) => ({ ...members, id: "U1", userName: "scimct-ab11", emails: [] }))
    .filter((user) => !/@|xox/.test(JSON.stringify(user)));
  fc.assert(
    fc.property(own, (user) => {
      expect(answered(JSON.stringify(user))).toBe(JSON.stringify(JSON.parse(JSON.stringify(user))));
    }),
    { numRuns: 1000 },
  );
});

/** The types of all values; the names of members unchanged. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== "object" || value === null) return value === null ? null : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shape(part)]));
}
