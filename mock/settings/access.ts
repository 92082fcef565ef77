import { choice, flag, text } from "./setting.ts";

/** Settings of availability and authentication. */
export const accessSettings = {
  v2AuthError: choice({
    values: ["2023", "2026"],
    default: "2026",
    facts: ["FACT-AUTH-14", "FACT-AUTH-15"],
    decides:
      "answer to a bad token in 2.0: 400 unsupported_version (2023) or 401 invalid_authentication (2026)",
  }),
  plan: choice({
    values: ["enterprise", "business-plus", "free"],
    default: "enterprise",
    facts: ["FACT-SERVICE-03", "FACT-GUEST-01"],
    decides: "free rejects every request with plus_teams_only; guests need enterprise",
  }),
  workspaceToken: text({
    mayBeEmpty: false,
    default: "xoxp-mock-workspace",
    facts: ["FACT-SERVICE-06"],
    decides: "a token of a workspace install, rejected with non_org_teams_only",
  }),
  insufficientToken: text({
    mayBeEmpty: false,
    default: "xoxp-mock-member",
    facts: ["FACT-AUTH-06"],
    decides: "a token without the scope admin, rejected with permission_denied",
  }),
  wwwAuthenticate: flag({
    default: false,
    facts: ["FACT-AUTH-17"],
    decides: "whether a 401 has the header WWW-Authenticate",
  }),
};
