import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import type { Call } from "../../call.ts";
import type { User } from "../../organization/types.ts";
import type { Fault } from "../fault.ts";
import { objectsIn, onRequestBody, onSuccess, planter } from "../plant.ts";

const plant = planter("users");
const replaceUser = { operation: "replace", resource: "Users" } as const;

/** What the stored users are returned with: the values end with the organisation. */
const shownActive = new WeakMap<User, string>();
const emptied = new WeakSet<User>();

function storedOf(call: Call, id = call.id): User | undefined {
  return call.organization.user(id);
}

/** Replaces an empty userName by the stored one. @returns whether there was one */
function mended(holder: JsonObject, name: string, user: User): boolean {
  if (holder[name] !== "") return false;
  holder[name] = user.userName;
  return true;
}

/** Faults in what is stored: what should be rejected, and what the request does not concern. */
export const allTheSameFaults: readonly Fault[] = [
  plant(
    "put-stores-text-as-active",
    "A PUT stores a string as `active`, and users are returned with it",
    { v1: ["SCIM11-CS-3.1-06"], v2: ["SCIM20-7643-2.3-13"] },
    {
      request(call) {
        if (call.operation !== "replace" || !isObject(call.body)) return;
        const user = storedOf(call);
        const { active } = call.body;
        if (!user || typeof active !== "string") return;
        shownActive.set(user, active);
        delete call.body.active;
      },
      user(resource, call) {
        const user = storedOf(call, String(resource.id));
        const active = user && shownActive.get(user);
        if (active !== undefined) resource.active = active;
      },
    },
  ),
  plant(
    "patch-empties-user-name",
    "A PATCH can set `userName` to an empty string",
    {
      v1: ["SCIM11-CS-6.1-12", "SLACK-PATCH-63"],
      v2: ["SCIM20-7643-4.1.1-16", "SLACK-PATCH-63"],
    },
    {
      request(call) {
        if (call.operation !== "patch" || !isObject(call.body)) return;
        const user = storedOf(call);
        if (!user) return;
        const inBody = mended(call.body, "userName", user);
        const inOperation = objectsIn(call.body.Operations).some(
          (operation) => operation.path === "userName" && mended(operation, "value", user),
        );
        if (inBody || inOperation) emptied.add(user);
      },
      user(resource, call) {
        const user = storedOf(call, String(resource.id));
        if (user && emptied.has(user)) resource.userName = "";
      },
    },
  ),
  plant(
    "rejected-put-stores-title",
    "A PUT without `userName` is rejected, but its title is stored",
    { v1: ["SCIM11-API-3.9-14"], v2: ["SCIM20-7644-3.12-14"] },
    onRequestBody(replaceUser, (body, call) => {
      const user = storedOf(call);
      if (user && body.userName === undefined) user.title = String(body.title);
    }),
  ),
  plant(
    "delete-user-changes-others",
    "DELETE of a user changes the title of every other one",
    { v1: ["SCIM11-API-3-10"], v2: ["SCIM20-7644-3.2-07"] },
    onSuccess({ operation: "delete", resource: "Users" }, (_answer, call) => {
      for (const user of call.organization.users) {
        if (user.id !== call.id) user.title = "Deactivated";
      }
    }),
  ),
];
