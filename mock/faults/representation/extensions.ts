import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import type { Fault } from "../fault.ts";
import { keyWith, onUser, planter } from "../plant.ts";

const plant = planter("representation");

/** Renames or drops an extension block. */
function onBlock(word: string, change: (user: JsonObject, key: string) => void) {
  return onUser((user) => {
    const key = keyWith(user, word);
    if (key !== undefined) change(user, key);
  });
}

/** Faults in the extension blocks of a user. */
export const extensionFaults: readonly Fault[] = [
  plant(
    "v2-enterprise-under-v1-urn",
    "The enterprise block has v1.1's URN in v2.0",
    { v2: ["SCIM20-7643-4.3-01", "DIFF-URN-03"] },
    onBlock("enterprise", (user, key) => {
      user["urn:scim:schemas:extension:enterprise:1.0"] = user[key];
      delete user[key];
    }),
  ),
  plant(
    "enterprise-block-missing",
    "Enterprise attributes are not shown",
    {
      v1: ["SCIM11-CS-7-04", "SCIM11-CS-7-02", "SLACK-PATCH-41", "SLACK-PATCH-44"],
      v2: ["SCIM20-7643-4.3-02"],
    },
    onBlock("enterprise", (user, key) => {
      delete user[key];
      if (Array.isArray(user.schemas)) user.schemas = user.schemas.filter((urn) => urn !== key);
    }),
  ),
  plant(
    "v2-manager-as-value",
    "The manager's id is in `manager.value` in v2.0",
    {
      v2: [
        "SLACK-PATCH-44",
        "DIFF-ENT-03",
        "SAME-07",
        "SCIM20-7643-4.3-03",
        "SLACK-PUT-10",
        "SLACK-USER-27",
        "SLACK-USER-28",
      ],
    },
    onBlock("enterprise", (user, key) => {
      const block = user[key];
      if (!isObject(block) || !isObject(block.manager)) return;
      block.manager = { value: block.manager.managerId };
    }),
  ),
  plant(
    "guest-block-missing",
    "Guests look like members",
    {
      v1: [
        "SLACK-USER-29",
        "SAME-09",
        "SLACK-PATCH-50",
        "SLACK-PATCH-51",
        "SLACK-PATCH-52",
        "SLACK-USER-30",
        "DIFF-GUEST-04",
      ],
      v2: ["DIFF-GUEST-04", "SLACK-USER-29", "SAME-09", "SLACK-PATCH-50", "SLACK-USER-30"],
    },
    onBlock("guest", (user, key) => {
      delete user[key];
    }),
  ),
];
