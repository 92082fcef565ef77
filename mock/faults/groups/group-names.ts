import type { Fault } from "../fault.ts";
import { planter } from "../plant.ts";
import { alterations, cutAt, kinds } from "../users/alterations.ts";

const plant = planter("groups");
const broken = { v1: ["SLACK-PROPERTY-10"], v2: ["SLACK-PROPERTY-10"] };

/** Names of groups that come back nearly as they were sent. */
export const groupNameFaults: readonly Fault[] = [
  ...kinds.map((kind) => alterations[kind]),
  cutAt(63),
].map(({ word, summary, alter }) =>
  plant(`group-name-${word}`, `The displayName of a group is stored ${summary}`, broken, {
    storeGroup(draft) {
      draft.displayName = alter(draft.displayName);
    },
  }),
);
