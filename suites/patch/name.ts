import { clause, doc, slackClause } from "../clause.ts";
import { oneOf } from "../expectation.ts";
import type { Requirement } from "../requirement.ts";
import { withOperations } from "./patching.ts";
import { userPatchRequirement } from "./user-patch-rule.ts";

const doctor = () => ({
  name: { givenName: "Ada", familyName: "Lovelace", honorificPrefix: "Dr." },
});

export const name: readonly Requirement[] = [
  userPatchRequirement({
    title: "an object for a complex attribute is merged into it",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-10", doc("FACT-PATCH-53")),
      "2.0": clause("SCIM20-7644-3.5.2.1-04", doc("FACT-PATCH-53")),
    },
    intents: () => [{ kind: "set", path: "name", value: { givenName: "Augusta" } }],
    changes: ["name.givenName"],
    expect: { givenName: "Augusta", familyName: "Lovelace" },
    observe: ({ name }) => ({ givenName: name?.givenName, familyName: name?.familyName }),
  }),
  userPatchRequirement({
    title: "`replace` of a complex attribute keeps unmentioned sub-attributes",
    versions: { "2.0": clause("SCIM20-7644-3.5.2.3-04") },
    intents: () => [],
    call: () => withOperations({ op: "replace", path: "name", value: { givenName: "Augusta" } }),
    changes: ["name.givenName"],
    expect: { givenName: "Augusta", familyName: "Lovelace" },
    observe: ({ name }) => ({ givenName: name?.givenName, familyName: name?.familyName }),
  }),
  userPatchRequirement({
    title: "PATCH can set a single sub-attribute of name",
    versions: {
      "1.1": slackClause("SLACK-PATCH-09", "DOC", "FACT-PATCH-54"),
      "2.0": clause("SCIM20-7644-3.10-03", doc("FACT-PATCH-54")),
    },
    intents: () => [{ kind: "set", path: "name.givenName", value: "Augusta" }],
    changes: ["name.givenName"],
    expect: { givenName: "Augusta", familyName: "Lovelace" },
    observe: ({ name }) => ({ givenName: name?.givenName, familyName: name?.familyName }),
  }),
  userPatchRequirement({
    title: "PATCH can remove a sub-attribute by its dotted path",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-07", doc("FACT-PATCH-55")),
      "2.0": slackClause("SLACK-PATCH-10", "DOC", "FACT-PATCH-55"),
    },
    state: doctor,
    intents: () => [{ kind: "clear", path: "name.honorificPrefix" }],
    changes: ["name.honorificPrefix"],
    expect: { honorificPrefix: oneOf("", null, "absent"), familyName: "Lovelace" },
    observe: ({ name }) => ({
      honorificPrefix: name?.honorificPrefix ?? "absent",
      familyName: name?.familyName,
    }),
  }),
  userPatchRequirement({
    title: "PATCH can clear the whole name",
    versions: { "1.1": slackClause("SLACK-PATCH-11", "DOC", "FACT-PATCH-56") },
    state: doctor,
    intents: () => [{ kind: "clear", path: "name" }],
    changes: ["name"],
    expect: { honorificPrefix: oneOf("", "absent"), keepsLovelace: false },
    observe: ({ name }) => ({
      honorificPrefix: name?.honorificPrefix ?? "absent",
      keepsLovelace: name?.familyName === "Lovelace",
    }),
  }),
  userPatchRequirement({
    title: "PATCH can set honorificPrefix and keeps the rest of the name",
    versions: {
      "1.1": slackClause("SLACK-PATCH-12", "DOC", "FACT-PATCH-53"),
      "2.0": slackClause("SLACK-PATCH-12", "DOC", "FACT-PATCH-53"),
    },
    intents: () => [{ kind: "set", path: "name", value: { honorificPrefix: "Dr." } }],
    changes: ["name.honorificPrefix"],
    expect: { honorificPrefix: "Dr.", givenName: "Ada" },
    observe: ({ name }) => ({
      honorificPrefix: name?.honorificPrefix,
      givenName: name?.givenName,
    }),
  }),
];
