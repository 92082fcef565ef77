import { oneOf } from "../../expectation.ts";
import { type Difference, sameInBoth, sayingBoth } from "../difference.ts";
import { inOwnForm } from "../probing/forms.ts";
import { createdGuest, life } from "../probing/guest-life.ts";
import { membershipOfGuest } from "../probing/guest-memberships.ts";
import { userAt } from "../probing/user-changes.ts";

/** Guests. */
export const guests: readonly Difference[] = [
  {
    id: "DIFF-GUEST-01",
    facts: ["FACT-GUEST-09"],
    area: "patch",
    topic: "guests",
    title: "making a member a guest",
    kind: "documented",
    impact: "breaking",
    v1: "The guest object in the partial resource",
    v2: "An add operation at the URN of the guest extension",
    source: "Slack reference",
    clientMustChange:
      "Translate the change into an operation; a deactivated member is reactivated in both versions.",
    expect: {
      "1.1": { ...inOwnForm["1.1"], reactivates: true },
      "2.0": { ...inOwnForm["2.0"], reactivates: true },
    },
    safety: "write",
    observe: async (t) => {
      const { converted, reactivates } = await life(t);
      return { ...converted, reactivates };
    },
  },
  {
    id: "DIFF-GUEST-02",
    facts: ["FACT-GUEST-12"],
    area: "patch",
    topic: "guests",
    title: "removing a guest's expiration",
    kind: "documented",
    impact: "breaking",
    v1: 'meta.attributes: ["urn:scim:schemas:extension:slack:guest:1.0.expiration"]',
    v2: "A remove operation at urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User.expiration",
    source: "Slack reference",
    clientMustChange: "Translate the change into an operation, and keep the dot.",
    expect: inOwnForm,
    safety: "write",
    observe: async (t) => ({ ...(await life(t)).unlimited }),
  },
  {
    id: "DIFF-GUEST-03",
    facts: ["FACT-GUEST-10"],
    area: "patch",
    topic: "guests",
    title: "making a guest a member",
    kind: "documented",
    impact: "breaking",
    v1: 'meta.attributes: ["urn:scim:schemas:extension:slack:guest:1.0"]',
    v2: "A remove operation at the URN of the guest extension",
    source: "Slack reference",
    clientMustChange: "Translate the change into an operation.",
    expect: inOwnForm,
    safety: "write",
    observe: async (t) => ({ ...(await life(t)).returned }),
  },
  {
    id: "DIFF-GUEST-04",
    facts: ["FACT-GUEST-15", "FACT-GUEST-16"],
    area: "patch",
    topic: "guests",
    title: "the groups of a member who becomes a guest",
    kind: "assumed",
    impact: "silent",
    ...sayingBoth(
      "Assumed: the conversion returns 200 and ends all memberships in groups, and the way back does not restore them",
    ),
    source: "scripts of administrators; no response of Slack is public (FACT-GUEST-16)",
    clientMustChange:
      "Before you convert a user, read its groups; after the conversion, read them again and add the user to those that are missing, as far as guests may be members (FACT-GUEST-15). An identity provider that sends only changes does not notice the loss: push the groups again. compare lists guests in no group (guest-without-groups).",
    expect: {
      "1.1": { guest: true, membership: oneOf("ends", "stays") },
      "2.0": { guest: true, membership: oneOf("ends", "stays") },
    },
    assumes: {
      facts: ["FACT-GUEST-16"],
      expect: { "1.1": { membership: "ends" }, "2.0": { membership: "ends" } },
    },
    safety: "write",
    observe: async (t) => ({ ...(await membershipOfGuest(t)) }),
  },
  {
    id: "SAME-09",
    facts: ["FACT-GUEST-03", "FACT-GUEST-11"],
    area: "users",
    topic: "guests",
    title: "only multi-channel guests; becoming a guest reactivates a user",
    kind: "documented",
    impact: "silent",
    ...sayingBoth(
      "The type is always multi; a deactivated member who becomes a guest is reactivated",
    ),
    source: "Slack reference",
    clientMustChange: "Nothing.",
    ...sameInBoth({ created: "multi", otherType: false, reactivates: true }),
    safety: "write",
    observe: async (t) => {
      const { guest } = await userAt(t, (await createdGuest(t)).id);
      const { otherType, reactivates } = await life(t);
      return { created: guest?.type, otherType, reactivates };
    },
  },
];
