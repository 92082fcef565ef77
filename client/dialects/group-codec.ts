import type { NeutralGroup } from "../../schemas/index.ts";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import { strings } from "./json.ts";
import type { Urns } from "./urns.ts";
import { decodeId, decodeMeta, decodeValue } from "./user-codec.ts";

export function encodeGroup(group: NeutralGroup, urns: Urns): JsonObject {
  return { schemas: [urns.group], ...group };
}

/** Reads a version's group resource. Members of the wrong type are left out. */
export function decodeGroup(json: unknown): NeutralGroup {
  if (!isObject(json)) return {};
  const group: NeutralGroup = strings(json, ["displayName", "externalId"]);
  const id = decodeId(json.id);
  if (id !== undefined) group.id = id;
  if (Array.isArray(json.members)) group.members = json.members.map(decodeValue);
  const meta = decodeMeta(json.meta);
  if (meta) group.meta = meta;
  return group;
}
