import type { Outcome } from "../../client/index.ts";
import { clause, doc, inf, obs, slackClause } from "../clause.ts";
import { withWrongToken } from "../errors/sample-errors.ts";
import { oneOf } from "../expectation.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckCallOptions } from "../run/check-calls.ts";
import type { CheckContext } from "../run/check-context.ts";
import { blocked, Skip } from "../run/stop.ts";
import { unknownGroupId, unknownUserId } from "../run/unknown-ids.ts";
import { withValues } from "../with-values.ts";
import { badToken } from "./bad-token.ts";

const wrongToken: CheckCallOptions = { token: "wrong" };
const otherScheme: CheckCallOptions = { token: "other-scheme" };
const noToken: CheckCallOptions = { token: "none" };

const withoutToken = (t: CheckContext) =>
  t.once("users without a token", () => t.users.list({ ...noToken, count: 1 }));

/**
 * A user that the calls of {@link everyCall} would change and delete if they were accepted. Slack
 * never removes users, so for Slack it is an unknown user, for which the same calls are rejected.
 */
const targetUser = async (t: CheckContext) =>
  t.provider.offers.removal
    ? (await t.once("a user for rejected calls", () => t.fixtures.newUser())).id
    : unknownUserId;

/** Every call of both resource types, with insufficient credentials. */
async function everyCall(
  t: CheckContext,
  options: CheckCallOptions,
): Promise<Record<string, Outcome<unknown>>> {
  const id = await targetUser(t);
  return {
    "GET users": await t.users.list(options),
    "GET user": await t.users.get(id, options),
    "POST user": await t.users.create(t.fixtures.typicalUser(), options),
    "PUT user": await t.users.replace(id, t.fixtures.typicalUser(), options),
    "PATCH user": await t.users.patch(id, [{ kind: "set", path: "title", value: "x" }], options),
    "DELETE user": await t.users.delete(id, options),
    "GET groups": await t.groups.list(options),
    "GET group": await t.groups.get(unknownGroupId, options),
    "POST group": await t.groups.create(t.fixtures.typicalGroup(), options),
    "PUT group": await t.groups.replace(unknownGroupId, t.fixtures.typicalGroup(), options),
    "PATCH group": await t.groups.patch(
      unknownGroupId,
      [{ kind: "set", path: "displayName", value: "x" }],
      options,
    ),
    "DELETE group": await t.groups.delete(unknownGroupId, options),
  };
}

/** Whether a header WWW-Authenticate names a scheme (case-insensitive: RFC 7235 §4.1). */
function challenges(header: string | undefined, scheme: string): boolean {
  return new RegExp(`(?:^|[\\s,])${scheme}(?:$|[\\s,])`, "i").test(header ?? "");
}

const isNot401 = (status: number) => status !== 401;

function notRejected(outcomes: Record<string, Outcome<unknown>>): string[] {
  return Object.entries(outcomes)
    .filter(([, outcome]) => outcome.status < 300)
    .map(([call]) => call);
}

