import { domain } from "../stand-ins/forms.ts";
import type { StandIns } from "../stand-ins/stand-ins.ts";
import { maskString } from "./text-values.ts";

const addressAttributes = new Set(["emails", "email", "username"]);
const domainName = /^\.?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u;
/** Ends of most domains of companies; another end may be the second part of a name. */
const topLevel =
  /\.(?:com|net|org|edu|gov|io|dev|app|cloud|info|biz|example|test|local|internal|[a-z]{2})$/i;

/**
 * What a filter with `co`, `sw` or `ew` searches for. A domain, an address that is cut off and a known
 * value have the same part of their stand-ins. Another part of a value cannot: it has a stand-in as a
 * whole, which finds no one.
 *
 * @param operator in lower case
 */
export function maskPart(
  text: string,
  attribute: string,
  operator: string,
  standIns: StandIns,
): string {
  const core = text.trim();
  const isOfEnd = operator !== "sw";
  if (isOfEnd && standIns.isKnownDomain(core)) return text.replace(core, () => domain);
  const known = standIns.known(core);
  if (known !== undefined) return text.replace(core, () => known);
  if (core.includes("@") && !/:\/\//.test(core)) {
    return text.replace(core, () => standIns.ofAddressPart(core, operator === "ew"));
  }
  const isDomain = isOfEnd && looksLikeDomain(core, attribute, operator);
  return isDomain ? text.replace(core, () => domain) : maskString(text, attribute, standIns);
}

function looksLikeDomain(text: string, attribute: string, operator: string): boolean {
  if (!domainName.test(text) || !addressAttributes.has(attribute.toLowerCase())) return false;
  return operator === "ew" || topLevel.test(text);
}
