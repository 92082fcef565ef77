/** Where a request was read: a file as it was named on the command line, and a 1-based line or index. */
interface Source {
  readonly file: string;
  readonly entry: number;
}

/** One recorded answer. */
export interface RecordedAnswer {
  readonly status: number;
  /** Parsed JSON; undefined without a body, or where it was not recorded or is not JSON. */
  readonly body?: unknown;
}

/** One recorded 1.1 request, as the readers of every format give it. */
export interface RecordedRequest {
  readonly source: Source;
  /** Empty where an entry is too broken to tell. */
  readonly method: string;
  /** With the query, without the host, as recorded: `/scim/v1/Users?count=5`. Empty where it cannot be read. */
  readonly path: string;
  /** Lower-case names; only those that decide the meaning: `content-type`, `x-http-method-override`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined without a body. */
  readonly body?: unknown;
  /**
   * Why the request cannot be read: a body that is not JSON, or that was not recorded in full; a broken entry.
   * A short sentence that holds nothing of the content.
   */
  readonly unreadable?: string;
  readonly answer?: RecordedAnswer;
}
