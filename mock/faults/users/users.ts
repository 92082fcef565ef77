import { isObject } from "../../../schemas/json-value.ts";
import type { Fault } from "../fault.ts";
import {
  keyWith,
  onBody,
  onError,
  onRequest,
  onRequestBody,
  onSuccess,
  onUser,
  planter,
} from "../plant.ts";

const plant = planter("users");
const create = { operation: "create", resource: "Users" } as const;

function sentText(body: unknown, name: string): string | undefined {
  const value = isObject(body) ? body[name] : undefined;
  return typeof value === "string" ? value : undefined;
}

/** Faults in the creation and reading of users. */
export const userFaults: readonly Fault[] = [
  plant(
    "v2-manager-with-ref",
    "The manager has a `$ref` in v2.0, although Slack returns none",
    { v2: ["SCIM20-7643-4.3-04"] },
    onUser((user, call) => {
      const block = user[keyWith(user, "enterprise") ?? ""];
      if (!isObject(block) || !isObject(block.manager)) return;
      const { managerId } = block.manager;
      if (managerId) block.manager.$ref = `${call.baseUrl}/Users/${managerId}`;
    }),
  ),
  plant(
    "user-create-answers-200",
    "Creating a user gives 200 instead of 201",
    { v1: ["SCIM11-API-3.1-01"], v2: ["SCIM20-7644-3.3-04"] },
    onSuccess(create, (answer) => {
      answer.status = 200;
    }),
  ),
  plant(
    "user-create-without-body",
    "The response to the creation of a user has no resource",
    { v1: ["SCIM11-API-3.1-02"], v2: ["SCIM20-7644-3.3-05"] },
    onSuccess(create, (answer) => {
      answer.body = undefined;
    }),
  ),
  plant(
    "user-create-without-id",
    "The response to the creation of a user has no `id`",
    { v1: ["SCIM11-CS-5.1-01"], v2: ["SCIM20-7643-3.1-01"] },
    onBody(create, (body) => {
      delete body.id;
    }),
  ),
  plant(
    "user-create-answers-other-title",
    "The response to the creation of a user does not show the stored title",
    {
      v1: ["SCIM11-API-3.1-02", "SCIM11-API-3.1-06", "SCIM11-API-3.2.1-02"],
      v2: ["SCIM20-7644-3.1-03"],
    },
    onBody(create, (body) => {
      body.title = "";
    }),
  ),
  plant(
    "user-create-loses-title",
    "Creating a user does not store `title`",
    {
      v1: ["SCIM11-API-3.1-02", "SLACK-USER-07", "SLACK-USER-64"],
      v2: ["SCIM20-7644-3.3-05", "SLACK-USER-07", "SLACK-USER-64"],
    },
    {
      storeUser(draft, before) {
        if (!before) draft.title = "";
      },
    },
  ),
  plant(
    "user-create-loses-family-name",
    "Creating a user does not store `name.familyName`",
    {
      v1: ["SCIM11-API-3.1-02", "SLACK-USER-09", "SLACK-USER-10"],
      v2: ["SCIM20-7643-4.1.1-06", "SLACK-USER-09"],
    },
    {
      storeUser(draft, before) {
        if (!before) draft.familyName = "";
      },
    },
  ),
  plant(
    "user-create-loses-second-email",
    "Creating a user stores only one e-mail address",
    {
      v1: ["SLACK-USER-18", "SCIM11-CS-6.2-01"],
      v2: ["SLACK-USER-18", "SCIM20-7643-2.4-06"],
    },
    {
      storeUser(draft, before) {
        if (!before) draft.secondaryEmail = null;
      },
    },
  ),
  plant(
    "user-create-ignores-active",
    "A user created with `active:false` is active",
    { v1: ["INF FACT-USER-35"], v2: ["INF FACT-USER-35"] },
    {
      storeUser(draft, before) {
        if (!before) draft.active = true;
      },
    },
  ),
  plant(
    "user-create-takes-client-id",
    "A user gets the `id` that the client sent",
    { v1: ["SCIM11-CS-5.1-04"], v2: ["SCIM20-7643-3.1-04", "SCIM20-7644-3.3-01"] },
    {
      storeUser(draft, before, call) {
        if (!before) draft.id = sentText(call.body, "id") ?? "";
      },
    },
  ),
  plant(
    "user-name-not-required",
    "A user without `userName` is created",
    {
      v1: ["SCIM11-CS-6.1-03", "SCIM11-API-3.1-07", "SLACK-USER-34"],
      v2: ["SCIM20-7643-4.1.1-02", "SCIM20-7644-3.3-09", "SLACK-USER-34"],
    },
    onRequestBody(create, (body, call) => {
      body.userName ??= `member${call.organization.users.length}`;
    }),
  ),
  plant(
    "user-email-not-required",
    "A user without an e-mail address is created",
    { v1: ["SCIM11-API-3.1-07", "SLACK-USER-36"], v2: ["SLACK-USER-36"] },
    onRequestBody(create, (body, call) => {
      body.emails ??= [{ value: `member${call.organization.users.length}@nowhere.example` }];
    }),
  ),
  plant(
    "user-bad-email-accepted",
    "An invalid e-mail address is accepted",
    { v1: ["SLACK-USER-25"], v2: ["SCIM20-7643-4.1.2-02"] },
    onRequestBody(create, (body, call) => {
      const [first] = Array.isArray(body.emails) ? body.emails : [];
      const isBad =
        isObject(first) && typeof first.value === "string" && !first.value.includes("@");
      if (isBad) first.value = `member${call.organization.users.length}@nowhere.example`;
    }),
  ),
  plant(
    "user-name-keeps-case",
    "`userName` is not lower-cased",
    { v2: ["SLACK-USER-15"] },
    {
      storeUser(draft, before, call) {
        const sent = sentText(call.body, "userName");
        if (!before && sent?.toLowerCase() === draft.userName) draft.userName = sent;
      },
    },
  ),
  plant(
    "user-name-keeps-specials",
    "Special characters of `userName` do not become `_`",
    { v1: ["SLACK-USER-16", "DIFF-USER-01"], v2: ["DIFF-USER-01"] },
    {
      storeUser(draft, before, call) {
        const sent = sentText(call.body, "userName");
        if (!before && sent && !sent.includes("@")) draft.userName = sent.toLowerCase();
      },
    },
  ),
  plant(
    "user-name-limit-missing",
    "A `userName` over 21 characters is truncated instead of rejected",
    { v1: ["SLACK-USER-37", "DIFF-USER-01"], v2: ["DIFF-USER-01"] },
    onRequestBody(create, (body) => {
      body.userName = sentText(body, "userName")?.slice(0, 21);
    }),
  ),
  plant(
    "user-duplicates-accepted",
    "A second user with the same userName and address is created",
    {
      v1: [
        "SCIM11-CS-6.1-02",
        "SCIM11-API-3.1-04",
        "SCIM11-API-3.1-05",
        "SLACK-ERROR-16",
        "SLACK-ERROR-17",
        "SLACK-USER-02",
        "SLACK-USER-03",
        "DIFF-USER-05",
      ],
      v2: [
        "SCIM20-7643-4.1.1-03",
        "SCIM20-7643-4.1.1-04",
        "SCIM20-7643-7-13",
        "SLACK-ERROR-16",
        "SLACK-ERROR-17",
        "SLACK-USER-01",
        "SLACK-USER-03",
      ],
    },
    { defects: { duplicatesAllowed: true } },
  ),
  plant(
    "user-duplicate-answers-400",
    "A duplicate gives 400 instead of 409",
    {
      v1: ["SCIM11-API-3.1-04", "SCIM11-API-3.9-09"],
      v2: ["SCIM20-7644-3.12-09", "SLACK-USER-60"],
    },
    onError((answer) => {
      answer.status = 400;
    }, 409),
  ),
  plant(
    "user-duplicate-answers-500",
    "A duplicate gives 500",
    { v1: ["SCIM11-API-3.1-04", "SCIM11-API-3.4-05"], v2: ["SCIM20-7644-3.3-07"] },
    onError((answer) => {
      answer.status = 500;
    }, 409),
  ),
  plant(
    "unknown-user-reads-empty",
    "Reading a missing user gives 200 with an empty object",
    {
      v1: ["SCIM11-API-3.9-08", "SCIM11-API-3-07", "SLACK-ERROR-27"],
      v2: ["SCIM20-7644-3.4.1-02", "SCIM20-7643-3.1-06", "SCIM20-7644-3.2-05", "SLACK-ERROR-27"],
    },
    onError(
      (answer) => {
        answer.status = 200;
        answer.body = {};
      },
      404,
      { operation: "read", resource: "Users" },
    ),
  ),
  plant(
    "user-read-answers-204",
    "Reading a user gives 204 without a body",
    { v1: ["SCIM11-API-3.2.1-01"], v2: ["SCIM20-7644-3.4.1-01"] },
    onSuccess({ operation: "read", resource: "Users" }, (answer) => {
      answer.status = 204;
      answer.body = undefined;
    }),
  ),
  plant(
    "user-read-answers-other-user",
    "Reading any user returns the first user of the organisation",
    { v1: ["SCIM11-API-3.2.1-01"], v2: ["SCIM20-7644-3.4.1-01"] },
    onRequest({ operation: "read", resource: "Users" }, (call) => {
      const isKnown = call.organization.user(call.id) !== undefined;
      if (isKnown) call.id = call.organization.users[0]?.id ?? call.id;
    }),
  ),
  plant(
    "v2-user-ids-differ",
    "v2.0 shows other user ids than v1.1",
    { v2: ["SAME-01", "SLACK-PROPERTY-05", "SCIM20-7643-4.3-05"] },
    {
      request(call) {
        if (call.resource === "Users") call.id = call.id.replace(/^X/, "");
      },
      user(resource) {
        resource.id = `X${resource.id}`;
      },
    },
  ),
  plant(
    "display-name-not-defaulted",
    "`displayName` does not fall back to `userName` on create",
    { v1: ["SLACK-USER-12"], v2: ["INF FACT-USER-91"] },
    {
      storeUser(draft, before, call) {
        if (!before && sentText(call.body, "displayName") === undefined) draft.displayName = "";
      },
    },
  ),
  plant(
    "password-returned",
    "The response to a create contains the password",
    { v1: ["SCIM11-CS-6.1-11", "SLACK-USER-05"], v2: ["SCIM20-7643-4.1.1-14", "SCIM20-7643-7-10"] },
    onBody(create, (body, call) => {
      body.password = sentText(call.body, "password") ?? "secret";
    }),
  ),
  plant(
    "password-change-accepted",
    "A PATCH of the password succeeds",
    { v1: ["SLACK-PATCH-60", "DIFF-USER-03"], v2: ["DIFF-USER-03", "SLACK-PATCH-60"] },
    onError(
      (answer, call) => {
        const user = call.organization.user(call.id);
        if (!user || !JSON.stringify(answer.body).includes("password_change")) return;
        answer.status = 200;
        answer.body = { id: user.id };
      },
      403,
      { operation: "patch" },
    ),
  ),
  plant(
    "external-id-returned",
    "`externalId` is the user's id instead of an empty string",
    {
      v1: ["SCIM11-CS-5.1-07", "SAME-06", "SCIM11-CS-5.1-06", "SLACK-PUT-06", "SLACK-REPR-02"],
      v2: ["SCIM20-7643-3.1-09", "SAME-06", "SCIM20-7643-3.1-08", "SLACK-PUT-06", "SLACK-REPR-02"],
    },
    onUser((user) => {
      user.externalId = user.id;
    }),
  ),
  plant(
    "missing-schemas-accepted",
    "A user without `schemas` is created",
    {
      v1: ["INF FACT-FORMAT-31"],
      v2: ["SCIM20-7643-3-06", "SLACK-USER-42", "DIFF-SCHEMAS-01"],
    },
    onRequestBody(create, (body, call) => {
      const urn =
        call.version === "1.1"
          ? "urn:scim:schemas:core:1.0"
          : "urn:ietf:params:scim:schemas:core:2.0:User";
      body.schemas ??= [urn];
    }),
  ),
];
