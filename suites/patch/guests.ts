import type { FactId } from "../../facts/index.ts";
import type { NeutralUser, PatchIntent } from "../../schemas/index.ts";
import { slackClause } from "../clause.ts";
import type { Expectation, Observation } from "../expectation.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { Skip } from "../run/stop.ts";
import { readUser, refusal } from "./patching.ts";

interface Step {
  refused: string | false;
  user: NeutralUser;
}

const steps = {
  converted: { kind: "set", path: "guest", value: { type: "multi" } },
  limited: { kind: "set", path: "guest.expiration", value: "2035-01-31T23:59:59Z" },
  unlimited: { kind: "clear", path: "guest.expiration" },
  returned: { kind: "clear", path: "guest" },
  deactivated: { kind: "set", path: "active", value: false },
  reactivated: { kind: "set", path: "guest", value: { type: "multi" } },
} as const satisfies Record<string, PatchIntent>;

/**
 * A member who becomes a guest and then a member again. All rules observe the same user, which is
 * not leased afterwards: a PUT may not end the status of a guest (FACT-PUT-30).
 */
function guestHistory(t: CheckContext): Promise<Record<keyof typeof steps, Step>> {
  return t.once("the history of a guest", async () => {
    const { id } = await t.fixtures.newUser();
    const seen: Partial<Record<keyof typeof steps, Step>> = {};
    for (const [name, intent] of Object.entries(steps)) {
      const outcome = await t.users.patch(id, [intent]);
      const refused = refusal(outcome);
      // Only the Enterprise plan has guests through SCIM (FACT-GUEST-01).
      if (name === "converted" && outcome.status === 403) {
        throw new Skip("not-offered", `guests are not supported: ${refused}`);
      }
      seen[name as keyof typeof steps] = { refused, user: await readUser(t, id) };
    }
    return seen as Record<keyof typeof steps, Step>;
  });
}

function guestRequirement(
  id: string,
  title: string,
  step: keyof typeof steps,
  expect: Expectation,
  observe: (user: NeutralUser) => Observation,
  fact: FactId,
): Requirement {
  return {
    title,
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: { "1.1": slackClause(id, "DOC", fact), "2.0": slackClause(id, "DOC", fact) },
    expect: { refused: false, ...expect },
    check: async (t) => {
      const { refused, user } = (await guestHistory(t))[step];
      return { refused, ...observe(user) };
    },
  };
}

export const guests: readonly Requirement[] = [
  guestRequirement(
    "SLACK-PATCH-50",
    "PATCH with the guest extension converts a member to a guest",
    "converted",
    { type: "multi" },
    ({ guest }) => ({ type: guest?.type }),
    "FACT-GUEST-09",
  ),
  guestRequirement(
    "SLACK-PATCH-51",
    "PATCH can set the expiration of a guest, who remains a guest",
    "limited",
    { type: "multi", expiration: Date.UTC(2035, 0, 31, 23, 59, 59) },
    ({ guest }) => ({ type: guest?.type, expiration: Date.parse(guest?.expiration ?? "") }),
    "FACT-GUEST-04",
  ),
  guestRequirement(
    "SLACK-PATCH-52",
    "PATCH can clear the expiration of a guest, who remains a guest",
    "unlimited",
    { type: "multi", expirationIsSet: false },
    ({ guest }) => ({ type: guest?.type, expirationIsSet: Boolean(guest?.expiration) }),
    "FACT-GUEST-12",
  ),
  guestRequirement(
    "SLACK-PATCH-53",
    "clearing the guest extension converts a guest to a member",
    "returned",
    { isGuest: false, active: true },
    ({ guest, active }) => ({ isGuest: Boolean(guest?.type), active }),
    "FACT-GUEST-10",
  ),
  guestRequirement(
    "SLACK-PATCH-54",
    "converting a deactivated member to a guest reactivates the user",
    "reactivated",
    { type: "multi", active: true },
    ({ guest, active }) => ({ type: guest?.type, active }),
    "FACT-GUEST-11",
  ),
];
