/** One attempt of a request as it went over the wire, before redaction. */
export interface Attempt {
  startedAt: Date;
  durationMs: number;
  attempt: number;
  request: { method: string; url: string; headers: Record<string, string>; body?: string };
  response?: {
    status: number;
    headers: Record<string, string>;
    body: string;
    /** The body as JSON, read once for all; without it, the gate reads the body. */
    json?: () => unknown;
  };
  error?: string;
}
