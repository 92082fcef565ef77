import { oneOf } from "../../expectation.ts";
import { asJson, at } from "../../json.ts";
import { type Difference, sameInBoth, sayingBoth } from "../difference.ts";
import { config, otherSpelling, plural } from "../probing/provider-configuration.ts";
import { isServed } from "../probing/shared-reads.ts";

/** The members of a configuration that only one of the standards defines. */
function shape(json: unknown) {
  const has = (name: string) => at(json, name) !== undefined;
  const scheme = at(json, "authenticationSchemes", 0);
  return {
    schemas: has("schemas"),
    xmlDataFormat: has("xmlDataFormat"),
    documentationUri: has("documentationUri"),
    specUrl: at(scheme, "specUrl") !== undefined,
    specUri: at(scheme, "specUri") !== undefined,
  };
}

const supports = (json: unknown, feature: string) => asJson(at(json, feature, "supported"));

/** The provider configuration. */
export const providerConfiguration: readonly Difference[] = [
  {
    id: "DIFF-SPC-01",
    area: "discovery",
    topic: "discovery",
    title: "the members of the provider configuration",
    kind: "documented",
    impact: "silent",
    v1: "xmlDataFormat and specUrl",
    v2: "specUri and no flag for XML in the RFC; Slack is assumed to send the members of 1.1 (DIFF-SPC-02)",
    source: "SCIM 1.1 core schema §9; RFC 7643 §5",
    clientMustChange: "Read both names.",
    expect: {
      "1.1": { xmlDataFormat: true, specUrl: true, specUri: false },
      "2.0": {
        xmlDataFormat: oneOf(true, false),
        specUrl: oneOf(true, false),
        specUri: oneOf(false, true),
      },
    },
    safety: "read",
    observe: async (t) => {
      const { xmlDataFormat, specUrl, specUri } = shape((await config(t)).json);
      return { xmlDataFormat, specUrl, specUri };
    },
  },
  {
    id: "DIFF-SPC-02",
    area: "discovery",
    topic: "discovery",
    title: "the structure of the provider configuration",
    kind: "observed",
    impact: "silent",
    v1: "No schemas; xmlDataFormat and specUrl are present",
    v2: "The structure of 1.1, at least at the plural path",
    source: "samples of the Java SDK",
    clientMustChange: "Parse leniently: strict libraries for 2.0 reject it.",
    ...sameInBoth({
      schemas: false,
      xmlDataFormat: true,
      documentationUri: false,
      specUrl: true,
      specUri: false,
    }),
    safety: "read",
    observe: async (t) => shape((await plural(t)).json),
  },
  {
    id: "DIFF-SPC-03",
    area: "discovery",
    topic: "discovery",
    title: "what the configuration says about filters",
    kind: "observed",
    impact: "silent",
    v1: "Not supported, although filters work",
    v2: "Not supported, although some filters work",
    source: "recorded configuration; authentik",
    clientMustChange: "Override the flag.",
    expect: {
      "1.1": { flag: false, works: true },
      "2.0": { flag: false, works: oneOf(true, false) },
    },
    safety: "read",
    observe: async (t) => {
      const { id } = await t.sharedUser();
      const { resource } = await t.users.read(id);
      const filter = `userName eq "${resource?.userName}"`;
      const answer = await t.users.search({ filter, count: 2 });
      const ids = (answer.resource?.resources ?? []).map((user) => user.id);
      return {
        flag: supports((await config(t)).json, "filter"),
        works: ids.length === 1 && ids[0] === id,
      };
    },
  },
  {
    id: "DIFF-URL-02",
    area: "discovery",
    topic: "discovery",
    title: "the path of the provider configuration",
    kind: "documented",
    impact: "breaking",
    v1: "/ServiceProviderConfigs; whether the singular works is not known",
    v2: "/ServiceProviderConfig; the plural still works",
    source: "Slack reference; Java SDK; authentik",
    clientMustChange: "Request the singular, and keep the plural as a fallback.",
    expect: {
      "1.1": { plural: true, singular: oneOf(false, true) },
      "2.0": { plural: true, singular: true },
    },
    assumes: { facts: ["FACT-DISCOVERY-05"], expect: { "1.1": { singular: false } } },
    safety: "read",
    observe: async (t) => {
      const [own, other] = [isServed(await config(t)), isServed(await otherSpelling(t))];
      return t.version === "1.1"
        ? { plural: own, singular: other }
        : { plural: other, singular: own };
    },
  },
  {
    id: "SAME-12",
    area: "discovery",
    topic: "discovery",
    title: "the features that the configuration announces",
    kind: "observed",
    impact: "silent",
    ...sayingBoth("PATCH; no bulk operations, sorting, ETags or changes of passwords"),
    source: "recorded configurations",
    clientMustChange: "Nothing.",
    ...sameInBoth({ patch: true, bulk: false, sort: false, etag: false, changePassword: false }),
    safety: "read",
    observe: async (t) => {
      const { json } = await config(t);
      const features = ["patch", "bulk", "sort", "etag", "changePassword"];
      return Object.fromEntries(features.map((name) => [name, supports(json, name)]));
    },
  },
];
