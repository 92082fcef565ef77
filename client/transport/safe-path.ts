/** A value cannot be encoded as a path segment. */
class UnsafePathError extends Error {
  override readonly name = "UnsafePathError";

  constructor(value: string) {
    super(
      `${JSON.stringify(value)} cannot be sent in the path of a URL: it would address another resource`,
    );
  }
}

/**
 * A value as one segment of a path (RFC 3986 §3.3).
 * @throws UnsafePathError for the empty string, and for `.` and `..` in every spelling: no encoding
 * helps, since URL parsers read `%2e` as a dot (WHATWG URL §4.4), and some proxies decode `%2F` and
 * `%252e` before they remove dots
 */
export function pathSegment(value: string): string {
  // Half of a surrogate pair has no form in UTF-8.
  if (!isPathSegment(value)) throw new UnsafePathError(value);
  return encodeURIComponent(value);
}

/** Whether a value can be sent as one segment of a path: see {@link pathSegment}. */
export function isPathSegment(value: string): boolean {
  return value !== "" && !hasDotSegment(value) && !/\p{Surrogate}/u.test(value);
}

/** Whether a part of a path is `.` or `..`, however often it is decoded. */
export function hasDotSegment(path: string): boolean {
  for (let text = path; ; ) {
    if (text.split(/[/\\]/).some((part) => part === "." || part === "..")) return true;
    const decoded = text.replace(/%(2e|2f|5c|25)/gi, (code) => decodeURIComponent(code));
    if (decoded === text) return false;
    text = decoded;
  }
}

/**
 * The part of a URL from a server below the base URL: `/Users/U1?x=y`. On another host only its path
 * counts: behind a recording proxy a provider writes its own host name.
 * @returns undefined when it lies outside
 */
export function pathBelow(location: string, baseUrl: string): string | undefined {
  const base = new URL(`${baseUrl}/`);
  if (!URL.canParse(location, base.href) || hasDotSegment(location.replace(/[?#].*/s, ""))) {
    return undefined;
  }
  const { origin, pathname, search } = new URL(location, base);
  if (origin === base.origin) {
    return pathname.startsWith(base.pathname)
      ? `/${pathname.slice(base.pathname.length)}${search}`
      : undefined;
  }
  // The last segment is the version; the path before it may be the proxy's.
  const version = base.pathname.split("/").at(-2) ?? "";
  const start = version === "" ? 0 : pathname.lastIndexOf(`/${version}/`);
  return start < 0
    ? undefined
    : `${pathname.slice(start + (version && `/${version}`).length)}${search}`;
}
