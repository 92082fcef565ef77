import { counted } from "../../../reports/findings.ts";
import type { Certification } from "../../../schemas/index.ts";
import { dateInWords } from "./dates.ts";
import { shownName } from "./shown-name.ts";

/** The title of the document. */
export const heading = "Declaration of SCIM conformance";

/** The first line of every document that a person reads. */
export const notice =
  "This is the vendor's own declaration with evidence. It is not a certification by Slack.";

/** What a document made from a run against the embedded organisation says. */
export const specimenNotice =
  "SPECIMEN: made from a run against the suite's own test server. It says nothing about a product, and must not be signed.";

/** What a class is about. */
const classes: Readonly<Record<Certification["class"], string>> = {
  "slack-2.0": "Slack's SCIM API, version 2.0",
  "slack-both": "Slack's SCIM API, versions 1.1 and 2.0",
  "rfc-2.0": "SCIM 2.0, by the standard alone",
  "rfc-1.1": "SCIM 1.1, by the specification alone",
};

/** A class as its name, and in words. */
export function classInWords({ class: name }: Pick<Certification, "class">): string {
  return `${name}: ${classes[name]}`;
}

/** The level, with a capital letter, as a heading. */
export function levelTitle({ level }: Pick<Certification, "level">): string {
  return level.charAt(0).toUpperCase() + level.slice(1);
}

type Judged = Pick<Certification, "level" | "numbers" | "deviations" | "failures">;

/** What the level rests on, in one or two sentences; never a percentage. */
export function levelInWords({ level, numbers, deviations, failures }: Judged): string {
  const { required, untested } = numbers.mandatory;
  const all = `All ${required} mandatory rules that apply to the product were tested`;
  switch (level) {
    case "conformant":
      return `${all}, and it breaks none of them.`;
    case "conformant with declared deviations":
      return `${all}. In ${counted(deviations.length, "rule", "rules")} it does what Slack is known to do instead of what the text says; ${deviations.length === 1 ? "this is" : "each is"} declared below. It breaks no other mandatory rule.`;
    case "partial":
      return `${untested} of the ${required} mandatory rules that apply to the product ${untested === 1 ? "was" : "were"} not tested. It breaks none of the others.`;
    case "not conformant":
      return `${counted(failures.length, "finding stands", "findings stand")} against the product. Each is listed below, with the exchanges that show it.`;
  }
}

/** How a reviewer verifies the package, and what that cannot prove. */
export const verify =
  "slack-scim-conformance certify --verify ZIP recomputes every digest and every verdict, and says what differs. It cannot prove who made the package: compare the digest of the ZIP with the one that the vendor gives you.";

/** A part of a paragraph; a name is in any script, and is set apart from the text around it. */
interface StatementPart {
  text: string;
  isName?: true;
}

/** What the signer declares, as paragraphs. */
export function statement(certification: Certification): readonly (readonly StatementPart[])[] {
  const { product, toolVersion, date, level, tool } = certification;
  const name = (text: string): StatementPart => ({ text: shownName(text), isName: true });
  return [
    [
      { text: "On behalf of " },
      name(product.organization),
      { text: ", I declare that " },
      name(product.product),
      { text: ", version " },
      name(product.version),
      {
        text: `, was tested with ${tool} ${toolVersion} on ${dateInWords(date)}, that neither the suite nor its results were altered, and that the result is: ${level}.`,
      },
    ],
    [
      {
        text: "This declaration holds for this version of the product, as it was configured for the test, and rests on the files whose digests stand above.",
      },
    ],
  ];
}
