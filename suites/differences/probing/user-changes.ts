import type { NeutralUser } from "../../../schemas/index.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { type Created, describeAnswer } from "../../run/fixtures.ts";
import { blocked } from "../../run/stop.ts";

/** Resets a user to its typical state with some changes, by PUT. @throws Skip when that is rejected */
export async function put(
  t: CheckContext,
  { id, sent }: Created<NeutralUser>,
  state: Partial<NeutralUser>,
): Promise<void> {
  const answer = await t.step(
    () => t.users.replace(id, { ...sent, ...state }),
    () => "prepares the user by PUT",
  );
  if (answer.status >= 400)
    throw blocked(`preparing the user by PUT returned ${describeAnswer(answer)}`);
}

export async function userAt(t: CheckContext, id: string): Promise<NeutralUser> {
  const { resource, ...answer } = await t.users.get(id);
  if (!resource) throw blocked(`reading the user returned HTTP ${answer.status}`);
  return resource;
}

/**
 * A part of a user that organisations without SCIM profile fields do not show (FACT-USER-49).
 * @throws Skip when it is absent
 */
export function shown<T>(part: T | null | undefined, what: string): T {
  if (part === undefined || part === null) throw blocked(`this organisation shows no ${what}`);
  return part;
}
