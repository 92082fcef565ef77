import type { Version } from "../../schemas/version.ts";
import type { Answer, Call, Operation, ResourceKind } from "../call.ts";
import { ScimError } from "../errors.ts";
import {
  listResourceTypes,
  listSchemas,
  readConfig,
  readResourceType,
  readSchema,
} from "../operations/discovery.ts";
import {
  createGroup,
  deleteGroup,
  patchGroup,
  readGroup,
  replaceGroup,
} from "../operations/groups.ts";
import { listGroups, listUsers } from "../operations/lists.ts";
import { createUser, deleteUser, patchUser, readUser, replaceUser } from "../operations/users.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A route below a version's base URL (FACT-SERVICE-01). */
export interface Endpoint {
  readonly method: Method;
  readonly path: string;
  readonly operation: Operation;
  readonly resource: ResourceKind;
  readonly run: (call: Call) => Answer;
  /** Readable without a valid token (FACT-AUTH-07). */
  readonly isOpen?: boolean;
}

const users: readonly Endpoint[] = [
  { method: "GET", path: "/Users", operation: "list", resource: "Users", run: listUsers },
  { method: "POST", path: "/Users", operation: "create", resource: "Users", run: createUser },
  { method: "GET", path: "/Users/:id", operation: "read", resource: "Users", run: readUser },
  { method: "PUT", path: "/Users/:id", operation: "replace", resource: "Users", run: replaceUser },
  { method: "PATCH", path: "/Users/:id", operation: "patch", resource: "Users", run: patchUser },
  { method: "DELETE", path: "/Users/:id", operation: "delete", resource: "Users", run: deleteUser },
];

const groups: readonly Endpoint[] = [
  { method: "GET", path: "/Groups", operation: "list", resource: "Groups", run: listGroups },
  { method: "POST", path: "/Groups", operation: "create", resource: "Groups", run: createGroup },
  { method: "GET", path: "/Groups/:id", operation: "read", resource: "Groups", run: readGroup },
  {
    method: "PUT",
    path: "/Groups/:id",
    operation: "replace",
    resource: "Groups",
    run: replaceGroup,
  },
  { method: "PATCH", path: "/Groups/:id", operation: "patch", resource: "Groups", run: patchGroup },
  {
    method: "DELETE",
    path: "/Groups/:id",
    operation: "delete",
    resource: "Groups",
    run: deleteGroup,
  },
];

function discovery(path: string, operation: Operation, run: Endpoint["run"]): Endpoint {
  return { method: "GET", path, operation, resource: "none", run };
}

const plural: Endpoint = {
  ...discovery("/ServiceProviderConfigs", "config", readConfig),
  isOpen: true,
};
const singular: Endpoint = { ...plural, path: "/ServiceProviderConfig" };

/** DIFF-URL-02 INF: v1.1 has the plural only, unless a setting adds the singular. */
const v1Singular: Endpoint = {
  ...singular,
  run(call) {
    if (!call.rules.settings.v1SingularProviderConfig) throw new ScimError("bad_endpoint");
    return readConfig(call);
  },
};

const schemas = [
  discovery("/Schemas", "schemas", listSchemas),
  discovery("/Schemas/:id", "schema", readSchema),
];

const resourceTypes = [
  discovery("/ResourceTypes", "resource-types", listResourceTypes),
  discovery("/ResourceTypes/:id", "resource-type", readResourceType),
];

/** Every endpoint of a version. v1.1 serves the singular config and `/Schemas` by a setting only. */
export const endpointsOf: Readonly<Record<Version, readonly Endpoint[]>> = {
  "1.1": [...users, ...groups, plural, v1Singular, ...schemas],
  "2.0": [...users, ...groups, plural, singular, ...schemas, ...resourceTypes],
};
