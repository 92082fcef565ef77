import { oneOf } from "../../expectation.ts";
import { guestLife } from "../../patch/guest-life.ts";
import { type Difference, sameInBoth, sayingBoth } from "../difference.ts";
import { createUser, example, lesson, patchGroup, patchUser, read } from "../lesson.ts";
import { inOwnForm } from "../probing/forms.ts";
import { createdGuest, guestChange } from "../probing/guest-life.ts";
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
      'Send {"op": "add", "path": "urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User", "value": {"type": "multi"}} in place of the object under urn:scim:schemas:extension:slack:guest:1.0. Expect a deactivated member to be active again afterwards, in both versions.',
    lesson: lesson(
      "If 2.0 made the member a guest by the 1.1 body as well, both forms work and you can change the client later; if this was not probed, guests may not be offered here: SCIM provisions them on the Enterprise plan only.",
      patchUser([{ kind: "set", path: "guest", value: { type: "multi" } }]),
    ),
    expect: {
      "1.1": { ...inOwnForm["1.1"], reactivates: true },
      "2.0": { ...inOwnForm["2.0"], reactivates: true },
    },
    safety: "write",
    observe: async (t) => {
      const { reactivated } = await guestLife(t);
      return {
        ...(await guestChange(t, "converted")),
        reactivates: reactivated.user.active === true,
      };
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
    clientMustChange:
      'Send {"op": "remove", "path": "urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User.expiration"} in place of urn:scim:schemas:extension:slack:guest:1.0.expiration in meta.attributes. Keep the dot before expiration, also where your library joins URN and attribute with a colon.',
    lesson: lesson(
      "If 2.0 removed the expiration by the 1.1 body as well, both forms work and you can change the client later; if this was not probed, expect the expiration to stay, which ends the access of a guest on that day.",
      patchUser([{ kind: "clear", path: "guest.expiration" }], { id: example.guest }),
    ),
    expect: inOwnForm,
    safety: "write",
    observe: async (t) => ({ ...(await guestChange(t, "unlimited")) }),
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
    clientMustChange:
      'Send {"op": "remove", "path": "urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User"} in place of urn:scim:schemas:extension:slack:guest:1.0 in meta.attributes. Take care with a path that lacks .expiration: it makes the guest a member.',
    lesson: lesson(
      "If 2.0 made the guest a member by the 1.1 body as well, both forms work and you can change the client later; if this was not probed, expect the guest to stay a guest.",
      patchUser([{ kind: "clear", path: "guest" }], { id: example.guest }),
    ),
    expect: inOwnForm,
    safety: "write",
    observe: async (t) => ({ ...(await guestChange(t, "returned")) }),
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
      'Read the groups of a user before you convert it, and add it afterwards to those that are missing, {"op": "add", "path": "members", "value": [{"value": "U123ABC"}]}, as far as guests may be members (FACT-GUEST-15). That the conversion ends the memberships is assumed (FACT-GUEST-16). Push the groups again where your identity provider sends only changes: it does not notice the loss. compare lists guests in no group (guest-without-groups).',
    lesson: lesson(
      "If the memberships stayed in both versions, you need not add the guest again; if this was not probed, convert one test user and read its groups.",
      read(`/Users/${example.user}`),
      patchUser([{ kind: "set", path: "guest", value: { type: "multi" } }]),
      patchGroup([{ kind: "add", path: "members", values: [{ value: example.user }] }]),
    ),
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
    clientMustChange:
      'Keep sending "type": "multi" for a guest: neither version makes single-channel guests. Set active to false again where a deactivated user becomes a guest: the conversion reactivates it.',
    lesson: lesson(
      "If the versions disagreed, read type and active of one converted test user; if this was not probed, guests may not be offered here: SCIM provisions them on the Enterprise plan only.",
      createUser({
        userName: "augusta",
        emails: [{ value: "augusta@example.com", primary: true }],
        guest: { type: "multi" },
      }),
    ),
    ...sameInBoth({ created: "multi", otherType: false, reactivates: true }),
    safety: "write",
    observe: async (t) => {
      const { guest } = await userAt(t, (await createdGuest(t)).id);
      const { otherType, reactivated } = await guestLife(t);
      return {
        created: guest?.type,
        otherType: otherType.user.guest?.type === "single",
        reactivates: reactivated.user.active === true,
      };
    },
  },
];
