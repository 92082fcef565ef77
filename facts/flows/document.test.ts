import { expect, test } from "vitest";
import { differences } from "../../suites/differences/catalogue.ts";
import { providersDocument } from "./document.ts";
import { flows } from "./index.ts";
import { providers } from "./providers.ts";

test("docs/identity-providers.md is what the flows say (npm run generate:facts writes it anew)", async () => {
  await expect(providersDocument()).toMatchFileSnapshot("../../docs/identity-providers.md");
});

test("each flow has its own id, and is on the page once", () => {
  const ids = flows.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(providers.flatMap((provider) => provider.flows).sort()).toEqual([...ids].sort());
});

test("each difference that the page names exists", () => {
  const known = new Set<string>(differences.map(({ id }) => id));
  const named = providers.flatMap(({ watch }) => watch.flatMap((each) => each.differences));
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});

test("each flow, each step and each source says where it is from", () => {
  for (const { id, sources, steps, facts: named } of flows) {
    expect(sources.length, id).toBeGreaterThan(0);
    expect(sources.filter(({ where, date }) => !where || !/^20\d\d-\d\d/.test(date))).toEqual([]);
    expect(named.length, id).toBeGreaterThan(0);
    expect(new Set(named).size, id).toBe(named.length);
    expect(steps.length, id).toBeGreaterThan(0);
  }
});
