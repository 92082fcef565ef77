import type { NeutralGroup, NeutralUser, PatchForm, PatchIntent } from "../schemas/index.ts";
import type { ListPage, Outcome } from "./outcome.ts";
import type { WalkedPage, WalkOptions } from "./walk.ts";

/** Options of a single call. */
export interface CallOptions {
  /** Added to the client's headers; replaces those of the same name; null removes one. */
  headers?: Readonly<Record<string, string | null>>;
  query?: Readonly<Record<string, string>>;
}

export interface SearchOptions extends CallOptions {
  filter?: string;
  startIndex?: number;
  count?: number;
}

export interface PatchOptions extends CallOptions {
  /** Which form is sent where a version has several for the same intent. Default: the first of each. */
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

/**
 * The calls that a type of resource has in both versions.
 *
 * @typeParam Options what each call takes besides its own options: see {@link ScimClient}
 */
export interface ResourceCalls<T, Options extends CallOptions = CallOptions> {
  list(options?: SearchOptions & Options): Promise<Outcome<ListPage<T>>>;
  /** The same as `list`, by POST of `/.search` (RFC 7644 §3.4.3); `query` holds further members of the request. */
  search(options?: SearchOptions & Options): Promise<Outcome<ListPage<T>>>;
  /** The whole list, page by page: see `walkPages`. */
  walk(options?: WalkOptions): AsyncGenerator<WalkedPage<T>, void, undefined>;
  get(id: string, options?: Options): Promise<Outcome<T>>;
  create(resource: T, options?: Options): Promise<Outcome<T>>;
  patch(
    id: string,
    intents: readonly PatchIntent[],
    options?: PatchOptions & Options,
  ): Promise<Outcome<T>>;
  replace(id: string, resource: T, options?: Options): Promise<Outcome<T>>;
  delete(id: string, options?: Options): Promise<Outcome<undefined>>;
}
