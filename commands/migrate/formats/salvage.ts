import type { Entry } from "./entry.ts";
import { pathOfUrl } from "./url-path.ts";

/** More than this of a broken entry is not looked at, in characters. */
const lookedAt = 2000;

const methodMember =
  /"(?:\w+[._])?(?:http_?)?(?:request_?)?(?:method|verb)"\s*:\s*"([A-Za-z]{1,20})"/i;
const urlMember = /"(?:\w+[._])?(?:http_?)?(?:request_?)?(?:url|uri|path)"\s*:\s*"([^"\\\s]*)/i;
const scimPath = /\/scim\/v\d[^\s"'\\<>]*/;
const requestLine = /\b([A-Z]{3,10}) (\/[^\s"\\]*) HTTP\/\d/;

/**
 * An entry that cannot be read, with its method and its path if they can be recognised: a request
 * of 1.1 must not be lost because the rest of it is broken.
 */
export function salvaged(text: string, entry: number, unreadable: string): Entry {
  const start = text.slice(0, lookedAt);
  const [, lineMethod, linePath] = requestLine.exec(start) ?? [];
  const [, method = lineMethod ?? ""] = methodMember.exec(start) ?? [];
  const url = urlMember.exec(start)?.[1] ?? linePath ?? scimPath.exec(start)?.[0];
  return {
    entry,
    method,
    path: url === undefined ? "" : pathOfUrl(url),
    unreadable,
    isBroken: true,
  };
}
