import type { Certification, CertifiedDeviation, RuleTally } from "../../schemas/index.ts";

const none: RuleTally = {
  ...{ total: 0, notApplicable: 0, required: 0, tested: 0, passed: 0, failed: 0, warned: 0 },
  ...{ notKnown: 0, deviations: 0, untested: 0 },
};

/** A declared deviation, with texts as long as those of Slack's SCIM API are. */
export function sampleDeviation(more: Partial<CertifiedDeviation> = {}): CertifiedDeviation {
  return {
    id: "SCIM20-7644-3.6-02",
    version: "2.0",
    title: "any operation on a deleted resource returns 404",
    area: "delete",
    level: "MUST",
    source: "RFC 7644 §3.6",
    demand: "any operation on a deleted resource is answered with 404",
    url: "https://www.rfc-editor.org/rfc/rfc7644#section-3.6",
    sentence: "Users are deactivated only.",
    message: "users are deactivated only: userRead: expected 404, saw 200",
    fact: {
      id: "FACT-DELETE-11",
      tag: "DOC",
      statement: "A deactivated user stays readable with 200.",
      sources: [
        {
          what: "Slack's SCIM API reference, tabs of version 1.1 and 2.0",
          date: "read 2026-11",
          url: "https://docs.slack.dev/reference/scim-api",
          where: "DELETE Users",
        },
        { what: "tests of Slack's Java SDK that run against Slack", date: "2026-08" },
      ],
    },
    exchanges: ["2.0/9"],
    ...more,
  };
}

/** So many deviations, each of another rule. */
export function sampleDeviations(
  count: number,
  more: Partial<CertifiedDeviation> = {},
): CertifiedDeviation[] {
  return Array.from({ length: count }, (_, index) =>
    sampleDeviation({ id: `SCIM20-7644-3.6-${String(index + 1).padStart(2, "0")}`, ...more }),
  );
}

/** What a package declares of a product of class slack-2.0 that follows every rule. */
export function sampleCertification(more: Partial<Certification> = {}): Certification {
  const deviations = more.deviations?.length ?? 0;
  const digest = (digit: string) => digit.repeat(64);
  return {
    certificationVersion: 1,
    tool: "slack-scim-conformance",
    toolVersion: "0.3.0",
    date: "2026-11-20",
    specimen: false,
    class: "slack-2.0",
    level: deviations > 0 ? "conformant with declared deviations" : "conformant",
    product: {
      organization: "Acme Identity GmbH",
      product: "Acme Directory",
      version: "7.3.1",
      url: "https://acme.example/directory",
      contact: "scim@acme.example",
      role: "service provider",
      plan: "Enterprise",
    },
    run: {
      ...{ target: "Acme sandbox", profile: "slack", seed: 42, cases: 3, versions: ["2.0"] },
      ...{ startedAt: "2026-11-20T08:00:00.000Z", durationMs: 181_234.5, strict: false },
      ...{ embedded: false, baseUrls: { "2.0": "https://scim.acme.example/scim/v2" } },
    },
    texts: [
      {
        name: "RFC 7643, SCIM: Core Schema",
        date: "2015-09",
        url: "https://www.rfc-editor.org/rfc/rfc7643",
      },
      {
        name: "RFC 7644, SCIM: Protocol",
        date: "2015-09",
        url: "https://www.rfc-editor.org/rfc/rfc7644",
      },
      {
        name: "Slack's SCIM API reference",
        date: "read 2026-11",
        url: "https://docs.slack.dev/reference/scim-api",
      },
    ],
    numbers: {
      mandatory: {
        ...none,
        ...{ total: 312, notApplicable: 24, required: 288, tested: 288, deviations },
        passed: 288 - deviations,
      },
      recommended: {
        ...none,
        ...{ total: 61, notApplicable: 4, required: 57, tested: 55, passed: 50, warned: 3 },
        ...{ notKnown: 2, untested: 2 },
      },
      optional: { ...none, total: 30, notApplicable: 12, required: 18, tested: 18, passed: 18 },
      questions: { ...none, total: 40, required: 40, tested: 40, passed: 36, notKnown: 4 },
      exchanges: 812,
    },
    deviations: [],
    failures: [],
    warnings: [
      {
        ...{ id: "SCIM20-7643-7-04", version: "2.0", area: "discovery", level: "SHOULD" },
        ...{ title: "complex attributes list their sub-attributes", source: "RFC 7643 §7" },
        ...{ message: "withoutParts: expected [], saw 2", exchanges: ["2.0/12"] },
      },
    ],
    notTested: [
      {
        ...{ code: "not-offered", reason: "the product has no bulk", mandatory: true },
        ...{ missing: false, rules: [{ id: "SCIM20-7644-3.7-01", version: "2.0" }] },
      },
      {
        ...{ code: "untestable", reason: "TLS belongs to the deployment, not to the API" },
        ...{ mandatory: true, missing: false, rules: [{ id: "SCIM20-7644-7-01", version: "2.0" }] },
      },
      {
        ...{ code: "untestable", reason: "needs two tenants", mandatory: false, missing: false },
        rules: [{ id: "SCIM20-7643-3.1-10", version: "2.0" }],
      },
    ],
    suppressed: [],
    evidence: {
      files: [
        { name: "results.json", sha256: digest("a"), bytes: 412_345 },
        { name: "exchanges.jsonl", sha256: digest("b"), bytes: 2_412_345 },
        { name: "catalogue.json", sha256: digest("c"), bytes: 212_345 },
        { name: "coverage.json", sha256: digest("d"), bytes: 112_345 },
      ],
      exchanges: 812,
      cited: 640,
    },
    ...more,
  };
}
