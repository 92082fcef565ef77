import type { Version } from "../../schemas/version.ts";
import type { Call, ResourceKind } from "../call.ts";
import { type ErrorCode, ScimError } from "../errors.ts";
import type { Endpoint } from "./endpoints.ts";

const verbs = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);
const discoveryPaths = new Set([
  "ServiceProviderConfig",
  "ServiceProviderConfigs",
  "Schemas",
  "ResourceTypes",
]);

/** The version and the path below it of a URL, without empty segments. */
export function splitUrl(url: string): { version: string | undefined; segments: string[] } {
  const path = url.split("?", 1)[0] ?? "";
  const [scim, version, ...segments] = path.split("/").filter((segment) => segment !== "");
  return { version: scim === "scim" ? version : undefined, segments };
}

/** The version of the response; other URLs get v1.1's form. */
export function versionOf(segment: string | undefined): Version {
  return segment === "v2" ? "2.0" : "1.1";
}

function codeOf(method: string, version: string | undefined, segments: string[]): ErrorCode {
  const isServed = version === "v1" || version === "v2";
  if (!isServed) return /^v\d+$/.test(version ?? "") ? "unsupported_version" : "bad_endpoint";
  if (!verbs.has(method)) return "method_not_allowed";
  const [endpoint, id, ...rest] = segments;
  if (endpoint === undefined || rest.length > 0 || id?.startsWith(".")) return "bad_endpoint";
  const isDiscovery = discoveryPaths.has(endpoint) && method !== "GET";
  if (isDiscovery)
    return version === "v1" && endpoint === "ResourceTypes" ? "bad_endpoint" : "method_not_allowed";
  if (endpoint !== "Users" && endpoint !== "Groups") return "bad_endpoint";
  if (id !== undefined) return "method_not_allowed";
  return endpoint === "Users" ? "missing_user_id" : "missing_group_id";
}

/**
 * FACT-SERVICE-10, FACT-SERVICE-11: requests without a route, as an endpoint that rejects them:
 * unknown URLs and methods, writes without an id.
 */
export function unroutedEndpoint(method: string, url: string): Endpoint {
  const { version, segments } = splitUrl(url);
  const code = codeOf(method, version, segments);
  const [first] = segments;
  const resource: ResourceKind = first === "Users" || first === "Groups" ? first : "none";
  const run = (_call: Call) => {
    throw new ScimError(code);
  };
  return {
    method: "GET",
    path: url,
    operation: "unknown",
    resource,
    run,
    isOpen: version !== "v1" && version !== "v2",
  };
}

/** A URL that cannot be decoded (FACT-ERROR-19, `cannot_decode_user_id`). */
export function undecodableEndpoint(url: string): Endpoint {
  const isUser = splitUrl(url).segments[0] === "Users";
  const run = (_call: Call) => {
    throw new ScimError(isUser ? "cannot_decode_user_id" : "bad_endpoint");
  };
  return { method: "GET", path: url, operation: "unknown", resource: "none", run };
}

/** A request that the framework rejects, such as one with a body that its method does not allow. */
export function failedEndpoint(method: string, url: string): Endpoint {
  if (!verbs.has(method)) return unroutedEndpoint(method, url);
  const run = (_call: Call) => {
    throw new ScimError("invalid_request_payload");
  };
  return { method: "GET", path: url, operation: "unknown", resource: "none", run };
}
