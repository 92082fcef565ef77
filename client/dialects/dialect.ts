import type { NeutralGroup, NeutralUser, PatchForm, PatchIntent } from "../../schemas/index.ts";
import type { JsonObject } from "../../schemas/json-value.ts";
import type { Version } from "../../schemas/version.ts";

/** How one version writes an intent on the wire: paths, URNs, body shapes. */
export interface Dialect {
  readonly version: Version;
  readonly mediaType: string;
  /** Paths below the base URL. */
  readonly paths: {
    readonly users: string;
    readonly groups: string;
    readonly serviceProviderConfig: string;
    readonly schemas: string;
    /** SCIM 1.1 has no such endpoint; this is the path of 2.0. */
    readonly resourceTypes: string;
    readonly bulk: string;
  };
  /** What `schemas` of a bulk job holds: SCIM 1.1 §3.5, RFC 7644 §3.7. */
  readonly bulkUrn: string;
  /** The name that `/Schemas/{name}` takes: Slack's `Users`, or the standard's URN. */
  schemaName(resource: "User" | "Group"): string;
  encodeUser(user: NeutralUser): JsonObject;
  decodeUser(json: unknown): NeutralUser;
  encodeGroup(group: NeutralGroup): JsonObject;
  /** @param form which of the documented forms is written, where the version has a choice */
  encodePatch(intents: readonly PatchIntent[], form?: PatchForm): JsonObject;
  /** The wire name of an extension block or attribute, as `schemas` and body members use it. */
  readonly urns: {
    readonly user: string;
    readonly group: string;
    readonly enterprise: string;
    readonly guest: string;
    readonly profile: string;
  };
}
