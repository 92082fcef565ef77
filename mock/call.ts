import type { JsonObject } from "../schemas/json-value.ts";
import type { Version } from "../schemas/version.ts";
import type { Defects } from "./faults/defects.ts";
import type { Organization } from "./organization/organization.ts";
import type { Group, User } from "./organization/types.ts";
import type { MockSettings } from "./settings.ts";

/** The operation of a request, independent of its version. */
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

/** One request in the mock. Faults may change every member that is not `readonly`. */
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
  /** Base URL of this version, such as `http://127.0.0.1:3000/scim/v1`, without a trailing slash. */
  readonly baseUrl: string;
  readonly organization: Organization;
  /** Settings, defects and hooks in force for this version. */
  readonly rules: VersionRules;
}

/** How a fault disturbs the transport of a response. */
interface TransportFault {
  /** Milliseconds before anything is sent. */
  delayMs?: number;
  /** Closes the connection after that many bytes of the body. */
  cutAfter?: number;
  /** Sends this text instead of the body as JSON. */
  text?: string;
}

/** A response. `body` undefined means an empty body. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: JsonObject | undefined;
  transport?: TransportFault;
}

/** A group on its way into the store. */
export interface GroupDraft {
  displayName: string;
  members: Set<string>;
}

/** Where a fault can reach in. A hook changes what it is given, in place. */
export interface FaultHooks {
  readonly settings?: Partial<MockSettings>;
  readonly defects?: Partial<Defects>;
  /** Before authentication. */
  readonly request?: (call: Call) => void;
  /** After the rules, before a user is stored. `before` is undefined on create. */
  readonly storeUser?: (draft: User, before: User | undefined, call: Call) => void;
  readonly storeGroup?: (draft: GroupDraft, before: Group | undefined, call: Call) => void;
  /** Every user that is written out, alone or in a list. */
  readonly user?: (resource: JsonObject, call: Call) => void;
  readonly group?: (resource: JsonObject, call: Call) => void;
  /** Every answer, errors too. */
  readonly answer?: (answer: Answer, call: Call) => void;
}

type HookName = "request" | "storeUser" | "storeGroup" | "user" | "group" | "answer";

/** Everything that decides how one version behaves. A hook is undefined where no fault uses it. */
export interface VersionRules extends Pick<FaultHooks, HookName> {
  /** By which each response says that it is the mock's. */
  readonly mark: string;
  readonly settings: Readonly<MockSettings>;
  readonly defects: Readonly<Defects>;
}
