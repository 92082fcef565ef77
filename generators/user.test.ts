import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type NeutralUser, violations } from "../schemas/index.ts";
import { distinguish, userArbitrary, usersArbitrary } from "./index.ts";
import { EMAIL_DOMAIN } from "./limits.ts";
import { describeObligations } from "./obligations.ts";

const neutral = (user: NeutralUser) => violations("suite/neutral-user", user);

/** What Slack requires of a user on create (DOC), in addition to the neutral schema. */
function brokenRules(user: NeutralUser): string[] {
  const rules: Record<string, boolean> = {
    "userName of 1 to 21 characters": /^[a-z0-9._-]{1,21}$/.test(user.userName ?? ""),
    "displayName of at most 80 characters": (user.displayName ?? "").length <= 80,
    "displayName without @": !user.displayName?.includes("@"),
    "an address in a reserved domain": (user.emails ?? []).some(
      ({ value }) => value?.endsWith(".example") && value.length <= 254,
    ),
    "at most one primary address": (user.emails ?? []).filter(({ primary }) => primary).length <= 1,
    "no URN": !JSON.stringify(user).includes("urn:"),
  };
  return Object.keys(rules).filter((rule) => !rules[rule]);
}

const attributes: (keyof NeutralUser)[] = [
  "name",
  "displayName",
  "title",
  "timezone",
  "locale",
  "preferredLanguage",
  "userType",
  "phoneNumbers",
  "addresses",
  "roles",
  "photos",
  "enterprise",
  "profile",
];

describeObligations("userArbitrary", {
  arbitrary: () => userArbitrary(),
  violations: (user) => [...neutral(user), ...brokenRules(user)],
  minimal: { userName: "a", emails: [{ value: `a@${EMAIL_DOMAIN}`, primary: true }] },
  classes: {
    "a minimal user": (user) => Object.keys(user).length === 2,
    "a typical user": (user) => "name" in user && !("enterprise" in user) && !("guest" in user),
    "a full user": (user) => attributes.every((attribute) => attribute in user),
    "a guest": (user) => user.guest?.type === "multi",
    "a guest with an expiration": (user) => Boolean(user.guest?.expiration),
    "a userName of one character": (user) => user.userName?.length === 1,
    "a userName of 21 characters": (user) => user.userName?.length === 21,
    "a secondary address": (user) => user.emails?.length === 2,
    "the secondary address first": (user) => user.emails?.[0]?.primary === false,
  },
});

describeObligations("userArbitrary of full users only", {
  arbitrary: () => userArbitrary({ classes: ["full"], managerIds: ["W0001"] }),
  violations: (user) => [...neutral(user), ...brokenRules(user)],
  minimal: {
    userName: "a",
    nickName: "a",
    emails: [{ value: `a@${EMAIL_DOMAIN}`, primary: true }],
    name: { givenName: "a" },
    displayName: "a",
    active: true,
    title: "a",
    timezone: "America/Los_Angeles",
    locale: "en-US",
    preferredLanguage: "en-US",
    userType: "a",
    phoneNumbers: [{ value: "+1 202 555 0100" }],
    addresses: [
      {
        streetAddress: "1 a",
        locality: "a",
        region: "a",
        postalCode: "10000",
        country: "US",
        primary: true,
      },
    ],
    roles: [{ value: "a", primary: true }],
    photos: [{ value: `https://${EMAIL_DOMAIN}/photos/0.png`, type: "photo", primary: true }],
    enterprise: { department: "a" },
    profile: { startDate: "2000-01-01T00:00:00Z" },
  },
  classes: {
    "a manager": (user) => user.enterprise?.managerId === "W0001",
    "a user without manager": (user) => user.enterprise?.managerId === undefined,
    "a photo in a data URL": (user) => Boolean(user.photos?.[0]?.value?.startsWith("data:")),
  },
});

describe("constraints", () => {
  test("every userName and address has the prefix, and the domain is the given one", () => {
    const constraints = { namePrefix: "zz-", emailDomain: "sandbox.example" };
    for (const user of fc.sample(userArbitrary(constraints), { seed: 5, numRuns: 500 })) {
      expect(user.userName).toMatch(/^zz-.{1,18}$/);
      for (const { value } of user.emails ?? []) expect(value).toMatch(/^zz-.+@sandbox\.example$/);
    }
  });

  test("a prefix that leaves no room is rejected at once", () => {
    expect(() => userArbitrary({ namePrefix: "a".repeat(21) })).toThrow(RangeError);
  });
});

describe("usersArbitrary", () => {
  test("no two users share a userName or an address", () => {
    const populations = fc.sample(usersArbitrary({ minUsers: 2 }), { seed: 6, numRuns: 200 });
    for (const users of populations) {
      const names = users.map(({ userName }) => userName?.toLowerCase());
      const addresses = users.flatMap(({ emails }) => emails?.map(({ value }) => value) ?? []);
      expect(new Set(names).size).toBe(names.length);
      expect(new Set(addresses).size).toBe(addresses.length);
    }
  });
});

test("a user gets another identity without getting a longer name", () => {
  const userName = "zz-abcdefghijklmnopqr";
  const user = { userName, nickName: userName, emails: [{ value: "zz-a@b.example" }] };
  expect(distinguish(user, "7k", "zz-")).toEqual({
    userName: "zz-abcdefghijklmnox7k",
    nickName: "zz-abcdefghijklmnox7k",
    emails: [{ value: "zz-x7k.0@b.example" }],
  });
});
