/** Header fields as they were sent, in their order, with repetitions. */
export type Headers = readonly (readonly [name: string, value: string])[];

/** A body as it was sent, or how much of it. */
export interface CapturedBody {
  /** As sent, with its encoding; undefined for one that is too large to keep. */
  readonly bytes: Buffer | undefined;
  readonly size: number;
}

/** What the proxy saw of one request and its answer, not redacted. */
export interface RecordedExchange {
  readonly startedAt: Date;
  /** Until the end of the answer. */
  readonly milliseconds: number;
  readonly request: {
    readonly method: string;
    /** With the query, as the client sent it. */
    readonly path: string;
    readonly httpVersion: string;
    readonly headers: Headers;
    readonly body: CapturedBody;
  };
  /** Undefined where no answer arrived. */
  readonly response:
    | {
        readonly status: number;
        readonly statusText: string;
        readonly headers: Headers;
        readonly body: CapturedBody;
      }
    | undefined;
  /** Why there is no answer, or not all of it: a few words without anything of the exchange. */
  readonly failure: string | undefined;
}

/** The value of a header field; the first one of several. */
export function headerOf(headers: Headers, name: string): string {
  return headers.find(([given]) => given.toLowerCase() === name)?.[1] ?? "";
}
