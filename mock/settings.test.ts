import { describe, expect, test } from "vitest";
import { facts } from "../facts/index.ts";
import { healthySettings } from "../testing/runs/healthy-settings.ts";
import { startMock } from "./index.ts";
import { listSettings } from "./list-settings.ts";
import { defaultSettings, settingsFrom, settingTable } from "./settings.ts";

const names = [...settingTable.keys()];

test.each(names)("the default of %s is one of its values", (name) => {
  const setting = settingTable.get(name);
  expect(setting?.accepts(setting.default)).toBe(true);
});

test.each(names)("the healthy values of %s are among its values", (name) => {
  const values = Object.entries(healthySettings).find(([key]) => key === name)?.[1];
  if (!Array.isArray(values)) return;
  for (const value of values) expect(settingTable.get(name)?.accepts(value), value).toBe(true);
});

test("the facts of each setting say that they govern it", () => {
  const wrong = listSettings().flatMap(({ name, facts: ids }) =>
    ids
      .filter((id) => !facts.find((fact) => fact.id === id)?.settings?.includes(name))
      .map((id) => `${id} does not name ${name}`),
  );
  expect(wrong).toEqual([]);
  expect(listSettings().filter((setting) => setting.facts.length === 0)).toEqual([]);
});

test("each line of the list says what the setting decides, without a full stop", () => {
  for (const { decides } of listSettings()) {
    expect(decides).toMatch(/^\S.*[^.]$/);
    expect(decides).not.toContain("\n");
  }
});

describe("values", () => {
  test.each<[string, unknown, RegExp]>([
    ["plan", "gold", /^setting plan: must be enterprise, business-plus or free$/],
    ["plan", undefined, /must be enterprise/],
    ["v1UserDeleteStatus", "200", /must be 200 or 204$/],
    ["wwwAuthenticate", "true", /must be true or false$/],
    ["maxPageSize", 0, /must be a whole number from 1 to 1000000$/],
    ["maxPageSize", 1.5, /must be a whole number/],
    ["maxPageSize", Number.POSITIVE_INFINITY, /must be a whole number/],
    ["maxPageSize", Number.NaN, /must be a whole number/],
    ["photoDelayMs", 2 ** 31, /must be a whole number from 0 to 600000$/],
    ["photoDelayMs", -1, /must be a whole number/],
    ["rateLimitScale", 0, /must be a number from 0.001 to 1000000$/],
    ["workspaceToken", "", /must be a text that is not empty$/],
    ["reservedWords", ["here", 1], /must be an array of texts/],
    ["reservedWords", "here", /must be an array of texts/],
    ["errorStatusOverrides", { username_taken: 200 }, /must be an object with a status from 400/],
    ["errorStatusOverrides", { no_such_code: 400 }, /must be an object/],
    ["errorStatusOverrides", JSON.parse('{"__proto__":400}'), /must be an object/],
    ["maxPagesize", 1, /^setting maxPagesize: no such setting; nearest: maxPageSize, /],
    ["toString", 1, /no such setting/],
  ])("%s cannot be %j", async (name, value, says) => {
    expect(() => settingsFrom({ [name]: value })).toThrow(says);
    // From code and at run time the words are the same.
    await expect(startMock({ settings: { [name]: value } })).rejects.toThrow(says);
  });

  test("a member __proto__ is rejected, and changes no default", () => {
    expect(() => settingsFrom(JSON.parse('{"__proto__":{"plan":"free"}}'))).toThrow(
      "no such setting",
    );
    expect(settingsFrom({}).plan).toBe("enterprise");
  });

  test("what is not given keeps the default", () => {
    expect(settingsFrom({ plan: "free" })).toEqual({ ...defaultSettings, plan: "free" });
  });
});
