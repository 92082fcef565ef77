import { expect, test } from "vitest";
import { newRunTag } from "./run-tag.ts";

test("runs that start at the same time have different tags of equal length", () => {
  const tags = Array.from({ length: 20 }, newRunTag);
  expect(new Set(tags).size).toBe(20);
  for (const tag of tags) expect(tag).toMatch(/^[a-z0-9]{5}$/);
});
