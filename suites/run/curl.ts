import type { Exchange } from "../../schemas/index.ts";
import { inQuotes } from "../../schemas/shell.ts";

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
 * shell takes them from `SLACK_SCIM_TOKEN`, or from `SCIM_USERNAME` and `SCIM_PASSWORD`.
 */
export function asCurl({ request }: Exchange): string {
  const parts = ["curl", "-i", "-X", request.method, inQuotes(request.url)];
  for (const [name, value] of Object.entries(request.headers)) {
    if (!ownHeaders.has(name.toLowerCase())) parts.push("-H", inQuotes(`${name}: ${value}`));
  }
  const { authorization = "" } = request.headers;
  if (/^bearer\b/i.test(authorization)) {
    parts.push("-H", '"Authorization: Bearer $SLACK_SCIM_TOKEN"');
  } else if (/^basic\b/i.test(authorization)) {
    parts.push("-u", '"$SCIM_USERNAME:$SCIM_PASSWORD"');
  }
  if (request.body) parts.push("--data-binary", inQuotes(request.body));
  return parts.join(" ");
}
