import { proxyFailure } from "./proxy.ts";

export type TransportFailure = "unreachable" | "timeout" | "aborted" | "too-large" | "broken";

/**
 * No usable HTTP response arrived: the connection was refused, broken, timed out or aborted, or the
 * response was larger than allowed. An HTTP error status is never a TransportError.
 */
export class TransportError extends Error {
  override readonly name = "TransportError";
  readonly kind: TransportFailure;
  /** The exchange that was recorded for the last attempt. */
  readonly exchangeId: string | undefined;

  constructor(kind: TransportFailure, message: string, exchangeId?: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.exchangeId = exchangeId;
  }
}

const kinds: Record<string, TransportFailure> = {
  UND_ERR_CONNECT_TIMEOUT: "timeout",
  UND_ERR_HEADERS_TIMEOUT: "timeout",
  UND_ERR_BODY_TIMEOUT: "timeout",
  UND_ERR_ABORTED: "aborted",
  UND_ERR_RES_EXCEEDED_MAX_SIZE: "too-large",
  ECONNREFUSED: "unreachable",
  ENOTFOUND: "unreachable",
  EAI_AGAIN: "unreachable",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
};

/**
 * Explains why undici could not deliver a response.
 * @param proxy the proxy in use, if any
 */
export function describeTransportFailure(
  error: unknown,
  proxy?: string,
): { kind: TransportFailure; why: string } {
  const byProxy = proxyFailure(error, proxy);
  if (byProxy !== undefined) return { kind: "unreachable", why: byProxy };
  if (error instanceof Error && (error.name === "AbortError" || error.name === "TimeoutError")) {
    const kind = error.name === "TimeoutError" ? "timeout" : "aborted";
    return { kind, why: kind === "timeout" ? "no response in time" : "aborted" };
  }
  const code = codeOf(error);
  const kind = kinds[code] ?? "broken";
  const words: Record<TransportFailure, string> = {
    unreachable: `cannot connect (${code})`,
    timeout: `no response in time (${code})`,
    aborted: "aborted",
    "too-large": "the response is larger than allowed",
    broken: `the connection broke (${code === "" ? String(error) : code})`,
  };
  return { kind, why: words[kind] };
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause) : "";
}
