import { isObject } from "../json.ts";
import { bothVersions, type Fault } from "./fault.ts";

/** One fault for each area, to begin with. */
export const firstFaults: readonly Fault[] = [
  {
    name: "config-without-patch",
    area: "discovery",
    versions: bothVersions,
    breaks: ["SCIM11-CS-9-01", "SCIM20-7643-5-01"],
    summary: "The service provider configuration lacks `patch`",
    hooks: {
      answer(answer, call) {
        if (call.operation === "config" && answer.body) delete answer.body.patch;
      },
    },
  },
  {
    name: "any-token-reads",
    area: "authentication",
    versions: bothVersions,
    breaks: ["SCIM11-API-2-03", "SCIM20-7644-2-01"],
    summary: "Reads accept any token",
    hooks: { behaviour: { anyTokenReads: true } },
  },
  {
    name: "user-create-answers-200",
    area: "users",
    versions: bothVersions,
    breaks: ["SCIM11-API-3.1-01", "SCIM20-7644-3.3-04"],
    summary: "Creating a user answers 200 in place of 201",
    hooks: {
      answer(answer, call) {
        const isCreate = call.operation === "create" && call.resource === "Users";
        if (isCreate && answer.status === 201) answer.status = 200;
      },
    },
  },
  {
    name: "unknown-user-reads-empty",
    area: "users",
    versions: bothVersions,
    breaks: ["SCIM11-API-3.9-08", "SCIM20-7644-3.4.1-02"],
    summary: "Reading a user that does not exist answers 200 with an empty object",
    hooks: {
      answer(answer, call) {
        const isRead = call.operation === "read" && call.resource === "Users";
        if (!isRead || answer.status !== 404) return;
        answer.status = 200;
        answer.body = {};
      },
    },
  },
  {
    name: "user-location-wrong",
    area: "representation",
    versions: bothVersions,
    breaks: ["SCIM11-CS-5.1-12", "SCIM20-7643-3.1-19"],
    summary: "`meta.location` of a user points to a resource that does not exist",
    hooks: {
      user(resource) {
        if (isObject(resource.meta)) resource.meta.location = `${resource.meta.location}X`;
      },
    },
  },
  {
    name: "group-create-drops-members",
    area: "groups",
    versions: bothVersions,
    breaks: ["SCIM11-API-3.1-02", "SCIM20-7644-3.3-05"],
    summary: "A group is created without the members that were sent",
    hooks: {
      storeGroup(draft, before) {
        if (!before) draft.members.clear();
      },
    },
  },
  {
    name: "filter-eq-matches-part",
    area: "filters",
    versions: bothVersions,
    breaks: ["SCIM11-API-3.2.2.1-13", "SCIM20-7644-3.4.2.2-07"],
    summary: "`eq` matches like `co`",
    hooks: { behaviour: { filterEqContains: true } },
  },
  {
    name: "page-overlaps",
    area: "pagination",
    versions: bothVersions,
    breaks: ["SCIM11-API-3.2.2.3-08", "SCIM20-7644-3.4.2.4-07"],
    summary: "Every page but the first begins with the last entry of the page before",
    hooks: {
      request(call) {
        const startIndex = Number(call.query.startIndex ?? "1");
        const isLater = call.operation === "list" && startIndex > 1;
        if (isLater) call.query.startIndex = String(startIndex - 1);
      },
      answer(answer, call) {
        if (call.operation !== "list" || !answer.body) return;
        const startIndex = Number(call.query.startIndex ?? "1");
        if (startIndex >= 1 && call.query.startIndex !== undefined && startIndex !== 1) {
          answer.body.startIndex = startIndex + 1;
        }
      },
    },
  },
  {
    name: "user-patch-wipes-title",
    area: "patch",
    versions: bothVersions,
    breaks: ["SCIM11-API-3.3.2-23"],
    summary: "A PATCH of a user that does not mention `title` clears it",
    hooks: {
      storeUser(draft, before, call) {
        const isUntouched = before !== undefined && draft.title === before.title;
        if (call.operation === "patch" && isUntouched) draft.title = "";
      },
    },
  },
  {
    name: "put-keeps-title",
    area: "put",
    versions: bothVersions,
    breaks: ["SCIM11-API-3.3.1-01", "SCIM20-7644-3.5.1-04"],
    summary: "A PUT without `title` keeps the old one",
    hooks: {
      storeUser(draft, before, call) {
        const isOmitted = isObject(call.body) && !("title" in call.body);
        if (call.operation === "replace" && before && isOmitted) draft.title = before.title;
      },
    },
  },
  {
    name: "delete-deactivates-nothing",
    area: "delete",
    versions: bothVersions,
    breaks: ["SLACK-DELETE-01", "SCIM11-API-3.4-01"],
    summary: "DELETE of a user answers with success and leaves the user active",
    hooks: {
      storeUser(draft, _before, call) {
        if (call.operation === "delete") draft.active = true;
      },
    },
  },
  {
    name: "error-code-differs",
    area: "errors",
    versions: bothVersions,
    breaks: ["SCIM11-API-3-08", "SCIM20-7644-3.12-03"],
    summary: "The code in an error body is not the HTTP status",
    hooks: {
      answer({ status, body }) {
        if (status < 400 || !body) return;
        if ("status" in body) body.status = 500;
        if (isObject(body.Errors)) body.Errors.code = 500;
      },
    },
  },
];
