import type { CallOptions, JsonObject, ResourceCalls, Version } from "../../client/index.ts";

/** How a single call of a check departs from the ordinary, mostly to see it rejected. */
export interface CheckCallOptions extends CallOptions {
  /**
   * In place of the client's credentials: `none` sends no Authorization header, `wrong` sends
   * credentials of the same scheme that belong to no one, `other-scheme` such of the other scheme; a
   * value is sent as a bearer token.
   */
  token?: "none" | "wrong" | "other-scheme" | { value: string };
  /** In place of the call's own: what a client sends that overrides methods by a header. */
  method?: string;
  /** Encodes the body as another version would: what a client that was not migrated sends. */
  encodeAs?: Version;
  /** Changes the encoded body before it is sent. */
  change?: (body: JsonObject) => unknown;
  /** Sent unchanged, in place of the encoded body. */
  rawBody?: string | Uint8Array;
}

/** The calls that checks make on a type of resource. */
export type CheckCalls<T> = ResourceCalls<T, CheckCallOptions>;
