import type { Evidence } from "../fact.ts";
import type { FactId } from "../index.ts";

export type Version = "1.1" | "2.0";

/**
 * What a body or an answer holds. In a string `{{name}}` stands for what an earlier answer gave for
 * this name (`takes`), or for a word of the flow; a string that is only `{{name}}` stands for the
 * whole value, which may be an object. Names of members may hold it too.
 */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [member: string]: Json };

/** A status: the same in each version of the flow, or one for each. */
export type ByVersion<T> = T | Readonly<Record<Version, T>>;

/**
 * What an answer must hold: each member that is named, whatever else there is. An array has exactly
 * the elements that are named, in this order.
 */
interface ExpectedAnswer {
  status: ByVersion<number>;
  holds?: Json;
}

/** What a read shows after the step; the status is 200 unless it says another one. */
export interface StateAfter {
  path: string;
  status?: number;
  holds?: Json;
}

export interface Step {
  /** What the client does with it, as a short sentence without a full stop. */
  does: string;
  /** Where a flow uses both versions: the one of this request. */
  version?: Version;
  /** A step of this version alone; the other version goes without. */
  only?: Version;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below the base URL of the version. */
  path: string;
  body?: Json;
  answer: ExpectedAnswer;
  /** Placeholders for later steps: a JSON pointer into the answer for each name. */
  takes?: Readonly<Record<string, string>>;
  after?: readonly StateAfter[];
  /** No source shows the form of this request: it is what the documentation of both sides allows. */
  assumed?: true;
}

/**
 * How the requests are known: recorded from the unchanged client, published by its vendor, read in
 * its code or in a log that its users show, or put together from descriptions.
 */
type Basis = "recorded" | "published" | "read" | "described";

/** The requests of one client in their order, with the answers and the state that they lead to. */
export interface Flow {
  /** Permanent, such as `okta-2.0`. */
  id: string;
  /** The client, for a person. */
  client: string;
  /** The flow is replayed in each; one that mixes both names the version at each step, and is replayed once. */
  versions: readonly Version[];
  basis: Basis;
  /** With the place and the date. */
  sources: readonly (Evidence & { date: string })[];
  facts: readonly FactId[];
  /** Headers of each request, beside `Authorization`. `Content-Type` is sent with a body. */
  headers?: Readonly<Record<string, string>>;
  /** Words that differ between the versions, such as URNs. */
  words?: Readonly<Record<Version, Readonly<Record<string, string>>>>;
  steps: readonly Step[];
}
