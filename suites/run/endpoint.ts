import type { Exchange } from "../../schemas/index.ts";

/**
 * The endpoint of a request, without the resource: `2.0 PATCH /Users/{id}`, `1.1 GET /Users`. The
 * same code of a provider handles all requests to one endpoint.
 * @param path follows the base URL and may have a query
 */
export function endpointOf(version: string, method: string, path: string): string {
  const [kind = "", id] = path
    .replace(/[?#].*$/s, "")
    .split("/")
    .filter((part) => part !== "");
  const item = id === undefined ? "" : id === ".search" ? "/.search" : "/{id}";
  return `${version} ${method} /${kind}${item}`;
}

/** The endpoint of a recorded exchange. @param baseUrl of its version */
export function endpointOfExchange({ version, request }: Exchange, baseUrl: string): string {
  const path = request.url.startsWith(baseUrl) ? request.url.slice(baseUrl.length) : request.url;
  return endpointOf(version, request.method, path);
}

/**
 * Whether a status says that the provider rejected the request, which therefore has no effect. After
 * 5xx it may have one.
 */
export function isRejection(status: number): boolean {
  return status >= 400 && status < 500;
}

/**
 * Whether a status says that the provider failed. 501 does not: it is the deliberate response of a
 * provider that does not support a feature (RFC 7644 §3.12).
 */
export function isServerFailure(status: number): boolean {
  return status >= 500 && status !== 501;
}
