import type { NeutralUser } from "../../../schemas/index.ts";
import { type GuestLife, guestLife, isGuest } from "../../patch/guest-life.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { type Forms, formsFor, nameOf } from "./forms.ts";

/** A guest that was created as a guest. */
export const createdGuest = (t: CheckContext) =>
  t.once("a guest", () => t.fixtures.newUser({ guest: { type: "multi" } }));

/** What came of a change of a guest in each version's form. */
export async function guestChange(
  t: CheckContext,
  name: "converted" | "unlimited" | "returned",
): Promise<Forms> {
  const { user, foreignWorks } = (await guestLife(t))[name];
  const say = (works: boolean) => (works ? "works" : "no effect");
  const [foreign, own] = formsFor(t);
  return {
    partialResource: "no effect",
    operations: "no effect",
    [nameOf[foreign]]: say(foreignWorks === true),
    [nameOf[own]]: say(isDone[name](user)),
  };
}

const isDone = {
  converted: isGuest,
  unlimited: (user) => isGuest(user) && !user.guest?.expiration,
  returned: (user) => !isGuest(user),
} satisfies Partial<Record<keyof GuestLife, (user: NeutralUser) => boolean>>;
