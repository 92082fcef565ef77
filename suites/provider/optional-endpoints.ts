import type { Outcome } from "../../client/index.ts";
import type { CheckContext } from "../run/check-context.ts";
import { Skip } from "../run/stop.ts";
import { unknownUserId } from "../run/unknown-ids.ts";
import { isNotOffered } from "./not-offered.ts";

/** Requests to optional endpoints that change nothing. */
const optionals = {
  bulk: (t: CheckContext) =>
    t.bulk({ operations: [{ method: "DELETE", type: "User", id: unknownUserId }] }),
  me: (t: CheckContext) => t.client.optional("me"),
  root: (t: CheckContext) => t.client.optional("root"),
  search: (t: CheckContext) => t.users.search({ count: 1 }),
  unknown: (t: CheckContext) => t.client.optional("unknown"),
} satisfies Record<string, (t: CheckContext) => Promise<Outcome<unknown>>>;

export type Optional = keyof typeof optionals;

export const optional = (t: CheckContext, endpoint: Optional) =>
  t.once<Outcome<unknown>>(`optional endpoint ${endpoint}`, () => optionals[endpoint](t));

/**
 * The response of an optional endpoint.
 * @throws Skip where the provider does not support it
 */
export async function offered(t: CheckContext, endpoint: Optional): Promise<Outcome<unknown>> {
  const answer = await optional(t, endpoint);
  if (isNotOffered(answer.status)) {
    throw new Skip("not-offered", `${endpoint} returns HTTP ${answer.status}`);
  }
  return answer;
}
