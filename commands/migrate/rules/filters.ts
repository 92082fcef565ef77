import { renamedExtension, withoutCoreUrn } from "../attributes.ts";
import type { Draft } from "../draft.ts";
import { filterOf } from "../draft.ts";
import type { FilterToken } from "../filter-tokens.ts";
import type { Rule } from "../rule.ts";

/** The names of attributes in filters as 2.0 writes them, by lower case. */
const spelled: ReadonlyMap<string, string> = new Map(
  [
    "userName",
    "nickName",
    "displayName",
    "externalId",
    "title",
    "active",
    "name.givenName",
    "name.familyName",
    "emails",
    "emails.value",
    "emails.primary",
    "meta.created",
    "members",
    "members.value",
    "id",
    "userType",
    "locale",
    "timezone",
  ].map((name) => [name.toLowerCase(), name]),
);

const restricted = /^(?:ultra_)?restricted$/i;
const booleans: ReadonlySet<string> = new Set(["active", "emails.primary"]);
const known = /^(?:userName|emails(?:\.value)?|displayName)$/;

function tokens(draft: Draft, kind: FilterToken["kind"]): FilterToken[] {
  return (draft.filter?.tokens ?? []).filter((token) => token.kind === kind);
}

/** Rewrites tokens. @returns whether one is written in another way */
function rewrite(of: readonly FilterToken[], write: (token: FilterToken) => string): boolean {
  let applies = false;
  for (const token of of) {
    const written = write(token);
    applies ||= written !== token.written;
    token.written = written;
  }
  return applies;
}

/** The attribute that a literal is compared with. */
function comparedWith(draft: Draft, literal: FilterToken): string {
  const all = draft.filter?.tokens ?? [];
  return all[all.indexOf(literal) - 2]?.written ?? "";
}

const plainAttribute = ({ text }: FilterToken) => withoutCoreUrn(text);

