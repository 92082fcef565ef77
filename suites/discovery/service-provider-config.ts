import type { Outcome } from "../../client/index.ts";
import { clause, doc, inf, obs, slackClause } from "../clause.ts";
import { absent, type Expectation, oneOf } from "../expectation.ts";
import { asJson, at, items, typeOf } from "../json.ts";
import type { Findings } from "../not-observed.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckCallOptions } from "../run/check-calls.ts";
import type { CheckContext } from "../run/check-context.ts";
import { type WithValues, withValues } from "../with-values.ts";

const config = (t: CheckContext) =>
  t.once("provider configuration", () => t.client.serviceProviderConfig());

const needsConfig = (t: CheckContext, { status }: Pick<Outcome<unknown>, "status">) =>
  t.provider.documents.needs({ status }, `the configuration returned HTTP ${status}`);

/** The configuration with other credentials. @throws Skip where the run itself cannot read it */
async function readable(t: CheckContext, options: CheckCallOptions) {
  needsConfig(t, await config(t));
  return t.client.serviceProviderConfig(options);
}

/** A requirement on what the provider configuration shows. */
function onConfig(
  title: string,
  versions: Requirement["versions"],
  expect: Expectation,
  observe: (json: unknown) => Findings,
): Requirement {
  return {
    title,
    area: "discovery",
    safety: "read",
    versions,
    expect,
    check: async (t) => {
      const answer = await config(t);
      // A missing configuration breaks one rule, not all of them.
      if (!isOwnRule(versions)) needsConfig(t, answer);
      return observe(answer.json);
    },
  };
}

/** Whether the rule is that the configuration is served at all: SHALL in RFC 7644 §4. */
const isOwnRule = (versions: Requirement["versions"]) => versions["2.0"]?.id === "SCIM20-7644-4-01";

/** What the configuration says of a feature. */
function announced(json: unknown, name: string): WithValues {
  const said = asJson(at(json, name, "supported"));
  return withValues(said, { [`${name}.supported`]: said });
}

const flags = ["changePassword", "sort", "etag"] as const;

