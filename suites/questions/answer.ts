import type { Outcome } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import type { CheckCallOptions } from "../run/check-calls.ts";
import type { CheckContext } from "../run/check-context.ts";

/** What a request to change something came to. */
export type Answer = "rejected" | "ignored" | "applied";

/** @param isApplied whether a later read shows the change */
export function answerTo({ status }: Outcome<unknown>, isApplied: boolean): Answer {
  if (isApplied) return "applied";
  return status >= 400 ? "rejected" : "ignored";
}

/** A title that no user has before. */
export const newTitle = "Principal";

/** What an update of a leased user's title comes to, with a body that is changed as told. */
export function updateOfTitle(
  t: CheckContext,
  method: "PATCH" | "PUT",
  call: CheckCallOptions,
): Promise<Answer> {
  return t.fixtures.leaseUser(
    async ({ id, sent }) => {
      const outcome =
        method === "PATCH"
          ? await t.users.patch(id, [{ kind: "set", path: "title", value: newTitle }], call)
          : await t.users.replace(id, { ...sent, title: newTitle }, call);
      const after: NeutralUser | undefined = (await t.users.get(id)).resource;
      return answerTo(outcome, after?.title === newTitle);
    },
    { touches: [], avoids: () => [{ title: newTitle }] },
  );
}
