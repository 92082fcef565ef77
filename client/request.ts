import type { JsonObject } from "../schemas/json-value.ts";
import type { Version } from "../schemas/version.ts";
import type { Credentials } from "./transport/credentials.ts";

/** One request of a client, before it is written: what a subclass of ScimClient sends or changes. */
export interface ScimRequest<T> {
  readonly method: string;
  /** Below the base URL, percent-encoded; starts with `/`. */
  readonly path: string;
  /** Replaces the path of the base URL. */
  readonly prefix?: string;
  /** Replaces `query` of the call's options. */
  readonly query?: Readonly<Record<string, string>>;
  /** Replaces the client's credentials; null sends no Authorization header. */
  readonly credentials?: Credentials | null;
  /** The body in the form of a version; without an argument: of the client's version. */
  readonly body?: (version?: Version) => JsonObject;
  /** Sent unchanged instead of `body`. */
  readonly content?: string | Uint8Array;
  /** Reads the JSON of a 2xx response. */
  readonly decode: (json: unknown) => T;
}
