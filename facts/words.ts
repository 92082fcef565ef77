import type { FactArea, FactTag } from "./fact.ts";

/** What each tag means, as the end of a sentence about a fact. */
export const tagMeanings: Readonly<Record<FactTag, string>> = {
  DOC: "Slack documents it.",
  OBS: "it was observed with real clients, or in recorded responses.",
  INF: "it is assumed. An assumption never makes a check fail; where the embedded organisation can behave otherwise, a setting is named.",
};

/** What the facts of an area are about, in the order of the documents. */
export const areaTitles: Readonly<Record<FactArea, string>> = {
  SERVICE: "Availability",
  AUTH: "Authentication",
  DISCOVERY: "Discovery",
  FORMAT: "Requests and responses",
  ID: "Identifiers and common attributes",
  USER: "Users",
  GUEST: "Guests",
  GROUP: "Groups",
  PATCH: "PATCH",
  PUT: "PUT",
  DELETE: "DELETE",
  LIST: "Lists",
  FILTER: "Filters",
  ERROR: "Errors",
  LIMIT: "Limits",
  CLIENT: "Clients",
};
