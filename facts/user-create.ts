import type { Fact } from "./fact.ts";

/** `POST /Users`: what the other files of users and errors do not say. */
export const userCreateFacts = [
  {
    id: "FACT-USER-06",
    statement: "Slack usually ignores members of a body that it does not know.",
    tag: "INF",
    evidence: [],
    settings: ["unknownMembers"],
  },
  {
    id: "FACT-USER-07",
    statement: {
      "1.1":
        "Whether Slack accepts a POST of a user without `schemas` is not known. The reference demands it of every body, but Slack accepts such a PATCH and PUT.",
    },
    tag: "INF",
    evidence: [{ source: "reference", where: "error list: missing_schema_element" }],
    settings: ["v1PostRequiresSchemas"],
    changes: [
      { date: "2026-11", what: "No longer certain: PATCH and PUT without it are accepted." },
    ],
  },
] as const satisfies readonly Fact[];
