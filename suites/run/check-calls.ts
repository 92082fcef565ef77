import type { CallOptions, JsonObject, ResourceCalls, Version } from "../../client/index.ts";

/** How a single call of a check departs from the ordinary, mostly to provoke a rejection. */
export interface CheckCallOptions extends CallOptions {
  /**
   * Replaces the client's credentials: `none` sends no Authorization header, `wrong` sends
   * credentials of the same scheme that belong to no one, `other-scheme` does so with the other
   * scheme; a value is sent as a bearer token.
   */
  token?: "none" | "wrong" | "other-scheme" | { value: string };
  /** Replaces the call's own method, as a client does that overrides methods with a header. */
  method?: string;
  /** Encodes the body for another version, as a client that was not migrated does. */
  encodeAs?: Version;
  /** Changes the encoded body before it is sent. */
  change?: (body: JsonObject) => unknown;
  /** Sent unchanged instead of the encoded body. */
  rawBody?: string | Uint8Array;
}

/** The calls that checks make on a type of resource. */
export type CheckCalls<T> = ResourceCalls<T, CheckCallOptions>;
