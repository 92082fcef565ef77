import type { JsonObject } from "../../client/index.ts";
import type { FactId } from "../../facts/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { clause, doc, inf, slackClause, slackClauses } from "../clause.ts";
import { clientError, oneOf, success } from "../expectation.ts";
import { asJson } from "../json.ts";
import { userPutRequirement } from "../put/user-put-rule.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { withValues } from "../with-values.ts";
import { longNamed } from "./odd-names.ts";

const area = "users";
const safety = "write";

export const withoutName = (t: CheckContext) =>
  t.once("a user without a userName", () => {
    const { userName: _, nickName: __, ...user } = t.fixtures.typicalUser();
    return t.users.create(user);
  });

export const withoutEmails = (t: CheckContext) =>
  t.once("a user without e-mail addresses", () => {
    const { emails: _, ...user } = t.fixtures.typicalUser();
    return t.users.create(user);
  });

/** A requirement that Slack rejects a user with one of the given codes, in both versions. */
function rejected(
  title: string,
  id: string,
  fact: FactId,
  codes: string[],
  user: (typical: NeutralUser) => NeutralUser,
): Requirement {
  return {
    title,
    area,
    safety,
    versions: slackClauses(id, "DOC", fact),
    expect: { code: oneOf(...codes) },
    check: async (t) => ({
      code: (await t.users.create(user(t.fixtures.typicalUser()))).error?.code,
    }),
  };
}

/** A user with another userName, and the nickName that goes with it. */
const named = (user: NeutralUser, userName: string) => ({ ...user, userName, nickName: userName });

/** What a POST rejects: SCIM 1.1 protocol §3.1, RFC 7644 §3.3, and Slack's own rules. */
export const refusals: readonly Requirement[] = [
  {
    title: "POST of a user without a userName is rejected",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-6.1-03", doc("FACT-ERROR-32", { status: clientError })),
      "2.0": clause("SCIM20-7643-4.1.1-02", doc("FACT-ERROR-32", { status: clientError })),
    },
    expect: { status: 400 },
    check: async (t) => ({ status: (await withoutName(t)).status }),
  },
  {
    title:
      "POST without a required attribute returns 400, in version 2.0 with scimType invalidValue",
    area,
    safety,
    versions: {
      "1.1": clause(
        "SCIM11-API-3.1-07",
        // Slack requires an e-mail address too (FACT-ERROR-27).
        doc("FACT-USER-40", { status: clientError, withoutEmail: clientError }),
      ),
      "2.0": {
        ...clause(
          "SCIM20-7644-3.3-09",
          doc("FACT-ERROR-05", { status: clientError, scimType: "absent" }, "sends no scimType"),
        ),
        expect: { status: 400, scimType: "invalidValue" },
      },
    },
    expect: { status: 400 },
    check: async (t) => {
      const answer = await withoutName(t);
      const withoutEmail = (await withoutEmails(t)).status;
      return {
        status: withValues(answer.status, {}, answer),
        scimType: withValues(asJson(answer.error?.scimType) ?? "absent", {}, answer),
        withoutEmail,
      };
    },
  },
  {
    title: "POST without a userName is rejected with username_required or username_empty",
    area,
    safety,
    versions: slackClauses("SLACK-USER-34", "DOC", "FACT-ERROR-32"),
    expect: { code: oneOf("username_required", "username_empty") },
    check: async (t) => ({ code: (await withoutName(t)).error?.code }),
  },
  rejected(
    "POST with an empty userName is rejected with username_empty",
    "SLACK-USER-35",
    "FACT-USER-10",
    ["username_empty"],
    (user) => named(user, ""),
  ),
  {
    title: "POST without an e-mail address is rejected with email_empty",
    area,
    safety,
    versions: slackClauses("SLACK-USER-36", "DOC", "FACT-ERROR-27"),
    expect: { code: "email_empty" },
    check: async (t) => ({ code: (await withoutEmails(t)).error?.code }),
  },
  {
    title: "POST with a userName of more than 21 characters is rejected as too long",
    area,
    safety,
    versions: { "1.1": slackClause("SLACK-USER-37", "DOC", "FACT-USER-11") },
    expect: { code: oneOf("username_too_long", "long_username", "long_nickname") },
    check: async (t) => ({ code: (await longNamed(t)).code }),
  },
  rejected(
    "POST with a displayName of more than 80 characters is rejected with invalid_name_maxlength",
    "SLACK-USER-38",
    "FACT-USER-21",
    ["invalid_name_maxlength"],
    (user) => ({ ...user, displayName: "n".repeat(81) }),
  ),
  rejected(
    "POST with a displayName that starts with @ is rejected",
    "SLACK-USER-39",
    "FACT-USER-24",
    ["invalid_starts_with_at", "invalid_name_specials"],
    (user) => ({ ...user, displayName: "@everybody" }),
  ),
  rejected(
    "POST with a displayName that contains @ is rejected with invalid_name_specials",
    "SLACK-USER-63",
    "FACT-USER-24",
    ["invalid_name_specials"],
    (user) => ({ ...user, displayName: "Ada @ work" }),
  ),
  rejected(
    "POST with a name of only spaces is rejected with invalid_name_required",
    "SLACK-USER-40",
    "FACT-ERROR-43",
    ["invalid_name_required"],
    (user) => ({ ...user, name: { givenName: " ", familyName: " " } }),
  ),
  userPutRequirement({
    title: "a displayName of 80 characters is stored",
    area,
    versions: slackClauses("SLACK-USER-41", "DOC", "FACT-USER-21"),
    expect: { characters: 80 },
    touches: ["displayName"],
    values: (_, { userName }) => ({ displayName: `${userName} `.padEnd(80, "n") }),
    observe: (_, { read }) => ({ characters: read.resource?.displayName?.length }),
  }),
  {
    title: "POST without schemas is accepted in SCIM 1.1 and rejected in SCIM 2.0",
    area,
    safety,
    versions: {
      "1.1": {
        ...clause(
          "SCIM11-CS-5.2-04",
          inf("FACT-FORMAT-31", { status: 400 }, "is assumed to reject it, unlike PATCH and PUT"),
        ),
        expect: { status: success },
      },
      "2.0": clause("SCIM20-7643-3-06", doc("FACT-FORMAT-30")),
    },
    expect: { status: 400 },
    check: async (t) => ({ status: (await withoutSchemas(t)).status }),
  },
  {
    title:
      "POST of a user without schemas is rejected with missing_schema_element, if it is rejected",
    area,
    safety,
    versions: {
      // Whether SCIM 1.1 rejects it is not known: SCIM11-CS-5.2-04.
      "1.1": {
        ...slackClause("SLACK-USER-42", "DOC", "FACT-ERROR-23"),
        expect: { code: oneOf("missing_schema_element", "accepted") },
      },
      "2.0": slackClause("SLACK-USER-42", "DOC", "FACT-ERROR-23"),
    },
    expect: { code: "missing_schema_element" },
    check: async (t) => {
      const { status, error } = await withoutSchemas(t);
      return { code: status < 300 ? "accepted" : error?.code };
    },
  },
];

/** Core attributes only: an extension would need its URN in SCIM 1.1 too. */
export const withoutSchemas = (t: CheckContext) =>
  t.once("a user without schemas", () => {
    const { enterprise: _, ...user } = t.fixtures.typicalUser();
    const change = ({ schemas: __, ...body }: JsonObject) => body;
    return t.users.create(user, { change });
  });
