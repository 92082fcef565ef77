import { deletedUser } from "../delete/samples.ts";
import type { Probe } from "../probe.ts";
import type { CheckContext } from "../run/check-context.ts";

/** The answer to a DELETE of a user who was deleted before. */
const repeated = (t: CheckContext) =>
  t.once("DELETE of a deleted user", async () => t.users.delete((await deletedUser(t)).id));

/** DELETE: parts (b) and (c) of the catalogue, and the control. */
export const deletionProbes: readonly Probe[] = [
  {
    id: "DIFF-STAT-01",
    safety: "destructive",
    observe: async (t) => {
      const { deletion } = await deletedUser(t);
      return {
        status: deletion.status,
        body: deletion.text === "" ? "empty" : "something",
        repeated: (await repeated(t)).status,
      };
    },
  },
  {
    id: "DIFF-DEL-01",
    safety: "destructive",
    observe: async (t) => {
      const { deletion, afterwards } = await deletedUser(t);
      return { status: deletion.status, read: afterwards.status };
    },
  },
  {
    id: "DIFF-DEL-02",
    safety: "destructive",
    observe: async (t) => {
      const { sent } = await deletedUser(t);
      const again = await t.users.create(sent);
      return { again: again.status >= 400 ? "refused" : "created" };
    },
  },
  {
    id: "SAME-08",
    safety: "destructive",
    observe: async (t) => {
      const { afterwards } = await deletedUser(t);
      return {
        readable: afterwards.status === 200,
        active: afterwards.resource?.active,
        repeatable: (await repeated(t)).status < 300,
      };
    },
  },
];
