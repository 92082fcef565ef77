import type { Exchange } from "../../schemas/index.ts";

/** Headers that curl sets itself, or that belong to one connection. */
const ownHeaders: ReadonlySet<string> = new Set([
  "authorization",
  "connection",
  "content-length",
  "host",
  "transfer-encoding",
]);

/**
 * The request of an exchange as a command for a POSIX shell. The token is not in it: the shell takes
 * it from the variable that the run took it from.
 */
export function asCurl({ request }: Exchange, tokenVariable: string): string {
  const parts = ["curl", "-i", "-X", request.method, quoted(request.url)];
  for (const [name, value] of Object.entries(request.headers)) {
    if (!ownHeaders.has(name.toLowerCase())) parts.push("-H", quoted(`${name}: ${value}`));
  }
  if (Object.keys(request.headers).some((name) => name.toLowerCase() === "authorization")) {
    parts.push("-H", `"Authorization: Bearer $${tokenVariable}"`);
  }
  if (request.body) parts.push("--data-binary", quoted(request.body));
  return parts.join(" ");
}

/** Between single quotes a shell reads nothing; one of these in the text ends and reopens them. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
