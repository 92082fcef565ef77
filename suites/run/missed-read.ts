import type { Exchange } from "../../schemas/index.ts";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";

/** The path of a user or a group, with its type and its id. */
const resource = /\/(Users|Groups)\/([^/?#]+)(?:[?#]|$)/i;

export type Read = "user" | "group";

/**
 * What a read asked for, where its response is a success and does not show it: another user or group,
 * or none. Nothing can be concluded from such a read.
 */
export function missedRead({ request, response }: Exchange): Read | undefined {
  const { status = 0, body = "", truncated } = response ?? {};
  if (request.method !== "GET" || status < 200 || status >= 300 || truncated) return undefined;
  const [, type = "", asked = ""] = resource.exec(request.url) ?? [];
  if (asked === "" || shows(parsed(body), decoded(asked))) return undefined;
  return /^u/i.test(type) ? "user" : "group";
}

/**
 * Whether a body is the user or group with an id. Other rules test whether it has an id, and in which
 * letter case.
 */
export function shows(body: unknown, id: string): body is JsonObject {
  if (!isObject(body)) return false;
  return typeof body.id !== "string" || body.id.toLowerCase() === id.toLowerCase();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
