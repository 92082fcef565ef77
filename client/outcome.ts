/** A SCIM error of either version, decoded without validation. */
export interface ScimErrorBody {
  /**
   * How the error was wrapped: `errors-object` is what Slack sends in 1.1, `errors-array` what
   * SCIM 1.1 §3.9 says, `error-message` what RFC 7644 §3.12 says, `other` anything else.
   */
  envelope: "errors-object" | "errors-array" | "error-message" | "other";
  /** Slack's error code, the first word of the description: `username_taken`. */
  code: string;
  /** What follows the code in parentheses: `existing_user=U1`. */
  suffix?: string;
  /** The HTTP status as the body repeats it, in the type that it has there. */
  status?: unknown;
  scimType?: unknown;
}

/** A page of resources; counters have the type that the server gave them. */
export interface ListPage<T> {
  totalResults: unknown;
  itemsPerPage: unknown;
  startIndex: unknown;
  resources: T[];
}

/** The result of a call. HTTP error statuses are outcomes, not exceptions. */
export interface Outcome<T> {
  /** Whether the status is 2xx. */
  ok: boolean;
  status: number;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  text: string;
  /** The body as JSON; undefined when it is empty or not JSON. */
  json: unknown;
  /** The decoded resource of a 2xx response that has one. */
  resource: T | undefined;
  /** The decoded error of a 4xx or 5xx response. */
  error: ScimErrorBody | undefined;
  exchangeId: string;
}

/** Thrown by {@link unwrap}. */
export class ScimRequestError extends Error {
  override readonly name = "ScimRequestError";
  readonly status: number;
  readonly error: ScimErrorBody | undefined;

  constructor(status: number, error: ScimErrorBody | undefined) {
    super(
      `HTTP ${status}${error ? `: ${error.code}${error.suffix ? ` (${error.suffix})` : ""}` : ""}`,
    );
    this.status = status;
    this.error = error;
  }
}

/**
 * The resource of an outcome, for callers that expect success.
 * @throws ScimRequestError when the response carries no resource
 */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.resource === undefined) throw new ScimRequestError(outcome.status, outcome.error);
  return outcome.resource;
}
