import { expect, test } from "vitest";
import { rules } from "../../commands/migrate/rules/index.ts";
import { differences as catalogue } from "../../suites/differences/catalogue.ts";

test("every rule of the translation names differences of the catalogue", () => {
  const known = new Set(catalogue.map(({ id }) => id));
  const unknown = rules.flatMap(({ id, differences }) =>
    differences.filter((each) => !known.has(each)).map((each) => `${id} names ${each}`),
  );
  expect(unknown).toEqual([]);
});
