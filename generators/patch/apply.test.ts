import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NeutralUser, PatchIntent } from "../../schemas/index.ts";
import {
  applyGroupPatch,
  applyUserPatch,
  canonicalGroup,
  canonicalUser,
  groupArbitrary,
  groupPatchArbitrary,
  storedUser,
  userArbitrary,
  userPatchArbitrary,
} from "../index.ts";

const primary = { value: "a@b.example", primary: true };
const secondary = { value: "c@b.example", primary: false };

function emailsAfter(intent: PatchIntent): unknown {
  return applyUserPatch({ emails: [primary, secondary] }, [intent]).user.emails;
}

describe("e-mail addresses (DOC: e-mail section)", () => {
  test("clearing them leaves the primary one", () => {
    expect(emailsAfter({ kind: "clear", path: "emails" })).toEqual([primary]);
  });

  test("the secondary one can be removed by its value", () => {
    const match = { value: secondary.value };
    expect(emailsAfter({ kind: "remove", path: "emails", match })).toEqual([primary]);
  });

  test("the primary one cannot be removed", () => {
    const match = { value: primary.value };
    const after = applyUserPatch({ emails: [primary] }, [
      { kind: "remove", path: "emails", match },
    ]);
    expect(after.refusal?.codes).toEqual(["missing_primary_email"]);
    expect(after.user.emails).toEqual([primary]);
  });

  test("moving the primary mark swaps the two, which is a guess", () => {
    const intent: PatchIntent = {
      kind: "changeValue",
      path: "emails",
      match: { value: secondary.value },
      to: { primary: true },
    };
    const after = applyUserPatch({ emails: [primary, secondary] }, [intent]);
    expect(after.user.emails?.map(({ value }) => value)).toEqual(["c@b.example", "a@b.example"]);
    expect(after.inferred).toEqual(["emails"]);
  });

  test("the secondary one is found by not being primary, as v2.0 documents", () => {
    const intent: PatchIntent = {
      kind: "changeValue",
      path: "emails",
      match: { primary: false },
      to: { value: "d@b.example" },
    };
    const state = { emails: [primary, secondary] };
    const { user, inferred } = applyUserPatch(state, [intent], "2.0");
    expect(user.emails?.[1]?.value).toBe("d@b.example");
    expect(inferred).toEqual([]);
    expect(applyUserPatch(state, [intent], "1.1").inferred).toEqual(["emails"]);
  });

  test("a work address wins when none is marked primary", () => {
    const emails = [{ value: "a@b.example" }, { value: "c@b.example", type: "work" }];
    expect(storedUser({ emails }).emails?.[0]).toEqual({ value: "c@b.example", primary: true });
  });
});

describe("telephone numbers (DOC: telephone section)", () => {
  test("work and mobile are read back as mobile and primary", () => {
    const phoneNumbers = [
      { value: "555-5555", type: "work" },
      { value: "555-4444", type: "mobile" },
    ];
    expect(storedUser({ phoneNumbers }).phoneNumbers).toEqual([
      { value: "555-5555", type: "mobile" },
      { value: "555-4444", primary: true },
    ]);
  });

  test.each([
    [{}, "primary"],
    [{ primary: true }, "primary"],
    [{ primary: false }, "primary"],
    [{ type: "mobile" }, "primary"],
    [{ type: "work" }, "mobile"],
  ])("a lone entry %o is the %s number", (marks, slot) => {
    const [stored] = storedUser({ phoneNumbers: [{ value: "1", ...marks }] }).phoneNumbers ?? [];
    expect(stored?.type === "mobile" ? "mobile" : "primary").toBe(slot);
  });

  test("numbers that were read keep their places", () => {
    const phoneNumbers = [
      { value: "1", type: "mobile" },
      { value: "2", primary: true },
    ];
    expect(canonicalUser({ phoneNumbers }).phoneNumbers).toEqual(phoneNumbers);
  });

  test("one number can be changed or removed by its value", () => {
    const phoneNumbers = [
      { value: "1", type: "mobile" },
      { value: "2", primary: true },
    ];
    const match = { value: "1" };
    const changed = applyUserPatch({ phoneNumbers }, [
      { kind: "changeValue", path: "phoneNumbers", match, to: { value: "3" } },
    ]);
    expect(changed.user.phoneNumbers).toEqual([{ value: "3", type: "mobile" }, phoneNumbers[1]]);
    const removed = applyUserPatch({ phoneNumbers }, [
      { kind: "remove", path: "phoneNumbers", match },
    ]);
    expect(removed.user.phoneNumbers).toEqual([phoneNumbers[1]]);
  });
});

