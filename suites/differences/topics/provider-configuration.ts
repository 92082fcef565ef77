import { oneOf } from "../../expectation.ts";
import { asJson, at } from "../../json.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { type Difference, sameInBoth, sayingBoth } from "../difference.ts";
import { lesson, read } from "../lesson.ts";
import { adaByName, configuration, titleChange } from "../lesson-steps.ts";
import { config, otherSpelling, plural } from "../probing/provider-configuration.ts";
import { isServed } from "../probing/shared-reads.ts";
import { titleSet } from "../probing/title-changes.ts";
import type { Trial } from "../probing/trial.ts";
import { tried } from "../probing/trials.ts";

/** Whether PATCH is answered with success. */
const served = (t: CheckContext): Trial<boolean> => ({
  ...titleSet(t),
  key: "DIFF-SPC-04",
  see: (_after, _scene, answer) => isServed(answer),
  usual: true,
});

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
    facts: ["FACT-DISCOVERY-17", "FACT-DISCOVERY-19", "FACT-DISCOVERY-20", "FACT-DISCOVERY-21"],
    area: "discovery",
    topic: "discovery",
    title: "the members of the provider configuration",
    kind: "documented",
    impact: "silent",
    v1: "xmlDataFormat and specUrl",
    v2: "specUri and no flag for XML in the RFC; Slack is assumed to send the members of 1.1 (DIFF-SPC-02)",
    source: "SCIM 1.1 core schema §9; RFC 7643 §5",
    clientMustChange:
      "Read specUrl, and specUri where it is missing, in authenticationSchemes; take a missing xmlDataFormat for false. Which of them /ServiceProviderConfig of 2.0 sends is not known; the plural path of 2.0 was seen with those of 1.1.",
    lesson: lesson(
      "If both versions sent the same members, a client that reads both names needs no change later; one that does not read the configuration is not affected.",
      configuration,
    ),
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
    facts: ["FACT-DISCOVERY-17", "FACT-DISCOVERY-18", "FACT-DISCOVERY-19", "FACT-DISCOVERY-20"],
    area: "discovery",
    topic: "discovery",
    title: "the structure of the provider configuration",
    kind: "observed",
    impact: "silent",
    v1: "No schemas; xmlDataFormat and specUrl are present",
    v2: "The structure of 1.1, at least at the plural path",
    source: "samples of the Java SDK",
    clientMustChange:
      "Leave validation by RFC 7643 §5 off for the configuration of 2.0, or do not read it: at /ServiceProviderConfigs it was seen without schemas and documentationUri, with xmlDataFormat and specUrl.",
    lesson: lesson(
      "If 2.0 sent the structure of RFC 7643 instead, a lenient parser reads it too; one that does not read the configuration is not affected.",
      read("/ServiceProviderConfigs"),
    ),
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
    facts: ["FACT-DISCOVERY-28"],
    area: "discovery",
    topic: "discovery",
    title: "what the configuration says about filters",
    kind: "observed",
    impact: "silent",
    v1: "Not supported, although filters work",
    v2: "Not supported, although some filters work",
    source: "recorded configuration; authentik",
    clientMustChange:
      'Ignore filter.supported, which is false in both versions: send GET /Users?filter=userName eq "ada" before you create a user. In a library that obeys the flag, override it.',
    lesson: lesson(
      "If the flag agreed with what filters do in your organisation, obeying it does no harm there; decide by a filter that you tried (DIFF-FILT-01).",
      configuration,
      adaByName,
    ),
    expect: {
      "1.1": { flag: false, works: true },
      "2.0": { flag: false, works: oneOf(true, false) },
    },
    safety: "read",
    observe: async (t) => {
      const { id } = await t.sharedUser();
      const { resource } = await t.users.get(id);
      const filter = `userName eq "${resource?.userName}"`;
      const answer = await t.users.list({ filter, count: 2 });
      const ids = (answer.resource?.resources ?? []).map((user) => user.id);
      return {
        flag: supports((await config(t)).json, "filter"),
        works: ids.length === 1 && ids[0] === id,
      };
    },
  },
  {
    id: "DIFF-SPC-04",
    facts: ["FACT-DISCOVERY-25", "FACT-DISCOVERY-27"],
    area: "discovery",
    topic: "discovery",
    title: "what the configuration says about PATCH",
    kind: "observed",
    impact: "silent",
    v1: "Not supported in 2019, supported in 2020; PATCH works either way",
    v2: "Assumed to be supported; PATCH works",
    source: "recorded configurations of 2019 and 2020; SDKs",
    clientMustChange:
      "Send PATCH /Users/{id} whatever patch.supported says: in 1.1 the flag was false in 2019 and true in 2020, and PATCH worked. In a library that falls back to PUT, override it: a PUT may clear what it leaves out (DIFF-PUT-01).",
    lesson: lesson(
      "If PATCH failed in the run, see the rows on PATCH before you move; the flag alone says nothing.",
      configuration,
      titleChange,
    ),
    expect: {
      "1.1": { flag: oneOf(true, false), works: true },
      "2.0": { flag: oneOf(true, false), works: true },
    },
    assumes: { facts: ["FACT-DISCOVERY-27"], expect: { "2.0": { flag: true } } },
    safety: "write",
    trials: (t) => [served(t)],
    observe: async (t) => {
      const works = await tried(t, served(t));
      return { flag: supports((await config(t)).json, "patch"), works };
    },
  },
  {
    id: "DIFF-URL-02",
    facts: ["FACT-DISCOVERY-01", "FACT-DISCOVERY-02", "FACT-DISCOVERY-03", "FACT-DISCOVERY-05"],
    area: "discovery",
    topic: "discovery",
    title: "the path of the provider configuration",
    kind: "documented",
    impact: "breaking",
    v1: "/ServiceProviderConfigs; whether the singular works is not known",
    v2: "/ServiceProviderConfig; the plural still works",
    source: "Slack reference; Java SDK; authentik",
    clientMustChange:
      "Read the configuration at /ServiceProviderConfig in 2.0, in place of /ServiceProviderConfigs in 1.1. If it returns an error, try the plural, which 2.0 was seen to serve too.",
    lesson: lesson(
      "If a path was not served, use the one that was; a client that does not read the configuration is not affected.",
      configuration,
    ),
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
    facts: ["FACT-DISCOVERY-25", "FACT-DISCOVERY-27", "FACT-DISCOVERY-29", "FACT-DISCOVERY-30"],
    area: "discovery",
    topic: "discovery",
    title: "whether the configuration announces sorting",
    kind: "observed",
    impact: "silent",
    ...sayingBoth("No, yet an invalid sortOrder is rejected"),
    source: "recorded configurations; Slack reference",
    clientMustChange:
      "Leave out sortBy and sortOrder, and sort in the client, in both versions. sort.supported is false in 1.1 and assumed to be false in 2.0.",
    lesson: lesson(
      "If a version announced sorting, still sort in the client: the results are then the same in both versions.",
      configuration,
    ),
    ...sameInBoth({ sort: false }),
    safety: "read",
    observe: async (t) => ({ sort: supports((await config(t)).json, "sort") }),
  },
];
