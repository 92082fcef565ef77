import { absent, oneOf } from "../../expectation.ts";
import { asJson, at } from "../../json.ts";
import { overridden } from "../../representation/media-types.ts";
import { type Difference, sameInBoth } from "../difference.ts";
import { example, lesson, read } from "../lesson.ts";
import { readAda, titleChange } from "../lesson-steps.ts";
import { readGivenUser } from "../probing/shared-reads.ts";
import { titleIsSet } from "../probing/title-changes.ts";

const scimJson = "application/scim+json";

const typeIn = (headers: Readonly<Record<string, string>>): string =>
  headers["content-type"]?.split(";", 1)[0]?.trim() ?? "none";

/** A step with the headers that choose JSON. */
const withJsonTypes = (step: typeof titleChange) => {
  const headers = { "Content-Type": "application/json", Accept: "application/json" };
  return { "1.1": { ...step["1.1"], headers }, "2.0": { ...step["2.0"], headers } };
};

/** Media types, headers and methods. */
export const http: readonly Difference[] = [
  {
    id: "DIFF-MEDIA-01",
    facts: ["FACT-FORMAT-02", "FACT-FORMAT-08", "FACT-FORMAT-09"],
    area: "representation",
    topic: "HTTP",
    title: "the media type",
    kind: "assumed",
    impact: "silent",
    v1: "application/json",
    v2: "application/scim+json in the RFC; Slack is assumed to return application/json",
    source: "SCIM 1.1 §3.6; RFC 7644 §3.8",
    clientMustChange:
      "Keep Content-Type: application/json and Accept: application/json in 2.0. Read a response with application/json or application/scim+json, whatever follows the semicolon: the RFC names the second, and Slack is assumed to return the first.",
    lesson: lesson(
      "Which type 2.0 returns stays open for your organisation; a client that sends application/json and reads both types works either way.",
      withJsonTypes(titleChange),
      readAda,
    ),
    expect: {
      "1.1": { answered: "application/json", sentAsScimJson: oneOf("accepted", "refused") },
      "2.0": {
        answered: oneOf("application/json", "application/scim+json"),
        sentAsScimJson: oneOf("accepted", "refused"),
      },
    },
    assumes: {
      facts: ["FACT-FORMAT-02", "FACT-FORMAT-09"],
      expect: { "2.0": { answered: "application/json", sentAsScimJson: "accepted" } },
    },
    safety: "write",
    observe: async (t) => {
      const options = { headers: { "content-type": scimJson } };
      const isSet = await titleIsSet(t, options);
      return {
        answered: typeIn((await readGivenUser(t)).headers),
        sentAsScimJson: isSet ? "accepted" : "refused",
      };
    },
  },
  {
    id: "DIFF-MEDIA-02",
    facts: ["FACT-FORMAT-12"],
    area: "representation",
    topic: "HTTP",
    title: "XML",
    kind: "documented",
    impact: "cosmetic",
    v1: "Optional in the standard; Slack does not support it",
    v2: "Removed from the standard; Slack does not support it",
    source: "SCIM 1.1 §3.6; RFC 7644 §3.8",
    clientMustChange:
      "Keep Accept: application/json in GET /Users, or send no Accept. Remove any Accept: application/xml and any parser of XML: Slack offers XML in neither version.",
    lesson: lesson(
      "A client that reads JSON is not affected, whatever the organisation would return to Accept: application/xml.",
      read(`/Users/${example.user}`, { Accept: "application/json" }),
    ),
    ...sameInBoth({ xml: false }),
    safety: "read",
    observe: async (t) => {
      const { id } = await t.sharedUser();
      const { headers } = await t.users.get(id, { headers: { accept: "application/xml" } });
      return { xml: typeIn(headers).includes("xml") };
    },
  },
  {
    id: "DIFF-MEDIA-03",
    facts: ["FACT-FORMAT-13"],
    area: "representation",
    topic: "HTTP",
    title: "choosing the format by a URL suffix",
    kind: "assumed",
    impact: "cosmetic",
    v1: ".json and .xml in the standard; not documented by Slack",
    v2: ".scim in the standard; not documented by Slack",
    source: "SCIM 1.1 §3.6; RFC 7644 §3.8",
    clientMustChange:
      "Leave .json, .xml and .scim off /Users/{id}, and choose the format with Accept: application/json.",
    lesson: lesson(
      "Whether Slack serves a suffix is not documented; a client that uses headers need not know.",
      read(`/Users/${example.user}`, { Accept: "application/json" }),
    ),
    expect: {
      "1.1": { suffix: oneOf("refused", "served") },
      "2.0": { suffix: oneOf("refused", "served") },
    },
    assumes: {
      facts: ["FACT-FORMAT-13"],
      expect: { "1.1": { suffix: "refused" }, "2.0": { suffix: "refused" } },
    },
    safety: "read",
    observe: async (t) => {
      const { id } = await t.sharedUser();
      const suffix = t.version === "1.1" ? "json" : "scim";
      const { status } = await t.users.get(`${id}.${suffix}`);
      return { suffix: status < 300 ? "served" : status < 500 ? "refused" : "fails" };
    },
  },
  {
    id: "DIFF-ETAG-01",
    facts: ["FACT-FORMAT-15", "FACT-FORMAT-16"],
    area: "representation",
    topic: "HTTP",
    title: "ETags and preconditions",
    kind: "documented",
    impact: "cosmetic",
    v1: "Mandatory for clients where supported; Slack has no ETags",
    v2: "Optional; Slack has no ETags",
    source: "SCIM 1.1 §3.11; RFC 7644 §3.14",
    clientMustChange:
      "Leave out If-Match, and do not wait for ETag or meta.version: Slack has no ETags in either version. Read a user again just before a PUT that replaces it.",
    lesson: lesson(
      "If 2.0 sent an ETag, you may ignore it: SCIM 2.0 does not oblige a client to send If-Match.",
      readAda,
    ),
    ...sameInBoth({ etag: absent, version: absent }),
    safety: "read",
    observe: async (t) => {
      const { headers, json } = await readGivenUser(t);
      return { etag: headers.etag, version: asJson(at(json, "meta", "version")) };
    },
  },
  {
    id: "DIFF-OVERRIDE-01",
    facts: ["FACT-PATCH-24"],
    area: "representation",
    topic: "HTTP",
    title: "overriding the method with a header",
    kind: "assumed",
    // Nothing known to work is lost: no client of Slack sends it.
    impact: "cosmetic",
    v1: "X-HTTP-Method-Override in the standard, where a provider may support it; Slack does not document it, no known client sends it, and Slack is assumed to reject such a POST",
    v2: "Not in the RFC; Slack is assumed to reject such a POST",
    source: "SCIM 1.1 §3.12; assumed of Slack (FACT-PATCH-24)",
    clientMustChange:
      "Send PATCH /Users/{id} itself, and not a POST with the header X-HTTP-Method-Override, which Slack is assumed to reject in both versions. A client that never sent the header has nothing to change.",
    lesson: lesson(
      "What Slack makes of the header is not documented; a client that sends PATCH itself need not know.",
      titleChange,
    ),
    expect: {
      "1.1": { override: oneOf("no effect", "works") },
      "2.0": { override: oneOf("no effect", "works") },
    },
    assumes: {
      facts: ["FACT-PATCH-24"],
      expect: { "1.1": { override: "no effect" }, "2.0": { override: "no effect" } },
    },
    safety: "write",
    observe: async (t) => {
      const { sent, title } = await overridden(t);
      return { override: title === sent ? "works" : "no effect" };
    },
  },
];
