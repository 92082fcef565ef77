import type { CheckContext } from "../run/check-context.ts";
import { unknownGroupId, unknownUserId } from "../run/unknown-ids.ts";

const change = (path: string) => [{ kind: "set", path, value: "x" }] as const;

/** Requests on users and groups that do not exist, each sent once for all rules on its answer. */
export const ofUnknown = {
  putUser: (t: CheckContext) =>
    t.once("PUT of an unknown user", () =>
      t.users.replace(unknownUserId, t.fixtures.typicalUser()),
    ),
  putGroup: (t: CheckContext) =>
    t.once("PUT of an unknown group", () =>
      t.groups.replace(unknownGroupId, t.fixtures.typicalGroup()),
    ),
  patchUser: (t: CheckContext) =>
    t.once("PATCH of an unknown user", () => t.users.patch(unknownUserId, change("title"))),
  patchGroup: (t: CheckContext) =>
    t.once("PATCH of an unknown group", () =>
      t.groups.patch(unknownGroupId, change("displayName")),
    ),
  deleteUser: (t: CheckContext) =>
    t.once("DELETE of an unknown user", () => t.users.delete(unknownUserId)),
  deleteGroup: (t: CheckContext) =>
    t.once("DELETE of an unknown group", () => t.groups.delete(unknownGroupId)),
};