export const authentication: readonly Requirement[] = [
  {
    title: "a bearer token in the Authorization header is accepted",
    area: "authentication",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-2-01", doc("FACT-AUTH-03")),
      "2.0": clause("SCIM20-7644-2-03", doc("FACT-AUTH-03")),
    },
    expect: { status: 200 },
    check: async (t) => {
      if (t.client.scheme !== "Bearer") throw new Skip("not-applicable", "the run has no token");
      return { status: (await t.once("one user", () => t.users.list({ count: 1 }))).status };
    },
  },
  {
    title: "a request without credentials returns 401",
    area: "authentication",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-2-02", inf("FACT-AUTH-11")),
      "2.0": clause("SCIM20-7644-2-01", inf("FACT-AUTH-11", { status: oneOf(400, 401) })),
    },
    expect: { status: 401 },
    check: async (t) => {
      const { status } = await withoutToken(t);
      if (t.provider.shows.wrongCredentialsApart || t.version === "1.1") return { status };
      // One rule covers missing and wrong credentials (RFC 7644 §3.12).
      const wrong = await Promise.all([
        withWrongToken(t),
        t.users.list({ ...otherScheme, count: 1 }),
      ]);
      return { status: [status, ...wrong.map((answer) => answer.status)].find(isNot401) ?? status };
    },
  },
  {
    title: "a request with a wrong token returns 401",
    area: "authentication",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-2-03", obs("FACT-AUTH-12")),
      "2.0": {
        ...slackClause("SLACK-AUTH-01", "OBS", "FACT-AUTH-15"),
        // 400 unsupported_version in 2023, 401 since: both were observed.
        expect: { status: oneOf(400, 401) },
      },
    },
    expect: { status: 401 },
    check: async (t) => ({ status: (await withWrongToken(t)).status }),
  },
  {
    title: "a wrong token is rejected with the error envelope of version 1.1 in both versions",
    area: "authentication",
    safety: "read",
    versions: {
      "1.1": slackClause("SLACK-AUTH-02", "OBS", "FACT-AUTH-13"),
      "2.0": slackClause("SLACK-AUTH-02", "OBS", "FACT-AUTH-13"),
    },
    expect: {
      envelope: "errors-object",
      code: oneOf(badToken.code, badToken.in2023),
    },
    check: async (t) => {
      const { error } = await withWrongToken(t);
      return { envelope: error?.envelope, code: error?.code };
    },
  },
  {
    title: "a 401 response names the authentication scheme in WWW-Authenticate",
    area: "authentication",
    safety: "read",
    versions: {
      "2.0": clause(
        "SCIM20-7644-2-02",
        inf("FACT-AUTH-17", { namesScheme: false }, "sends no challenge"),
      ),
    },
    expect: { namesScheme: true },
    check: async (t) => {
      const answer = await withoutToken(t);
      const { status, headers } = answer;
      if (status !== 401) throw blocked(`a request without credentials returned HTTP ${status}`);
      const header = headers["www-authenticate"];
      const values = { "header WWW-Authenticate": header, scheme: t.client.scheme };
      return { namesScheme: withValues(challenges(header, t.client.scheme), values, answer) };
    },
  },
  {
    title: "the token alone selects the organisation",
    area: "authentication",
    safety: "read",
    versions: { "1.1": clause("SCIM11-API-2-04") },
    expect: { sameFirstUser: true },
    check: async (t) => {
      const plain = await t.once("one user", () => t.users.list({ count: 1 }));
      const hinted = await t.users.list({
        count: 1,
        query: { tenant: "another", team_id: "T0" },
      });
      const first = plain.resource?.resources[0]?.id;
      const second = hinted.resource?.resources[0]?.id;
      const values = { "first id": first, "first id with the parameters": second };
      return { sameFirstUser: withValues(second === first, values, plain, hinted) };
    },
  },
  {
    title: "no request for users or groups succeeds without a token",
    area: "authentication",
    safety: "write",
    versions: {
      "1.1": slackClause("SLACK-AUTH-03", "DOC", "FACT-AUTH-04"),
      "2.0": clause("SCIM20-7644-2-04", doc("FACT-AUTH-04")),
    },
    expect: { served: [] },
    check: async (t) => {
      const served = notRejected(await everyCall(t, noToken));
      if (t.provider.shows.wrongCredentialsApart) return { served };
      // In Slack a wrong token has its own rule; and a provider may let anonymous users register
      // themselves (RFC 7644 §2.2).
      const others = await Promise.all(
        [wrongToken, otherScheme].map((with_) => everyCall(t, with_)),
      );
      return {
        served: [...served.filter((call) => call !== "POST user"), ...others.flatMap(notRejected)],
      };
    },
  },
  {
    title: "no request for users or groups succeeds with a wrong token",
    area: "authentication",
    safety: "write",
    versions: {
      "1.1": slackClause("SLACK-AUTH-04", "DOC", "FACT-AUTH-04"),
      "2.0": slackClause("SLACK-AUTH-04", "DOC", "FACT-AUTH-04"),
    },
    expect: { served: [] },
    check: async (t) => ({ served: notRejected(await everyCall(t, wrongToken)) }),
  },
  {
    title: "an empty bearer token returns 401 and invalid_authentication",
    area: "authentication",
    safety: "read",
    versions: { "1.1": slackClause("SLACK-AUTH-05", "OBS", "FACT-AUTH-09") },
    expect: { status: 401, code: badToken.code },
    check: async (t) => {
      const answer = await t.users.list({ token: { value: "" }, count: 1 });
      return { status: answer.status, code: answer.error?.code };
    },
  },
];
