import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type SchemaName, violations } from "../../schemas/index.ts";
import { requestMutationArbitrary, requestMutations } from "../index.ts";
import { describeObligations } from "../obligations.ts";
import { flaws, type RequestKind } from "./mutation.ts";

const emails = [{ value: "a@b.example", primary: true }];
const valid = {
  "1.1": {
    user: { schemas: ["urn:scim:schemas:core:1.0"], userName: "a", emails },
    group: { schemas: ["urn:scim:schemas:core:1.0"], displayName: "a", members: [] },
    patch: { schemas: ["urn:scim:schemas:core:1.0"], title: "a" },
  },
  "2.0": {
    user: { schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], userName: "a", emails },
    group: {
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"],
      displayName: "a",
      members: [],
    },
    patch: {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
      Operations: [{ op: "replace", path: "title", value: "a" }],
    },
  },
} as const;

const schemaOf: Record<RequestKind, string> = {
  user: "user-create",
  group: "group-create",
  patch: "user-patch",
};

describe.each(["1.1", "2.0"] as const)("invalid requests of %s", (version) => {
  const due = requestMutations.filter((mutation) => mutation.due[version]);
  const schemaName = (kind: RequestKind) => `slack/v${version}/${schemaOf[kind]}` as SchemaName;
  const standardName = (kind: RequestKind) => `v${version}/${schemaOf[kind]}` as SchemaName;

  test.each(["user", "group", "patch"] as const)("the valid %s is valid", (kind) => {
    expect(violations(schemaName(kind), valid[version][kind])).toEqual([]);
  });

  test.each(due.map((mutation) => [mutation.kind, mutation.name, mutation] as const))(
    "%s: %s",
    (kind, _, { mutate, breaks, flaw }) => {
      const body = valid[version][kind];
      const before = JSON.stringify(body);
      const mutated = mutate(body);
      expect(JSON.stringify(body)).toBe(before);
      expect(JSON.stringify(mutated)).not.toBe(before);
      if (typeof mutated === "string") {
        if (flaw === "malformed JSON") expect(() => JSON.parse(mutated)).toThrow(SyntaxError);
      } else if (breaks) {
        const names = [schemaName(kind), standardName(kind)];
        const broken = names.flatMap((name) => violations(name, mutated));
        expect(broken).toContainEqual(expect.objectContaining(breaks));
      }
    },
  );

  describeObligations("requestMutationArbitrary", {
    arbitrary: () => requestMutationArbitrary({ version, kind: "user" }),
    violations: (mutation) => (mutation.due[version]?.codes.length ? [] : ["no code"]),
    minimal: "no schemas",
    minimalPart: ({ name }) => name,
    classes: Object.fromEntries(
      flaws.map((flaw) => [flaw, (mutation: { flaw: string }) => mutation.flaw === flaw]),
    ),
  });

  test("every named way occurs in 300 draws", () => {
    for (const kind of ["user", "group", "patch"] as const) {
      const drawn = fc.sample(requestMutationArbitrary({ version, kind }), {
        seed: 1,
        numRuns: 300,
      });
      const names = due.filter((mutation) => mutation.kind === kind).map(({ name }) => name);
      expect(new Set(drawn.map(({ name }) => name)).size).toBe(names.length);
    }
  });
});

test("names are unique among the requests of one version and kind", () => {
  for (const version of ["1.1", "2.0"] as const) {
    const names = requestMutations
      .filter(({ due }) => due[version])
      .map(({ kind, name }) => `${kind} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  }
});
