import type { NeutralGroup, NeutralUser, PatchForm, PatchIntent } from "../schemas/index.ts";
import type { JsonObject } from "../schemas/json-value.ts";
import type { Version } from "../schemas/version.ts";
import type { ListPage, Outcome } from "./outcome.ts";
import type { WalkedPage, WalkOptions } from "./walk.ts";

/** How a single call departs from the ordinary: what the checks of refusals need. */
export interface CallOptions {
  /**
   * In place of the client's credentials: `none` sends no Authorization header, `wrong` sends
   * credentials of the same scheme that nobody has, `other-scheme` such of the other scheme; a value
   * is sent as a bearer token.
   */
  token?: "none" | "wrong" | "other-scheme" | { value: string };
  /** In place of the ordinary one: what a client sends that overrides methods by a header. */
  method?: string;
  /** Added to the ordinary headers; null removes one. */
  headers?: Readonly<Record<string, string | null>>;
  query?: Readonly<Record<string, string>>;
  /** Encodes the body as another version would: what a client that was not migrated sends. */
  encodeAs?: Version;
  /** Changes the encoded body before it is sent. */
  change?: (body: JsonObject) => unknown;
  /** Sent in place of the encoded body, as it is. */
  rawBody?: string | Uint8Array;
}

export interface SearchOptions extends CallOptions {
  filter?: string;
  startIndex?: number;
  count?: number;
}

export interface PatchOptions extends CallOptions {
  /** Which of the forms that a version has for the same intents is sent. Default: the first of each. */
  form?: PatchForm;
}

/** One operation of a bulk job (SCIM 1.1 §3.5, RFC 7644 §3.7). */
export type BulkOperation =
  | { method: "POST"; type: "User"; bulkId: string; resource: NeutralUser }
  | { method: "POST"; type: "Group"; bulkId: string; resource: NeutralGroup }
  | { method: "DELETE"; type: "User" | "Group"; id: string };

export interface BulkJob {
  operations: readonly BulkOperation[];
  /** After how many errors the provider stops; absent: never. */
  failOnErrors?: number;
}

/** The calls that a type of resource has in both versions. */
export interface ResourceCalls<T> {
  search(options?: SearchOptions): Promise<Outcome<ListPage<T>>>;
  /** The same by POST of `/.search` (RFC 7644 §3.4.3); `query` holds further members of the request. */
  searchByPost(options?: SearchOptions): Promise<Outcome<ListPage<T>>>;
  /** The whole list, page by page: see {@link walkPages}. */
  walk(options?: WalkOptions): AsyncGenerator<WalkedPage<T>, void, undefined>;
  read(id: string, options?: CallOptions): Promise<Outcome<T>>;
  create(resource: T, options?: CallOptions): Promise<Outcome<T>>;
  patch(id: string, intents: readonly PatchIntent[], options?: PatchOptions): Promise<Outcome<T>>;
  replace(id: string, resource: T, options?: CallOptions): Promise<Outcome<T>>;
  delete(id: string, options?: CallOptions): Promise<Outcome<undefined>>;
}
