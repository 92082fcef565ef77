import type { NeutralUser } from "../../schemas/index.ts";
import type { Probe } from "../probe.ts";
import type { CheckContext } from "../run/check-context.ts";
import { userAt } from "./forms.ts";

/** A user before and after a PUT of nothing but its userName and its addresses. */
const minimalPut = (t: CheckContext) =>
  t.once("PUT of userName and e-mail addresses alone", () =>
    t.fixtures.leaseUser(async ({ id, sent }) => {
      const before = await userAt(t, id);
      const { userName, emails } = sent;
      await t.users.replace(id, {
        ...(userName === undefined ? {} : { userName }),
        ...(emails === undefined ? {} : { emails }),
      });
      return { before, after: await userAt(t, id) };
    }),
  );

const sameName = (before: NeutralUser, after: NeutralUser): boolean =>
  before.name?.givenName === after.name?.givenName &&
  before.name?.familyName === after.name?.familyName;

/** PUT: parts (b) and (d) of the catalogue. */
export const replacementProbes: readonly Probe[] = [
  {
    id: "DIFF-PUT-01",
    safety: "write",
    observe: async (t) => {
      const { before, after } = await minimalPut(t);
      const { displayName, timezone } = after;
      return {
        title: after.title ? "stays" : "emptied",
        displayName: !displayName
          ? "emptied"
          : displayName === after.userName
            ? "the userName"
            : "stays",
        timezone: timezone === before.timezone ? "stays" : "the default",
        name: sameName(before, after) ? "stays" : "emptied",
        active: after.active,
      };
    },
  },
];
