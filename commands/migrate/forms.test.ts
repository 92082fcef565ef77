import { expect, test } from "vitest";
import type { MigrationLine } from "../../schemas/index.ts";
import { byDanger, mostDangerous } from "./dangers.ts";
import { Forms } from "./forms.ts";

const line = (more: Partial<MigrationLine>): MigrationLine => ({
  source: { file: "a", entry: 1 },
  form: "PATCH /Users/{id} {title}",
  status: "rewritten",
  v1: { method: "PATCH", path: "/scim/v1/Users/W1" },
  v2: [{ method: "PATCH", path: "/scim/v2/Users/W1" }],
  warnings: [],
  differences: [],
  ...more,
});

test("a form keeps every text of a warning, with the number of requests that have it", () => {
  const forms = new Forms();
  const renamed = (block: string) => ({ code: "urn-renamed", text: `The ${block} extension.` });
  forms.add(line({ warnings: [renamed("guest"), renamed("enterprise")] }), []);
  forms.add(line({ warnings: [renamed("guest")] }), []);
  expect(forms.list()[0]?.warnings).toEqual([
    { code: "urn-renamed", text: "The guest extension.", count: 2 },
    { code: "urn-renamed", text: "The enterprise extension.", count: 1 },
  ]);
});

test("of two forms with one danger, the one that works today comes first", () => {
  const forms = new Forms();
  const warnings = [{ code: "stranger-if-filter-ignored", text: "A stranger." }];
  const never = { code: "never-worked", text: "Rejected." };
  forms.add(line({ form: "never", status: "never-worked", warnings: [...warnings, never] }), []);
  forms.add(line({ form: "works", warnings }), []);
  forms.add(line({ form: "decide", status: "changes-meaning", warnings }), []);
  const sorted = byDanger(forms.list());
  expect(sorted.map(({ form }) => form)).toEqual(["decide", "works", "never"]);
  expect(mostDangerous(sorted)[0]?.form).toBe("decide");
});

test("a form that 1.1 rejected as a duplicate is no danger: 2.0 rejects it too", () => {
  const forms = new Forms();
  const warnings = [{ code: "already-exists", text: "Taken." }];
  forms.add(line({ form: "duplicate", status: "never-worked", warnings }), []);
  expect(mostDangerous(byDanger(forms.list()))).toEqual([]);
});
