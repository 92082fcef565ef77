import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import { type DueError, due } from "../errors.ts";
import { type BrokenRule, type Flaw, having, type RequestMutation, without } from "./mutation.ts";

const PAYLOAD = "invalid_request_payload";
const FORMAT = "invalid_attribute_format";
const SCHEMAS = "missing_schema_element";

function firstOperation(change: (operation: JsonObject) => unknown): (body: unknown) => unknown {
  return (body) => {
    if (!isObject(body) || !Array.isArray(body.Operations)) return body;
    const [first, ...others] = body.Operations;
    return { ...body, Operations: [isObject(first) ? change(first) : first, ...others] };
  };
}

function inSecond(
  name: string,
  flaw: Flaw,
  breaks: BrokenRule | undefined,
  mutate: (body: unknown) => unknown,
  error: DueError,
): RequestMutation {
  return {
    name,
    flaw,
    kind: "patch",
    ...(breaks ? { breaks } : {}),
    mutate,
    due: { "2.0": error },
  };
}

/** Rejected by the standard with 400 and a scimType; Slack's code is a guess. */
function standard(scimType: string, section: string): DueError {
  return due([PAYLOAD, FORMAT], "INF", `RFC 7644 §${section}: 400 ${scimType}`);
}

const OPERATIONS = "/Operations";
const FIRST = "/Operations/0";

/**
 * Invalid bodies of PATCH. Those of v2.0 change a PatchOp with at least one operation, those of v1.1
 * a partial resource.
 */
export const patchMutations: readonly RequestMutation[] = [
  {
    name: "no schemas",
    flaw: "missing",
    kind: "patch",
    breaks: { path: "", rule: "required" },
    mutate: without("schemas"),
    due: {
      "2.0": due([SCHEMAS], "DOC", "a request without schemas is rejected"),
    },
  },
  inSecond(
    "no Operations",
    "missing",
    { path: "", rule: "required" },
    without("Operations"),
    standard("invalidSyntax", "3.5.2"),
  ),
  inSecond(
    "Operations as an object",
    "wrong type",
    { path: OPERATIONS, rule: "type" },
    (body) =>
      isObject(body) && Array.isArray(body.Operations)
        ? { ...body, Operations: body.Operations[0] }
        : body,
    standard("invalidSyntax", "3.5.2"),
  ),
  inSecond(
    "an operation without op",
    "missing",
    { path: FIRST, rule: "required" },
    firstOperation(({ op: _, ...others }) => others),
    standard("invalidSyntax", "3.5.2"),
  ),
  inSecond(
    "an unknown operation",
    "unknown",
    { path: `${FIRST}/op`, rule: "format" },
    firstOperation((operation) => ({ ...operation, op: "move" })),
    standard("invalidSyntax", "3.5.2"),
  ),
  inSecond(
    "a path with an open bracket",
    "wrong type",
    { path: `${FIRST}/path`, rule: "format" },
    firstOperation((operation) => ({ ...operation, path: 'emails[value eq "a"' })),
    standard("invalidPath", "3.5.2"),
  ),
  inSecond(
    "a path as a number",
    "wrong type",
    { path: `${FIRST}/path`, rule: "type" },
    firstOperation((operation) => ({ ...operation, path: 7 })),
    standard("invalidPath", "3.5.2"),
  ),
  inSecond(
    "an unknown path",
    "unknown",
    undefined,
    firstOperation((operation) => ({ ...operation, path: "favouriteColour" })),
    due([PAYLOAD, FORMAT], "INF", "an example of Slack's removes an unknown path and succeeds"),
  ),
  inSecond(
    "add without value",
    "missing",
    { path: FIRST, rule: "required" },
    firstOperation(() => ({ op: "add", path: "title" })),
    standard("invalidValue", "3.5.2.1"),
  ),
  inSecond(
    "remove without path",
    "missing",
    { path: FIRST, rule: "required" },
    firstOperation(() => ({ op: "remove" })),
    standard("noTarget", "3.5.2.2"),
  ),
  inSecond(
    "the URN of a user instead of PatchOp",
    "wrong URN",
    { path: "/schemas", rule: "contains" },
    having("schemas", ["urn:ietf:params:scim:schemas:core:2.0:User"]),
    due([SCHEMAS, PAYLOAD], "INF", "the effect of a wrong URN is not documented"),
  ),
  inSecond(
    "a partial resource of v1.1",
    "wrong version",
    { path: "", rule: "required" },
    () => ({ schemas: ["urn:scim:schemas:core:1.0"], title: "a" }),
    due([SCHEMAS, PAYLOAD], "INF", "the form of the other version should fail or do nothing"),
  ),
  {
    name: "operations of v2.0",
    flaw: "wrong version",
    kind: "patch",
    breaks: { path: "", rule: "additionalProperties" },
    mutate: () => ({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
      Operations: [{ op: "replace", path: "title", value: "a" }],
    }),
    due: {
      "1.1": due(
        [PAYLOAD, SCHEMAS],
        "INF",
        "the form of the other version should fail or do nothing",
      ),
    },
  },
  {
    name: "meta.attributes as a string",
    flaw: "wrong type",
    kind: "patch",
    breaks: { path: "/meta/attributes", rule: "type" },
    mutate: having("meta", { attributes: "title" }),
    due: { "1.1": due([FORMAT, PAYLOAD], "INF", "not documented, not observed") },
  },
  {
    name: "an unknown operation on a value",
    flaw: "unknown",
    kind: "patch",
    breaks: { path: "/roles/0/operation", rule: "const" },
    mutate: having("roles", [{ value: "a", operation: "move" }]),
    due: { "1.1": due([FORMAT, "roles_invalid", PAYLOAD], "INF", "only delete is defined") },
  },
  {
    name: "a manager without managerId",
    flaw: "missing",
    kind: "patch",
    breaks: { path: "/urn:scim:schemas:extension:enterprise:1.0/manager", rule: "required" },
    mutate: (body) => ({
      ...(isObject(body) ? body : {}),
      schemas: ["urn:scim:schemas:core:1.0", "urn:scim:schemas:extension:enterprise:1.0"],
      "urn:scim:schemas:extension:enterprise:1.0": { manager: {} },
    }),
    due: {
      "1.1": due(["improper_enterprise_schema_format"], "DOC", "a manager needs its managerId"),
    },
  },
  inSecond(
    "a manager without managerId",
    "missing",
    undefined,
    firstOperation(() => ({
      op: "add",
      path: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
      value: { manager: {} },
    })),
    due(["improper_enterprise_schema_format"], "DOC", "a manager needs its managerId"),
  ),
  {
    name: "truncated JSON",
    flaw: "malformed JSON",
    kind: "patch",
    mutate: (body) => JSON.stringify(body).slice(0, -2),
    due: {
      "1.1": due([PAYLOAD, SCHEMAS], "INF", "the error code is not known"),
      "2.0": standard("invalidSyntax", "3.12"),
    },
  },
];