/** Filters of lists: documented in 1.1 alone, and known to work in 2.0 for a few attributes. */
export const filterRules: readonly Rule[] = [
  {
    id: "filters/repeated",
    source: ["FACT-FORMAT-23"],
    differences: [],
    warning: {
      code: "parameter-repeated",
      text: "The query has several filters: the last one is written.",
    },
    on: ["list"],
    apply(draft) {
      const filters = draft.parameters.filter(({ name }) => name === "filter");
      const last = filters.pop();
      draft.parameters = draft.parameters.filter(
        (parameter) => parameter.name !== "filter" || parameter === last,
      );
      return filters.length > 0;
    },
  },
  {
    id: "filters/prefix",
    source: ["FACT-FILTER-34"],
    differences: ["DIFF-FILT-06"],
    warning: {
      code: "filter-prefix-dropped",
      text: "The name of the parameter stands in its value too, as an example of an SDK shows it. It is written once.",
    },
    on: ["list"],
    apply(draft) {
      const text = draft.filter?.text.replace(/^(?:\s*filter=)+/i, "");
      if (text === undefined || text === draft.filter?.text) return false;
      draft.filter = filterOf(text);
      return true;
    },
  },
  {
    id: "filters/restricted",
    source: ["FACT-FILTER-08", "FACT-FILTER-09"],
    differences: ["DIFF-FILT-02"],
    warning: {
      code: "no-equivalent",
      text: "restricted and ultra_restricted are filters of 1.1 only. Page through /Users and select those with the guest extension; single-channel guests cannot be told apart.",
    },
    consequence: "no-equivalent",
    on: ["list"],
    apply: (draft) =>
      tokens(draft, "attribute").some((token) => restricted.test(plainAttribute(token))),
  },
  {
    id: "filters/core-urn",
    source: ["SCIM 1.1 §3.8", "FACT-FORMAT-50"],
    differences: ["DIFF-URN-01"],
    warning: {
      code: "urn-renamed",
      text: "The attribute of the filter has the core URN of 1.1: it is written by its name alone.",
    },
    on: ["list"],
    apply: (draft) => rewrite(tokens(draft, "attribute"), ({ written }) => withoutCoreUrn(written)),
  },
  {
    id: "filters/extension-urn",
    source: ["FACT-FORMAT-50", "RFC 7644 §3.10"],
    differences: ["DIFF-URN-03"],
    warning: {
      code: "urn-renamed",
      text: "The attribute of the filter has the URN of an extension of 1.1: it is written with that of 2.0 and a colon.",
    },
    on: ["list"],
    apply: (draft) =>
      rewrite(tokens(draft, "attribute"), ({ written }) => renamedExtension(written)),
  },
  {
    id: "filters/email",
    source: ["FACT-FILTER-07", "FACT-FILTER-03"],
    differences: ["DIFF-FILT-07"],
    on: ["list"],
    resource: "Users",
    apply: (draft) =>
      rewrite(tokens(draft, "attribute"), ({ written }) =>
        written.toLowerCase() === "email" ? "emails" : written,
      ),
  },
  {
    id: "filters/letter-case",
    source: ["FACT-FILTER-15", "FACT-FILTER-35"],
    differences: ["DIFF-CASE-01"],
    on: ["list"],
    apply: (draft) =>
      rewrite(
        tokens(draft, "attribute"),
        ({ written }) => spelled.get(written.toLowerCase()) ?? written,
      ),
  },
  {
    id: "filters/operators",
    source: ["FACT-FILTER-16", "FACT-FILTER-17"],
    differences: ["DIFF-CASE-01"],
    on: ["list"],
    apply(draft) {
      const lower = ({ text }: FilterToken) => text.toLowerCase();
      const operators = rewrite(tokens(draft, "operator"), lower);
      return rewrite(tokens(draft, "connector"), lower) || operators;
    },
  },
  {
    id: "filters/quotes",
    source: ["FACT-FILTER-22", "FACT-FILTER-23", "FACT-FILTER-32"],
    differences: ["DIFF-FILT-08", "DIFF-FILT-06"],
    on: ["list"],
    apply: (draft) =>
      rewrite(tokens(draft, "literal"), (literal) => {
        const isBoolean =
          booleans.has(comparedWith(draft, literal)) && /^(?:true|false)$/i.test(literal.text);
        return isBoolean ? literal.text.toLowerCase() : JSON.stringify(literal.text);
      }),
  },
  {
    id: "filters/not-in-1.1",
    source: ["FACT-FILTER-13", "FACT-FILTER-24"],
    differences: ["DIFF-FILT-03", "DIFF-FILT-04"],
    warning: {
      code: "not-documented",
      text: "1.1 rejects this filter: it has an operator of 2.0, or is not a filter at all. Where 2.0 ignores filters it answers with everybody.",
    },
    on: ["list"],
    apply: (draft) =>
      draft.filter !== undefined &&
      (!draft.filter.tokens ||
        tokens(draft, "operator").some(({ text }) => /^(?:ne|ew)$/i.test(text))),
  },
  {
    id: "filters/other-attribute",
    source: ["FACT-FILTER-27"],
    differences: [],
    warning: {
      code: "not-documented",
      text: "Slack documents filters on userName and email in 1.1; one on displayName of a group works. Of another attribute nothing is known.",
    },
    on: ["list"],
    apply: (draft) =>
      tokens(draft, "attribute").some(
        ({ written, text }) => !known.test(written) && !restricted.test(text),
      ),
  },
  {
    id: "filters/undocumented",
    source: ["FACT-FILTER-01", "FACT-FILTER-02"],
    differences: ["DIFF-FILT-01", "DIFF-FILT-07"],
    warning: {
      code: "filter-undocumented-in-2.0",
      text: "Slack says that filters do not apply to 2.0, though eq on userName, emails and displayName works. A list whose filter is ignored answers 200 with everybody: check the attribute of the result before you write to it.",
    },
    on: ["list"],
    apply: (draft) => draft.filter !== undefined,
  },
  {
    id: "filters/then-write",
    source: ["FACT-FILTER-01", "FACT-FILTER-26"],
    differences: ["DIFF-FILT-01"],
    warning: {
      code: "stranger-if-filter-ignored",
      text: "A filtered GET came shortly before this write. Where 2.0 ignores the filter, the list has everybody, and a client that takes the first result writes to a stranger: compare the attribute that was searched for first.",
    },
    on: ["replace", "patch", "delete"],
    apply: (draft) => draft.afterFilter,
  },
];
