import { isObject } from "../../../schemas/json-value.ts";
import type { Call } from "../../call.ts";
import type { User } from "../../organization/types.ts";
import type { Fault } from "../fault.ts";
import { onError, onRequestBody, onSuccess, planter } from "../plant.ts";

const plant = planter("put");
const replace = { operation: "replace" } as const;

/** Changes what a PUT of a user stores. */
function storing(change: (draft: User, before: User, call: Call) => void) {
  return {
    storeUser(draft: User, before: User | undefined, call: Call) {
      if (call.operation === "replace" && before) change(draft, before, call);
    },
  };
}

function isOmitted(call: Call, name: string): boolean {
  return isObject(call.body) && !(name in call.body);
}

/** Faults in PUT. */
export const putFaults: readonly Fault[] = [
  plant(
    "put-keeps-title",
    "A PUT without `title` keeps the old one",
    { v1: ["SCIM11-API-3.3.1-01", "SLACK-PUT-02"], v2: ["SCIM20-7644-3.5.1-04", "DIFF-PUT-01"] },
    storing((draft, before, call) => {
      if (isOmitted(call, "title")) draft.title = before.title;
    }),
  ),
  plant(
    "v2-put-keeps-title",
    "A PUT without `title` keeps the old one, in v2.0 only",
    {
      v2: [
        "SCIM20-7644-3.5.1-04",
        "DIFF-PUT-01",
        "SCIM20-7643-2.1-01",
        "SCIM20-7643-2.5-01",
        "SLACK-PUT-02",
      ],
    },
    storing((draft, before, call) => {
      if (isOmitted(call, "title")) draft.title = before.title;
    }),
  ),
  plant(
    "put-merges",
    "A PUT changes only the attributes in its body",
    { v1: ["SCIM11-API-3.3.1-01"], v2: ["SCIM20-7644-3.5.1-04", "DIFF-PUT-01"] },
    storing((draft, before, call) => {
      for (const name of ["title", "userType", "locale", "timezone", "displayName"] as const) {
        if (isOmitted(call, name)) Object.assign(draft, { [name]: before[name] });
      }
      if (isOmitted(call, "phoneNumbers")) draft.primaryPhone = before.primaryPhone;
    }),
  ),
  plant(
    "put-stores-nothing",
    "A PUT gives 200 and changes nothing",
    { v1: ["SCIM11-API-3.3.1-01"], v2: ["SCIM20-7644-3.5.1-03"] },
    storing((draft, before) => {
      Object.assign(draft, before);
    }),
  ),
  plant(
    "put-clears-name",
    "A PUT without `name` clears it",
    { v1: ["DIFF-PUT-01"], v2: ["SLACK-PUT-04", "DIFF-PUT-01"] },
    storing((draft, _before, call) => {
      if (!isOmitted(call, "name")) return;
      draft.givenName = "";
      draft.familyName = "";
    }),
  ),
  plant(
    "put-changes-active",
    "A PUT with `active:true` deactivates the user",
    { v1: ["SLACK-DELETE-08"], v2: ["SLACK-DELETE-08"] },
    storing((draft) => {
      draft.active = false;
    }),
  ),
  plant(
    "put-without-active-deactivates",
    "A PUT without `active` deactivates the user",
    { v1: ["SLACK-PUT-17"], v2: ["SLACK-PUT-17"] },
    { settings: { putOmittedActive: "false" } },
  ),
  plant(
    "put-loses-second-email",
    "A PUT stores only one e-mail address",
    {
      v1: ["SLACK-PROPERTY-02", "SAME-04", "SCIM11-API-3.3.2-12"],
      v2: ["SLACK-PROPERTY-02", "SAME-04", "SCIM20-7644-3.5.2-14", "SCIM20-7644-3.5.2.1-05"],
    },
    storing((draft) => {
      draft.secondaryEmail = null;
    }),
  ),
  plant(
    "put-keeps-timezone",
    "A PUT without `timezone` keeps the old one",
    { v1: ["SLACK-PUT-03", "DIFF-PUT-01"], v2: ["SLACK-PUT-03", "DIFF-PUT-01"] },
    storing((draft, before, call) => {
      if (isOmitted(call, "timezone")) draft.timezone = before.timezone;
    }),
  ),
  plant(
    "put-answers-204",
    "A PUT gives 204 without the resource",
    { v1: ["SCIM11-API-3.3.1-04"], v2: ["SCIM20-7644-3.5.1-10"] },
    onSuccess(replace, (answer) => {
      answer.status = 204;
      answer.body = undefined;
    }),
  ),
  plant(
    "put-answers-201",
    "A PUT gives 201",
    {
      v1: ["SCIM11-API-3.3.1-04", "SLACK-USER-32"],
      v2: ["SCIM20-7644-3.5.1-10", "SCIM20-7643-3-07", "SLACK-USER-32"],
    },
    onSuccess(replace, (answer) => {
      answer.status = 201;
    }),
  ),
  plant(
    "put-creates",
    "A PUT to an unknown id gives 201",
    {
      v1: ["SCIM11-API-3.3.1-05", "SLACK-ERROR-29", "SLACK-ERROR-32"],
      v2: ["SCIM20-7644-3.5.1-02", "SLACK-ERROR-29", "SLACK-ERROR-32"],
    },
    onError(
      (answer, call) => {
        answer.status = 201;
        answer.body = { id: call.id };
      },
      404,
      replace,
    ),
  ),
  plant(
    "put-read-only-refused",
    "A PUT with `id` and `meta` is rejected",
    {
      v1: ["SCIM11-API-3.3.1-03", "SLACK-PUT-10", "SLACK-PUT-15"],
      v2: ["SCIM20-7644-3.5.1-08", "SLACK-PUT-15"],
    },
    onRequestBody(replace, (body, call) => {
      if ("id" in body || "meta" in body) call.body = undefined;
    }),
  ),
  plant(
    "put-user-name-not-required",
    "A PUT without `userName` keeps the old one",
    { v1: ["SCIM11-API-3.3.1-06"], v2: ["SCIM20-7644-3.5.1-09"] },
    onRequestBody({ ...replace, resource: "Users" }, (body, call) => {
      body.userName ??= call.organization.user(call.id)?.userName;
    }),
  ),
  plant(
    "put-read-only-applied",
    "A PUT changes `meta.created`",
    { v1: ["SCIM11-API-3.3.1-03"], v2: ["SCIM20-7644-3.5.1-08"] },
    storing((draft, _before, call) => {
      const meta = isObject(call.body) ? call.body.meta : undefined;
      if (isObject(meta) && typeof meta.created === "string") draft.created = meta.created;
    }),
  ),
  plant(
    "put-group-keeps-members",
    "A PUT of a group without `members` keeps them",
    { v1: ["SLACK-PUT-12", "DIFF-GRP-05"], v2: ["SLACK-PUT-12", "DIFF-GRP-05"] },
    {
      storeGroup(draft, before, call) {
        if (call.operation !== "replace" || !before || !isOmitted(call, "members")) return;
        for (const id of before.members) draft.members.add(id);
      },
    },
  ),
  plant(
    "put-group-adds-members",
    "A PUT of a group adds its members to the existing ones",
    {
      v1: ["DIFF-GRP-04", "SLACK-PUT-13", "SLACK-GROUP-05", "SLACK-PROPERTY-05"],
      v2: ["DIFF-GRP-04", "SLACK-PUT-13", "SLACK-GROUP-05"],
    },
    {
      storeGroup(draft, before, call) {
        if (call.operation !== "replace" || isOmitted(call, "members")) return;
        for (const id of before?.members ?? []) draft.members.add(id);
      },
    },
  ),
  plant(
    "put-group-keeps-name",
    "A PUT of a group does not rename it",
    { v1: ["SLACK-PUT-14"], v2: ["SLACK-PUT-14"] },
    {
      storeGroup(draft, before, call) {
        if (call.operation === "replace" && before) draft.displayName = before.displayName;
      },
    },
  ),
];
