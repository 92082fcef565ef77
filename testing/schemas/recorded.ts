import { readFileSync } from "node:fs";
import type { SourceId } from "../../facts/sources.ts";
import type { ValidatedKind } from "../../schemas/validate.ts";
import type { Version } from "../../schemas/version.ts";

/** A discovery document as Slack returned it. */
interface RecordedDocument {
  readonly version: Version;
  readonly kind: ValidatedKind;
  /** Path and query below the base URL of the version. */
  readonly path: string;
  readonly file: string;
  readonly source: SourceId;
  /** The file in the source's repository. */
  readonly where: string;
  /** When it was recorded. */
  readonly date: string;
}

/** The documents of `schemas/fixtures/recorded`, with their sources. They are observations. */
export const recordedDocuments = [
  {
    version: "1.1",
    kind: "schema",
    path: "/Schemas/Users",
    file: "v1.1-schemas-users-2019.json",
    source: "go-slack-scimapi",
    where: "scim/user_schema_test.go",
    date: "2019-05-14",
  },
  {
    version: "1.1",
    kind: "schema",
    path: "/Schemas/Groups",
    file: "v1.1-schemas-groups-2019.json",
    source: "go-slack-scimapi",
    where: "scim/group_schema_test.go",
    date: "2019-05-14",
  },
  {
    version: "1.1",
    kind: "service-provider-config",
    path: "/ServiceProviderConfigs",
    file: "v1.1-service-provider-configs-2019.json",
    source: "go-slack-scimapi",
    where: "scim/service_provider_config_test.go",
    date: "2019-05-14",
  },
  {
    version: "2.0",
    kind: "schema-list",
    path: "/Schemas",
    file: "v2.0-schemas-2024.json",
    source: "connector-scim2",
    where: "recorded answer of GET /Schemas",
    date: "2024-08",
  },
  {
    version: "2.0",
    kind: "resource-type-list",
    path: "/ResourceTypes",
    file: "v2.0-resource-types-2025.json",
    source: "connector-scim2",
    where: "Scim2SlackConnectorTest",
    date: "2025-03",
  },
] as const satisfies readonly RecordedDocument[];

type RecordedFile = (typeof recordedDocuments)[number]["file"];

/** The text of a recorded document. */
export function recordedText(file: RecordedFile): string {
  return readFileSync(new URL(`../../schemas/fixtures/recorded/${file}`, import.meta.url), "utf8");
}
