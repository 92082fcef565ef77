import { expect, test } from "vitest";
import { Budget } from "./budget.ts";
import { Skip } from "./stop.ts";

test("exactly as many creates of each type as allowed", () => {
  const budget = new Budget({ maxUsers: 2, maxGroups: 1 });
  budget.spend("User");
  budget.spend("User");
  expect(() => budget.spend("User")).toThrow(Skip);
  expect(() => budget.spend("User")).toThrow("the budget of 2 created users is used up");
  budget.spend("Group");
  expect(() => budget.spend("Group")).toThrow("the budget of 1 created groups is used up");
});

test("a rejected create is refunded", () => {
  const budget = new Budget({ maxUsers: 1, maxGroups: 0 });
  budget.spend("User");
  budget.refund("User");
  budget.spend("User");
  expect(() => budget.spend("User")).toThrow(Skip);
  expect(() => budget.spend("Group")).toThrow(Skip);
});

test("a resource created without a request counts, even beyond the limit", () => {
  const budget = new Budget({ maxUsers: 1, maxGroups: 1 });
  budget.count("User");
  budget.count("User");
  expect(() => budget.spend("User")).toThrow(Skip);
  budget.refund("User");
  expect(() => budget.spend("User")).toThrow(Skip);
  budget.refund("User");
  budget.spend("User");
  budget.spend("Group");
});

test("the skip names the budget", () => {
  try {
    new Budget({ maxUsers: 0, maxGroups: 0 }).spend("User");
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ code: "budget" });
  }
});

test("a group created without a request counts as a group", () => {
  const budget = new Budget({ maxUsers: 1, maxGroups: 1 });
  budget.count("Group");
  expect(() => budget.spend("Group")).toThrow(Skip);
  budget.spend("User");
});
