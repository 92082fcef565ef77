import type { NeutralAddress, NeutralUser, PatchEntry } from "../../schemas/index.ts";
import { clause, doc, slackClause } from "../clause.ts";
import type { Json } from "../expectation.ts";
import type { Requirement } from "../requirement.ts";
import { userPatchRequirement } from "./user-patch-rule.ts";

const springfield = {
  streetAddress: "1 Main St",
  locality: "Springfield",
  region: "OR",
  postalCode: "97477",
  country: "US",
} satisfies NeutralAddress & PatchEntry;
const shelbyville = { ...springfield, locality: "Shelbyville", postalCode: "97400" };

const inSpringfield = (): Partial<NeutralUser> => ({
  addresses: [{ ...springfield, primary: true }],
});

const towns = ({ addresses }: NeutralUser): { towns: Json } => ({
  towns: (addresses ?? []).flatMap((address) => (address.locality ? [address.locality] : [])),
});

export const addresses: readonly Requirement[] = [
  userPatchRequirement({
    title: "PATCH can set an address with all its sub-attributes",
    versions: {
      "1.1": slackClause("SLACK-PATCH-30", "DOC", "FACT-USER-66"),
      "2.0": slackClause("SLACK-PATCH-30", "DOC", "FACT-USER-66"),
    },
    intents: () => [
      { kind: "add", path: "addresses", values: [{ ...springfield, primary: true }] },
    ],
    changes: ["addresses"],
    expect: springfield,
    observe: ({ addresses }) =>
      Object.fromEntries(
        Object.keys(springfield).map((part) => [
          part,
          addresses?.[0]?.[part as keyof typeof springfield],
        ]),
      ),
  }),
  userPatchRequirement({
    title: "a new address replaces the stored one",
    versions: {
      "1.1": slackClause("SLACK-PATCH-31", "DOC", "FACT-PATCH-75"),
      "2.0": slackClause("SLACK-PATCH-31", "DOC", "FACT-PATCH-75"),
    },
    state: inSpringfield,
    intents: () => [
      { kind: "add", path: "addresses", values: [{ ...shelbyville, primary: true }] },
    ],
    changes: ["addresses"],
    expect: { towns: ["Shelbyville"] },
    observe: towns,
  }),
  userPatchRequirement({
    title: "an address is changed by deleting it and adding another one in the same PATCH",
    versions: { "1.1": clause("SCIM11-API-3.3.2-13") },
    state: inSpringfield,
    intents: () => [
      { kind: "remove", path: "addresses", match: springfield },
      { kind: "add", path: "addresses", values: [shelbyville] },
    ],
    changes: ["addresses"],
    expect: { towns: ["Shelbyville"] },
    observe: towns,
  }),
  userPatchRequirement({
    title: "a deletion without `value` matches the entry by all its sub-attributes",
    versions: { "1.1": clause("SCIM11-API-3.3.2-15", doc("FACT-PATCH-76")) },
    state: inSpringfield,
    intents: () => [{ kind: "remove", path: "addresses", match: springfield }],
    removes: ["addresses"],
    changes: ["addresses"],
    expect: { towns: [] },
    observe: towns,
  }),
  userPatchRequirement({
    title: "a deletion of an address that differs in one sub-attribute removes nothing",
    versions: { "1.1": slackClause("SLACK-PATCH-32", "DOC", "FACT-PATCH-77") },
    state: inSpringfield,
    intents: () => [
      { kind: "remove", path: "addresses", match: { ...springfield, postalCode: "00000" } },
    ],
    changes: [],
    // Whether such a deletion is an error is not documented (FACT-PATCH-77).
    mayRefuse: true,
    expect: { towns: ["Springfield"] },
    observe: towns,
  }),
  userPatchRequirement({
    title: "PATCH can remove the address by attribute name",
    versions: { "2.0": slackClause("SLACK-PATCH-33", "DOC", "FACT-PATCH-76") },
    state: inSpringfield,
    intents: () => [{ kind: "clear", path: "addresses" }],
    changes: ["addresses"],
    expect: { towns: [] },
    observe: towns,
  }),
];