describe("other attributes", () => {
  const patched = (user: NeutralUser, ...intents: PatchIntent[]) => applyUserPatch(user, intents);

  test("nickName mirrors userName, which is stored in lower case", () => {
    const changed = patched({ userName: "a" }, { kind: "set", path: "nickName", value: "NewName" });
    expect(changed.user.userName).toBe("newname");
  });

  test("userName cannot be cleared, nor a password set", () => {
    expect(patched({ userName: "a" }, { kind: "clear", path: "userName" }).refusal).toBeDefined();
    const password = patched({}, { kind: "set", path: "password", value: "x" });
    expect(password.refusal?.codes).toEqual(["password_change_not_allowed"]);
  });

  test("a block is merged, and a part of it cleared", () => {
    const user = { enterprise: { department: "a", costCenter: "b" } };
    const merged = patched(user, { kind: "set", path: "enterprise", value: { department: "c" } });
    expect(merged.user.enterprise).toEqual({ department: "c", costCenter: "b" });
    const cleared = patched(user, { kind: "clear", path: "enterprise.department" });
    expect(cleared.user.enterprise).toEqual({ costCenter: "b" });
    expect(patched(user, { kind: "clear", path: "enterprise" }).user.enterprise).toBeUndefined();
  });

  test("a deactivated member is reactivated by a change to guest, and back", () => {
    const guest = { type: "multi" };
    const became = patched({ active: false }, { kind: "set", path: "guest", value: guest });
    expect(became.user).toEqual({ active: true, guest });
    const ceased = patched({ active: false, guest }, { kind: "clear", path: "guest" });
    expect(ceased.user).toEqual({ active: true });
  });

  test("one address and one role are stored", () => {
    const user = patched(
      { roles: [{ value: "a" }], addresses: [{ country: "US" }] },
      { kind: "add", path: "roles", values: [{ value: "b" }, { value: "c", primary: true }] },
      { kind: "add", path: "addresses", values: [{ country: "DE", primary: true }] },
    ).user;
    expect(user.roles).toEqual([{ value: "c", primary: true }]);
    expect(user.addresses).toEqual([{ country: "DE" }]);
  });

  test("externalId and profileUrl do not change", () => {
    const user = patched(
      { title: "a" },
      { kind: "set", path: "profileUrl", value: "https://x.example" },
    );
    expect(user.user).toEqual({ title: "a" });
  });
});

test("intents are idempotent, when nothing is guessed", () => {
  const cases = userArbitrary().chain((user) => {
    const kinds = ["set", "clear", "replaceValues"] as const;
    return userPatchArbitrary(storedUser(user), { kinds }).map((intents) => ({ user, intents }));
  });
  fc.assert(
    fc.property(cases, ({ user, intents }) => {
      const once = applyUserPatch(storedUser(user), intents).user;
      expect(applyUserPatch(once, intents).user).toEqual(once);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test("intents that are drawn for a state are never rejected, and their order does not matter", () => {
  const cases = userArbitrary().chain((user) =>
    userPatchArbitrary(storedUser(user), { activation: true }).map((intents) => ({
      user,
      intents,
    })),
  );
  fc.assert(
    fc.property(cases, ({ user, intents }) => {
      const forwards = applyUserPatch(storedUser(user), intents);
      const backwards = applyUserPatch(storedUser(user), [...intents].reverse());
      expect(forwards.refusal).toBeUndefined();
      expect(backwards.user).toEqual(forwards.user);
    }),
    { seed: 2, numRuns: 500 },
  );
});

describe("groups (DOC: group section)", () => {
  const group = { displayName: "a", members: [{ value: "U1" }, { value: "U2" }] };

  test("members are added once, removed, replaced and cleared", () => {
    const ids = (...intents: PatchIntent[]) =>
      applyGroupPatch(group, intents).members?.map(({ value }) => value);
    const values = [{ value: "U2" }, { value: "U3" }];
    expect(ids({ kind: "add", path: "members", values })).toEqual(["U1", "U2", "U3"]);
    expect(ids({ kind: "replaceValues", path: "members", values })).toEqual(["U2", "U3"]);
    expect(ids({ kind: "remove", path: "members", match: { value: "U1" } })).toEqual(["U2"]);
    expect(ids({ kind: "remove", path: "members", match: { value: "U9" } })).toEqual(["U1", "U2"]);
    expect(ids({ kind: "clear", path: "members" })).toEqual([]);
  });

  test("intents that are drawn for a state change only the attributes that they name", () => {
    const memberIds = ["U1", "U2", "U3"];
    const cases = groupArbitrary({ memberIds }).chain((drawn) =>
      groupPatchArbitrary(drawn, { memberIds }).map((intents) => ({ drawn, intents })),
    );
    fc.assert(
      fc.property(cases, ({ drawn, intents }) => {
        const after = applyGroupPatch(drawn, intents);
        const paths = intents.map(({ path }) => path);
        const before = canonicalGroup(drawn);
        if (!paths.includes("displayName")) expect(after.displayName).toBe(before.displayName);
        if (!paths.includes("members")) expect(after.members).toEqual(before.members);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
