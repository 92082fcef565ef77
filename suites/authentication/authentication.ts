import type { CallOptions, Outcome } from "../../client/index.ts";
import { clause, doc, inf, obs, slackClause } from "../clause.ts";
import { oneOf } from "../expectation.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { nobody, noGroup } from "../run/made-up-ids.ts";
import { blocked, Skip } from "../run/stop.ts";
import { badToken } from "./bad-token.ts";

const wrongToken: CallOptions = { token: "wrong" };
const otherScheme: CallOptions = { token: "other-scheme" };
const noToken: CallOptions = { token: "none" };

const withWrongToken = (t: CheckContext) =>
  t.once("users with a wrong token", () => t.users.search({ ...wrongToken, count: 1 }));
const withoutToken = (t: CheckContext) =>
  t.once("users without a token", () => t.users.search({ ...noToken, count: 1 }));

/**
 * Somebody whom the calls of {@link everyCall} may change and delete, if they are let in. At Slack
 * users stay for ever, and the same calls are refused for somebody who is not there.
 */
const victim = async (t: CheckContext) =>
  t.profile === "slack" ? nobody : (await t.once("a user to lose", () => t.fixtures.newUser())).id;

/** Every call of both resource types, with credentials that must not be enough. */
async function everyCall(
  t: CheckContext,
  options: CallOptions,
): Promise<Record<string, Outcome<unknown>>> {
  const id = await victim(t);
  return {
    "GET users": await t.users.search(options),
    "GET user": await t.users.read(id, options),
    "POST user": await t.users.create(t.fixtures.typicalUser(), options),
    "PUT user": await t.users.replace(id, t.fixtures.typicalUser(), options),
    "PATCH user": await t.users.patch(id, [{ kind: "set", path: "title", value: "x" }], options),
    "DELETE user": await t.users.delete(id, options),
    "GET groups": await t.groups.search(options),
    "GET group": await t.groups.read(noGroup, options),
    "POST group": await t.groups.create(t.fixtures.typicalGroup(), options),
    "PUT group": await t.groups.replace(noGroup, t.fixtures.typicalGroup(), options),
    "PATCH group": await t.groups.patch(
      noGroup,
      [{ kind: "set", path: "displayName", value: "x" }],
      options,
    ),
    "DELETE group": await t.groups.delete(noGroup, options),
  };
}

/** Whether a header WWW-Authenticate names a scheme (RFC 7235 §4.1: in any letter case). */
function challenges(header: string | undefined, scheme: string): boolean {
  return new RegExp(`(?:^|[\\s,])${scheme}(?:$|[\\s,])`, "i").test(header ?? "");
}

const isNot401 = (status: number) => status !== 401;

function notRefused(outcomes: Record<string, Outcome<unknown>>): string[] {
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
      "1.1": clause("SCIM11-API-2-01", "RECOMMENDED", doc("§1")),
      "2.0": clause("SCIM20-7644-2-03", "MAY", doc("§1")),
    },
    expect: { status: 200 },
    check: async (t) => {
      if (t.client.scheme !== "Bearer") throw new Skip("not-applicable", "the run has no token");
      return { status: (await t.once("one user", () => t.users.search({ count: 1 }))).status };
    },
  },
  {
    title: "a call without credentials answers 401",
    area: "authentication",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-2-02", "SHOULD*", inf("§1")),
      "2.0": clause("SCIM20-7644-2-01", "MUST*", inf("§1", { status: oneOf(400, 401) })),
    },
    expect: { status: 401 },
    check: async (t) => {
      const { status } = await withoutToken(t);
      if (t.profile === "slack" || t.version === "1.1") return { status };
      // One rule for credentials that are missing and for such that are wrong (RFC 7644 §3.12).
      const wrong = await Promise.all([
        withWrongToken(t),
        t.users.search({ ...otherScheme, count: 1 }),
      ]);
      return { status: [status, ...wrong.map((answer) => answer.status)].find(isNot401) ?? 401 };
    },
  },
  {
    title: "a call with a wrong token answers 401",
    area: "authentication",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-2-03", "SHOULD*", obs("§1")),
      "2.0": {
        ...slackClause("SLACK-AUTH-01", "OBS", "§1"),
        // 400 unsupported_version in 2023, 401 since: both were observed.
        expect: { status: oneOf(400, 401) },
      },
    },
    expect: { status: 401 },
    check: async (t) => ({ status: (await withWrongToken(t)).status }),
  },
  {
    title: "Slack answers a wrong token with the envelope of version 1.1 in both versions",
    area: "authentication",
    safety: "read",
    versions: {
      "1.1": slackClause("SLACK-AUTH-02", "OBS", "§1"),
      "2.0": slackClause("SLACK-AUTH-02", "OBS", "§1"),
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
    title: "a 401 names the schemes in WWW-Authenticate",
    area: "authentication",
    safety: "read",
    versions: {
      "2.0": clause(
        "SCIM20-7644-2-02",
        "SHALL",
        inf("§1", { challenge: false }, "sends no challenge"),
      ),
    },
    expect: { challenge: true },
    check: async (t) => {
      const { status, headers } = await withoutToken(t);
      if (status !== 401) throw blocked(`a call without credentials answered HTTP ${status}`);
      return { challenge: challenges(headers["www-authenticate"], t.client.scheme) };
    },
  },
  {
    title: "the organisation follows from the token alone",
    area: "authentication",
    safety: "read",
    versions: { "1.1": clause("SCIM11-API-2-04", "MUST") },
    expect: { sameFirstUser: true },
    check: async (t) => {
      const plain = await t.once("one user", () => t.users.search({ count: 1 }));
      const hinted = await t.users.search({
        count: 1,
        query: { tenant: "another", team_id: "T0" },
      });
      const first = plain.resource?.resources[0]?.id;
      return { sameFirstUser: hinted.resource?.resources[0]?.id === first };
    },
  },
  {
    title: "no call on users or groups is served without a token",
    area: "authentication",
    safety: "write",
    versions: {
      "1.1": slackClause("SLACK-AUTH-03", "DOC", "§1"),
      "2.0": clause("SCIM20-7644-2-04", "MUST", doc("§1")),
    },
    expect: { served: [] },
    check: async (t) => {
      const served = notRefused(await everyCall(t, noToken));
      if (t.profile === "slack") return { served };
      // A wrong token has a rule of its own at Slack; and a provider may let anonymous users
      // register themselves (RFC 7644 §2.2).
      const others = await Promise.all(
        [wrongToken, otherScheme].map((with_) => everyCall(t, with_)),
      );
      return {
        served: [...served.filter((call) => call !== "POST user"), ...others.flatMap(notRefused)],
      };
    },
  },
  {
    title: "no call on users or groups is served with a wrong token",
    area: "authentication",
    safety: "write",
    versions: {
      "1.1": slackClause("SLACK-AUTH-04", "DOC", "§1"),
      "2.0": slackClause("SLACK-AUTH-04", "DOC", "§1"),
    },
    expect: { served: [] },
    check: async (t) => ({ served: notRefused(await everyCall(t, wrongToken)) }),
  },
  {
    title: "an empty bearer token answers 401 invalid_authentication",
    area: "authentication",
    safety: "read",
    versions: { "1.1": slackClause("SLACK-AUTH-05", "OBS", "§1") },
    expect: { status: 401, code: badToken.code },
    check: async (t) => {
      const answer = await t.users.search({ token: { value: "" }, count: 1 });
      return { status: answer.status, code: answer.error?.code };
    },
  },
];
