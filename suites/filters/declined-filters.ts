import type { Version } from "../../client/index.ts";
import { isDeclined } from "../provider/declined.ts";
import type { CheckContext } from "../run/check-context.ts";
import { type People, search } from "./people.ts";

/** Filters by the feature that they need, and the versions that have it. */
function features({ base, name: { a, b } }: People, userUrn: string) {
  const is = (userName: string) => `userName eq "${userName}"`;
  const since = '"2000-01-01T00:00:00Z"';
  const inBoth: Record<string, string> = {
    co: `userName co "${base}"`,
    sw: `userName sw "${base}"`,
    pr: "userName pr",
    gt: `userName gt "${a}"`,
    ge: `userName ge "${a}"`,
    lt: `userName lt "${a}"`,
    le: `userName le "${a}"`,
    and: `${is(a)} and ${is(b)}`,
    or: `${is(a)} or ${is(b)}`,
    "and with or": `${is(a)} and ${is(a)} or ${is(b)}`,
    parentheses: `(${is(a)})`,
    "sub-attributes": 'name.familyName eq "Lovelace"',
    "multi-valued attributes": 'emails.value eq "ada@example.com"',
    "meta.lastModified": `meta.lastModified gt ${since}`,
    "attributes named by their URN": `${userUrn}:userName eq "${a}"`,
  };
  const inSecond: Record<string, string> = {
    ...inBoth,
    ne: `userName ne "${a}"`,
    ew: `userName ew "${b}"`,
    not: `not (${is(a)})`,
    "filters in brackets": 'emails[value eq "ada@example.com"]',
  };
  return { "1.1": inBoth, "2.0": inSecond } satisfies Record<Version, Record<string, string>>;
}

/**
 * The features of filters that the provider declines, by name: rules on them are skipped, and this is the one
 * place that lists them.
 */
export async function declinedFilters(t: CheckContext, who: People): Promise<string[]> {
  const declined: string[] = [];
  for (const [name, filter] of Object.entries(
    features(who, t.client.dialect.urns.user)[t.version],
  )) {
    const [attribute = ""] = /^(?:name|emails)\b/.exec(filter) ?? [];
    if (attribute !== "" && !(await t.provider.offers.attribute(attribute))) continue;
    if (isDeclined(await search(t, { filter, count: 1 }))) declined.push(name);
  }
  return declined;
}
