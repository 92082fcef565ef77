import type { Outcome } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { clause, doc, inf, obs, slackClause, slackClauses } from "../clause.ts";
import { matches, oneOf } from "../expectation.ts";
import { asJson } from "../json.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { Skip } from "../run/stop.ts";
import { withValues } from "../with-values.ts";
import { conflictStatus } from "./conflict-status.ts";

const area = "users";
const safety = "write";

/** POST of a second user with the userName of the first. */
export const takenName = (t: CheckContext) =>
  t.once("a taken userName", async () => {
    const { sent } = await t.createdUser();
    return t.users.create(withName(t, sent.userName ?? ""));
  });

/** PATCH of a user to the userName of another. */
export const patchToTakenName = (t: CheckContext) =>
  t.once("PATCH to a taken userName", async () => {
    const value = (await t.createdUser()).sent.userName ?? "";
    return t.fixtures.leaseFor([], ({ id }) =>
      t.users.patch(id, [{ kind: "set", path: "userName", value }]),
    );
  });

/** POST of a second user with the userName of the first, in capitals. */
export const takenNameInCapitals = (t: CheckContext) =>
  t.once("a taken userName in capitals", async () => {
    const { sent } = await t.createdUser();
    return t.users.create(withName(t, (sent.userName ?? "").toUpperCase()));
  });

/** POST of a second user with the e-mail address of the first. */
export const takenAddress = (t: CheckContext) =>
  t.once("a taken e-mail address", async () => {
    const { sent } = await t.createdUser();
    const [email] = sent.emails ?? [];
    return t.users.create({ ...t.fixtures.typicalUser(), emails: email ? [email] : [] });
  });

/**
 * The rejection of {@link takenName}.
 * @throws Skip where the name was changed instead, which Slack may do (FACT-USER-17)
 */
async function refusal(t: CheckContext): Promise<Outcome<NeutralUser>> {
  const answer = await takenName(t);
  const { sent } = await t.createdUser();
  if (secondUser(answer, sent).outcome === "with another userName") {
    throw new Skip("not-applicable", "Slack changed the userName to a unique one (FACT-USER-17)");
  }
  return answer;
}

/** The outcome of a POST with the userName of another user. */
function secondUser(answer: Outcome<NeutralUser>, first: NeutralUser) {
  const outcome = outcomeOf(answer, first);
  const names = {
    "userName of the first": first.userName,
    "userName of the second": answer.resource?.userName,
  };
  return { outcome, seen: withValues(outcome, names, answer) };
}

function outcomeOf(answer: Outcome<NeutralUser>, first: NeutralUser): string {
  if (answer.status >= 400) return "refused";
  const userName = answer.resource?.userName?.toLowerCase();
  return userName === first.userName?.toLowerCase()
    ? "with the same userName"
    : "with another userName";
}

/** A typical user with another userName. */
function withName(t: CheckContext, userName: string) {
  const user = t.fixtures.typicalUser();
  return user.nickName === undefined
    ? { ...user, userName }
    : { ...user, userName, nickName: userName };
}

/** Unique attributes: SCIM 1.1 core schema §6.1, RFC 7643 §4.1.1. */
export const uniqueness: readonly Requirement[] = [
  {
    title: "POST with a duplicate userName returns 409",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-API-3.1-04", obs("FACT-ERROR-77")),
      "2.0": {
        ...clause(
          "SCIM20-7644-3.3-07",
          inf("FACT-ERROR-78", { status: conflictStatus }, "sends no scimType"),
        ),
        expect: { status: 409, scimType: "uniqueness" },
      },
    },
    expect: { status: 409 },
    check: async (t) => {
      const { status, error } = await refusal(t);
      return { status, scimType: asJson(error?.scimType) };
    },
  },
  {
    title: "the error for a duplicate userName names the attribute",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-API-3.1-05", doc("FACT-ERROR-36", { code: "username_taken" })),
      "2.0": {
        ...slackClause("SLACK-USER-01", "DOC", "FACT-ERROR-36"),
        expect: { code: "username_taken" },
      },
    },
    expect: { code: matches(/[uU]ser_?[nN]ame/) },
    check: async (t) => ({ code: (await refusal(t)).error?.code }),
  },
  {
    title: "userNames are unique",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-6.1-02", nameIsTaken()),
      "2.0": clause("SCIM20-7643-4.1.1-03", nameIsTaken()),
    },
    expect: { secondUser: "refused" },
    check: async (t) => ({
      secondUser: secondUser(await takenName(t), (await t.createdUser()).sent).seen,
    }),
  },
  {
    title: "userNames are unique regardless of case",
    area,
    safety,
    versions: {
      "1.1": {
        ...slackClause("SLACK-USER-02", "DOC", "FACT-USER-17"),
        expect: { secondUser: oneOf("refused", "with another userName") },
      },
      "2.0": clause("SCIM20-7643-4.1.1-04", nameIsTaken()),
    },
    expect: { secondUser: "refused" },
    check: async (t) => {
      const { sent } = await t.createdUser();
      return { secondUser: secondUser(await takenNameInCapitals(t), sent).seen };
    },
  },
  {
    title: "POST with the e-mail address of another user is rejected with email_taken",
    area,
    safety,
    versions: slackClauses("SLACK-USER-03", "DOC", "FACT-ERROR-30"),
    expect: { code: "email_taken" },
    check: async (t) => ({ code: (await takenAddress(t)).error?.code }),
  },
  {
    title: "POST with the e-mail address of another user returns 409",
    area,
    safety,
    versions: { "2.0": slackClause("SLACK-USER-60", "OBS", "FACT-ERROR-76") },
    expect: { status: 409 },
    check: async (t) => ({ status: (await takenAddress(t)).status }),
  },
];

function nameIsTaken() {
  return doc("FACT-USER-17", { secondUser: oneOf("refused", "with another userName") });
}
