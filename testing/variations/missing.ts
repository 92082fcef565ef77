import { isOf, refused, type Variation } from "./variation.ts";

/** Missing discovery documents: each breaks one rule, and causes no other failure. */
export const missing: readonly Variation[] = (
  [
    ["ServiceProviderConfigs?", ["SCIM11-API-3-03", "SCIM20-7644-4-01"]],
    ["Schemas", ["SCIM11-API-3-04", "SCIM20-7644-4-02"]],
    ["ResourceTypes", ["SCIM20-7644-4-04"]],
  ] as const
).map(
  ([endpoint, breaks]): Variation => ({
    name: `/${endpoint.replace("s?", "")} is missing`,
    allowed: "not at all",
    breaks,
    tampering: {
      response: (answer, { path }) => {
        const version = answer.body.includes("urn:scim:schemas:core:1.0") ? "1.1" : "2.0";
        if (isOf(path, endpoint)) refused(answer, 404, version);
      },
    },
  }),
);

/** Servers without discovery and with few features: only ordinary users are tested. */
export const silent: readonly Variation[] = [
  [],
  ["title", "phoneNumbers", "addresses", "roles"],
].map(
  (without): Variation => ({
    name: `nothing is published, and users have no extension ${without.length > 0 ? "and hardly any attributes" : ""}`,
    allowed: "not at all",
    options: { without: ["enterprise", ...without] },
    breaks: missing.flatMap(({ breaks = [] }) => breaks),
    tampering: {
      response: (answer, { path }) => {
        const version = answer.body.includes("urn:scim:schemas:core:1.0") ? "1.1" : "2.0";
        if (isOf(path, "(?:Schemas|ResourceTypes|ServiceProviderConfigs?)")) {
          refused(answer, 404, version);
        }
      },
    },
  }),
);
