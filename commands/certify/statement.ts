import type {
  Certification,
  CertificationLevel,
  CheckResult,
  Json,
  Results,
} from "../../schemas/index.ts";

/** An artifact or a text, as in-toto describes it: with a digest or an address. */
interface ResourceDescriptor {
  name: string;
  uri?: string;
  digest?: { sha256: string };
  annotations?: Record<string, Json>;
}

/** As far as this tool uses it; both types are cited below. */
interface TestResultStatement {
  _type: "https://in-toto.io/Statement/v1";
  subject: ResourceDescriptor[];
  predicateType: "https://in-toto.io/attestation/test-result/v0.1";
  predicate: {
    result: "PASSED" | "WARNED" | "FAILED";
    configuration: ResourceDescriptor[];
    passedTests: string[];
    warnedTests: string[];
    failedTests: string[];
  };
}

/** A policy that asks for PASSED or WARNED accepts what `certify` exits with 0 for. */
const outcomes: Readonly<Record<CertificationLevel, TestResultStatement["predicate"]["result"]>> = {
  conformant: "PASSED",
  "conformant with declared deviations": "WARNED",
  partial: "FAILED",
  "not conformant": "FAILED",
};

/**
 * The result of the run as an unsigned in-toto Statement v1 with the predicate test-result v0.1
 * (https://github.com/in-toto/attestation: spec/v1/statement.md, spec/predicates/test-result.md). Its
 * subjects are the files of the evidence by their digests. A rule without a verdict is in no list: the
 * predicate has none for it.
 */
export function statementOf(certification: Certification, results: Results): TestResultStatement {
  const { evidence, level, failures, run } = certification;
  const checks = results.checks.filter(({ version }) => run.versions.includes(version));
  const differences = failures.filter(({ version }) => version === undefined).map(({ id }) => id);
  const named = (isWanted: (check: CheckResult) => boolean) =>
    checks.filter(isWanted).map(({ id, version }) => `${id} [${version}]`);
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: evidence.files.map(({ name, sha256 }) => ({ name, digest: { sha256 } })),
    predicateType: "https://in-toto.io/attestation/test-result/v0.1",
    predicate: {
      result: outcomes[level],
      configuration: configurationOf(certification),
      passedTests: named(({ verdict }) => verdict === "pass"),
      warnedTests: named(({ verdict }) => verdict === "warn" || verdict === "deviation"),
      failedTests: [...named(({ verdict }) => verdict === "fail"), ...differences],
    },
  };
}

/** The suite with the product and the settings of the run, and the texts that it is judged against. */
function configurationOf(certification: Certification): ResourceDescriptor[] {
  const {
    tool,
    toolVersion,
    class: name,
    level,
    specimen,
    run,
    product,
    texts,
    date,
  } = certification;
  const { profile, seed, cases, strict } = run;
  const { $schema: _, ...described } = product;
  return [
    {
      name: tool,
      uri: `pkg:npm/${tool}@${toolVersion}`,
      annotations: {
        ...{ class: name, level, specimen, date, profile, seed, cases, strict },
        product: { ...described },
      },
    },
    ...texts.map(({ name: text, url, date: of }) => ({
      name: text,
      uri: url,
      annotations: { date: of },
    })),
  ];
}
