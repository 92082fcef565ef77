import type { Fault } from "../fault.ts";
import { onRequestBody, planter } from "../plant.ts";

const plant = planter("put");
const replaceUser = { operation: "replace", resource: "Users" } as const;

/** PUT requests that should be rejected, but are accepted. */
export const putRefusalFaults: readonly Fault[] = [
  plant(
    "put-empty-user-name-ignored",
    "A PUT with an empty `userName` keeps the old one",
    { v1: ["SLACK-PUT-07", "SLACK-ERROR-10"], v2: ["SLACK-PUT-07", "SLACK-ERROR-10"] },
    onRequestBody(replaceUser, (body, call) => {
      if (body.userName !== "") return;
      body.userName = call.organization.user(call.id)?.userName;
      delete body.nickName;
    }),
  ),
  plant(
    "put-emails-not-required",
    "A PUT without e-mail addresses keeps the primary one",
    { v1: ["SLACK-PUT-08", "SLACK-ERROR-11"], v2: ["SLACK-PUT-08", "SLACK-ERROR-11"] },
    onRequestBody(replaceUser, (body, call) => {
      const value = call.organization.user(call.id)?.primaryEmail;
      body.emails ??= [{ value, primary: true }];
    }),
  ),
];
