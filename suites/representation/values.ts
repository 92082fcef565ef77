import { clause, doc } from "../clause.ts";
import { oneOf } from "../expectation.ts";
import { asJson, at, items, typeOf } from "../json.ts";
import type { Requirement } from "../requirement.ts";
import { Skip } from "../run/stop.ts";
import { listOfGroups, listOfUsers, onSeen, violationsIn } from "./seen.ts";
import { isDateTime, isUrn, members, multiValued } from "./walk.ts";

/** Names, data types and multi-valued attributes: SCIM 1.1 core schema §3, RFC 7643 §2. */
export const values: readonly Requirement[] = [
  onSeen(
    "attribute names consist of allowed characters",
    {
      "1.1": clause("SCIM11-CS-3-03"),
      "2.0": clause("SCIM20-7643-2.1-02"),
    },
    { wrong: [] },
    (resources, t) => {
      // SCIM 1.1 requires XML names, RFC 7643 ATTRNAME, which includes `$ref`.
      const allowed = t.version === "1.1" ? /^[\p{L}_][\p{L}\p{N}._-]*$/u : /^[A-Za-z$][\w$-]*$/;
      return {
        wrong: violationsIn(resources, function* (json) {
          for (const { name, path } of members(json)) {
            if (!isUrn(name) && !allowed.test(name)) yield path;
          }
        }),
      };
    },
  ),
  onSeen(
    "attribute names are in camel case",
    { "1.1": clause("SCIM11-CS-3-04") },
    { wrong: [] },
    (resources) => ({
      wrong: violationsIn(resources, function* (json) {
        for (const { name, path } of members(json)) {
          if (!isUrn(name) && name !== "Resources" && !/^[a-z][A-Za-z0-9]*$/.test(name)) yield path;
        }
      }),
    }),
  ),
  onSeen(
    "booleans are JSON booleans",
    {
      "1.1": clause("SCIM11-CS-3.1-01", doc("FACT-USER-34")),
      "2.0": clause("SCIM20-7643-2.3-04", doc("FACT-USER-34")),
    },
    { wrong: [] },
    (resources) => ({
      wrong: violationsIn(resources, function* (json) {
        for (const { name, path, value } of members(json)) {
          if ((path === "active" || name === "primary") && typeof value !== "boolean") {
            if (value !== null) yield path;
          }
        }
      }),
    }),
  ),
  {
    title: "the counters of a list are integers",
    area: "representation",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-CS-3.1-02", doc("FACT-LIST-10")),
      "2.0": clause("SCIM20-7643-2.3-06", doc("FACT-LIST-10")),
    },
    expect: { wrong: [] },
    check: async (t) => {
      const lists = [await listOfUsers(t), await listOfGroups(t)];
      const counters = ["totalResults", "itemsPerPage", "startIndex"];
      return {
        wrong: counters.filter((name) =>
          lists.some(({ json }) => {
            const value = at(json, name);
            return value !== undefined && !Number.isInteger(value);
          }),
        ),
      };
    },
  },
  onSeen(
    "dates and times are xsd:dateTime values",
    {
      "1.1": clause(
        "SCIM11-CS-3.1-03",
        doc("FACT-USER-45", { wrong: oneOf([], ["User.startDate"]) }, "startDate has no colon"),
      ),
      "2.0": clause(
        "SCIM20-7643-2.3-07",
        doc("FACT-USER-45", { wrong: oneOf([], ["User.startDate"]) }, "startDate has no colon"),
      ),
    },
    { wrong: [] },
    (resources) => ({
      wrong: violationsIn(resources, function* (json) {
        for (const { name, path, value } of members(json)) {
          const dated = name === "startDate" || name === "expiration" || name === "lastModified";
          if (dated && !path.endsWith("meta.created") && value !== null && !isDateTime(value)) {
            yield name;
          }
        }
      }),
    }),
  ),
  onSeen(
    "certificates are base64-encoded",
    {
      "1.1": clause("SCIM11-CS-3.1-04"),
      "2.0": clause("SCIM20-7643-2.3-08"),
    },
    { wrong: [] },
    (resources) => {
      const certificates = resources.flatMap(({ json }) => items(at(json, "x509Certificates")));
      if (certificates.length === 0)
        throw new Skip("not-applicable", "no resource has x509Certificates");
      const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
      return {
        wrong: certificates
          .map((certificate) => asJson(at(certificate, "value")) ?? null)
          .filter((value) => typeof value !== "string" || !base64.test(value)),
      };
    },
  ),
  onSeen(
    "photos have a canonical type",
    {
      "1.1": clause("SCIM11-CS-3.1-05", doc("FACT-USER-68")),
      "2.0": clause("SCIM20-7643-4.1.2-06", doc("FACT-USER-68")),
    },
    { wrong: [] },
    (resources) => ({
      wrong: violationsIn(resources, function* (json) {
        for (const photo of items(at(json, "photos"))) {
          const type = at(photo, "type");
          if (type !== undefined && type !== "photo" && type !== "thumbnail")
            yield `photos.${type}`;
        }
      }),
    }),
  ),
  onSeen(
    "multi-valued attributes are arrays, and complex ones objects",
    { "1.1": clause("SCIM11-API-3.6-06", doc("FACT-USER-53")) },
    { wrong: [] },
    (resources) => ({ wrong: violationsIn(resources, wrongContainers) }),
  ),
  onSeen(
    "complex attributes have no complex sub-attributes",
    { "2.0": clause("SCIM20-7643-2.3-11", doc("FACT-USER-53")) },
    { nested: [] },
    (resources) => ({
      nested: violationsIn(resources, function* (json) {
        for (const { path, value } of members(json)) {
          // The object of an extension holds attributes, so one more level is allowed.
          const depth = path.replace(/^urn:.*?:(?:User|Group)(?=\.|$)/, "").split(".").length;
          const block = isUrn(path);
          if (typeof value === "object" && value !== null && depth > (block ? 2 : 1)) yield path;
        }
      }),
    }),
  ),
  onSeen(
    "at most one value of a multi-valued attribute is primary",
    {
      "1.1": clause("SCIM11-CS-3.2-01", doc("FACT-USER-55")),
      "2.0": clause("SCIM20-7643-2.4-01", doc("FACT-USER-55")),
    },
    { several: [] },
    (resources) => ({
      several: violationsIn(resources, function* (json) {
        for (const [name, entries] of multiValued(json)) {
          if (entries.filter((entry) => at(entry, "primary") === true).length > 1) yield name;
        }
      }),
    }),
  ),
  onSeen(
    "no pair of type and value is returned twice",
    {
      "1.1": clause("SCIM11-CS-3.2-06"),
      "2.0": clause("SCIM20-7643-2.4-07"),
    },
    { twice: [] },
    (resources) => ({
      twice: violationsIn(resources, function* (json) {
        for (const [name, entries] of multiValued(json)) {
          const pairs = entries
            .filter((entry) => at(entry, "value") !== undefined && at(entry, "value") !== null)
            .map((entry) => JSON.stringify([at(entry, "type") ?? null, at(entry, "value")]));
          if (new Set(pairs).size < pairs.length) yield name;
        }
      }),
    }),
  ),
  onSeen(
    "passwords are never returned",
    {
      "1.1": clause("SCIM11-CS-6.1-11", doc("FACT-USER-36")),
      "2.0": clause("SCIM20-7643-4.1.1-14", doc("FACT-USER-36")),
    },
    { shown: [] },
    (resources) => ({
      shown: violationsIn(resources, function* (json) {
        for (const { name, path } of members(json)) if (/^password$/i.test(name)) yield path;
      }),
    }),
  ),
];

const containers: Readonly<Record<string, "array" | "object">> = {
  schemas: "array",
  meta: "object",
  name: "object",
  emails: "array",
  phoneNumbers: "array",
  photos: "array",
  addresses: "array",
  roles: "array",
  groups: "array",
  members: "array",
};

function* wrongContainers(resource: unknown): Generator<string> {
  for (const [name, expected] of Object.entries(containers)) {
    const value = at(resource, name);
    if (value === undefined || value === null) continue;
    if (typeOf(value) !== expected) yield name;
    // SCIM 1.1 §3.2 allows plain values in requests only; `schemas` is an array of URIs.
    else if (name !== "schemas" && items(value).some((entry) => typeOf(entry) !== "object")) {
      yield `${name} entries`;
    }
  }
}
