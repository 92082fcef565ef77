import type { ExampleRequest } from "../../schemas/index.ts";
import { curlCredentials, inQuotes } from "../../schemas/shell.ts";
import type { Version } from "../../schemas/version.ts";
import { type LessonTarget, shellBaseUrl } from "./lesson-target.ts";

/** The media type of a body, where the example names none. */
const bodyType = ["Content-Type", "application/json"] as const;

/** An example as the text of HTTP, with its query as it reads before percent-encoding. */
export function httpText(example: ExampleRequest, baseUrl: string): string {
  const path = URL.canParse(baseUrl) ? new URL(baseUrl).pathname.replace(/\/$/, "") : "";
  const head = [`${example.method} ${path}${example.path}`, ...headersOf(example).map(headerText)];
  return head.join("\n") + (example.body === undefined ? "" : `\n\n${bodyOf(example)}`);
}

/**
 * An example as a command for a POSIX shell. The credentials are not in it: the shell takes them
 * from the environment, and the address too where that of the run is gone.
 */
export function curlText(example: ExampleRequest, target: LessonTarget, version: Version): string {
  const base = shellBaseUrl(target, version).replace(/\/$/, "");
  const path = encodedPath(example.path);
  const url = target.isGone ? `"${base}"${inQuotes(path)}` : inQuotes(`${base}${path}`);
  const method = example.method === "GET" ? "" : `-X ${example.method} `;
  const headers = headersOf(example);
  const hasToken = headers.some(([name]) => name.toLowerCase() === "authorization");
  return [
    `curl -i ${method}${url}`,
    ...(hasToken ? [] : [curlCredentials(target.variables).join(" ")]),
    ...headers.map((header) => `-H ${inQuotes(headerText(header))}`),
    ...(example.body === undefined ? [] : [`--data-binary ${inQuotes(bodyOf(example))}`]),
  ].join(" \\\n  ");
}

function headersOf({ headers = {}, body }: ExampleRequest): (readonly [string, string])[] {
  const given = Object.entries(headers);
  const hasType = given.some(([name]) => name.toLowerCase() === "content-type");
  return body === undefined || hasType ? given : [bodyType, ...given];
}

const headerText = ([name, value]: readonly [string, string]) => `${name}: ${value}`;

const bodyOf = ({ body }: ExampleRequest) => JSON.stringify(body, null, 2);

/** A path and a query that were written without percent-encoding, as a URL has them. */
function encodedPath(path: string): string {
  const at = path.indexOf("?");
  if (at < 0) return encodeURI(path);
  // An ampersand within a value is not followed by a name and `=`.
  const parts = path.slice(at + 1).split(/&(?=[A-Za-z]\w*=)/);
  const query = parts.map((part) => {
    const [name = "", ...value] = part.split("=");
    return `${encodeURIComponent(name)}=${encodeURIComponent(value.join("="))}`;
  });
  return `${encodeURI(path.slice(0, at))}?${query.join("&")}`;
}
