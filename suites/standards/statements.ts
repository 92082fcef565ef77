import { rfc7643Attributes } from "./rfc7643-attributes.ts";
import { rfc7643Discovery } from "./rfc7643-discovery.ts";
import { rfc7643Resources } from "./rfc7643-resources.ts";
import { rfc7643UsersAndGroups } from "./rfc7643-users-and-groups.ts";
import { rfc7644Basics } from "./rfc7644-basics.ts";
import { rfc7644DeleteBulkAndFormats } from "./rfc7644-delete-bulk-and-formats.ts";
import { rfc7644ErrorsAndVersions } from "./rfc7644-errors-and-versions.ts";
import { rfc7644PatchOperations } from "./rfc7644-patch-operations.ts";
import { rfc7644PutAndPatch } from "./rfc7644-put-and-patch.ts";
import { rfc7644Queries } from "./rfc7644-queries.ts";
import { rfc7644SortingAndPaging } from "./rfc7644-sorting-and-paging.ts";
import { scim11ProtocolBasics } from "./scim-1.1-protocol-basics.ts";
import { scim11ProtocolBulkAndFormats } from "./scim-1.1-protocol-bulk-and-formats.ts";
import { scim11ProtocolChanges } from "./scim-1.1-protocol-changes.ts";
import { scim11ProtocolQueries } from "./scim-1.1-protocol-queries.ts";
import { scim11SchemaResources } from "./scim-1.1-schema-resources.ts";
import { scim11SchemaStructure } from "./scim-1.1-schema-structure.ts";
import type { Statement } from "./statement.ts";

/** Every statement of SCIM 1.1: its protocol and its core schema. */
export const scim11: readonly Statement[] = [
  ...scim11ProtocolBasics,
  ...scim11ProtocolQueries,
  ...scim11ProtocolChanges,
  ...scim11ProtocolBulkAndFormats,
  ...scim11SchemaStructure,
  ...scim11SchemaResources,
];

/** Every statement of SCIM 2.0: RFC 7643 and RFC 7644. */
export const scim20: readonly Statement[] = [
  ...rfc7643Attributes,
  ...rfc7643Resources,
  ...rfc7643UsersAndGroups,
  ...rfc7643Discovery,
  ...rfc7644Basics,
  ...rfc7644Queries,
  ...rfc7644SortingAndPaging,
  ...rfc7644PutAndPatch,
  ...rfc7644PatchOperations,
  ...rfc7644DeleteBulkAndFormats,
  ...rfc7644ErrorsAndVersions,
];

const statements = new Map([...scim11, ...scim20].map((statement) => [statement[0], statement]));

/** The statement with this id. An unknown id is a mistake in a requirement, and throws. */
export function statementOf(id: string): Statement {
  const statement = statements.get(id);
  if (statement === undefined) throw new Error(`no statement of the standards has the id ${id}`);
  return statement;
}
