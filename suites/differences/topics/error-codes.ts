import { unknownUserCodes } from "../../errors/unknown-user.ts";
import { absent, oneOf } from "../../expectation.ts";
import { asJson } from "../../json.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { conflictStatus } from "../../users/conflict-status.ts";
import { type Difference, sameInBoth, sayingBoth } from "../difference.ts";
import { emptyCreate } from "../probing/shared-reads.ts";

/** A create with the address of an existing user; a new name makes the address the only conflict. */
const takenAddress = (t: CheckContext) =>
  t.once("a create with a taken address", async () => {
    const { sent } = await t.createdUser();
    return t.users.create({ ...t.fixtures.typicalUser(), emails: sent.emails ?? [] });
  });

const takenAddressAnswer = {
  status: conflictStatus,
  code: oneOf("email_taken", "user_creation_failed"),
};

const emptyCreateCodes = ["missing_schema_element", "username_required", "invalid_request_payload"];

/** The codes of a userName with more than 21 characters. */
const tooLong = oneOf("username_too_long", "long_username", "long_nickname");

/** Error codes, and limits. */
export const errorCodes: readonly Difference[] = [
  {
    id: "DIFF-ERR-07",
    facts: ["FACT-ERROR-05"],
    area: "errors",
    topic: "errors",
    title: "a machine-readable error type",
    kind: "documented",
    impact: "silent",
    v1: "None in the standard",
    v2: "scimType in the RFC; Slack never sends it",
    source: "RFC 7644 §3.12",
    clientMustChange: "Use Slack's error codes in detail.",
    ...sameInBoth({ scimType: absent }),
    safety: "write",
    observe: async (t) => ({ scimType: asJson((await takenAddress(t)).error?.scimType) }),
  },
  {
    id: "DIFF-ERR-08",
    facts: ["FACT-ERROR-76", "FACT-ERROR-77", "FACT-ERROR-78"],
    area: "errors",
    topic: "errors",
    title: "the response to a duplicate",
    kind: "documented",
    impact: "silent",
    v1: "409 in the standard; Slack sends its error code, with 409 or 400",
    v2: "409 and uniqueness in the RFC; Slack sends its error code, with 409 or 400",
    source: "SCIM 1.1 §3.1; RFC 7644 §3.3",
    clientMustChange: "Decide by the error code, not by the status.",
    expect: {
      "1.1": takenAddressAnswer,
      "2.0": takenAddressAnswer,
    },
    safety: "write",
    observe: async (t) => {
      const { status, error } = await takenAddress(t);
      return { status, code: error?.code };
    },
  },
  {
    id: "DIFF-ERR-09",
    facts: ["FACT-ERROR-06", "FACT-ERROR-08", "FACT-ERROR-09", "FACT-FILTER-24"],
    area: "errors",
    topic: "errors",
    title: "the text in parentheses after an error code",
    kind: "observed",
    impact: "silent",
    v1: "user=… (in a create and in an update), username=… (a userName in use) and is_aggregate_call=1 were seen; what follows a taken address is not known",
    v2: "existing_user=… for a taken address",
    source:
      "Okta's articles and a report on its provisioning (FACT-ERROR-08); Python SDK (FACT-ERROR-06); Hack Club (FACT-ERROR-09)",
    clientMustChange:
      "Compare the code before the parentheses: a client that compares the whole text does not recognise the error. The id in 2.0 helps to link accounts.",
    expect: {
      "1.1": {
        code: takenAddressAnswer.code,
        names: oneOf("nothing", "user", "username", "existing_user"),
      },
      "2.0": { code: "email_taken", names: oneOf("existing_user", "nothing") },
    },
    safety: "write",
    observe: async (t) => {
      const { error } = await takenAddress(t);
      return { code: error?.code, names: error?.suffix?.split("=", 1)[0] ?? "nothing" };
    },
  },
  {
    id: "DIFF-ERR-10",
    facts: ["FACT-ERROR-52"],
    area: "errors",
    topic: "errors",
    title: "creates that fail temporarily",
    kind: "observed",
    impact: "silent",
    v1: "Not reported",
    v2: "invited_user_not_created; one retry succeeds",
    source: "Hack Club",
    clientMustChange: "Retry once after a second.",
    notProbed: "the error is random: seeing it would take many creates",
  },
  {
    id: "DIFF-ERR-11",
    facts: ["FACT-ERROR-37", "FACT-ERROR-38"],
    area: "errors",
    topic: "errors",
    title: "the error code of a userName with more than 21 characters",
    kind: "observed",
    impact: "silent",
    v1: "username_too_long in a create; long_username, which is not in Slack's list, in an update",
    v2: "username_too_long is documented, and assumed for both",
    source: "Slack reference, list of errors (FACT-ERROR-37); Okta's article (FACT-ERROR-38)",
    clientMustChange:
      "Treat the two codes as one: shorten the userName to 21 characters, and send it again.",
    expect: {
      "1.1": { create: tooLong, update: tooLong },
      "2.0": { create: tooLong, update: tooLong },
    },
    safety: "write",
    observe: async (t) => {
      const user = t.fixtures.typicalUser();
      const userName = `${user.userName}-`.padEnd(22, "x");
      const create = await t.users.create({ ...user, userName, nickName: userName });
      const update = await t.fixtures.leaseUser(({ id }) =>
        t.users.patch(id, [{ kind: "set", path: "userName", value: userName }]),
      );
      return { create: create.error?.code, update: update.error?.code };
    },
  },
  {
    id: "SAME-10",
    facts: ["FACT-ERROR-07"],
    area: "errors",
    topic: "errors",
    title: "the error codes",
    kind: "documented",
    impact: "breaking",
    ...sayingBoth("Slack's error codes"),
    source: "Slack reference, list of errors",
    clientMustChange: "Nothing.",
    ...sameInBoth({
      // Which of several errors is reported first is not documented, and 1.1 may not miss schemas
      // (FACT-FORMAT-31).
      emptyCreate: "a documented code",
      withoutEmail: oneOf("email_empty", "missing_primary_email"),
      badAddress: oneOf("bad_email_address", "email_invalid"),
      unknownUser: oneOf(...unknownUserCodes),
      unknownGroup: "no_such_group",
      unknownEndpoint: "bad_endpoint",
    }),
    safety: "write",
    observe: async (t) => {
      const user = t.fixtures.typicalUser();
      const { emails: _, ...withoutEmail } = user;
      const badAddress = { ...user, emails: [{ value: "no address", primary: true }] };
      const answers = {
        emptyCreate: await emptyCreate(t),
        withoutEmail: await t.users.create(withoutEmail),
        badAddress: await t.users.create(badAddress),
        unknownUser: await t.users.read("U00000000000"),
        unknownGroup: await t.groups.read("S00000000000"),
        unknownEndpoint: await t.client.optional("unknown"),
      };
      const codes = Object.entries(answers).map(([name, { error }]) => [name, error?.code]);
      const { emptyCreate: first, ...others } = Object.fromEntries(codes);
      return {
        ...others,
        emptyCreate: emptyCreateCodes.includes(first) ? "a documented code" : first,
      };
    },
  },
  {
    id: "SAME-11",
    facts: ["FACT-LIMIT-09", "FACT-LIMIT-15"],
    area: "errors",
    topic: "limits",
    title: "rate limits and locks",
    kind: "documented",
    impact: "silent",
    ...sayingBoth("429 with Retry-After over the documented limits, or during another write"),
    source: "Slack's page on rate limits; Slack reference",
    clientMustChange: "Nothing.",
    notProbed:
      "it would need more requests in a minute than a probe may take from the organisation's shared limits",
  },
];
