import fc from "fast-check";
import {
  applyGroupPatch,
  canonicalGroup,
  groupPatchArbitrary,
  patchFormArbitrary,
} from "../../generators/index.ts";
import { slackClause } from "../clause.ts";
import { absent, equal } from "../expectation.ts";
import { people } from "../filters/people.ts";
import { asJson } from "../json.ts";
import type { Requirement } from "../requirement.ts";
import { blocked } from "../run/stop.ts";
import { holdsForAll } from "./holds-for-all.ts";
import { Patience } from "./patience.ts";

/** Membership, tested with generated changes. */
export const groupProperties: readonly Requirement[] = [
  {
    title: "any documented PATCH of a group has the documented effect",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "1.1": slackClause("SLACK-PROPERTY-05", "DOC", "FACT-GROUP-50"),
      "2.0": slackClause("SLACK-PROPERTY-05", "DOC", "FACT-GROUP-50"),
    },
    expect: { counterexample: absent },
    check: (t) =>
      t.fixtures.leaseGroup(async ({ id, sent }) => {
        const { id: member } = await t.createdUser();
        const first = { ...sent, members: [{ value: member }] };
        const { user } = await people(t);
        const patches = fc.record({
          intents: groupPatchArbitrary(first, {
            memberIds: [member, user.a.id],
            namePrefix: t.names.next(),
          }),
          form: patchFormArbitrary({ version: t.version }),
        });
        // A change of a group may become visible only after some seconds (FACT-GROUP-29).
        const patience = new Patience(t);
        return holdsForAll(t, patches, async ({ intents, form }) => {
          await t.groups.replace(id, first);
          await t.groups.patch(id, intents, { form });
          const due = applyGroupPatch(first, intents);
          const came = await patience.until(
            "a group shows what a PATCH changed",
            async () => {
              const group = (await t.groups.get(id)).resource;
              if (!group) throw blocked("the group cannot be read");
              return canonicalGroup(group);
            },
            (group) => equal(asJson(group), asJson(due)),
          );
          return { due, came };
        });
      }),
  },
];
