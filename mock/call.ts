import type { JsonObject } from "../schemas/json-value.ts";
import type { Version } from "../schemas/version.ts";
import type { VersionRules } from "./faults/compile.ts";
import type { Organization } from "./organization/organization.ts";

/** What a request asks for, independent of how its version writes it. */
export type Operation =
  | "create"
  | "read"
  | "list"
  | "patch"
  | "replace"
  | "delete"
  | "config"
  | "schemas"
  | "schema"
  | "resource-types"
  | "resource-type"
  | "unknown";

export type ResourceKind = "Users" | "Groups" | "none";

/** One request on its way through the mock. Faults may change every member that is not `readonly`. */
export interface Call {
  readonly version: Version;
  readonly method: string;
  /** Path of the URL, without the query. */
  readonly path: string;
  readonly operation: Operation;
  readonly resource: ResourceKind;
  /** Resource id, schema name or resource-type name of the path; empty without one. */
  id: string;
  query: Record<string, string>;
  /** The parsed body of POST, PUT and PATCH. */
  body: unknown;
  /** The bearer token; `undefined` without the header. */
  token: string | undefined;
  /** Base URL of this version, such as `http://127.0.0.1:3000/scim/v1`, without a slash at the end. */
  readonly baseUrl: string;
  readonly organization: Organization;
  /** Settings, defects and hooks in force for this version. */
  readonly rules: VersionRules;
}

/** Ways in which a fault may ruin the transport of an answer. */
export interface TransportFault {
  /** Milliseconds before anything is sent. */
  delayMs?: number;
  /** Closes the connection after that many bytes of the body. */
  cutAfter?: number;
  /** Sends this text in place of the body's JSON. */
  text?: string;
}

/** What goes back. `body` undefined means an empty body. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: JsonObject | undefined;
  transport?: TransportFault;
}
