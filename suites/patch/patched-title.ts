import type { CheckContext } from "../run/check-context.ts";
import { patchUser } from "./patching.ts";

/** PATCHes of a title, each sent once for the rules and probes that use it. */
export const patchedTitle = {
  withoutSchemas: (t: CheckContext) =>
    t.once("PATCH of a title without schemas", () =>
      patchUser(t, {
        intents: () => [{ kind: "set", path: "title", value: "Principal" }],
        call: () => ({ change: ({ schemas: _, ...body }) => body }),
      }),
    ),
  /** Valid attributes before and after an invalid one, whatever order a server applies. */
  partlyRejected: (t: CheckContext) =>
    t.once("PATCH of a title with an invalid value", () =>
      patchUser(t, {
        intents: ({ fresh }) => [
          { kind: "set", path: "title", value: "Principal" },
          { kind: "set", path: "name.givenName", value: "Augusta" },
          ...t.provider.writes.rejectedChanges(fresh),
        ],
      }),
    ),
};
