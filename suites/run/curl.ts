import type { CredentialVariables, Exchange } from "../../schemas/index.ts";
import { curlCredentials, inQuotes } from "../../schemas/shell.ts";

/** Headers that curl sets itself, or that belong to one connection. */
const ownHeaders: ReadonlySet<string> = new Set([
  "authorization",
  "connection",
  "content-length",
  "host",
  "transfer-encoding",
]);

/**
 * The request of an exchange as a command for a POSIX shell. The credentials are not in it: the
 * shell takes them from the environment.
 */
export function asCurl({ request }: Exchange, variables: CredentialVariables): string {
  const { method, url, headers, body } = request;
  // Curl would otherwise wait for the body of a HEAD, and give meaning to brackets in a URL.
  const how = method === "HEAD" ? ["-I"] : ["-i", "-X", method];
  const parts = ["curl", "-g", ...how, inQuotes(url)];
  for (const [name, value] of Object.entries(headers)) {
    if (!ownHeaders.has(name.toLowerCase())) parts.push("-H", inQuotes(`${name}: ${value}`));
  }
  if (headers.authorization !== undefined) parts.push(...curlCredentials(variables));
  if (body) {
    // Without this, curl names another type.
    if (headers["content-type"] === undefined) parts.push("-H", inQuotes("content-type:"));
    // Not --data, which reads a file where the body begins with @.
    parts.push("--data-raw", inQuotes(body));
  }
  return parts.join(" ");
}
