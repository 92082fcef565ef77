import type { JsonObject } from "../../../client/index.ts";
import { items } from "../../json.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { newTitle } from "./title-changes.ts";
import { shown, userAt } from "./user-changes.ts";

type Change = (body: JsonObject) => unknown;

/** What becomes of a PATCH that sets the title, and the manager in another form than Slack's. */
export const managerWritten = (
  t: CheckContext,
  managerId: string,
  form: keyof typeof changes,
): Promise<string> =>
  t.once(`PATCH of the manager as ${form}`, () =>
    t.fixtures.leaseUser(
      async (user) => {
        const title = await newTitle(t, user);
        const { status } = await t.users.patch(
          user.id,
          [
            { kind: "set", path: "title", value: title },
            { kind: "set", path: "enterprise.managerId", value: managerId },
          ],
          { change: changes[form](managerId, t.client.dialect.urns.enterprise) },
        );
        const now = await userAt(t, user.id);
        if (status >= 400) {
          return now.title === title ? "rejected in part" : "whole request rejected";
        }
        const { managerId: stored } = shown(now.enterprise, "enterprise extension");
        return stored === managerId ? "manager set" : "accepted without a manager";
      },
      { touches: ["enterprise"] },
    ),
  );

const changes = {
  /** `manager: {value}`, as RFC 7643 §4.3 names it. */
  value: (): Change => (body) => JSON.parse(JSON.stringify(body).replace('"managerId"', '"value"')),
  /** `manager` as a string. */
  text: (): Change => (body) =>
    JSON.parse(JSON.stringify(body).replace(/\{"managerId":("[^"]*")\}/, "$1")),
  /** A `replace` at the path `…:User:manager.value`, in version 2.0. */
  valuePath:
    (managerId: string, urn: string): Change =>
    (body) => ({
      ...body,
      Operations: [
        ...items(body.Operations).slice(0, 1),
        { op: "replace", path: `${urn}:manager.value`, value: managerId },
      ],
    }),
} as const;
