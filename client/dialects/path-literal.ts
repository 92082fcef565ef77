/**
 * A value as the filter of a PATCH path compares it: a JSON string (RFC 7644 §3.4.2.2). Brackets are escaped, so that
 * a server that looks for the end of the filter does not find it inside the value.
 */
export function pathLiteral(value: unknown): string {
  return JSON.stringify(value).replaceAll("[", "\\u005b").replaceAll("]", "\\u005d");
}
