import type { PatchIntent } from "../../schemas/index.ts";
import type { Profile } from "../version.ts";
import type { Dialect } from "./dialect.ts";
import { encodeGroup } from "./group-codec.ts";
import { isObject, type JsonObject } from "./json.ts";
import { parsePatchPath } from "./patch-path.ts";
import { urns as allUrns } from "./urns.ts";
import { decodeUser, encodeEnterprise, encodeUser } from "./user-codec.ts";

const urns = allUrns["1.1"];

/** SCIM 1.1 (protocol and core-schema drafts), as Slack serves it at `/scim/v1`. */
export function dialect11(profile: Profile): Dialect {
  return {
    version: "1.1",
    mediaType: "application/json",
    urns,
    paths: {
      users: "/Users",
      groups: "/Groups",
      serviceProviderConfig: "/ServiceProviderConfigs",
      schemas: "/Schemas",
      resourceTypes: "/ResourceTypes",
      bulk: "/Bulk",
      optional: { me: "/Me", root: "/", unknown: "/Nonexistent" },
    },
    bulkUrn: urns.user,
    schemaName: (resource) =>
      profile === "slack" ? `${resource}s` : `urn:scim:schemas:core:1.0:${resource}`,
    encodeUser: (user) => encodeUser(user, urns, "managerId"),
    decodeUser: (json) => decodeUser(json, urns, "managerId"),
    encodeGroup: (group) => encodeGroup(group, urns),
    encodePatch: (_resource, intents) => encodePatch(intents, profile === "slack" ? "." : ":"),
  };
}

/**
 * A partial resource (SCIM 1.1 §3.3.2): what is there is merged, `meta.attributes` names what goes,
 * an entry with `operation: "delete"` is removed.
 *
 * @param separator what joins an extension URN and its attribute in `meta.attributes`: a dot at
 *   Slack (facts §7.2), a colon in SCIM 1.1 §3.8
 */
function encodePatch(intents: readonly PatchIntent[], separator: "." | ":"): JsonObject {
  const schemas = [urns.user];
  const body: JsonObject = { schemas };
  const removals: string[] = [];

  /** The object that a path's attribute lives in: the body or an extension block. */
  const holder = (path: string): JsonObject => {
    const { block } = parsePatchPath(path);
    return block === undefined ? body : member(body, use(urns[block]));
  };
  const use = (urn: string): string => {
    if (!schemas.includes(urn)) schemas.push(urn);
    return urn;
  };
  const append = (path: string, entries: readonly JsonObject[]) => {
    const existing = body[path];
    body[path] = [...(Array.isArray(existing) ? existing : []), ...entries];
  };

  for (const intent of intents) {
    switch (intent.kind) {
      case "set":
        set(holder(intent.path), intent.path, intent.value);
        break;
      case "clear":
        removals.push(removalPath(intent.path, separator, use));
        break;
      case "add":
        append(intent.path, intent.values);
        break;
      case "remove":
        append(intent.path, [{ ...intent.match, operation: "delete" }]);
        break;
      case "replaceValues":
        removals.push(intent.path);
        append(intent.path, intent.values);
        break;
      case "changeValue": {
        // An entry whose `value` stays is merged with the stored one; any other change is a
        // removal and an addition (SCIM 1.1 §3.3.2).
        const changed = { ...intent.match, ...intent.to };
        const same = changed.value === intent.match.value;
        append(intent.path, same ? [changed] : [{ ...intent.match, operation: "delete" }, changed]);
        break;
      }
    }
  }
  if (removals.length > 0) body.meta = { attributes: removals };
  return body;
}

function set(holder: JsonObject, path: string, value: unknown): void {
  const { block, attribute, sub } = parsePatchPath(path);
  if (attribute === undefined) {
    Object.assign(
      holder,
      block === "enterprise" && isObject(value) ? encodeEnterprise(value, "managerId") : value,
    );
  } else if (block === "enterprise" && attribute === "managerId") {
    holder.manager = { managerId: value };
  } else if (sub !== undefined) {
    member(holder, attribute)[sub] = value;
  } else {
    holder[attribute] = value;
  }
}

function removalPath(path: string, separator: string, use: (urn: string) => string): string {
  const { block, attribute } = parsePatchPath(path);
  if (block === undefined) return path;
  const urn = use(urns[block]);
  if (attribute === undefined) return urn;
  return `${urn}${separator}${attribute === "managerId" ? "manager.managerId" : attribute}`;
}

function member(holder: JsonObject, name: string): JsonObject {
  const existing = holder[name];
  if (isObject(existing)) return existing;
  const created: JsonObject = {};
  holder[name] = created;
  return created;
}
