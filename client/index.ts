export type { JsonObject } from "../schemas/json-value.ts";
export { type Version, versions } from "../schemas/version.ts";
export { decodeObject } from "./answer.ts";
export type {
  BulkJob,
  BulkOperation,
  CallOptions,
  PatchOptions,
  ResourceCalls,
  SearchOptions,
} from "./calls.ts";
export {
  type ListPage,
  type Outcome,
  type ScimErrorBody,
  ScimRequestError,
  unwrap,
} from "./outcome.ts";
export type { Profile } from "./profile.ts";
export type { ScimRequest } from "./request.ts";
export { ScimClient, type ScimClientOptions } from "./scim-client.ts";
export type { Clock } from "./transport/clock.ts";
export {
  type BasicCredentials,
  type Credentials,
  hiddenOf,
} from "./transport/credentials.ts";
export { hiddenOfClient } from "./transport/hidden.ts";
export { isLoopback } from "./transport/loopback.ts";
export { checkedProxies } from "./transport/proxy.ts";
export { type LimitName, limitNames, pacedLimit } from "./transport/rate-limits.ts";
export type { ExchangeSink } from "./transport/recorder.ts";
export { Redaction } from "./transport/redaction.ts";
export { isPathSegment, pathBelow } from "./transport/safe-path.ts";
export { createGateState } from "./transport/shared-limits.ts";
export { createTenantGate, type KeptLimits, type TenantGate } from "./transport/tenant-gate.ts";
export { TransportError, type TransportFailure } from "./transport/transport-error.ts";
export type { ListedResource, WalkedPage, WalkOptions } from "./walk.ts";
