import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { fixtures, invalidValue, parts } from "../testing/schemas/fixtures.ts";
import { violations } from "./compile.ts";
import { schemaNames } from "./names.ts";

test("every schema has fixtures, and every fixture a schema", () => {
  const files = readdirSync(new URL("./fixtures/", import.meta.url), { recursive: true })
    .map((file) => String(file).replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".json") && !file.startsWith("recorded/"))
    .map((file) => file.replace(/\.json$/, ""));
  expect(files.sort()).toEqual(schemaNames.filter((name) => !parts.includes(name)).sort());
});

test.each([...fixtures])(
  "%s accepts valid values, and names the rule that an invalid one violates",
  (name, { valid, invalid }) => {
    expect(valid.flatMap((value) => violations(name, value))).toEqual([]);
    for (const one of invalid) {
      const broken = violations(name, invalidValue(valid, one)).map((violation) => ({
        rule: violation.rule,
        path: violation.path,
        at: violation.location,
        member: violation.rule === "required" ? violation.member : undefined,
      }));
      const { rule, path, at, member } = one;
      expect(broken).toContainEqual({ rule, path, at, member });
    }
  },
);
