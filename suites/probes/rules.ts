import type { NeutralUser, PatchIntent } from "../../schemas/index.ts";
import { valuesOf } from "../patch/patching.ts";
import type { Probe } from "../probe.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { Created } from "../run/fixtures.ts";
import { blocked } from "../run/stop.ts";
import { afterPatch, put, shown, userAt } from "./forms.ts";

type Change = (body: Record<string, unknown>) => unknown;

/** A lent user's answer and state after a PUT whose body was changed. */
const afterPut = (
  t: CheckContext,
  change: (user: Created<NeutralUser>) => Change,
  state: Partial<NeutralUser> = {},
) =>
  t.fixtures.leaseUser(async (user) => {
    const { status } = await t.users.replace(
      user.id,
      { ...user.sent, ...state },
      { change: change(user) },
    );
    return { accepted: status < 300, user: await userAt(t, user.id) };
  });

const cleared = ({ title }: NeutralUser): string => (title ? "stays" : "cleared");
const number = "+1 555 0100";

/** What a write may hold, and what it does: part (b) of the catalogue. */
export const ruleProbes: readonly Probe[] = [
  {
    id: "DIFF-META-03",
    safety: "write",
    observe: async (t) => {
      const removed = await afterPut(t, () => (body) => ({
        ...body,
        meta: { attributes: ["title"] },
      }));
      const patched = await afterPatch(
        t,
        () => [{ kind: "clear", path: "title" }],
        {},
        {
          encodeAs: "1.1",
        },
      );
      const { json } = await t.users.read((await t.createdUser()).id);
      return {
        onPut: cleared(removed.user),
        onPatch: cleared(patched),
        returned: JSON.stringify(json).includes('"attributes":'),
      };
    },
  },
  {
    id: "DIFF-PUT-02",
    safety: "write",
    observe: async (t) => {
      const { accepted, user } = await afterPut(
        t,
        () =>
          ({ title: _, ...body }) =>
            body,
      );
      if (!accepted) throw blocked("the PUT was refused");
      return { omitted: cleared(user) };
    },
  },
  {
    id: "DIFF-NULL-01",
    safety: "write",
    observe: async (t) => {
      const { accepted, user } = await afterPut(t, () => (body) => ({ ...body, title: null }));
      return { title: accepted ? cleared(user) : "refused" };
    },
  },
  {
    id: "DIFF-MV-01",
    safety: "write",
    observe: async (t) => {
      const roles = await afterPut(t, () => (body) => ({ ...body, roles: ["Analyst"] }));
      const emails = await afterPut(t, (user) => (body) => ({
        ...body,
        emails: [user.sent.emails?.[0]?.value],
      }));
      const stored = valuesOf(shown(roles.user.roles, "roles"))[0] === "Analyst";
      return {
        role: stored ? "accepted" : "refused",
        email: emails.accepted ? "accepted" : "refused",
      };
    },
  },
  {
    id: "DIFF-CASE-01",
    safety: "write",
    observe: async (t) => {
      const { user } = await afterPut(t, () => ({ title: _, ...body }) => ({
        ...body,
        TITLE: "Changed",
      }));
      const { sent } = await t.createdUser();
      const userName = sent.userName?.toUpperCase() ?? "";
      const { status, resource } = await t.users.create({ ...t.fixtures.typicalUser(), userName });
      const stored = resource?.userName?.toUpperCase();
      return {
        attributeName: user.title === "Changed" ? "any case" : "its own case",
        userNameInOtherCase: status >= 400 ? "taken" : stored === userName ? "free" : "altered",
      };
    },
  },
  {
    id: "DIFF-PATCH-07",
    safety: "write",
    observe: async (t) => {
      const intents: PatchIntent[] = [
        { kind: "set", path: "title", value: "Changed" },
        { kind: "set", path: "userName", value: "" },
      ];
      const { title } = await afterPatch(t, () => intents);
      return { goodPart: title === "Changed" ? "is done" : "is not done" };
    },
  },
  {
    id: "DIFF-PATCH-08",
    safety: "write",
    observe: (t) =>
      t.fixtures.leaseUser(async (user) => {
        await put(t, user, { phoneNumbers: [{ value: number, primary: true }] });
        const { status } = await t.users.patch(user.id, [
          {
            kind: "changeValue",
            path: "phoneNumbers",
            match: { value: "+1 555 0198" },
            to: { value: "+1 555 0199" },
          },
        ]);
        return { noMatch: status < 300 ? "accepted" : status < 500 ? "refused" : "fails" };
      }),
  },
  {
    id: "DIFF-PATCH-10",
    safety: "write",
    observe: (t) =>
      t.fixtures.leaseUser(async (user) => {
        const [first] = user.sent.emails ?? [];
        const value = `second-${first?.value}`;
        await put(t, user, { emails: [...(user.sent.emails ?? []), { value, primary: false }] });
        await t.users.patch(user.id, [
          { kind: "changeValue", path: "emails", match: { value }, to: { primary: true } },
        ]);
        const emails = (await userAt(t, user.id)).emails ?? [];
        return { primaries: emails.filter(({ primary }) => primary === true).length };
      }),
  },
];
