import { renamedExtension, withoutCoreUrn } from "../attributes.ts";
import type { Draft, Parameter } from "../draft.ts";
import { isSecret } from "../masking/without-secrets.ts";
import type { Rule } from "../rule.ts";

function named({ parameters }: Draft, ...names: string[]): Parameter[] {
  return parameters.filter(({ name }) => names.includes(name));
}

function below(parameters: readonly Parameter[], least: number): Parameter[] {
  return parameters.filter(({ value }) => /^[+-]?\d+$/.test(value) && Number(value) < least);
}

/** The parameters of a query, but `filter`. */
export const queryRules: readonly Rule[] = [
  {
    id: "queries/token",
    source: ["FACT-AUTH-03"],
    differences: [],
    warning: {
      code: "secret-in-recording",
      text: "The address holds a token. It is left out: send it in the header Authorization, and renew it, as addresses are logged.",
    },
    apply(draft) {
      const before = draft.parameters.length;
      draft.parameters = draft.parameters.filter((parameter) => !isSecret(parameter));
      return draft.parameters.length < before;
    },
  },
  {
    id: "queries/attributes",
    source: ["FACT-FORMAT-14", "RFC 7644 §3.9"],
    differences: ["DIFF-ATTR-01", "DIFF-ATTR-02"],
    warning: {
      code: "attributes-not-honoured",
      text: "Slack is assumed to ignore attributes and excludedAttributes in both versions: expect the whole resource.",
    },
    apply: (draft) => named(draft, "attributes", "excludedAttributes").length > 0,
  },
  {
    id: "queries/attribute-urns",
    source: ["FACT-FORMAT-50", "RFC 7644 §3.10"],
    differences: ["DIFF-URN-01", "DIFF-URN-03"],
    warning: {
      code: "urn-renamed",
      text: "A name of an attribute in the query has a URN of 1.1: it is written with that of 2.0, or by its name alone.",
    },
    apply(draft) {
      let applies = false;
      for (const parameter of named(draft, "attributes", "excludedAttributes", "sortBy")) {
        const names = parameter.value.split(",").map((name) => name.trim());
        const value = names.map((name) => renamedExtension(withoutCoreUrn(name))).join(",");
        if (value === names.join(",")) continue;
        parameter.value = value;
        parameter.raw = undefined;
        applies = true;
      }
      return applies;
    },
  },
  {
    id: "queries/start-index",
    source: ["FACT-LIST-16", "FACT-LIST-17", "RFC 7644 §3.4.2.4"],
    differences: ["DIFF-PAGE-01", "DIFF-PAGE-03"],
    warning: {
      code: "start-index",
      text: "startIndex counts from 1, and a smaller value selects the first page. A client that pages in steps from 0 reads one row twice: begin with 1.",
    },
    on: ["list"],
    apply(draft) {
      const wrong = below(named(draft, "startIndex"), 1);
      for (const parameter of wrong) {
        parameter.value = "1";
        parameter.raw = undefined;
      }
      return wrong.length > 0;
    },
  },
  {
    id: "queries/count",
    source: ["FACT-LIST-18", "RFC 7644 §3.4.2.4"],
    differences: ["DIFF-PAGE-01"],
    warning: {
      code: "count-not-positive",
      text: "1.1 does not define a count below 1; 2.0 answers with totalResults and without resources.",
    },
    on: ["list"],
    apply: (draft) => below(named(draft, "count"), 1).length > 0,
  },
  {
    id: "queries/sort",
    source: ["FACT-DISCOVERY-33"],
    differences: [],
    warning: {
      code: "not-documented",
      text: "Slack does not support sorting in either version: do not rely on an order.",
    },
    on: ["list"],
    apply: (draft) => named(draft, "sortBy", "sortOrder").length > 0,
  },
];
