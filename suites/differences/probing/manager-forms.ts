import type { JsonObject } from "../../../client/index.ts";
import { items } from "../../json.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { shown, userAt } from "./user-changes.ts";

type Change = (body: JsonObject) => unknown;

const title = "Changed";

/** What becomes of a PATCH that sets the title, and the manager in another form than Slack's. */
export function managerWritten(
  t: CheckContext,
  managerId: string,
  change: (managerId: string) => Change,
): Promise<string> {
  return t.fixtures.leaseUser(async (user) => {
    const { status } = await t.users.patch(
      user.id,
      [
        { kind: "set", path: "title", value: title },
        { kind: "set", path: "enterprise.managerId", value: managerId },
      ],
      { change: change(managerId) },
    );
    const now = await userAt(t, user.id);
    if (status >= 400) {
      return now.title === title ? "rejected in part" : "whole request rejected";
    }
    const { managerId: stored } = shown(now.enterprise, "enterprise extension");
    return stored === managerId ? "manager set" : "accepted without a manager";
  });
}

/** `manager: {value}`, as RFC 7643 §4.3 names it. */
export const asValue = (): Change => (body) =>
  JSON.parse(JSON.stringify(body).replace('"managerId"', '"value"'));

/** `manager` as a string. */
export const asText = (): Change => (body) =>
  JSON.parse(JSON.stringify(body).replace(/\{"managerId":("[^"]*")\}/, "$1"));

/** A `replace` at the path `…:User:manager.value`, in version 2.0. */
export const atValuePath =
  (urn: string) =>
  (managerId: string): Change =>
  (body) => ({
    ...body,
    Operations: [
      ...items(body.Operations).slice(0, 1),
      { op: "replace", path: `${urn}:manager.value`, value: managerId },
    ],
  });
