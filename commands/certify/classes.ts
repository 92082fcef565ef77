import { sources } from "../../facts/sources.ts";
import { UsageError } from "../../reports/exit.ts";
import type { CertifiedText, CheckResult, Results } from "../../schemas/index.ts";
import type { CertificationClass } from "./suite.ts";

interface ClassRules {
  profile: Results["profile"];
  versions: Results["versions"];
  /** How the ids of its rules begin; absent: all rules of the versions. */
  ids?: string;
  texts: readonly CertifiedText[];
}

const rfcs: readonly CertifiedText[] = [
  {
    name: "RFC 7643, System for Cross-domain Identity Management: Core Schema",
    date: "2015-09",
    url: "https://www.rfc-editor.org/rfc/rfc7643",
  },
  {
    name: "RFC 7644, System for Cross-domain Identity Management: Protocol",
    date: "2015-09",
    url: "https://www.rfc-editor.org/rfc/rfc7644",
  },
];

const scim11: readonly CertifiedText[] = [
  {
    name: "System for Cross-domain Identity Management: Core Schema 1.1",
    date: "2012-07",
    url: "http://www.simplecloud.info/specs/draft-scim-core-schema-01.html",
  },
  {
    name: "System for Cross-domain Identity Management: Protocol 1.1",
    date: "2012-07",
    url: "http://www.simplecloud.info/specs/draft-scim-api-01.html",
  },
];

/** The documents in which Slack describes its API. */
const slackTexts: readonly CertifiedText[] = [
  sources.reference,
  sources.guide,
  sources["rate-limits"],
  sources.changelog,
].map(({ what, date, url }) => ({ name: what, date, url }));

const classes: Readonly<Record<CertificationClass, ClassRules>> = {
  "slack-2.0": { profile: "slack", versions: ["2.0"], texts: [...slackTexts, ...rfcs] },
  "slack-both": {
    profile: "slack",
    versions: ["1.1", "2.0"],
    texts: [...slackTexts, ...rfcs, ...scim11],
  },
  "rfc-2.0": { profile: "rfc", versions: ["2.0"], ids: "SCIM20-", texts: rfcs },
  "rfc-1.1": { profile: "rfc", versions: ["1.1"], ids: "SCIM11-", texts: scim11 },
};

/** The names of the classes, for the command line. */
export const classNames = Object.keys(classes) as CertificationClass[];

export function rulesOfClass(name: CertificationClass): ClassRules {
  return classes[name];
}

/** Whether a rule counts in a class. */
export function isOfClass(
  { id, version }: Pick<CheckResult, "id" | "version">,
  name: CertificationClass,
): boolean {
  const { versions, ids = "" } = classes[name];
  return versions.includes(version) && id.startsWith(ids);
}

/**
 * The class of a run: the given one, or the one that follows from its profile and versions.
 * @throws UsageError of one line where the run does not have what the class asks for, or no class fits
 */
export function classOf(
  { profile, versions }: Pick<Results, "profile" | "versions">,
  given: string | undefined,
): CertificationClass {
  if (given === "client") {
    throw new UsageError("--class client: clients cannot be certified yet");
  }
  const run = `profile ${profile} in SCIM ${versions.join(" and ")}`;
  const fits = (name: CertificationClass) =>
    classes[name].profile === profile &&
    classes[name].versions.every((version) => versions.includes(version));
  if (given === undefined) {
    // Of slack-2.0 and slack-both the one that takes all of the run; of both standards the newer.
    const [name] = (["slack-both", "slack-2.0", "rfc-2.0", "rfc-1.1"] as const).filter(fits);
    if (name === undefined) throw new UsageError(`no class fits a run of ${run}`);
    return name;
  }
  const [name] = classNames.filter((each) => each === given);
  if (name === undefined) {
    throw new UsageError(`--class ${given}: unknown; one of ${classNames.join(", ")}`);
  }
  if (!fits(name)) {
    const { profile: asked, versions: needed } = classes[name];
    throw new UsageError(
      `--class ${name}: takes a run of profile ${asked} in SCIM ${needed.join(" and ")}; this one is of ${run}`,
    );
  }
  return name;
}
