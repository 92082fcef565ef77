import { isObject } from "../../schemas/json-value.ts";
import type { Gate } from "./gate.ts";
import type { Traffic } from "./traffic.ts";

/** A longer path is cut: a line must stay readable. */
const longest = 300;

/**
 * One line of a request: method, path, status and, of an error, its code: `POST /scim/v2/Users 409
 * username_taken`. A `-` stands for what the request or the answer does not have.
 */
export function logLine({ request, response }: Traffic, gate: Gate): string {
  const path = gate.text(pathOf(request.url));
  const shown = path.length > longest ? `${path.slice(0, longest)}…` : path;
  const parts = [request.method || "-", escaped(shown) || "-", String(response.status)];
  if (response.status >= 400) parts.push(escaped(gate.text(codeOf(response.body))) || "-");
  return parts.join(" ");
}

/** The path of an absolute URL, as it was sent. */
function pathOf(url: string): string {
  const [path = ""] = url.replace(/^[a-z]+:\/\/[^/?]*/i, "").split("?", 1);
  return path;
}

/** The first word of what an error says: Slack's code, in either version (FACT-ERROR-01, FACT-ERROR-03). */
function codeOf(body: string): string {
  const said = saidBy(body);
  return typeof said === "string" ? (/^[\w.-]{1,80}/.exec(said)?.[0] ?? "") : "";
}

function saidBy(body: string): unknown {
  try {
    const json: unknown = JSON.parse(body);
    if (!isObject(json)) return undefined;
    return isObject(json.Errors) ? json.Errors.description : json.detail;
  } catch {
    return undefined;
  }
}

/** Control characters and all others outside of ASCII would reach the terminal. */
function escaped(text: string): string {
  return text.replace(/[^!-~]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}
