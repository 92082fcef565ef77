import type { Requirement } from "../requirement.ts";
import { endpoints } from "./endpoints.ts";
import { resourceTypeRequirements } from "./resource-types.ts";
import { schemaCoverage } from "./schema-coverage.ts";
import { schemas } from "./schemas.ts";
import { serviceProviderConfig } from "./service-provider-config.ts";

/** SCIM 1.1 §3 and core schema §9, §10; RFC 7643 §5 to §7, RFC 7644 §3.2 and §4. */
export const discovery: readonly Requirement[] = [
  ...serviceProviderConfig,
  ...schemas,
  ...schemaCoverage,
  ...resourceTypeRequirements,
  ...endpoints,
];
