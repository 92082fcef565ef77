import type { Outcome, Version } from "../../client/index.ts";
import type { NeutralUser, PatchIntent } from "../../schemas/index.ts";
import type { CheckContext } from "../run/check-context.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { selectionOf } from "../run/selection.ts";
import { Skip } from "../run/stop.ts";
import { oddlyNamed } from "../users/odd-names.ts";
import { readUser } from "./patching.ts";

export const become: PatchIntent = { kind: "set", path: "guest", value: { type: "multi" } };

export const returned: PatchIntent = { kind: "clear", path: "guest" };

const expires: PatchIntent = {
  kind: "set",
  path: "guest.expiration",
  value: "2035-01-31T23:59:59Z",
};

const unlimited: PatchIntent = { kind: "clear", path: "guest.expiration" };

/** A change of a guest, in the version's own form. */
interface GuestStep {
  outcome: Outcome<NeutralUser>;
  /** The user after it. */
  user: NeutralUser;
  /** Whether the same change in the other version's form had its effect; only where it is probed. */
  foreignWorks?: boolean;
}

/** The life of a guest, and its user, who is an active guest at the end. */
export interface GuestLife {
  id: string;
  converted: GuestStep;
  limited: GuestStep;
  unlimited: GuestStep;
  returned: GuestStep;
  /** After the user was deactivated. */
  reactivated: GuestStep;
  /** A type that Slack does not offer through SCIM. */
  otherType: GuestStep;
}

export const isGuest = ({ guest }: NeutralUser): boolean => Boolean(guest?.type);

/**
 * A member who becomes a guest and then a member again. All rules and probes observe the same user,
 * which is never leased: a PUT may not end the status of a guest (FACT-PUT-30). Where the run probes
 * the differences of guests, a change is sent in the other version's form first: if that works, it
 * is undone before the own form is tried.
 */
export const guestLife = (t: CheckContext): Promise<GuestLife> =>
  t.once("the life of a guest", async () => {
    const isProbed = selectionOf(t).differences.some(({ topic }) => topic === "guests");
    // Slack never removes users, so one that is created anyway serves here too.
    const given = isProbed ? (await oddlyNamed(t)).id : undefined;
    const id = given ?? (await t.fixtures.newUser()).id;
    const other: Version = t.version === "1.1" ? "2.0" : "1.1";
    const step = async (intent: PatchIntent): Promise<GuestStep> => {
      const outcome = await t.users.patch(id, [intent]);
      return { outcome, user: await readUser(t, id) };
    };
    const inBothForms = async (
      intent: PatchIntent,
      isDone: (user: NeutralUser) => boolean,
      back: PatchIntent,
    ): Promise<GuestStep> => {
      if (!isProbed) return step(intent);
      await t.users.patch(id, [intent], { encodeAs: other });
      const foreignWorks = isDone(await readUser(t, id));
      if (foreignWorks) await t.users.patch(id, [back]);
      return { ...(await step(intent)), foreignWorks };
    };

    const converted = await inBothForms(become, isGuest, returned);
    // Only the Enterprise plan has guests through SCIM (FACT-GUEST-01).
    if (converted.outcome.status === 403) {
      const answer = describeAnswer(converted.outcome);
      throw new Skip("not-offered", `guests are not offered here (FACT-GUEST-01): ${answer}`);
    }
    const life = {
      id,
      converted,
      limited: await step(expires),
      unlimited: await inBothForms(
        unlimited,
        (user) => isGuest(user) && !user.guest?.expiration,
        expires,
      ),
      returned: await inBothForms(returned, (user) => !isGuest(user), become),
    };
    // It is not read meanwhile: whether a deactivated user is readable is another rule.
    await t.users.patch(id, [{ kind: "set", path: "active", value: false }]);
    const reactivated = await step(become);
    const otherType = await step({ kind: "set", path: "guest", value: { type: "single" } });
    return { ...life, reactivated, otherType };
  });
