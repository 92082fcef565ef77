import { expect, test } from "vitest";
import { Names } from "./names.ts";

const config = { namePrefix: "scimct-", runTag: "abcde", emailDomain: "own.example" };

test("names count up, and identify the run and the version", () => {
  const one = new Names(config, "1.1");
  const two = new Names(config, "2.0");
  expect([one.next(), one.next(), two.next()]).toEqual([
    "scimct-abcde101",
    "scimct-abcde102",
    "scimct-abcde201",
  ]);
  expect(two.emailDomain).toBe("own.example");
});

test("40,000 names with the longest usual prefix are different, and within Slack's 21 characters", () => {
  const names = new Names(config, "2.0");
  const all = Array.from({ length: 40_000 }, () => names.next());
  expect(new Set(all).size).toBe(40_000);
  for (const name of [all[0], all.at(-1)]) expect(name).toMatch(/^[a-z0-9-]{1,17}$/);
});

test("every name has the form of the target file", () => {
  const users = { attributes: { userName: "{unique}+{unique}@people.example" } };
  const names = new Names({ ...config, users }, "2.0");
  expect(names.next()).toBe("scimct-abcde201+scimct-abcde201@people.example");
  expect(new Names({ ...config, users: { attributes: { userName: 5 } } }, "2.0").next()).toBe(
    "scimct-abcde201",
  );
  expect(new Names({ ...config, users: {} }, "2.0").next()).toBe("scimct-abcde201");
});

test("an address is in the run's domain, whatever the name", () => {
  const names = new Names(config, "2.0");
  expect(names.email("a")).toBe("a@own.example");
  expect(names.email("a@b@c")).toBe("a-at-b-at-c@own.example");
});

test("the placeholders of each user have their own values; the number has only digits", () => {
  const names = new Names(config, "2.0");
  const [first, second] = [names.marks("ada"), names.marks("grace")];
  expect(first).toEqual({ userName: "ada", unique: "abcde20001", number: "2541020001" });
  expect(second).toMatchObject({ userName: "grace", unique: "abcde20002" });
  expect(second.number).toMatch(/^\d+0002$/);
});

test("the number of a user is short, and the same tag gives the same", () => {
  const names = new Names({ ...config, runTag: "zzzzz" }, "1.1");
  expect(names.marks("a").number).toBe("6617510001");
  const many = Array.from({ length: 10_000 }, () => names.marks("a").unique);
  expect(many.at(-1)).toBe("zzzzz110001");
  expect(new Set(many).size).toBe(10_000);
});
