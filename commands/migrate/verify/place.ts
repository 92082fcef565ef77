import type { MigrationRequest } from "../../../schemas/index.ts";
import { isObject } from "../../../schemas/json-value.ts";
import type { Sent } from "./organisation.ts";

const endpoints = "Users|Groups|Schemas|ServiceProviderConfigs?|ResourceTypes|Bulk";
/** The first endpoint of a path: what stands before it is the base path of the recording. */
const endpoint = new RegExp(
  `^([^?#]*?)(/+)(${endpoints})(?=[/?#]|$)(?:/+([^/?#]+))?(?:/*(?:[?#]|$)|(/))`,
  "i",
);

const suffix = /\.(?:json|xml)$/i;

export type Kind = "Users" | "Groups";

/** The endpoint of users or of groups, and the id, that a path such as `/scim/v1/Users/U1?x` leads to. */
export function addressOf(path: string): { kind: Kind | undefined; id: string | undefined } {
  const [, , , name, segment, deeper] = endpoint.exec(path) ?? [];
  // 1.1 of the standard selects a format by a suffix (SCIM 1.1 §3.6).
  const id = segment?.replace(suffix, "");
  const kind = (["Users", "Groups"] as const).find(
    (each) => each.toLowerCase() === name?.toLowerCase(),
  );
  return deeper === undefined ? { kind, id } : { kind: undefined, id: undefined };
}

/** A request with the paths of the organisation, and with its ids for those of the recording. */
export function placed(
  { method, path, body }: MigrationRequest,
  version: "v1" | "v2",
  ids: ReadonlyMap<string, string>,
): Sent {
  const base = endpoint.exec(path)?.[1];
  return {
    method: method.toUpperCase(),
    path: withIds(base === undefined ? path : `/scim/${version}${path.slice(base.length)}`, ids),
    ...(body !== undefined && { body: withIdsIn(body, ids) }),
  };
}

function withIdsIn(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return withIds(value, ids);
  if (Array.isArray(value)) return value.map((one) => withIdsIn(one, ids));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withIdsIn(member, ids)]),
  );
}

/** Whole ids only: `id-1` is no part of `id-10`. */
function withIds(text: string, ids: ReadonlyMap<string, string>): string {
  const exact = ids.get(text);
  if (exact !== undefined) return exact;
  return text.replace(/(?<=[/"'=]|%2[027]|%3D)[^/"'?%&=\s]+/gi, (word) => {
    const id = ids.get(word.replace(suffix, ""));
    return id === undefined ? word : `${id}${suffix.exec(word)?.[0] ?? ""}`;
  });
}
