import { describe, expect, test } from "vitest";
import type { NeutralUser } from "../../schemas/index.ts";
import { hasState } from "./has-state.ts";

const sent: NeutralUser = {
  userName: "ada",
  title: "Analyst",
  active: true,
  name: { givenName: "Ada", familyName: "Lovelace" },
  emails: [{ value: "ada@example.com", type: "work", primary: true }],
};

/** The same user as Slack shows it: without the type of an address, and with empty attributes. */
const whenNew: NeutralUser = {
  ...sent,
  id: "U1",
  name: { givenName: "Ada", familyName: "Lovelace", honorificPrefix: null },
  emails: [{ value: "ada@example.com", primary: true }],
  locale: "en-US",
  userType: null,
  roles: [{ value: null, primary: true }],
  photos: [{ value: "https://example.com/1.png" }],
  meta: { created: "2026-01-01T00:00:00Z" },
};

const changed = (change: Partial<NeutralUser>) => ({ ...whenNew, ...change });

test("a user as it was created needs no change", () => {
  expect(hasState(whenNew, { sent, whenNew })).toBe(true);
});

describe("whatever differs needs a change", () => {
  test.each<[string, Partial<NeutralUser>]>([
    ["a value", { title: "Chair" }],
    ["a value that was not sent", { locale: "fr-FR" }],
    ["a value where there was none", { userType: "Contractor" }],
    ["a deactivated user", { active: false }],
    ["a part of a name", { name: { givenName: "Ada", familyName: "King" } }],
    ["a part that was not sent", { name: { ...whenNew.name, honorificPrefix: "Dr." } }],
    ["a further entry", { emails: [...(whenNew.emails ?? []), { value: "b@example.com" }] }],
    ["another entry", { emails: [{ value: "b@example.com", primary: true }] }],
    [
      "an entry that is no longer primary",
      { emails: [{ value: "ada@example.com", primary: false }] },
    ],
    ["a missing entry", { emails: [] }],
    ["an entry where there was none", { roles: [{ value: "Engineer", primary: true }] }],
    ["a guest", { guest: { type: "multi" } }],
  ])("%s", (_, change) => {
    expect(hasState(changed(change), { sent, whenNew })).toBe(false);
  });
});

test("photos, memberships and times are not compared: a PUT does not restore them", () => {
  const now = changed({
    photos: [{ value: "https://example.com/2.png" }],
    groups: [{ value: "S1" }],
    meta: { created: "2027-01-01T00:00:00Z" },
  });
  expect(hasState(now, { sent, whenNew })).toBe(true);
});

test("only the named attributes are compared", () => {
  const now = changed({ title: "Chair" });
  expect(hasState(now, { sent, whenNew, names: ["emails", "name"] })).toBe(true);
  expect(hasState(now, { sent, whenNew, names: ["title"] })).toBe(false);
});

test("null, an empty text, an empty list and an absent attribute are the same", () => {
  const emptied = { ...sent, title: "" };
  for (const title of ["", null, undefined]) {
    const now = { ...whenNew, ...(title === undefined ? {} : { title }) };
    if (title === undefined) delete now.title;
    expect(hasState(now, { sent: emptied, whenNew })).toBe(true);
  }
});
