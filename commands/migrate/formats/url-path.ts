/** A variable of Postman, or of a shell, at the beginning of an address. */
const leadingVariable = /^(?:\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$\w+)/;

/**
 * The path of an address with its query, without scheme, host and fragment: `/scim/v1/Users?count=5`.
 * Hosts without a scheme, and variables in their place, count as hosts.
 */
export function pathOfUrl(url: string): string {
  const trimmed = url.trim().replace(/#.*$/s, "");
  const rest = withoutHost(trimmed);
  return rest.startsWith("/") ? rest : `/${rest}`;
}

function withoutHost(url: string): string {
  const absolute = /^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i.exec(url);
  if (absolute) return url.slice(absolute[0].length);
  const variable = leadingVariable.exec(url);
  if (variable) return url.slice(variable[0].length);
  // `//host/path`; a doubled slash before a path names no host.
  const [, host = ""] = /^(?:\/\/)?([^/?]*)/.exec(url) ?? [];
  const looksLikeHost =
    /^(?:localhost|[^@]*@?[a-z0-9-]+(?:\.[a-z0-9-]+)+|\[[0-9a-f:]+\])(?::\d+)?$/i;
  if (!looksLikeHost.test(host)) return url;
  return url.slice(url.indexOf(host) + host.length);
}

/** Whether a path lies below a base path: `/scim/v1`, and `/scim/v1/Users`, but not `/scim/v10`. */
export function isBelow(path: string, basePath: string): boolean {
  const [before = ""] = path.split("?");
  const plain = `${before.replace(/\/{2,}/g, "/")}/`;
  return plain.includes(`${basePath.replace(/\/+$/, "")}/`);
}
