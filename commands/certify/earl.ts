import { isNotKnown } from "../../schemas/finding.ts";
import type { Certification, CheckResult, Json, Results } from "../../schemas/index.ts";

/**
 * The terms of this document, all from the Evaluation and Report Language (EARL) 1.0 Schema
 * (https://www.w3.org/TR/EARL10-Schema/), Dublin Core, FOAF and DOAP. The context stands in the
 * document, so that no one has to fetch it.
 */
const context = {
  earl: "http://www.w3.org/ns/earl#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  doap: "http://usefulinc.com/ns/doap#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  assertedBy: { "@id": "earl:assertedBy", "@type": "@id" },
  mainAssertor: { "@id": "earl:mainAssertor", "@type": "@id" },
  member: { "@id": "foaf:member", "@type": "@id" },
  subject: { "@id": "earl:subject", "@type": "@id" },
  test: { "@id": "earl:test", "@type": "@id" },
  mode: { "@id": "earl:mode", "@type": "@id" },
  result: "earl:result",
  outcome: { "@id": "earl:outcome", "@type": "@id" },
  info: "earl:info",
  title: "dct:title",
  description: "dct:description",
  identifier: "dct:identifier",
  date: { "@id": "dct:date", "@type": "xsd:dateTime" },
  hasVersion: "dct:hasVersion",
  name: "foaf:name",
  homepage: { "@id": "foaf:homepage", "@type": "@id" },
  revision: "doap:revision",
} as const;

/** What EARL calls a result. */
type Outcome =
  | "earl:passed"
  | "earl:failed"
  | "earl:cantTell"
  | "earl:inapplicable"
  | "earl:untested";

interface Judgement {
  outcome: Outcome;
  /** Why it is not passed. */
  info?: string;
}

/** The codes of a skip that say that the rule is not about this product. */
const inapplicable: readonly string[] = ["not-offered", "not-applicable", "optional"];

/**
 * Each verdict of the class in the Evaluation and Report Language, as JSON-LD: who asserts it, of which
 * product, by which rule, and how it ended. Ids are relative to the document.
 */
export function earlOf(certification: Certification, results: Results): Json {
  const { product, run, tool, toolVersion, specimen } = certification;
  const facts = new Map(
    certification.deviations.map(({ id, version, fact }) => [`${version} ${id}`, fact.id]),
  );
  const checks = results.checks.filter(({ version }) => run.versions.includes(version));
  return {
    "@context": context,
    "@graph": [
      {
        "@id": "#vendor",
        "@type": ["earl:Assertor", "foaf:Organization"],
        name: product.organization,
      },
      {
        "@id": "#tool",
        "@type": ["earl:Assertor", "earl:Software"],
        title: tool,
        hasVersion: toolVersion,
      },
      {
        "@id": "#assertor",
        "@type": ["earl:Assertor", "foaf:Group"],
        title: `${product.organization} with ${tool} ${toolVersion}`,
        mainAssertor: "#vendor",
        member: ["#vendor", "#tool"],
      },
      {
        "@id": "#product",
        "@type": ["earl:TestSubject", "earl:Software", "doap:Project"],
        title: specimen ? `SPECIMEN: ${product.product}` : product.product,
        revision: product.version,
        ...(product.url === undefined ? {} : { homepage: product.url }),
      },
      ...checks.map((check) => assertionOf(check, run.startedAt, facts)),
    ],
  };
}

function assertionOf(check: CheckResult, date: string, facts: ReadonlyMap<string, string>): Json {
  const { id, version, title, level, source } = check;
  const { outcome, info } = judgementOf(check, facts.get(`${version} ${id}`));
  return {
    "@type": "earl:Assertion",
    assertedBy: "#assertor",
    subject: "#product",
    test: {
      "@id": `#${version}/${encodeURIComponent(id)}`,
      "@type": "earl:TestCase",
      identifier: id,
      title,
      description: `SCIM ${version}, ${source}, ${level}`,
    },
    mode: "earl:automatic",
    result: {
      "@type": "earl:TestResult",
      outcome,
      date,
      ...(info === undefined ? {} : { info }),
    },
  };
}

/** EARL knows no warning and no known deviation: both are failed, and say which level or fact it is. */
function judgementOf(check: CheckResult, fact: string | undefined): Judgement {
  const { verdict, level, reason } = check;
  const message = check.message ?? reason?.text ?? check.title;
  switch (verdict) {
    case "pass":
      return { outcome: "earl:passed" };
    case "fail":
      return { outcome: "earl:failed", info: `${level}: ${message}` };
    case "warn":
      // Where the answer to a question about Slack is not the assumed one, no rule is broken.
      if (isNotKnown(check) && level === "INF") return { outcome: "earl:cantTell", info: message };
      return { outcome: "earl:failed", info: `${level}: ${message}` };
    case "deviation":
      return {
        outcome: "earl:failed",
        info: `${fact === undefined ? "" : `known deviation ${fact}, `}${level}: ${message}`,
      };
    case "skip": {
      const isInapplicable = reason !== undefined && inapplicable.includes(reason.code);
      return { outcome: isInapplicable ? "earl:inapplicable" : "earl:untested", info: message };
    }
    case "error":
      return { outcome: "earl:cantTell", info: message };
  }
}
