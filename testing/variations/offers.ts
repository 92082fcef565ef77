import { isObject } from "../../schemas/json-value.ts";
import { configWith, isOf, refused, type Variation, v2 } from "./variation.ts";

/** Missing features. */
export const offers: readonly Variation[] = [
  {
    name: "unknown endpoints give 403",
    allowed: "RFC 7644 §3.12: 404 is stated without a keyword",
    versions: v2,
    warns: ["SCIM20-7644-3.2-06"],
    tampering: {
      response: (answer, { path }) => {
        if (isOf(path, "Nonexistent")) refused(answer, 403);
      },
    },
  },
  ...([404, 501] as const).map(
    (noGroups): Variation => ({
      name: `there are no groups (${noGroups})`,
      allowed: "RFC 7644 §3.2, §4: /ResourceTypes lists the types",
      options: { noGroups },
    }),
  ),
  ...([501, 405, 403] as const).map(
    (status): Variation => ({
      name: `PATCH is not supported (${status})`,
      allowed: "SCIM 1.1 protocol §3.3.2, RFC 7644 §3.5.2: OPTIONAL",
      warns: ["SCIM11-API-3.3-02", "SCIM20-7644-3.5.2-01", "SCIM20-7644-3.12-11"],
      tampering: {
        request: (call) => {
          if (call.method === "PATCH") call.path = "/Nonexistent";
        },
        response: (answer, call) => {
          const version = answer.body.includes('"Errors"') ? "1.1" : "2.0";
          if (call.method === "PATCH" && answer.status === 404) refused(answer, status, version);
          configWith((config) => {
            config.patch = { supported: false };
          })(answer, call);
        },
      },
    }),
  ),
  ...([404, 405, 501] as const).map(
    (status): Variation => ({
      name: `there are no queries by POST (${status})`,
      allowed: "RFC 7644 §3.4.3: MAY",
      versions: v2,
      tampering: {
        response: (answer, { path }) => {
          if (path.includes("/.search")) refused(answer, status);
        },
      },
    }),
  ),
  ...(["sort", "bulk", "filter", "changePassword"] as const).map(
    (name): Variation => ({
      name: `${name} is not supported, by the configuration`,
      allowed: "RFC 7643 §5, RFC 7644 §3.4.2.2, §3.4.2.3, §3.7: OPTIONAL",
      tampering: {
        request: (call) => {
          if (name === "sort")
            call.path = call.path.replaceAll(/([?&])sort(By|Order)=[^&]*/g, "$1");
        },
        response: (answer, call) => {
          const version = answer.body.includes('"Errors"') ? "1.1" : "2.0";
          configWith((config) => {
            config[name] = { ...(isObject(config[name]) ? config[name] : {}), supported: false };
          })(answer, call);
          if (name === "bulk" && isOf(call.path, "Bulk")) refused(answer, 501, version);
          if (name === "filter" && call.path.includes("filter=") && !isOf(call.path, "Schemas")) {
            refused(answer, 400, version);
          }
        },
      },
    }),
  ),
  {
    name: "discovery requires a token",
    allowed: "RFC 7643 §5, RFC 7644 §4: SHOULD",
    warns: ["SCIM20-7643-5-09", "SCIM11-CS-9-07"],
    tampering: {
      response: (answer, { path, headers }) => {
        if (isOf(path, "ServiceProviderConfigs?") && !headers.authorization?.includes("a-token")) {
          refused(answer, 401);
          answer.headers["www-authenticate"] = "Bearer";
        }
      },
    },
  },
  {
    name: "there is no enterprise extension",
    allowed: "RFC 7643 §4.3: an extension",
    options: { without: ["enterprise"] },
  },
  {
    name: "users have hardly any attributes",
    allowed: "RFC 7643 §4.1: only userName is required",
    options: {
      without: [
        "enterprise",
        "displayName",
        "nickName",
        "title",
        "userType",
        "preferredLanguage",
        "locale",
        "profileUrl",
        "timezone",
        "active",
        "password",
        "phoneNumbers",
        "ims",
        "photos",
        "addresses",
        "entitlements",
        "roles",
        "x509Certificates",
      ],
    },
  },
  {
    name: "users have neither name nor e-mail address",
    allowed: "RFC 7643 §4.1: only userName is required",
    options: { without: ["enterprise", "name", "emails", "title"] },
  },
];
