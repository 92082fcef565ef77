import { unknownUserCodes } from "../../errors/unknown-user.ts";
import { absent, oneOf } from "../../expectation.ts";
import { asJson } from "../../json.ts";
import { patchedOnce } from "../../patch/patched-once.ts";
import { conflictStatus } from "../../users/conflict-status.ts";
import { withBadAddress } from "../../users/multi-valued.ts";
import { longNamed } from "../../users/odd-names.ts";
import { withoutEmails } from "../../users/refusals.ts";
import { takenAddress } from "../../users/uniqueness.ts";
import { type Difference, sameInBoth, sayingBoth } from "../difference.ts";
import { createUser, lesson } from "../lesson.ts";
import { createWithTakenAddress, newUser, titleChange, unknownUser } from "../lesson-steps.ts";
import { emptyCreate } from "../probing/shared-reads.ts";

const takenAddressAnswer = {
  status: conflictStatus,
  code: oneOf("email_taken", "user_creation_failed"),
};

const emptyCreateCodes = ["missing_schema_element", "username_required", "invalid_request_payload"];

/** The codes of a userName with more than 21 characters. */
const tooLong = oneOf("username_too_long", "long_username", "long_nickname");

/** A userName with more than 21 characters. */
const longName = "maximiliana.featherstone";

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
    clientMustChange:
      "Decide by Slack's error code, the first word of Errors.description in 1.1 and of detail in 2.0: email_taken, username_taken. Do not wait for scimType, such as uniqueness: the RFC defines it, and no error in Slack's reference has it.",
    lesson: lesson(
      "If 2.0 sent a scimType, go on deciding by the code in detail: no document promises scimType.",
      createWithTakenAddress,
    ),
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
    clientMustChange:
      "Treat email_taken, username_taken and user_creation_failed as a conflict with an existing user, whether the status is 409 or 400. Look for the existing user, and do not send the create again.",
    lesson: lesson(
      "If a duplicate got another status or code, add that code to your list; if it was not probed, accept 409 and 400.",
      createWithTakenAddress,
    ),
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
      "Compare the text up to the first space: email_taken (existing_user=U…) is email_taken. In 2.0 take the id of the existing user from existing_user=U… to link the accounts; where it is missing, find the user by a filter.",
    lesson: lesson(
      "If the run saw no parentheses, your client may still meet them with another error: compare the first word, and do not count on the id of the existing user.",
      createWithTakenAddress,
    ),
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
    clientMustChange:
      "Repeat POST /Users once, a second later, when 2.0 returns invited_user_not_created, and report it if it fails again. In 1.1 it was not reported.",
    lesson: lesson(
      "It is random, so no run can show that your organisation is free of it: write the one retry, which costs nothing where it is not needed.",
      createUser(newUser),
    ),
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
      "Shorten userName and nickName to 21 characters before you send them. Treat username_too_long and long_username (seen in updates in 1.1) as the same error: shorten the name, and send it again.",
    lesson: lesson(
      "Which code your organisation sends for a long name stays open: accept both, or shorten names before you send them.",
      createUser({ ...newUser, userName: longName }),
    ),
    expect: {
      "1.1": { create: tooLong, update: tooLong },
      "2.0": { create: tooLong, update: tooLong },
    },
    safety: "write",
    observe: async (t) => {
      const { code } = await longNamed(t);
      const { outcome } = await patchedOnce.longUserName(t);
      return { create: code, update: outcome.error?.code };
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
    clientMustChange:
      "Keep your table of Slack's error codes, such as bad_email_address or no_such_group: it holds for both versions. Only the member that carries the code changes (DIFF-ERR-02).",
    lesson: lesson(
      "If a code differed, add it to your table for that version; if it was not probed, keep one table, as Slack documents one list for both versions.",
      unknownUser,
    ),
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
      const answers = {
        emptyCreate: await emptyCreate(t),
        withoutEmail: await withoutEmails(t),
        badAddress: await withBadAddress(t),
        unknownUser: await t.users.get("U00000000000"),
        unknownGroup: await t.groups.get("S00000000000"),
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
    clientMustChange:
      "Keep your code for 429: wait as many seconds as Retry-After says, and send the same request again. Send one write at a time for each user and group.",
    lesson: lesson(
      "It is not probed, to leave your organisation's limits alone: keep your code for 429 and Retry-After, and count the requests of both versions together while you use both.",
      titleChange,
    ),
    notProbed:
      "it would need more requests in a minute than a probe may take from the organisation's shared limits",
  },
];
