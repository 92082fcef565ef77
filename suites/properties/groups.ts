import { isDeepStrictEqual } from "node:util";
import { applyGroupPatch, canonicalGroup, groupPatchArbitrary } from "../../generators/index.ts";
import { slackClause } from "../clause.ts";
import { absent } from "../expectation.ts";
import { people } from "../filters/people.ts";
import type { Requirement } from "../requirement.ts";
import { blocked } from "../run/stop.ts";
import { holdsForAll } from "./holds-for-all.ts";
import { Patience } from "./patience.ts";

/** Membership, tried on generated changes. */
export const groupProperties: readonly Requirement[] = [
  {
    title: "whatever is changed of a group by PATCH, its name and members become what was said",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "1.1": slackClause("SLACK-PROPERTY-05", "DOC", "§8"),
      "2.0": slackClause("SLACK-PROPERTY-05", "DOC", "§8"),
    },
    expect: { counterexample: absent },
    check: (t) =>
      t.make.borrowGroup(async ({ id, sent }) => {
        const { id: member } = await t.createdUser();
        const first = { ...sent, members: [{ value: member }] };
        const { user } = await people(t);
        const changes = groupPatchArbitrary(first, {
          memberIds: [member, user.a.id],
          namePrefix: t.names.next(),
        });
        // A group may show a change some seconds late (facts §8).
        const patience = new Patience(t);
        return holdsForAll(t, changes, async (intents) => {
          await t.groups.replace(id, first);
          await t.groups.patch(id, intents);
          const due = applyGroupPatch(first, intents);
          const came = await patience.until(
            async () => {
              const group = (await t.groups.read(id)).resource;
              if (!group) throw blocked("the group cannot be read");
              return canonicalGroup(group);
            },
            (group) => isDeepStrictEqual(group, due),
          );
          return { due, came };
        });
      }),
  },
];
