import { badToken } from "../../authentication/bad-token.ts";
import { absent, oneOf } from "../../expectation.ts";
import { asJson, at } from "../../json.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { type Difference, sameInBoth, sayingBoth } from "../difference.ts";
import { lesson, read } from "../lesson.ts";
import { oneUser } from "../lesson-steps.ts";
import { listOfOne } from "../probing/shared-reads.ts";

const token = { value: "xoxp-not-a-token" };

const withBadToken = (t: CheckContext) =>
  t.once("a read with a bad token", () => t.users.list({ count: 1, token }));

const badTokenHeader = { Authorization: "Bearer not-a-token" };
const readWithBadToken = read("/Users?count=1", badTokenHeader);
/** At the plural path, where it was observed in both versions. */
const configurationWithBadToken = read("/ServiceProviderConfigs", badTokenHeader);

/** Tokens and availability. */
export const authentication: readonly Difference[] = [
  {
    id: "DIFF-AUTH-02",
    facts: ["FACT-AUTH-17"],
    area: "authentication",
    topic: "authentication",
    title: "the challenge in the response to a bad token",
    kind: "assumed",
    impact: "cosmetic",
    v1: "401 is recommended",
    v2: "WWW-Authenticate is required by the RFC; Slack is not known to send it",
    source: "SCIM 1.1 §2; RFC 7644 §2",
    clientMustChange:
      "Treat status 401 with the code invalid_authentication as a bad token, in both versions. Do not wait for the header WWW-Authenticate: the RFC requires it in 2.0, and Slack is assumed not to send it.",
    lesson: lesson(
      "Whether Slack sends the header is not known; a client that decides by status and code works either way.",
      readWithBadToken,
    ),
    expect: {
      "1.1": { challenge: oneOf(false, true) },
      "2.0": { challenge: oneOf(false, true) },
    },
    assumes: {
      facts: ["FACT-AUTH-17"],
      expect: { "1.1": { challenge: false }, "2.0": { challenge: false } },
    },
    safety: "read",
    observe: async (t) => ({
      challenge: (await withBadToken(t)).headers["www-authenticate"] !== undefined,
    }),
  },
  {
    id: "DIFF-AUTH-01",
    facts: ["FACT-AUTH-12", "FACT-AUTH-13", "FACT-AUTH-14", "FACT-AUTH-15"],
    area: "authentication",
    topic: "authentication",
    title: "the response to a bad token",
    kind: "observed",
    impact: "silent",
    v1: `401 ${badToken.code}, in the structure of 1.1`,
    v2: `401 ${badToken.code} (400 ${badToken.in2023} in 2023), in the structure of 1.1 too`,
    source: "history of the Java SDK's tests",
    clientMustChange:
      'Read Errors.description and Errors.code in 2.0 too: for a bad token 2.0 returns the body of 1.1, {"Errors": {"description": "invalid_authentication", "code": 401}}. Ask for a new token on 401 invalid_authentication, and on 400 unsupported_version, which 2.0 returned in 2023; do not correct the data and send them again.',
    lesson: lesson(
      "If 2.0 returned detail for a bad token, it has changed since it was observed in 2026: read detail where it is present and Errors.description where it is not, and either works; if it was not probed, send one request with a wrong token.",
      readWithBadToken,
    ),
    expect: {
      "1.1": { status: 401, code: badToken.code, envelope: "errors-object" },
      "2.0": {
        status: oneOf(401, 400),
        code: oneOf(badToken.code, badToken.in2023),
        envelope: "errors-object",
      },
    },
    safety: "read",
    observe: async (t) => {
      const { status, error } = await withBadToken(t);
      return { status, code: error?.code, envelope: error?.envelope };
    },
  },
  {
    id: "DIFF-AUTH-03",
    facts: ["FACT-AUTH-07"],
    area: "authentication",
    topic: "authentication",
    title: "the provider configuration without a valid token",
    kind: "observed",
    impact: "cosmetic",
    ...sayingBoth("200: it is readable without a token"),
    source: "Java SDK",
    clientMustChange:
      "Check a token with GET /Users?count=1, which returns 200 or 401, and not with GET /ServiceProviderConfigs: that returns 200 with a bad token too (seen at the plural path in both versions). Nothing changes.",
    lesson: lesson(
      "A configuration that needs a valid token changes nothing for a client that sends its token with every request; test tokens with GET /Users?count=1 either way.",
      configurationWithBadToken,
    ),
    ...sameInBoth({ status: 200 }),
    safety: "read",
    observe: async (t) => {
      const options = { token: { value: "not-a-token" } };
      // At the plural path, where it was observed.
      const { status } = await (t.version === "1.1"
        ? t.client.serviceProviderConfig(options)
        : t.client.serviceProviderConfigOtherSpelling(options));
      return { status };
    },
  },
  {
    id: "DIFF-GATE-01",
    facts: ["FACT-SERVICE-18", "FACT-AUTH-14"],
    area: "authentication",
    topic: "availability",
    title: "which callers may use a version",
    kind: "observed",
    impact: "breaking",
    v1: "Every caller with a valid token",
    v2: `In 2023 a bad token got ${badToken.in2023}: 2.0 may have been open to some callers only, which is not known`,
    source: "history of the Java SDK's tests",
    clientMustChange:
      "Try GET /Users?count=1 at /scim/v2 with your token before you move, and expect 200. If the code in detail or Errors.description is unsupported_version, report that 2.0 is not open to you and stay on 1.1; do not retry.",
    lesson: lesson(
      "If 2.0 did not serve your valid token, you cannot move yet: ask Slack with the response at hand; if this was not probed, send the request once yourself.",
      oneUser,
    ),
    expect: {
      "1.1": { validToken: "served" },
      "2.0": { validToken: oneOf("served", badToken.in2023) },
    },
    safety: "read",
    observe: async (t) => {
      const { status, error } = await listOfOne(t);
      return { validToken: status < 300 ? "served" : (error?.code ?? "refused") };
    },
  },
  {
    id: "SAME-16",
    facts: ["FACT-SERVICE-02", "FACT-SERVICE-03", "FACT-SERVICE-05"],
    area: "authentication",
    topic: "availability",
    title: "an organisation whose plan does not include SCIM",
    kind: "documented",
    impact: "breaking",
    ...sayingBoth(
      "Reported: every URL of the API returns 404, even with a correct token; the reference names the error plus_teams_only",
    ),
    source: "Slack reference (FACT-SERVICE-02, FACT-SERVICE-03); users (FACT-SERVICE-05)",
    clientMustChange:
      "Check the plan, and not the token, its scopes or the installation, on plus_teams_only or on 404 for every request (reported by users): SCIM needs Business+ or Enterprise. Do not read a 404 of GET /Users as an empty organisation, or a 404 of GET /Users/{id} as a deleted user: keep the stored ids, and create no one again.",
    lesson: lesson(
      "Your plan includes SCIM, or the run would have ended at its first request, so this cannot be seen here; it matters on the day when the plan changes.",
      oneUser,
    ),
    notProbed: "a run needs an organisation with SCIM, and ends at its first request otherwise",
  },
  {
    id: "SAME-14",
    facts: ["FACT-AUTH-01", "FACT-AUTH-13"],
    area: "authentication",
    topic: "authentication",
    title: "one token for both versions, and one structure of its errors",
    kind: "observed",
    impact: "breaking",
    v1: "The token works; the error for a bad one has the structure of 1.1",
    v2: "The same token works; the error for a bad one has the structure of 1.1",
    source: "Slack reference; history of the Java SDK's tests",
    clientMustChange:
      'Keep sending Authorization: Bearer xoxp-… (scope admin), and keep the parser of {"Errors": …} for a bad token: nothing changes.',
    lesson: lesson(
      "If the token works in 1.1 only, stop: no other row can be tried before 2.0 accepts it; if this was not probed, send GET /Users?count=1 to both versions with the same token.",
      oneUser,
    ),
    ...sameInBoth({ works: true, envelope: "errors-object", urn: absent }),
    safety: "read",
    observe: async (t) => {
      const { error, json } = await withBadToken(t);
      return {
        works: (await listOfOne(t)).status === 200,
        envelope: error?.envelope,
        urn: asJson(at(json, "schemas")),
      };
    },
  },
];
