import { describe, expect, test } from "vitest";
import { fixtures, isJson } from "../testing/schemas/fixtures.ts";
import { schemaDocument } from "./documents.ts";
import { schemaNames } from "./names.ts";
import { type ValidatedKind, validate } from "./validate.ts";

const versions = ["1.1", "2.0"] as const;

function isKind(kind: string): kind is ValidatedKind {
  return kind !== "guest" && kind !== "profile";
}

const bodies = [...fixtures].flatMap(([name, { valid }]) =>
  versions.flatMap((version) => {
    const start = `slack/v${version}/`;
    const kind = name.slice(start.length);
    return name.startsWith(start) && isKind(kind) ? [{ name, version, kind, valid }] : [];
  }),
);

test.each(bodies)(
  "known behaviour of Slack violates the standard in $name only as its facts say",
  ({ version, kind, valid }) => {
    for (const value of valid) {
      const { slack, unexplained } = validate(version, kind, value);
      expect({ slack, unexplained }).toEqual({ slack: [], unexplained: [] });
    }
  },
);

test("every deviation that a schema lists occurs in a fixture", () => {
  const seen = new Set(
    bodies.flatMap(({ version, kind, valid }) =>
      valid.flatMap((value) =>
        validate(version, kind, value).deviations.map(
          ({ rule, standard }) => `${rule} ${standard}`,
        ),
      ),
    ),
  );
  const listed = new Set<string>();
  const walk = (node: unknown): void => {
    if (!isJson(node)) return;
    for (const [key, value] of Object.entries(node))
      if (key !== "x-deviation") walk(value);
      else if (Array.isArray(value))
        for (const { rule, standard } of value) listed.add(`${rule} ${standard}`);
  };
  for (const name of schemaNames) walk(schemaDocument(name));
  expect([...listed].filter((note) => !seen.has(note))).toEqual([]);
});

describe("an error of version 2.0", () => {
  const error = {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
    detail: "missing_schema_element",
  };

  test("with a number as status is Slack's documented deviation", () => {
    const { standard, slack, deviations, unexplained } = validate("2.0", "error", {
      ...error,
      status: 400,
    });
    expect(standard).toHaveLength(1);
    expect({ slack, unexplained }).toEqual({ slack: [], unexplained: [] });
    expect(deviations).toEqual([
      {
        path: "/status",
        rule: "type",
        fact: "FACT-ERROR-04 DOC",
        standard: "RFC 7644 §3.12: status is a string",
      },
    ]);
  });

  test("with true as status is an unexplained violation", () => {
    const { slack, deviations, unexplained } = validate("2.0", "error", { ...error, status: true });
    expect(deviations).toEqual([]);
    expect(slack.map(({ path }) => path)).toEqual(["/status"]);
    expect(unexplained.map(({ path }) => path)).toEqual(["/status"]);
  });

  test("with a string as status conforms to the standard, but not to Slack's documentation", () => {
    const { standard, slack } = validate("2.0", "error", { ...error, status: "400" });
    expect(standard).toEqual([]);
    expect(slack.map(({ path }) => path)).toEqual(["/status"]);
  });

  test("in the form of version 1.1 is valid for the authentication layer only", () => {
    const body = { Errors: { description: "invalid_authentication", code: 401 } };
    const { slack, unexplained, deviations } = validate("2.0", "authentication-error", body);
    expect({ slack, unexplained }).toEqual({ slack: [], unexplained: [] });
    expect(deviations.map(({ path }) => path).sort()).toEqual(["/Errors", "/schemas", "/status"]);
    expect(validate("2.0", "error", body).slack).not.toEqual([]);
  });
});

test("an offset without a colon is a deviation of startDate only when there is one", () => {
  const profile = "urn:ietf:params:scim:schemas:extension:slack:profile:2.0:User";
  const user = fixtures.get("slack/v2.0/user-long")?.valid[0];
  const withDate = (startDate: string) =>
    validate("2.0", "user", { ...(isJson(user) ? user : {}), [profile]: { startDate } }).deviations;
  const paths = (startDate: string) =>
    withDate(startDate).filter(({ path }) => path.endsWith("/startDate"));
  expect(paths("2024-04-10T00:00:00+0000").map(({ fact }) => fact)).toEqual(["FACT-USER-45 DOC"]);
  expect(paths("2024-04-10T00:00:00Z")).toEqual([]);
});

test("a version without such a resource throws an error that says so", () => {
  expect(() => validate("1.1", "resource-type", {})).toThrow("slack/v1.1/resource-type");
});
