import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import type { Fault } from "../fault.ts";
import { objectsIn, onBody, onUser, planter } from "../plant.ts";

const plant = planter("representation");

function without(...names: readonly string[]) {
  return onUser((user) => {
    for (const name of names) delete user[name];
  });
}

function onMeta(change: (meta: JsonObject) => void) {
  return onUser((user) => {
    if (isObject(user.meta)) change(user.meta);
  });
}

/** Faults in the representation of users. */
export const representationFaults: readonly Fault[] = [
  plant(
    "user-location-wrong",
    "`meta.location` of a user points to a resource that does not exist",
    { v1: ["SCIM11-CS-5.1-12"], v2: ["SCIM20-7643-3.1-19"] },
    onMeta((meta) => {
      meta.location = `${meta.location}X`;
    }),
  ),
  plant(
    "user-location-relative",
    "`meta.location` of a user is not absolute",
    { v1: ["SCIM11-CS-5.1-12"], v2: ["SCIM20-7643-3.1-19"] },
    onMeta((meta) => {
      meta.location = String(meta.location).replace(/^https?:\/\/[^/]+/, "");
    }),
  ),
  plant(
    "v2-location-of-v1",
    "`meta.location` contains v1 in v2.0",
    { v2: ["SCIM20-7644-3.13-01"] },
    onMeta((meta) => {
      meta.location = String(meta.location).replace("/scim/v2/", "/scim/v1/");
    }),
  ),
  plant(
    "v1-location-without-version",
    "`meta.location` contains no version in v1.1",
    { v1: ["SCIM11-API-3.10-01"] },
    onMeta((meta) => {
      meta.location = String(meta.location).replace("/scim/v1/", "/scim/");
    }),
  ),
  plant(
    "user-without-schemas",
    "Users have no `schemas`",
    { v1: ["SCIM11-CS-3-05", "SCIM11-CS-5.2-01"], v2: ["SCIM20-7643-2.1-03", "SCIM20-7643-3-01"] },
    without("schemas"),
  ),
  plant(
    "user-schemas-doubled",
    "`schemas` of a user contains a URN twice",
    { v1: ["SCIM11-CS-5.2-02"], v2: ["SCIM20-7643-3-02"] },
    onUser((user) => {
      if (Array.isArray(user.schemas)) user.schemas = [...user.schemas, user.schemas[0]];
    }),
  ),
  plant(
    "v2-user-has-v1-urn",
    "`schemas` of a user contains v1.1's core URN in v2.0",
    { v2: ["SCIM20-7643-3.3-01", "DIFF-URN-01"] },
    onUser((user) => {
      if (Array.isArray(user.schemas)) {
        user.schemas = ["urn:scim:schemas:core:1.0", ...user.schemas.slice(1)];
      }
    }),
  ),
  plant(
    "v1-user-has-v2-urn",
    "`schemas` of a user contains v2.0's core URN in v1.1",
    { v1: ["DIFF-URN-01", "SLACK-REPR-11", "SLACK-REPR-05"] },
    onUser((user) => {
      if (Array.isArray(user.schemas)) {
        const [, ...rest] = user.schemas;
        user.schemas = ["urn:ietf:params:scim:schemas:core:2.0:User", ...rest];
      }
    }),
  ),
  plant(
    "user-without-id",
    "Users in lists have no `id`",
    {
      v1: ["SCIM11-CS-5.1-01", "SCIM11-API-3.2-01"],
      v2: ["SCIM20-7643-3.1-01", "SCIM20-7644-3.4.2.5-03"],
    },
    onBody({ operation: "list", resource: "Users" }, (body) => {
      for (const user of objectsIn(body.Resources)) delete user.id;
    }),
  ),
  plant(
    "user-without-meta",
    "Users have no `meta`",
    {
      v1: ["SCIM11-API-3.2-01", "SCIM11-CS-5.1-09", "SCIM11-API-3.7-02"],
      v2: ["SCIM20-7643-3.1-12"],
    },
    without("meta"),
  ),
  plant(
    "user-created-no-date",
    "`meta.created` is not a date",
    { v1: ["SCIM11-CS-5.1-09"], v2: ["SCIM20-7643-3.1-15"] },
    onMeta((meta) => {
      meta.created = "recently";
    }),
  ),
  plant(
    "user-created-date-only",
    "`meta.created` has no time",
    { v1: ["SCIM11-CS-5.1-09", "SLACK-REPR-04"], v2: ["SCIM20-7643-3.1-15", "SLACK-REPR-04"] },
    onMeta((meta) => {
      meta.created = String(meta.created).slice(0, 10);
    }),
  ),
  plant(
    "user-meta-attributes-returned",
    "`meta.attributes` is in a response",
    {
      v1: ["SCIM11-CS-5.1-14", "SLACK-REPR-01"],
      v2: ["DIFF-META-03", "SCIM20-7643-2.3-11", "SLACK-REPR-01"],
    },
    onMeta((meta) => {
      meta.attributes = [];
    }),
  ),
  plant(
    "user-without-user-name",
    "Users have no `userName`",
    {
      v1: ["SCIM11-CS-6.1-01", "SLACK-USER-14", "SLACK-USER-15"],
      v2: ["SCIM20-7643-4.1.1-01"],
    },
    without("userName"),
  ),
  plant(
    "user-active-as-string",
    "`active` is a string",
    {
      v1: ["SCIM11-CS-3.1-01", "SLACK-PATCH-05", "SLACK-PATCH-53"],
      v2: ["SCIM20-7643-2.3-04", "SLACK-PATCH-05", "SLACK-PATCH-53"],
    },
    onUser((user) => {
      user.active = String(user.active);
    }),
  ),
  plant(
    "user-two-primary-emails",
    "Every e-mail address is primary",
    {
      v1: ["SCIM11-CS-3.2-01", "SCIM11-API-3.3.2-11", "SCIM11-API-3.3.2-22", "SLACK-PATCH-16"],
      v2: [
        "SCIM20-7643-2.4-01",
        "SCIM20-7643-2.4-02",
        "SCIM20-7643-2.4-03",
        "SCIM20-7644-3.5.2.1-03",
      ],
    },
    onUser((user) => {
      user.emails = objectsIn(user.emails).flatMap((email) => [
        { ...email, primary: true },
        { value: `second-${email.value}`, primary: true },
      ]);
    }),
  ),
  plant(
    "user-emails-as-object",
    "`emails` is an object instead of an array",
    {
      v1: ["SCIM11-API-3.6-06", "SLACK-PATCH-14", "SLACK-USER-19"],
      v2: ["SLACK-REPR-05", "SLACK-PATCH-14", "SLACK-USER-19"],
    },
    onUser((user) => {
      [user.emails] = objectsIn(user.emails);
    }),
  ),
  plant(
    "user-emails-swapped",
    "The second address comes first",
    { v1: ["SLACK-REPR-09"], v2: ["SLACK-REPR-09"] },
    onUser((user) => {
      user.emails = [...objectsIn(user.emails)].reverse();
    }),
  ),
  plant(
    "user-name-as-string",
    "`name` is a string instead of an object",
    {
      v1: [
        "SCIM11-API-3.6-06",
        "SCIM11-API-3.3.2-07",
        "SCIM11-API-3.8-04",
        "SLACK-PATCH-12",
        "SLACK-PROPERTY-03",
        "SLACK-PUT-01",
        "SLACK-USER-11",
      ],
      v2: ["SLACK-REPR-05", "SCIM20-7643-2.3-02", "SLACK-PROPERTY-03", "SLACK-USER-11"],
    },
    onUser((user) => {
      const name = isObject(user.name) ? user.name : {};
      user.name = `${name.givenName} ${name.familyName}`;
    }),
  ),
  plant(
    "user-extension-not-declared",
    "`schemas` does not contain the URNs of extension blocks",
    {
      v1: ["SCIM11-CS-4-02", "SLACK-USER-31"],
      v2: ["SCIM20-7643-3-05", "SCIM20-7644-3.5.2-12", "SLACK-USER-31"],
    },
    onUser((user) => {
      if (Array.isArray(user.schemas)) user.schemas = user.schemas.slice(0, 1);
    }),
  ),
  plant(
    "user-nick-name-differs",
    "`nickName` is not the `userName`",
    {
      v1: [
        "SLACK-USER-13",
        "SAME-05",
        "SCIM11-CS-6.1-06",
        "SLACK-PATCH-07",
        "SLACK-PATCH-08",
        "SLACK-PUT-05",
      ],
      v2: [
        "SLACK-USER-13",
        "SAME-05",
        "SCIM20-7643-4.1.1-08",
        "SLACK-PATCH-07",
        "SLACK-PATCH-08",
        "SLACK-PUT-05",
      ],
    },
    onUser((user) => {
      user.nickName = `${user.nickName}x`;
    }),
  ),
  plant(
    "phones-not-swapped",
    "Phone types are returned as in the request",
    {
      v1: [
        "SLACK-PATCH-21",
        "DIFF-PHONE-01",
        "SCIM11-CS-6.2-03",
        "SLACK-PATCH-22",
        "SLACK-PATCH-23",
      ],
      v2: ["SLACK-PATCH-21", "DIFF-PHONE-01"],
    },
    { defects: { phonesNotSwapped: true } },
  ),
  plant(
    "v2-phones-not-swapped",
    "Phone types are returned as in the request in v2.0 only",
    {
      v2: ["SLACK-PATCH-21", "DIFF-PHONE-01", "SCIM20-7643-4.1.2-04", "SLACK-PATCH-22"],
    },
    { defects: { phonesNotSwapped: true } },
  ),
  plant(
    "user-profile-url-relative",
    "`profileUrl` is not an absolute URL",
    { v1: ["SCIM11-CS-6.1-07"], v2: ["SCIM20-7643-4.1.1-09"] },
    onUser((user) => {
      user.profileUrl = "/team/somebody";
    }),
  ),
  plant(
    "user-photo-url-raw-space",
    "The photo's URL contains an unencoded space",
    { v1: ["SCIM11-API-1.2-01"], v2: ["SCIM20-7644-1-01"] },
    onUser((user) => {
      for (const photo of objectsIn(user.photos)) photo.value = `${photo.value} big`;
    }),
  ),
  plant(
    "user-groups-empty",
    "`groups` of a user is always empty",
    { v1: ["SCIM11-CS-6.2-07"], v2: ["SCIM20-7643-4.1.2-09"] },
    onUser((user) => {
      user.groups = [];
    }),
  ),
  plant(
    "user-timezone-unknown",
    "`timezone` is not an Olson name",
    {
      v1: ["SCIM11-CS-6.1-09", "SLACK-PATCH-03", "SLACK-USER-04"],
      v2: ["SCIM20-7643-4.1.1-12", "SCIM20-7644-3.3-02"],
    },
    onUser((user) => {
      user.timezone = "Pacific";
    }),
  ),
  plant(
    "user-role-lost",
    "`roles` is always unset",
    {
      v1: ["SLACK-USER-23", "SAME-04", "SCIM11-CS-3.2-04", "SLACK-PATCH-35", "SLACK-PATCH-36"],
      v2: ["SCIM20-7643-4.1.2-14", "SLACK-PATCH-35", "SLACK-PATCH-36", "SLACK-USER-24"],
    },
    onUser((user) => {
      if ("roles" in user) user.roles = [{ value: null, primary: true }];
    }),
  ),
  plant(
    "user-address-lost",
    "`addresses` is always unset",
    {
      v1: [
        "SLACK-USER-21",
        "SAME-04",
        "SCIM11-API-3.3.2-13",
        "SLACK-PATCH-30",
        "SLACK-PATCH-31",
        "SLACK-USER-22",
      ],
      v2: ["SCIM20-7643-4.1.2-07", "SLACK-PATCH-30", "SLACK-PATCH-31", "SLACK-USER-22"],
    },
    onUser((user) => {
      for (const address of objectsIn(user.addresses)) address.locality = null;
    }),
  ),
  plant(
    "user-attribute-name-invalid",
    "A user has an attribute whose name no specification allows",
    { v1: ["SCIM11-CS-3-03", "SCIM11-CS-3-04"], v2: ["SCIM20-7643-2.1-02"] },
    onUser((user) => {
      user["1 odd name"] = true;
    }),
  ),
];
