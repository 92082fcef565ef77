import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { versions } from "../../client/index.ts";
import { variations } from "./index.ts";

test("the documents count each variation once for each version that it is tested in", () => {
  const runs = variations.reduce((sum, { versions: own = versions }) => sum + own.length, 0);
  const text = readFileSync(new URL("../../docs/third-party-servers.md", import.meta.url), "utf8");
  expect(/the complete server in (\d+) variations/.exec(text)?.[1]).toBe(String(runs));
});
