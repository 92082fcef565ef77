import type { FactId } from "../../facts/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { slackClause } from "../clause.ts";
import type { Expectation, Observation } from "../expectation.ts";
import type { Requirement } from "../requirement.ts";
import { type GuestLife, guestLife } from "./guest-life.ts";
import { refusal } from "./patching.ts";

function guestRequirement(
  id: string,
  title: string,
  step: Exclude<keyof GuestLife, "id">,
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
      const { outcome, user } = (await guestLife(t))[step];
      return { refused: refusal(outcome), ...observe(user) };
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