export const serviceProviderConfig: readonly Requirement[] = [
  {
    title: "the service provider configuration is served at the path of its version",
    area: "discovery",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3-03", doc("FACT-DISCOVERY-01")),
      "2.0": clause("SCIM20-7644-3.2-02", doc("FACT-DISCOVERY-02")),
    },
    expect: { status: 200, body: "object" },
    check: async (t) => {
      const answer = await config(t);
      return { status: answer.status, body: typeOf(answer.json) };
    },
  },
  onConfig(
    "the configuration states whether PATCH is supported",
    {
      "1.1": clause("SCIM11-CS-9-01", obs("FACT-DISCOVERY-17")),
      "2.0": clause("SCIM20-7643-5-01", obs("FACT-DISCOVERY-17")),
    },
    { supported: "boolean" },
    (json) => ({ supported: typeOf(at(json, "patch", "supported")) }),
  ),
  onConfig(
    "the configuration states whether bulk is supported, and its limits",
    {
      "1.1": clause("SCIM11-CS-9-02", obs("FACT-DISCOVERY-31")),
      "2.0": clause("SCIM20-7643-5-02", obs("FACT-DISCOVERY-17")),
    },
    { supported: "boolean", maxOperations: "number", maxPayloadSize: "number" },
    (json) => ({
      supported: typeOf(at(json, "bulk", "supported")),
      maxOperations: typeOf(at(json, "bulk", "maxOperations")),
      maxPayloadSize: typeOf(at(json, "bulk", "maxPayloadSize")),
    }),
  ),
  onConfig(
    "the configuration states whether filters are supported, and the maximum number of results",
    {
      "1.1": clause("SCIM11-CS-9-03", obs("FACT-DISCOVERY-31")),
      "2.0": clause("SCIM20-7643-5-03", obs("FACT-DISCOVERY-17")),
    },
    { supported: "boolean", maxResults: "number" },
    (json) => ({
      supported: typeOf(at(json, "filter", "supported")),
      maxResults: typeOf(at(json, "filter", "maxResults")),
    }),
  ),
  onConfig(
    "the configuration has the flags changePassword, sort, etag and xmlDataFormat",
    { "1.1": clause("SCIM11-CS-9-04", obs("FACT-DISCOVERY-17")) },
    { changePassword: "boolean", sort: "boolean", etag: "boolean", xmlDataFormat: "boolean" },
    (json) =>
      Object.fromEntries(
        [...flags, "xmlDataFormat"].map((name) => [name, typeOf(at(json, name, "supported"))]),
      ),
  ),
  ...flags.map((name, index) =>
    onConfig(
      `the configuration has the flag ${name}`,
      { "2.0": clause(`SCIM20-7643-5-0${index + 4}`, obs("FACT-DISCOVERY-17")) },
      { supported: "boolean" },
      (json) => ({ supported: typeOf(at(json, name, "supported")) }),
    ),
  ),
  onConfig(
    "each authentication scheme has a type, a name and a description",
    {
      "1.1": {
        ...clause("SCIM11-CS-9-05", obs("FACT-DISCOVERY-22")),
        expect: { schemes: "array", empty: false, incomplete: [] },
      },
      "2.0": clause("SCIM20-7643-5-07", obs("FACT-DISCOVERY-22")),
    },
    { schemes: "array", empty: false, incomplete: [] },
    (json) => {
      const schemes = at(json, "authenticationSchemes");
      return {
        schemes: typeOf(schemes),
        empty: items(schemes).length === 0,
        incomplete: items(schemes).flatMap((scheme, index) =>
          ["type", "name", "description"]
            .filter((name) => typeof at(scheme, name) !== "string")
            .map((name) => `${index}.${name}`),
        ),
      };
    },
  ),
  onConfig(
    "authentication schemes have a type that the specification names",
    { "1.1": clause("SCIM11-CS-9-06", obs("FACT-DISCOVERY-22")) },
    { unknown: [] },
    (json) => {
      const named = ["oauth", "oauth2", "oauthbearertoken", "httpbasic", "httpdigest"];
      const types = items(at(json, "authenticationSchemes")).map(
        (scheme) => asJson(at(scheme, "type")) ?? null,
      );
      return { unknown: types.filter((type) => !named.includes(String(type))) };
    },
  ),
  {
    title: "the configuration is readable without a valid token",
    area: "discovery",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-CS-9-07", obs("FACT-AUTH-07")),
      "2.0": clause("SCIM20-7643-5-09", obs("FACT-AUTH-07")),
    },
    expect: { status: 200 },
    check: async (t) => ({
      status: (await readable(t, { token: "wrong" })).status,
    }),
  },
  onConfig(
    "the configuration uses documentationUrl, not the specUrl of SCIM 1.1",
    {
      "2.0": clause(
        "SCIM20-7643-5-08",
        obs(
          "FACT-DISCOVERY-20",
          { specUrl: oneOf("string", "absent"), documentationUrl: "absent" },
          "keeps the 1.1 name specUrl",
        ),
      ),
    },
    { specUrl: "absent", documentationUrl: "absent" },
    (json) => ({
      specUrl: typeOf(at(json, "authenticationSchemes", 0, "specUrl")),
      documentationUrl: typeOf(at(json, "documentationUrl")),
    }),
  ),
  onConfig(
    "the configuration has no member that exists in SCIM 1.1 only",
    {
      "2.0": clause(
        "SCIM20-7643-5-10",
        obs("FACT-DISCOVERY-19", { xmlDataFormat: "object" }, "keeps xmlDataFormat of 1.1"),
      ),
    },
    { xmlDataFormat: "absent" },
    (json) => ({ xmlDataFormat: typeOf(at(json, "xmlDataFormat")) }),
  ),
  onConfig(
    "the configuration has the ServiceProviderConfig URN in schemas",
    {
      "2.0": clause(
        "SCIM20-7644-4-01",
        obs("FACT-DISCOVERY-18", { schemas: absent }, "sends no schemas"),
      ),
    },
    { schemas: ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"] },
    (json) => ({ schemas: asJson(at(json, "schemas")) }),
  ),
  onConfig(
    "Slack announces no bulk, sorting, ETags or password changes",
    {
      // PATCH was announced in one recording, and not in the other (FACT-DISCOVERY-25).
      "1.1": slackClause("SLACK-CONFIG-01", "OBS", "FACT-DISCOVERY-29"),
      "2.0": {
        ...slackClause("SLACK-CONFIG-01", "DOC", "FACT-DISCOVERY-33"),
        // The other flags are a guess (FACT-DISCOVERY-30).
        expect: { sort: false },
      },
    },
    { bulk: false, sort: false, etag: false, changePassword: false },
    (json) =>
      Object.fromEntries(
        ["bulk", "sort", "etag", "changePassword"].map((name) => [name, announced(json, name)]),
      ),
  ),
  onConfig(
    "Slack announces filters as not supported, although they work",
    {
      "1.1": slackClause("SLACK-CONFIG-02", "OBS", "FACT-DISCOVERY-28"),
      "2.0": slackClause("SLACK-CONFIG-02", "OBS", "FACT-DISCOVERY-28"),
    },
    { filter: false },
    (json) => ({ filter: announced(json, "filter") }),
  ),
  {
    title: "the configuration is read-only",
    area: "discovery",
    safety: "write",
    versions: { "1.1": clause("SCIM11-CS-9-08", inf("FACT-DISCOVERY-16")) },
    expect: { refused: true },
    check: async (t) => {
      const answer = await t.client.writeServiceProviderConfig();
      return { refused: withValues(answer.status >= 400, {}, answer) };
    },
  },
  {
    title: "the configuration of version 2.0 is also served under the plural path of version 1.1",
    area: "discovery",
    safety: "read",
    versions: { "2.0": slackClause("SLACK-CONFIG-03", "OBS", "FACT-DISCOVERY-03") },
    expect: { status: 200 },
    check: async (t) => ({ status: (await t.client.serviceProviderConfigOtherSpelling()).status }),
  },
];
