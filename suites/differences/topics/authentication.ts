import { badToken } from "../../authentication/bad-token.ts";
import { absent, oneOf } from "../../expectation.ts";
import { asJson, at } from "../../json.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { type Difference, sameInBoth, sayingBoth } from "../difference.ts";
import { listOfOne } from "../probing/shared-reads.ts";

const token = { value: "xoxp-not-a-token" };

const withBadToken = (t: CheckContext) =>
  t.once("a read with a bad token", () => t.users.search({ count: 1, token }));

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
    clientMustChange: "Nothing.",
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
    clientMustChange: "Parse Errors in 2.0 too, and do not treat a 400 as bad input.",
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
    clientMustChange: "Nothing: it does not check the token in either version.",
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
    v2: `In 2023 some callers got ${badToken.in2023}`,
    source: "history of the Java SDK's tests",
    clientMustChange: "Recognise the error code and report it, instead of failing in every call.",
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
      "Check the plan before the token: SCIM needs Business+ or Enterprise. A new token, other scopes or another installation of the app do not help. Do not treat a 404 of /Users as an empty organisation, or a 404 of a user as a user that is gone: a client that then forgets ids or creates users again does harm once the plan is back.",
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
    clientMustChange: "Nothing.",
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
