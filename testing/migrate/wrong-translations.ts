import type { MigrationRequest } from "../../schemas/index.ts";
import type { JsonObject } from "../../schemas/json-value.ts";

/** A 1.1 request, its right 2.0 request, and wrong ones, which all look plausible. */
export interface Mistranslated {
  what: string;
  v1: MigrationRequest;
  right: MigrationRequest;
  /** 2.0 has no request with the same effect from every state, and the status says so. */
  changesMeaning?: true;
  /** By what is wrong with each. */
  wrong: Readonly<Record<string, MigrationRequest>>;
}

const core = "urn:scim:schemas:core:1.0";
const v1 = {
  enterprise: "urn:scim:schemas:extension:enterprise:1.0",
  guest: "urn:scim:schemas:extension:slack:guest:1.0",
  profile: "urn:scim:schemas:extension:slack:profile:1.0",
};
const user = "urn:ietf:params:scim:schemas:core:2.0:User";
const v2 = {
  enterprise: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
  guest: "urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User",
  profile: "urn:ietf:params:scim:schemas:extension:slack:profile:2.0:User",
};

type Operation = readonly [op: "add" | "replace" | "remove", path: string, value?: unknown];

const patch11 = (body: JsonObject, path = "/Users/U1"): MigrationRequest => ({
  ...{ method: "PATCH", path: `/scim/v1${path}` },
  body: { schemas: [core, ...Object.values(v1)], ...body },
});
const patchAt =
  (path: string) =>
  (...operations: Operation[]): MigrationRequest => ({
    ...{ method: "PATCH", path: `/scim/v2${path}` },
    body: {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
      Operations: operations.map(([op, at, value]) => ({
        ...{ op, path: at },
        ...(value !== undefined && { value }),
      })),
    },
  });
const patch = patchAt("/Users/U1");
const patchGroup = patchAt("/Groups/S1");
const get = (version: "v1" | "v2", path: string) => ({
  method: "GET",
  path: `/scim/${version}${path}`,
});
const named = (...attributes: string[]) => patch11({ meta: { attributes } });

const emails = [{ value: "new@people.example", primary: true }];
const put11 = (body: JsonObject): MigrationRequest => ({
  ...{ method: "PUT", path: "/scim/v1/Users/U1" },
  body: { schemas: [core, ...Object.values(v1)], userName: "new.user", emails, ...body },
});
const put = (body: JsonObject): MigrationRequest => ({
  ...{ method: "PUT", path: "/scim/v2/Users/U1" },
  body: { schemas: [user, ...Object.values(v2)], userName: "new.user", emails, ...body },
});

const address = {
  ...{ streetAddress: "2 Side St", locality: "Town", region: "CA" },
  ...{ postalCode: "90000", country: "USA" },
};

