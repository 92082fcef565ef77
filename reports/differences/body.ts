import type { Json } from "../../schemas/index.ts";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import type { Version } from "../../schemas/version.ts";

/** Exchanges of shared objects show many differences; the body of each is parsed once. */
const known = new WeakMap<object, { json: Json | undefined }>();

/**
 * The body of a request or a response as JSON; undefined where it is none, or was cut off in the
 * record.
 */
export function bodyOf(message: { body?: string } | undefined): Json | undefined {
  if (message?.body === undefined) return undefined;
  const body = known.get(message) ?? { json: parsed(message.body) };
  known.set(message, body);
  return body.json;
}

function parsed(body: string): Json | undefined {
  try {
    return JSON.parse(body) as Json;
  } catch {
    return undefined;
  }
}

/**
 * The version whose form a body has, by its URNs, or else by what only one version has: operations,
 * or the list of attributes to clear. Undefined where it shows neither.
 */
export function formOf(body: unknown): Version | undefined {
  if (!isObject(body)) return undefined;
  const urns = Array.isArray(body.schemas) ? body.schemas.map(String) : [];
  if (urns.some((urn) => urn.startsWith("urn:ietf:params:scim:"))) return "2.0";
  if (urns.some((urn) => urn.startsWith("urn:scim:schemas:"))) return "1.1";
  if (Array.isArray(body.Operations)) return "2.0";
  return clearedIn(body).length > 0 ? "1.1" : undefined;
}

/** The names in `meta.attributes`: what a PATCH of 1.1 clears. */
export function clearedIn({ meta }: JsonObject): string[] {
  return isObject(meta) && Array.isArray(meta.attributes) ? meta.attributes.map(String) : [];
}

/**
 * A name or a path of SCIM without its URN: `department` of `urn:…:enterprise:2.0:User:department`;
 * of the URN of an extension alone, the extension: `enterprise`.
 */
export function withoutUrn(name: string): string {
  if (!/^urn:/i.test(name)) return name;
  const [, inExtension] =
    /:\d+\.\d+(?::(?:User|Group))?[:.]((?!(?:User|Group)$).+)$/.exec(name) ?? [];
  return inExtension ?? /:extension:(?:.*:)?([^:]+):\d/.exec(name)?.[1] ?? name;
}

/** Whether a path is the URN of an extension alone. */
export function isExtensionUrn(path: string): boolean {
  return /^urn:.*:\d+\.\d+(?::(?:User|Group))?$/i.test(path);
}
