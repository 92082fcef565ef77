import { isObject } from "../../../schemas/json-value.ts";
import { ScimError } from "../../errors.ts";
import { canonicalUserAttribute } from "../../rules/attributes.ts";
import { urnsOf } from "../../urns.ts";
import type { Fault } from "../fault.ts";
import { onRequestBody, planter } from "../plant.ts";

const plant = planter("users");
const create = { operation: "create", resource: "Users" } as const;

/** Faults in the limits on the attributes of users: missing, too strict, or enforced in another way. */
export const userLimitFaults: readonly Fault[] = [
  plant(
    "empty-user-name-accepted",
    "A user with an empty `userName` is created with a generated one",
    { v1: ["SLACK-USER-35"], v2: ["SLACK-USER-35"] },
    onRequestBody(create, (body, call) => {
      if (body.userName === "") body.userName = `member${call.organization.users.length}`;
    }),
  ),
  plant(
    "display-name-cut",
    "A `displayName` over 80 characters is truncated instead of rejected",
    { v1: ["SLACK-USER-38"], v2: ["SLACK-USER-38"] },
    onRequestBody(create, (body) => {
      if (typeof body.displayName === "string") body.displayName = body.displayName.slice(0, 80);
    }),
  ),
  plant(
    "display-name-at-dropped",
    "The leading `@` of a `displayName` is removed instead of rejected",
    { v1: ["SLACK-USER-39"], v2: ["SLACK-USER-39"] },
    onRequestBody(create, (body) => {
      if (typeof body.displayName === "string") {
        body.displayName = body.displayName.replace(/^@/, "");
      }
    }),
  ),
  plant(
    "display-name-at-inside-dropped",
    "An `@` within a `displayName` is removed instead of rejected",
    { v1: ["SLACK-USER-63"], v2: ["SLACK-USER-63"] },
    onRequestBody(create, (body) => {
      if (typeof body.displayName === "string") {
        body.displayName = body.displayName.replace(/(?<=.)@/g, "");
      }
    }),
  ),
  plant(
    "display-name-punctuation-replaced",
    "Punctuation in a `displayName` becomes `_`, as the attribute table says",
    { v1: ["SLACK-USER-62"], v2: ["INF FACT-USER-90"] },
    { settings: { displayNameSpecials: "underscore" } },
  ),
  plant(
    "user-without-name-refused",
    "A create without a `name` is rejected",
    { v1: ["SLACK-USER-61"], v2: ["SLACK-USER-61"] },
    onRequestBody(create, (body) => {
      if (body.name === undefined) throw new ScimError("invalid_name_required");
    }),
  ),
  plant(
    "name-of-spaces-accepted",
    "A name of spaces only is treated as empty instead of rejected",
    { v1: ["SLACK-USER-40"], v2: ["SLACK-USER-40"] },
    onRequestBody(create, (body) => {
      const { name } = body;
      if (!isObject(name)) return;
      for (const [part, value] of Object.entries(name)) name[part] = String(value).trim();
    }),
  ),
  plant(
    "display-name-limit-lower",
    "A `displayName` is truncated after 64 characters",
    { v1: ["SLACK-USER-41"], v2: ["SLACK-USER-41"] },
    {
      storeUser(draft) {
        draft.displayName = draft.displayName.slice(0, 64);
      },
    },
  ),
  plant(
    "v2-display-name-unique",
    "Two users cannot have the same `displayName` in v2.0, although its schema does not say so",
    { v2: ["SCIM20-7643-2.2-01"] },
    {
      storeUser(draft, before, { organization }) {
        const isTaken = organization.users.some(
          (other) => other !== before && other.displayName === draft.displayName,
        );
        if (isTaken) throw new ScimError("username_taken");
      },
    },
  ),
  plant(
    "unknown-member-answers-500",
    "A create with an unknown member gives 500",
    { v1: ["SLACK-USER-06"], v2: ["SLACK-USER-06"] },
    {
      storeUser(_draft, before, call) {
        const sent = !before && isObject(call.body) ? Object.keys(call.body) : [];
        const isUnknown = (name: string) =>
          !name.startsWith("urn:") && canonicalUserAttribute(name) === undefined;
        if (sent.some(isUnknown)) throw new ScimError("database_query_failure");
      },
    },
  ),
  plant(
    "v2-password-refused",
    "A create with a password is rejected in v2.0",
    { v2: ["SCIM20-7643-4.1.1-15"] },
    {
      storeUser(_draft, before, call) {
        const hasPassword = isObject(call.body) && call.body.password !== undefined;
        if (!before && hasPassword) throw new ScimError("password_change_not_allowed");
      },
    },
  ),
  plant(
    "manager-without-id-accepted",
    "A manager without an id, but with other members, is ignored instead of rejected",
    { v1: ["SLACK-USER-43"], v2: ["SLACK-USER-43"] },
    onRequestBody({ operation: ["create", "replace"], resource: "Users" }, (body, call) => {
      const block = body[urnsOf(call.version).enterprise];
      if (!isObject(block) || !isObject(block.manager)) return;
      if (!("managerId" in block.manager)) block.manager = null;
    }),
  ),
  plant(
    "put-empty-manager-refused",
    "A PUT with an empty manager is rejected, so that a user cannot be sent back without null members",
    { v1: ["SCIM11-CS-7-01", "SLACK-PUT-16"], v2: ["SLACK-USER-26", "SLACK-PUT-16"] },
    onRequestBody({ operation: "replace", resource: "Users" }, (body, call) => {
      const block = body[urnsOf(call.version).enterprise];
      if (!isObject(block) || !isObject(block.manager)) return;
      if (Object.keys(block.manager).length === 0) {
        throw new ScimError("improper_enterprise_schema_format");
      }
    }),
  ),
];
