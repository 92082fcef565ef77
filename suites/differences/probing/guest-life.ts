import type { Version } from "../../../client/index.ts";
import type { NeutralUser, PatchIntent } from "../../../schemas/index.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { Skip } from "../../run/stop.ts";
import type { Forms } from "./forms.ts";
import { oddlyNamed } from "./odd-names.ts";
import { userAt } from "./user-changes.ts";

export const become: PatchIntent = { kind: "set", path: "guest", value: { type: "multi" } };

const expires: PatchIntent = {
  kind: "set",
  path: "guest.expiration",
  value: "2035-01-31T23:59:59Z",
};

const unlimited: PatchIntent = { kind: "clear", path: "guest.expiration" };

export const returned: PatchIntent = { kind: "clear", path: "guest" };

interface Life {
  /** The user, who is an active guest at the end. */
  id: string;
  converted: Forms;
  unlimited: Forms;
  returned: Forms;
  /** Whether a deactivated member who becomes a guest is active again. */
  reactivates: boolean;
  /** Whether a type other than `multi` was stored. */
  otherType: boolean;
}

/** A guest that was created as a guest. */
export const createdGuest = (t: CheckContext) =>
  t.once("a guest", () => t.fixtures.newUser({ guest: { type: "multi" } }));

/**
 * A member who becomes a guest and then a member again, in each version's form of PATCH. One user
 * for all probes, never leased, since a PUT may not end the status of a guest (FACT-PUT-30).
 */
export const life = (t: CheckContext): Promise<Life> =>
  t.once("a guest's life in both forms", async () => {
    // Slack never removes users, so the one with the odd name is used here too.
    const id = (await oddlyNamed(t)).id ?? (await t.fixtures.newUser()).id;
    const other: Version = t.version === "1.1" ? "2.0" : "1.1";
    const patch = (intent: PatchIntent, encodeAs: Version = t.version) =>
      t.users.patch(id, [intent], { encodeAs });
    /** The other version's form first; if it works, the step is undone before the own form is tried. */
    const step = async (
      intent: PatchIntent,
      done: (user: NeutralUser) => boolean,
      back: PatchIntent,
    ): Promise<Forms> => {
      await patch(intent, other);
      const foreign = done(await userAt(t, id));
      if (foreign) await patch(back);
      await patch(intent);
      const own = done(await userAt(t, id));
      const [partialResource, operations] = t.version === "1.1" ? [own, foreign] : [foreign, own];
      const say = (works: boolean) => (works ? "works" : "no effect");
      return { partialResource: say(partialResource), operations: say(operations) };
    };

    const trial = await patch(become);
    if (trial.status === 403)
      throw new Skip("not-offered", "guests are not offered here (FACT-GUEST-01)");
    await patch(returned);
    const converted = await step(become, isGuest, returned);
    await patch({ kind: "set", path: "guest", value: { type: "single" } });
    const otherType = (await userAt(t, id)).guest?.type === "single";
    await patch(expires);
    const withoutEnd = await step(
      unlimited,
      (user) => isGuest(user) && !user.guest?.expiration,
      expires,
    );
    const back = await step(returned, (user) => !isGuest(user), become);
    await patch({ kind: "set", path: "active", value: false });
    await patch(become);
    const { active } = await userAt(t, id);
    return {
      id,
      converted,
      unlimited: withoutEnd,
      returned: back,
      reactivates: active === true,
      otherType,
    };
  });

const isGuest = ({ guest }: NeutralUser): boolean => Boolean(guest?.type);
