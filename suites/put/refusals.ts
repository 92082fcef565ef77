import { clause, doc, slackClauses } from "../clause.ts";
import { ofUnknown } from "../errors/unknown-ids.ts";
import { clientError } from "../expectation.ts";
import type { Requirement } from "../requirement.ts";
import { unknownGroupId, unknownUserId } from "../run/unknown-ids.ts";
import { rejectedPuts } from "./rejected-puts.ts";

const area = "put";
const safety = "write";

/** What a PUT rejects: SCIM 1.1 protocol §3.3.1, RFC 7644 §3.5.1. */
export const refusals: readonly Requirement[] = [
  {
    title: "PUT of an unknown id returns 404",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-API-3.3.1-05", doc("FACT-ERROR-20", unknownIds())),
      "2.0": clause("SCIM20-7644-3.5.1-02", doc("FACT-ERROR-20", unknownIds())),
    },
    expect: { user: 404, group: 404 },
    check: async (t) => {
      const [user, group] = [await ofUnknown.putUser(t), await ofUnknown.putGroup(t)];
      return { user: user.status, group: group.status };
    },
  },
  {
    title: "PUT of an unknown id does not create a resource",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7644-3.2-04", doc("FACT-ERROR-20")) },
    expect: { user: clientError, group: clientError },
    check: async (t) => {
      await ofUnknown.putUser(t);
      await ofUnknown.putGroup(t);
      return {
        user: (await t.users.get(unknownUserId)).status,
        group: (await t.groups.get(unknownGroupId)).status,
      };
    },
  },
  {
    title: "PUT without a required attribute is rejected",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-API-3.3.1-06", doc("FACT-ERROR-32", { status: clientError })),
      "2.0": clause("SCIM20-7644-3.5.1-09", doc("FACT-ERROR-32", { status: clientError })),
    },
    expect: { status: 400 },
    check: async (t) => ({ status: (await rejectedPuts.withoutUserName(t)).put.status }),
  },
  {
    title: "PUT with an empty userName is rejected with username_empty",
    area,
    safety,
    versions: slackClauses("SLACK-PUT-07", "DOC", "FACT-PUT-22"),
    expect: { code: "username_empty" },
    check: async (t) => ({ code: (await rejectedPuts.emptyUserName(t)).put.error?.code }),
  },
  {
    title: "PUT without an e-mail address is rejected with email_empty",
    area,
    safety,
    versions: slackClauses("SLACK-PUT-08", "DOC", "FACT-PUT-23"),
    expect: { code: "email_empty" },
    check: async (t) => ({ code: (await rejectedPuts.withoutAddress(t)).put.error?.code }),
  },
];

/** Slack documents the error codes; their status is a guess. */
function unknownIds() {
  return { user: clientError, group: clientError };
}
