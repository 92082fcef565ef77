import { choice, flag, statuses } from "./setting.ts";

/** Settings of errors. */
export const errorSettings = {
  v2ErrorAlsoCarriesErrors: flag({
    default: true,
    facts: ["FACT-CLIENT-12"],
    decides:
      "whether an error of 2.0 has the member Errors of 1.1 too, which Slack's Java SDK reads",
  }),
  errorSuffixes: flag({
    default: true,
    facts: ["FACT-ERROR-06"],
    decides: "whether the context follows an error code in parentheses",
  }),
  v1CreateErrorSuffix: choice({
    values: ["as-reported", "user", "username", "none"],
    default: "as-reported",
    facts: ["FACT-ERROR-08"],
    decides:
      "how an error of a create in 1.1 names the user: as reported username=… with username_taken, user=… with other codes",
  }),
  errorStatusOverrides: statuses({
    default: {},
    facts: ["FACT-ERROR-72"],
    decides: "another HTTP status for an error code",
  }),
};
