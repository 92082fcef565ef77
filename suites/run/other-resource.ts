import type { Exchange } from "../../schemas/index.ts";
import { at } from "../json.ts";

/** The path of a user or a group, with its type and its id. */
const resource = /\/(Users|Groups)\/([^/?#]+)(?:[?#]|$)/i;

export type Read = "user" | "group";

/**
 * What a read asked for, where its response is another user or group: nothing can be concluded from it
 * about the one that was asked for. Letter case is not compared: ids in another case are a fault of
 * their own.
 */
export function answeredByAnother({ request, response }: Exchange): Read | undefined {
  if (request.method !== "GET" || response?.status !== 200 || response.truncated) return undefined;
  const [, type = "", asked = ""] = resource.exec(request.url) ?? [];
  if (asked === "") return undefined;
  const id = at(parsed(response.body), "id");
  if (typeof id !== "string" || id.toLowerCase() === decoded(asked).toLowerCase()) return undefined;
  return /^u/i.test(type) ? "user" : "group";
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
