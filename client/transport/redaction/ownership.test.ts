import { describe, expect, test } from "vitest";
import { Known } from "./known.ts";
import { Ownership, type OwnMarks } from "./ownership.ts";

const marks = { ownEmailDomain: "Run.Corp.org", ownNamePrefix: "scimct-ab1" };
function ownership(given: OwnMarks = marks) {
  const known = new Known();
  return { known, owner: new Ownership(given, known) };
}

test("an address is the run's by its domain, or because it was sent", () => {
  const { known, owner } = ownership();
  known.sent("ada@corp.org");
  const is = (address: string) => owner.isOwnAddress(address);
  expect(["x@run.corp.org", "x@RUN.corp.org", "a@b@run.corp.org", "ADA@corp.org"].map(is)).toEqual(
    Array(4).fill(true),
  );
  expect(["x@corp.org", "x@sub.run.corp.org", "bob@corp.org"].map(is)).toEqual(
    Array(3).fill(false),
  );
  expect(owner.isOwnAddress("x@elsewhere.org", "run.corp.org")).toBe(true);
});

test("without marks nothing is the run's", () => {
  for (const given of [{}, { ownNamePrefix: "" }, { ownNamePrefix: "--" }]) {
    const { owner } = ownership(given);
    expect(owner.hasLabel("scimct-ab1")).toBe(false);
    expect(owner.hasLabel("")).toBe(false);
    expect(owner.isOwnAddress("x@run.corp.org")).toBe(false);
    expect(owner.isOwn({ userName: "scimct-ab1", emails: ["x@run.corp.org"] })).toBe(false);
  }
});

test("in text that passed before, an address at a reserved domain stays, and one with the label", () => {
  const { owner } = ownership();
  const is = (address: string) => owner.isOwnOrReserved(address);
  for (const domain of [
    ...["example", "a.example", "test", "x.test", "invalid", "localhost", "a.localhost"],
    ...["example.com", "EXAMPLE.net", "a.example.org", "run.corp.org"],
  ]) {
    expect(is(`ada@${domain}`), domain).toBe(true);
  }
  for (const domain of [
    "corp.org",
    "myexample.com",
    "example.de",
    "xtest",
    "test.com",
    "examplexcom",
  ]) {
    expect(is(`ada@${domain}`), domain).toBe(false);
  }
  expect(is("scimct-ab17@corp.org")).toBe(true);
});

test("a text is the run's by its label, as an address, or because it was sent", () => {
  const { known, owner } = ownership();
  known.sent("Diver");
  const is = (text: string) => owner.isOwnText(text);
  expect(["x SCIMCT_AB1 y", "scimctab17", "diver", "x@run.corp.org"].map(is)).toEqual(
    Array(4).fill(true),
  );
  // A domain alone is not an address.
  expect(["scimct-ab", "Dive", "x@corp.org", "run.corp.org", ""].map(is)).toEqual(
    Array(5).fill(false),
  );
});

describe("a resource is the run's", () => {
  test.each<[string, Record<string, unknown>, boolean]>([
    ["by one of its names", { nickName: "SCIMCT ab17" }, true],
    ["by its external id", { externalId: "scimct-ab17" }, true],
    ["not by another member", { title: "scimct-ab17" }, false],
    ["not by a name that is not a string", { userName: ["scimct-ab17"] }, false],
    ["by all its addresses", { emails: [{ value: "x@run.corp.org" }, "y@run.corp.org"] }, true],
    ["not by some of them", { emails: ["x@run.corp.org", { value: "ada@corp.org" }] }, false],
    ["not by what is no address", { emails: [{ value: "run.corp.org" }] }, false],
    ["with any other members", { emails: [{ value: 7 }, null, { value: "x@run.corp.org" }] }, true],
    ["not by addresses that are not an array", { emails: "x@run.corp.org" }, false],
    ["not by nothing", {}, false],
  ])("%s: %j", (_, resource, isOwn) => {
    expect(ownership().owner.isOwn(resource)).toBe(isOwn);
  });

  test("by its id, if it created it", () => {
    const { known, owner } = ownership();
    known.created("U1");
    expect(owner.isOwn({ id: "U1", userName: "ada" })).toBe(true);
    expect(owner.isOwn({ id: "U2", userName: "ada" })).toBe(false);
  });
});

describe("the response to a create holds what was sent", () => {
  const { known, owner } = ownership();
  known.sent("mine");
  known.sent("mine@corp.org");
  known.sent("Grace Hopper");
  known.stranger("Grace Hopper", "names");
  test.each<[string, Record<string, unknown>, boolean]>([
    ["where it names no one", { title: "x" }, true],
    ["where its names are empty", { userName: "", displayName: "" }, true],
    ["when its addresses are invalid", { emails: [{ value: "" }, { value: 7 }] }, true],
    ["by a name", { userName: "mine", displayName: "other" }, true],
    ["by an address", { userName: "other", emails: [{ value: "mine@corp.org" }] }, true],
    ["by its label", { userName: "scimct-ab17" }, true],
    ["not by a name that another person has too", { displayName: "Grace Hopper" }, false],
    ["not by an address that was not sent", { emails: ["ada@corp.org"] }, false],
    ["not otherwise", { userName: "other" }, false],
  ])("%s: %j", (_, resource, isEcho) => {
    expect(owner.isEcho(resource)).toBe(isEcho);
  });
});
