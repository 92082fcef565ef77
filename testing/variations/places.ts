import { type Variation, v2 } from "./variation.ts";

/** The URLs of the server. */
export const places: readonly Variation[] = [
  { name: "the base URL is the root", allowed: "RFC 7644 §1.3: any URL", options: { path: "" } },
  {
    name: "the base URL has several segments, with the version",
    allowed: "RFC 7644 §1.3: any URL",
    options: { path: "/api/v1/tenants/42/scim/v2" },
  },
  {
    name: "the base URL contains no version",
    allowed: "RFC 7644 §3.13: OPTIONAL",
    options: { path: "/scim" },
  },
  {
    name: "the base URL contains a version of the provider",
    allowed: "RFC 7644 §1.3: any URL",
    options: { path: "/directory/v2.1/scim" },
  },
  {
    name: "locations have the host behind a proxy",
    allowed: "RFC 7643 §3.1: a URI of the provider's choice",
    options: { locations: "https://scim.internal.example/v2" },
  },
  {
    name: "locations are relative",
    allowed:
      "RFC 7643 §2.3.7: a reference may be relative; meta.location is a URI, without a keyword",
    versions: v2,
    warns: ["SCIM20-7643-3.1-19"],
    options: { locations: "/scim/v2" },
  },
];
