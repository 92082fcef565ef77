import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { ScimError } from "../../errors.ts";
import type { Organization } from "../../organization/organization.ts";
import { urnsOf } from "../../urns.ts";
import type { Fault } from "../fault.ts";
import { onBody, onRequestBody, planter } from "../plant.ts";

const plant = planter("put");
const replaceUser = { operation: "replace", resource: "Users" } as const;

/** The first user with each external id: they end with the organisation. */
const owners = new WeakMap<Organization, Map<string, string>>();

/** Notes the external id of a user. @returns whether another user already has it */
function takesOthers(externalId: string, user: string, organization: Organization): boolean {
  const known = owners.get(organization) ?? new Map<string, string>();
  owners.set(organization, known);
  const owner = known.get(externalId);
  if (owner === undefined) known.set(externalId, user);
  return owner !== undefined && owner !== user;
}

/** The URNs in `schemas`, also in a nested array. */
function schemasIn({ schemas }: JsonObject): readonly string[] {
  return Array.isArray(schemas) ? schemas.flat().map(String) : [];
}

function refuse(): never {
  throw new ScimError("missing_schema_element");
}

/** Faults in which bodies of a PUT are accepted, and in how they are read. */
export const putFormFaults: readonly Fault[] = [
  plant(
    "schemas-core-not-first-refused",
    "A PUT is rejected when the first entry of `schemas` is not the core schema",
    { v1: ["SCIM11-CS-5.2-03"], v2: ["SCIM20-7643-3-03"] },
    onRequestBody(replaceUser, (body, call) => {
      if (schemasIn(body)[0] !== urnsOf(call.version).user) refuse();
    }),
  ),
  plant(
    "v2-schemas-member-not-first-refused",
    "A PUT is rejected in v2.0 when `schemas` is not the first member of the body",
    { v2: ["SCIM20-7643-2.3-12"] },
    onRequestBody(replaceUser, (body) => {
      if (Object.keys(body)[0] !== "schemas") refuse();
    }),
  ),
  plant(
    "schemas-without-block-refused",
    "A PUT is rejected when `schemas` names an extension that the body does not contain",
    { v1: ["SLACK-PUT-09"], v2: ["SLACK-PUT-09"] },
    onRequestBody(replaceUser, (body) => {
      const isMissing = schemasIn(body).some((urn) => /extension/.test(urn) && !(urn in body));
      if (isMissing) refuse();
    }),
  ),
  plant(
    "v1-nested-schemas-refused",
    "`schemas` as a nested array, as the Python SDK sends it, is rejected in v1.1",
    { v1: ["SLACK-PUT-11"] },
    onRequestBody(replaceUser, (body) => {
      if (Array.isArray(body.schemas) && body.schemas.some(Array.isArray)) refuse();
    }),
  ),
  plant(
    "v1-put-without-schemas-refused",
    "A PUT without `schemas` is rejected in v1.1",
    { v1: ["SLACK-ERROR-03", "DIFF-SCHEMAS-01"] },
    onRequestBody(replaceUser, (body) => {
      if (body.schemas === undefined) refuse();
    }),
  ),
  plant(
    "v2-put-without-schemas-accepted",
    "A PUT without `schemas` is accepted in v2.0",
    { v2: ["SLACK-ERROR-03", "DIFF-SCHEMAS-01"] },
    onRequestBody(replaceUser, (body, call) => {
      body.schemas ??= [urnsOf(call.version).user];
    }),
  ),
  plant(
    "v2-put-null-keeps",
    "A PUT with null or an empty array keeps the old value in v2.0",
    { v2: ["SCIM20-7643-2.5-02", "SCIM20-7644-3.5.1-05", "SCIM20-7643-2.5-01"] },
    {
      storeUser(draft, before, { operation, body }) {
        if (operation !== "replace" || !before || !isObject(body)) return;
        if (body.title === null) draft.title = before.title;
        if (Array.isArray(body.roles) && body.roles.length === 0) draft.role = before.role;
      },
    },
  ),
  plant(
    "v2-external-id-unique",
    "Two users cannot have the same `externalId` in v2.0",
    { v2: ["SCIM20-7643-3.1-11"] },
    {
      storeUser(_draft, before, { body, organization }) {
        const externalId = isObject(body) ? body.externalId : undefined;
        if (!before || typeof externalId !== "string" || externalId === "") return;
        if (takesOthers(externalId, before.id, organization)) {
          throw new ScimError("user_creation_failed");
        }
      },
    },
  ),
  plant(
    "put-answers-id-in-lower-case",
    "The response to a PUT has the id in lower case",
    { v1: ["SCIM11-CS-5.1-03"], v2: ["SCIM20-7643-3.1-03"] },
    onBody(replaceUser, (body) => {
      body.id = String(body.id).toLowerCase();
    }),
  ),
  plant(
    "v2-put-stores-id",
    "A PUT sets the `id` in v2.0",
    { v2: ["SCIM20-7643-7-08", "SCIM20-7644-3.5.1-08"] },
    {
      storeUser(draft, before, { operation, body }) {
        const isSent = operation === "replace" && before && isObject(body);
        if (isSent && typeof body.id === "string") draft.id = body.id;
      },
    },
  ),
];
