import { visible } from "../../../reports/visible-text.ts";
import type { Certification } from "../../../schemas/index.ts";
import { dateInWords } from "./dates.ts";
import { shownName } from "./shown-name.ts";
import { classInWords } from "./words.ts";

/** A line of the particulars: who, what, how. */
interface Particular {
  term: string;
  text: string;
}

/** What is given of two values; undefined where neither is. */
function joined(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.filter((text) => text !== undefined).join("; ") || undefined;
}

/** Who declares it, the class, and the run that it rests on. */
export function particulars(certification: Certification): Particular[] {
  const { product, run, date, tool, toolVersion } = certification;
  const { organization, role, plan, contact, url } = product;
  const given = (term: string, text: string | undefined): Particular[] =>
    text === undefined ? [] : [{ term, text: shownName(text) }];
  const baseUrls = run.versions.flatMap((version) => {
    const address = run.baseUrls[version];
    return address === undefined ? [] : [`SCIM ${version}: ${address}`];
  });
  return [
    ...given("Vendor", organization),
    ...given("Role and plan", joined(role, plan)),
    ...given("Contact", joined(contact, url)),
    { term: "Class", text: classInWords(certification) },
    {
      term: "Tested on",
      text: `${dateInWords(date)} (UTC), target “${visible(run.target)}”`,
    },
    ...(baseUrls.length === 0 ? [] : [{ term: "Base URLs", text: visible(baseUrls.join("; ")) }]),
    {
      term: "Tested with",
      text: `${tool} ${toolVersion}, profile ${run.profile}, ${run.cases} generated cases for each property, seed ${run.seed}`,
    },
  ];
}
