import type { PatchEntry, PatchIntent } from "../../schemas/index.ts";
import type { Profile } from "../version.ts";
import type { Dialect } from "./dialect.ts";
import { encodeGroup } from "./group-codec.ts";
import { isObject, type JsonObject } from "./json.ts";
import { parsePatchPath } from "./patch-path.ts";
import { urns as allUrns, bulkRequestUrn, patchOpUrn } from "./urns.ts";
import { decodeUser, encodeEnterprise, encodeUser, type ManagerKey } from "./user-codec.ts";

const urns = allUrns["2.0"];

/** SCIM 2.0 (RFC 7643, RFC 7644), as Slack serves it at `/scim/v2`. */
export function dialect20(profile: Profile): Dialect {
  const managerKey: ManagerKey = profile === "slack" ? "managerId" : "value";
  return {
    version: "2.0",
    // Slack is only known to take application/json (facts §3); RFC 7644 §3.8 names the other.
    mediaType: profile === "slack" ? "application/json" : "application/scim+json",
    urns,
    paths: {
      users: "/Users",
      groups: "/Groups",
      serviceProviderConfig: "/ServiceProviderConfig",
      schemas: "/Schemas",
      resourceTypes: "/ResourceTypes",
      bulk: "/Bulk",
      optional: { me: "/Me", root: "/", unknown: "/Nonexistent" },
    },
    bulkUrn: bulkRequestUrn,
    schemaName: (resource) =>
      profile === "slack" ? `${resource}s` : urns[resource === "User" ? "user" : "group"],
    encodeUser: (user) => encodeUser(user, urns, managerKey),
    decodeUser: (json) => decodeUser(json, urns, managerKey),
    encodeGroup: (group) => encodeGroup(group, urns),
    encodePatch: (_resource, intents) => ({
      schemas: [patchOpUrn],
      Operations: intents.flatMap((intent) => operations(intent, managerKey, profile)),
    }),
  };
}

interface Operation extends JsonObject {
  op: "add" | "replace" | "remove";
  path: string;
  value?: unknown;
}

/** The PatchOp operations of one intent (RFC 7644 §3.5.2; Slack's forms in facts §7.3). */
function operations(intent: PatchIntent, managerKey: ManagerKey, profile: Profile): Operation[] {
  switch (intent.kind) {
    case "set":
      return [set(intent.path, intent.value, managerKey)];
    case "clear":
      return [{ op: "remove", path: wirePath(intent.path, managerKey, profile) }];
    case "add":
      return [{ op: "add", path: intent.path, value: intent.values }];
    case "remove":
      // Slack stores one address and documents its removal without a filter (facts §5.5).
      return intent.path === "addresses" && profile === "slack"
        ? [{ op: "remove", path: intent.path }]
        : [{ op: "remove", path: `${intent.path}[${selector(intent.match)}]` }];
    case "replaceValues":
      return [{ op: "replace", path: intent.path, value: intent.values }];
    case "changeValue":
      // `value` goes last: the selector of the other operations still has to find the entry.
      return Object.entries(intent.to)
        .sort(([a], [b]) => Number(a === "value") - Number(b === "value"))
        .map(([name, value]) => ({
          op: "replace",
          path: `${intent.path}[${selector(intent.match)}].${name}`,
          value,
        }));
  }
}

/** An object merges, so it is added (RFC 7644 §3.5.2.1); a scalar replaces. */
function set(path: string, value: unknown, managerKey: ManagerKey): Operation {
  const { block, attribute } = parsePatchPath(path);
  if (block === undefined) {
    return { op: isObject(value) ? "add" : "replace", path, value };
  }
  const urn = urns[block];
  if (attribute === undefined) {
    const wire =
      block === "enterprise" && isObject(value) ? encodeEnterprise(value, managerKey) : value;
    return { op: "add", path: urn, value: wire };
  }
  if (block === "enterprise" && attribute === "managerId") {
    return { op: "add", path: urn, value: { manager: { [managerKey]: value } } };
  }
  return { op: "replace", path: `${urn}:${attribute}`, value };
}

/**
 * The path of a removal. RFC 7644 §3.10 joins URN and attribute with a colon; Slack documents a dot
 * for `guest.expiration` and for the manager (facts §6, §7.3).
 */
function wirePath(path: string, managerKey: ManagerKey, profile: Profile): string {
  const { block, attribute } = parsePatchPath(path);
  if (block === undefined) return path;
  const urn = urns[block];
  if (attribute === undefined) return urn;
  if (block === "enterprise" && attribute === "managerId") {
    return profile === "slack" ? `${urn}.manager.${managerKey}` : `${urn}:manager`;
  }
  return block === "guest" && profile === "slack" ? `${urn}.${attribute}` : `${urn}:${attribute}`;
}

/** A value-path filter that finds an entry by what it holds. */
function selector(match: PatchEntry): string {
  return Object.entries(match)
    .map(([name, value]) => `${name} eq ${JSON.stringify(value)}`)
    .join(" and ");
}
