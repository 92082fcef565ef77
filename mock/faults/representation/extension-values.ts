import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { urnsOf, type VersionUrns } from "../../urns.ts";
import type { Fault } from "../fault.ts";
import { onRequestBody, onUser, planter } from "../plant.ts";

const plant = planter("representation");

/** Changes one extension block of every user that shows it. */
function onBlock(
  name: "enterprise" | "guest" | "profile",
  change: (block: JsonObject, user: JsonObject, urn: VersionUrns[typeof name]) => void,
) {
  return onUser((user, call) => {
    const urn = urnsOf(call.version)[name];
    const block = user[urn];
    if (isObject(block)) change(block, user, urn);
  });
}

/** Faults in the values in the extension blocks of a user. */
export const extensionValueFaults: readonly Fault[] = [
  plant(
    "v2-extension-as-array",
    "The enterprise block is an array with one entry in v2.0",
    { v2: ["SCIM20-7643-3.3-02", "SCIM20-7643-4.3-01"] },
    onBlock("enterprise", (block, user, urn) => {
      user[urn] = [block];
    }),
  ),
  plant(
    "extension-repeats-core",
    "The enterprise block repeats the core attribute `title`",
    { v1: ["SCIM11-CS-4-01"], v2: ["SCIM20-7643-3.3-03"] },
    onBlock("enterprise", (block, user) => {
      block.title = user.title;
    }),
  ),
  plant(
    "manager-by-id-only",
    "A manager who is named by an address or a `userName` is not stored",
    { v1: ["SLACK-USER-27", "SLACK-USER-28"], v2: ["SLACK-USER-27", "SLACK-USER-28"] },
    onRequestBody({ resource: "Users" }, (body, call) => {
      const block = body[urnsOf(call.version).enterprise];
      if (!isObject(block) || !isObject(block.manager)) return;
      const { managerId } = block.manager;
      if (typeof managerId === "string" && !call.organization.user(managerId)) delete block.manager;
    }),
  ),
  plant(
    "start-date-with-colon",
    "The offset of `startDate` has a colon, unlike in Slack",
    { v1: ["SLACK-USER-17"], v2: ["SLACK-USER-17"] },
    onBlock("profile", (block) => {
      if (typeof block.startDate === "string") {
        block.startDate = block.startDate.replace("+0000", "+00:00");
      }
    }),
  ),
  plant(
    "guest-expiration-date-only",
    "The end of a guest account has no time",
    { v1: ["SCIM11-CS-3.1-03"], v2: ["SCIM20-7643-2.3-07"] },
    onBlock("guest", (block) => {
      if (typeof block.expiration === "string") block.expiration = block.expiration.slice(0, 10);
    }),
  ),
];
