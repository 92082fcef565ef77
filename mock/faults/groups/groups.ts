import { isObject } from "../../../schemas/json-value.ts";
import type { Fault } from "../fault.ts";
import {
  objectsIn,
  onBody,
  onError,
  onGroup,
  onRequestBody,
  onSuccess,
  planter,
} from "../plant.ts";

const plant = planter("groups");
const create = { operation: "create", resource: "Groups" } as const;

/** Faults in the creation, reading and representation of groups. */
export const groupFaults: readonly Fault[] = [
  plant(
    "group-create-answers-200",
    "Creating a group gives 200 instead of 201",
    { v1: ["SCIM11-API-3.1-01"], v2: ["SCIM20-7644-3.3-04"] },
    onSuccess(create, (answer) => {
      answer.status = 200;
    }),
  ),
  plant(
    "v2-group-create-without-body",
    "The response to the creation of a group has no resource in v2.0",
    { v2: ["SCIM20-7644-3.3-05", "DIFF-POST-02"] },
    onSuccess(create, (answer) => {
      answer.body = undefined;
    }),
  ),
  plant(
    "group-create-drops-members",
    "A group is created without the members that were sent",
    { v1: ["SCIM11-API-3.1-02"], v2: ["SCIM20-7644-3.3-05"] },
    {
      storeGroup(draft, before) {
        if (!before) draft.members.clear();
      },
    },
  ),
  plant(
    "group-name-not-required",
    "A group without `displayName` is created",
    { v1: ["SCIM11-CS-8-01"], v2: ["SCIM20-7643-4.2-01"] },
    onRequestBody(create, (body, call) => {
      body.displayName ??= `Group ${call.organization.groups.length}`;
    }),
  ),
  plant(
    "group-unknown-member-accepted",
    "Unknown members are dropped instead of rejected",
    {
      v1: ["SCIM11-CS-8-02", "SLACK-ERROR-33", "SLACK-GROUP-01"],
      v2: ["SCIM20-7643-4.2-02", "SLACK-GROUP-01"],
    },
    onRequestBody({ resource: "Groups" }, (body, call) => {
      if (!Array.isArray(body.members)) return;
      body.members = body.members.filter(
        (member) => isObject(member) && call.organization.user(String(member.value)),
      );
    }),
  ),
  plant(
    "group-read-unknown-200",
    "Reading a missing group gives 200 with an empty object",
    {
      v1: ["SCIM11-API-3.9-08", "SLACK-ERROR-30", "SLACK-GROUP-07"],
      v2: ["SCIM20-7644-3.4.1-02", "SCIM20-7644-3.2-04", "SLACK-ERROR-30"],
    },
    onError(
      (answer) => {
        answer.status = 200;
        answer.body = {};
      },
      404,
      { operation: "read", resource: "Groups" },
    ),
  ),
  plant(
    "group-location-wrong",
    "`meta.location` of a group points to a resource that does not exist",
    { v1: ["SCIM11-CS-5.1-12"], v2: ["SCIM20-7643-3.1-19"] },
    onGroup((group) => {
      if (isObject(group.meta)) group.meta.location = `${group.meta.location}X`;
    }),
  ),
  plant(
    "group-without-schemas",
    "Groups have no `schemas`",
    { v1: ["SCIM11-CS-3-05"], v2: ["SCIM20-7643-2.1-03"] },
    onGroup((group) => {
      delete group.schemas;
    }),
  ),
  plant(
    "v2-group-has-user-urn",
    "`schemas` of a group names the URN of users in v2.0",
    { v2: ["SCIM20-7643-3.3-01", "DIFF-URN-02", "SLACK-REPR-06"] },
    onGroup((group) => {
      group.schemas = ["urn:ietf:params:scim:schemas:core:2.0:User"];
    }),
  ),
  plant(
    "group-without-meta",
    "Groups have no `meta`",
    { v1: ["SCIM11-API-3.2-01"], v2: ["SCIM20-7643-3.1-15", "SCIM20-7643-3.1-19"] },
    onGroup((group) => {
      delete group.meta;
    }),
  ),
  plant(
    "group-without-id",
    "Groups in lists have no `id`",
    { v1: ["SCIM11-CS-5.1-01"], v2: ["SCIM20-7643-3.1-01"] },
    onBody({ operation: "list", resource: "Groups" }, (body) => {
      for (const group of objectsIn(body.Resources)) delete group.id;
    }),
  ),
  plant(
    "group-members-missing",
    "Groups do not show their members",
    { v1: ["SLACK-GROUP-02", "SAME-15"], v2: ["SLACK-GROUP-02", "SAME-15"] },
    onGroup((group) => {
      delete group.members;
    }),
  ),
  plant(
    "group-members-as-strings",
    "Members of a group are plain ids",
    {
      v1: ["SCIM11-API-3.6-06", "SLACK-GROUP-03", "SLACK-GROUP-08"],
      v2: ["SLACK-GROUP-03", "SLACK-GROUP-08"],
    },
    onGroup((group) => {
      group.members = objectsIn(group.members).map((member) => member.value);
    }),
  ),
  plant(
    "group-member-doubled",
    "The first member of a group is shown twice",
    {
      v1: [
        "SCIM11-CS-3.2-06",
        "SLACK-GROUP-02",
        "SCIM11-API-3.3.2-08",
        "SCIM11-API-3.3.2-18",
        "SCIM11-API-3.3.2-21",
      ],
      v2: ["SCIM20-7643-2.4-07", "SLACK-GROUP-02", "SLACK-PATCH-71"],
    },
    onGroup((group) => {
      const [first] = objectsIn(group.members);
      if (first) group.members = [first, ...objectsIn(group.members)];
    }),
  ),
  plant(
    "group-member-display-wrong",
    "The display name that a client sends for a member is kept",
    { v1: ["SCIM11-CS-3.2-02"], v2: ["SLACK-GROUP-09"] },
    onGroup((group, call) => {
      const sent = objectsIn(isObject(call.body) ? call.body.members : []);
      for (const member of objectsIn(group.members)) {
        member.display =
          sent.find((each) => each.value === member.value)?.display ?? member.display;
      }
    }),
  ),
  plant(
    "group-external-id-shown",
    "Groups have an `externalId`",
    { v1: ["SLACK-REPR-08", "SLACK-REPR-06"], v2: ["SLACK-REPR-08"] },
    onGroup((group) => {
      group.externalId = group.id;
    }),
  ),
  plant(
    "group-id-like-user",
    "Group ids look like user ids",
    { v1: ["SLACK-REPR-03"], v2: ["SLACK-REPR-03"] },
    onGroup((group) => {
      group.id = String(group.id).replace(/^S/, "U");
    }),
  ),
];
