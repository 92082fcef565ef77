import { violations } from "../schemas/index.ts";
import { groupArbitrary } from "./index.ts";
import { describeObligations } from "./obligations.ts";

const memberIds = Array.from({ length: 40 }, (_, index) => `W${1000 + index}`);

describeObligations("groupArbitrary", {
  arbitrary: () => groupArbitrary({ memberIds, maxMembers: 30, namePrefix: "zz " }),
  violations: (group) => [
    ...violations("suite/neutral-group", group),
    ...(group.displayName?.startsWith("zz ") ? [] : ["no prefix"]),
    ...((group.members?.length ?? 0) > 30 ? ["too many members"] : []),
  ],
  minimal: { displayName: "zz a" },
  classes: {
    "without members": ({ members }) => members === undefined,
    "an empty list of members": ({ members }) => members?.length === 0,
    "one member": ({ members }) => members?.length === 1,
    "some members": ({ members }) => Number(members?.length) > 1 && Number(members?.length) < 30,
    "as many as the limit allows": ({ members }) => members?.length === 30,
  },
});