export const mistranslated: readonly Mistranslated[] = [
  {
    what: "title by name",
    v1: named("title"),
    right: patch(["remove", "title"]),
    wrong: {
      "the name is lost": patch(["add", "title", "Title before"]),
      "another attribute": patch(["remove", "userType"]),
    },
  },
  {
    what: "the guest extension is removed",
    v1: named(v1.guest),
    right: patch(["remove", v2.guest]),
    wrong: {
      "the URN of 1.1": patch(["remove", v1.guest]),
      "only the expiration": patch(["remove", `${v2.guest}.expiration`]),
      "nothing is removed": get("v2", "/Users/U1"),
    },
  },
  {
    what: "the expiration of a guest",
    v1: named(`${v1.guest}.expiration`),
    right: patch(["remove", `${v2.guest}.expiration`]),
    wrong: {
      "the whole extension": patch(["remove", v2.guest]),
      "the URN of 1.1": patch(["remove", `${v1.guest}.expiration`]),
    },
  },
  {
    what: "a member becomes a guest",
    v1: patch11({ [v1.guest]: { type: "multi" } }),
    right: patch(["add", v2.guest, { type: "multi" }]),
    wrong: {
      "the URN of 1.1": patch(["add", v1.guest, { type: "multi" }]),
      "and is deactivated": patch(
        ["add", v2.guest, { type: "multi" }],
        ["replace", "active", false],
      ),
      "and what a guest does not show is removed": patch(
        ["add", v2.guest, { type: "multi" }],
        ["remove", v2.enterprise],
      ),
      "and has an end": patch([
        "add",
        v2.guest,
        { type: "multi", expiration: "2099-01-01T00:00:00Z" },
      ]),
    },
  },
  {
    what: "startDate by name",
    v1: named(`${v1.profile}.startDate`),
    right: patch(["remove", `${v2.profile}:startDate`]),
    wrong: {
      "the URN of 1.1": patch(["remove", `${v1.profile}.startDate`]),
      "without the URN": patch(["remove", "startDate"]),
    },
  },
  {
    what: "startDate is set",
    v1: patch11({ [v1.profile]: { startDate: "2025-01-01T00:00:00Z" } }),
    right: patch(["add", v2.profile, { startDate: "2025-01-01T00:00:00Z" }]),
    wrong: {
      "the URN of 1.1": patch(["add", v1.profile, { startDate: "2025-01-01T00:00:00Z" }]),
      "another zone": patch(["add", v2.profile, { startDate: "2025-01-01T00:00:00+0100" }]),
    },
  },
  {
    what: "the manager by name",
    v1: named(`${v1.enterprise}.manager`),
    right: patch(["remove", `${v2.enterprise}.manager.managerId`]),
    wrong: {
      "the URN of 1.1": patch(["remove", `${v1.enterprise}.manager`]),
      "without the URN": patch(["remove", "manager"]),
      "the whole extension": patch(["remove", v2.enterprise]),
      "the URN is split at its first dot": patch(["remove", `${v2.enterprise.split(":2")[0]}`]),
    },
  },
  {
    what: "the manager is set",
    v1: patch11({ [v1.enterprise]: { manager: { managerId: "U2" } } }),
    right: patch(["add", v2.enterprise, { manager: { managerId: "U2" } }]),
    wrong: {
      "value in place of managerId": patch(["add", v2.enterprise, { manager: { value: "U2" } }]),
      "without manager": patch(["add", v2.enterprise, { managerId: "U2" }]),
      "a new department too": patch([
        ...(["add", v2.enterprise, { manager: { managerId: "U2" }, department: "x" }] as const),
      ]),
    },
  },
  ...["employeeNumber", "costCenter", "organization", "division", "department"].map((name) => ({
    what: `${name} by name`,
    v1: named(`${v1.enterprise}.${name}`),
    right: patch(["remove", `${v2.enterprise}:${name}`]),
    wrong: {
      "without the URN": patch(["remove", name]),
      "the whole extension": patch(["remove", v2.enterprise]),
    },
  })),
  {
    what: "one member of the enterprise extension",
    v1: patch11({ [v1.enterprise]: { department: "Sales" } }),
    right: patch(["add", v2.enterprise, { department: "Sales" }]),
    wrong: {
      "the URN of 1.1": patch(["add", v1.enterprise, { department: "Sales" }]),
      "the others are removed first": patch(
        ["remove", v2.enterprise],
        ["add", v2.enterprise, { department: "Sales" }],
      ),
    },
  },
  {
    what: "a part of the name",
    v1: patch11({ name: { givenName: "Augusta" } }),
    right: patch(["replace", "name.givenName", "Augusta"]),
    wrong: {
      "the other parts are removed": patch(
        ["remove", "name.familyName"],
        ["replace", "name.givenName", "Augusta"],
      ),
      "another part": patch(["replace", "name.familyName", "Augusta"]),
      "a PUT": put({ name: { givenName: "Augusta" } }),
    },
  },
  {
    what: "one space",
    v1: patch11({ title: " " }),
    right: patch(["remove", "title"]),
    wrong: {
      "the space is stored": patch(["replace", "title", " "]),
      "left out": get("v2", "/Users/U1"),
    },
  },
  {
    what: "an address of the mail is removed",
    v1: patch11({ emails: [{ value: "b@people.example", operation: "delete" }] }),
    right: patch(["remove", 'emails[value eq "b@people.example"]']),
    wrong: {
      "stored again": patch([
        "add",
        "emails",
        [{ value: "b@people.example", operation: "delete" }],
      ]),
      "another address": patch(["remove", 'emails[value eq "verify-user@verify.example"]']),
      "every secondary one": patch(["remove", "emails[primary eq false]"]),
    },
  },
  {
    what: "a number is removed",
    v1: patch11({ phoneNumbers: [{ value: "555-0102", operation: "delete" }] }),
    right: patch(["remove", 'phoneNumbers[value eq "555-0102"]']),
    wrong: {
      "every number": patch(["remove", "phoneNumbers"]),
      "stored again": patch(["add", "phoneNumbers", [{ value: "555-0102" }]]),
      "the primary one": patch(["remove", "phoneNumbers[primary eq true]"]),
    },
  },
  {
    what: "a mobile number",
    v1: patch11({ phoneNumbers: [{ value: "555-0101", type: "mobile" }] }),
    right: patch(["add", "phoneNumbers", [{ value: "555-0101", type: "mobile" }]]),
    wrong: {
      "the type is corrected": patch([
        "add",
        "phoneNumbers",
        [{ value: "555-0101", type: "work" }],
      ]),
      "the other number is lost": patch([
        ...(["replace", "phoneNumbers", [{ value: "555-0101", type: "mobile" }]] as const),
      ]),
    },
  },
  {
    what: "a second address of the mail",
    v1: patch11({ emails: [{ value: "b@people.example" }] }),
    right: patch(["add", "emails", [{ value: "b@people.example" }]]),
    wrong: {
      "replaces the primary one": patch(["replace", "emails", [{ value: "b@people.example" }]]),
      "becomes the primary one": patch([
        ...(["add", "emails", [{ value: "b@people.example", primary: true }]] as const),
      ]),
    },
  },
  {
    what: "a role is removed",
    changesMeaning: true,
    v1: patch11({ roles: [{ value: "Chief", operation: "delete" }] }),
    right: patch(["remove", "roles"]),
    wrong: { "stored again": patch(["add", "roles", [{ value: "Chief" }]]) },
  },
  {
    what: "the postal address is removed",
    changesMeaning: true,
    v1: patch11({ addresses: [{ ...address, operation: "delete" }] }),
    right: patch(["remove", "addresses"]),
    wrong: {
      "stored again": patch(["add", "addresses", [{ ...address, operation: "delete" }]]),
      "one part": patch(["remove", "addresses.locality"]),
    },
  },
  {
    what: "active as a text",
    v1: patch11({ active: "False" }),
    right: patch(["replace", "active", false]),
    wrong: {
      "kept as a text": patch(["replace", "active", "False"]),
      "taken for true": patch(["replace", "active", true]),
    },
  },
  {
    what: "reactivation",
    v1: patch11({ active: true }),
    right: patch(["replace", "active", true]),
    wrong: { "left out": get("v2", "/Users/U1") },
  },
  {
    what: "deactivation by DELETE",
    v1: { method: "DELETE", path: "/scim/v1/Users/U1" },
    right: { method: "DELETE", path: "/scim/v2/Users/U1" },
    wrong: { "another user": { method: "DELETE", path: "/scim/v2/Users/U2" } },
  },
  {
    what: "a PUT with all that it keeps",
    v1: put11({ title: "Lead", [v1.enterprise]: { manager: { managerId: "U2" } } }),
    right: put({ title: "Lead", [v2.enterprise]: { manager: { managerId: "U2" } } }),
    wrong: {
      "the URN of 1.1": put({ title: "Lead", [v1.enterprise]: { manager: { managerId: "U2" } } }),
      "a PATCH, which clears nothing": patch(
        ["replace", "userName", "new.user"],
        ["add", "emails", emails],
        ["replace", "title", "Lead"],
        ["add", v2.enterprise, { manager: { managerId: "U2" } }],
      ),
    },
  },
  {
    what: "a user is created",
    v1: {
      ...{ method: "POST", path: "/scim/v1/Users" },
      body: {
        ...{ schemas: [core, v1.guest], userName: "new.user", emails },
        [v1.guest]: { type: "multi" },
      },
    },
    right: {
      ...{ method: "POST", path: "/scim/v2/Users" },
      body: {
        ...{ schemas: [user, v2.guest], userName: "new.user", emails },
        [v2.guest]: { type: "multi" },
      },
    },
    wrong: {
      "the guest URN is not declared": {
        ...{ method: "POST", path: "/scim/v2/Users" },
        body: {
          ...{ schemas: [user], userName: "new.user", emails },
          [v2.guest]: { type: "multi" },
        },
      },
      "the core URN of 1.1": {
        ...{ method: "POST", path: "/scim/v2/Users" },
        body: { schemas: [core], userName: "new.user", emails },
      },
    },
  },
  {
    what: "a member leaves",
    v1: patch11({ members: [{ value: "U1", operation: "delete" }] }, "/Groups/S1"),
    right: patchGroup(["remove", 'members[value eq "U1"]']),
    wrong: {
      "a value array, which empties the group": patchGroup([
        "remove",
        "members",
        [{ value: "U1" }],
      ]),
      "added again": patchGroup(["add", "members", [{ value: "U1", operation: "delete" }]]),
      "everyone leaves": patchGroup(["remove", "members"]),
    },
  },
  {
    what: "a member enters",
    v1: patch11({ members: [{ value: "U1" }] }, "/Groups/S1"),
    right: patchGroup(["add", "members", [{ value: "U1" }]]),
    wrong: {
      "the others leave": patchGroup(["replace", "members", [{ value: "U1" }]]),
      "left out": get("v2", "/Groups/S1"),
    },
  },
  {
    what: "a member leaves and enters again",
    v1: patch11(
      { displayName: "Crew", members: [{ value: "U1" }, { value: "U1", operation: "delete" }] },
      "/Groups/S1",
    ),
    right: patchGroup(
      ["remove", 'members[value eq "U1"]'],
      ["replace", "displayName", "Crew"],
      ["add", "members", [{ value: "U1" }]],
    ),
    wrong: {
      "removed last": patchGroup(
        ["replace", "displayName", "Crew"],
        ["add", "members", [{ value: "U1" }]],
        ["remove", 'members[value eq "U1"]'],
      ),
    },
  },
  {
    what: "a list by userName",
    v1: get("v1", "/Users?filter=userName%20eq%20ada&count=2"),
    right: get("v2", "/Users?filter=userName%20eq%20%22ada%22&count=2"),
    wrong: {
      "the filter is lost": get("v2", "/Users?count=2"),
      "not equal": get("v2", "/Users?filter=not%20(userName%20eq%20%22ada%22)&count=2"),
      "another attribute": get("v2", "/Users?filter=emails%20eq%20%22ada%22&count=2"),
    },
  },
  {
    what: "a page",
    v1: get("v1", "/Users?startIndex=3&count=2"),
    right: get("v2", "/Users?startIndex=3&count=2"),
    wrong: {
      "from 0": get("v2", "/Users?startIndex=2&count=2"),
      "a larger one": get("v2", "/Users?startIndex=3&count=3"),
      groups: get("v2", "/Groups?startIndex=3&count=2"),
    },
  },
  {
    what: "one user",
    v1: get("v1", "/Users/U1"),
    right: get("v2", "/Users/U1"),
    wrong: { "a list": get("v2", "/Users"), "another one": get("v2", "/Users/U2") },
  },
];
