import { clause, doc } from "../clause.ts";
import { oneOf } from "../expectation.ts";
import { asJson, at, items } from "../json.ts";
import type { Requirement } from "../requirement.ts";
import { isOnAnotherHost, isSameLocation } from "../run/location.ts";
import { Skip } from "../run/stop.ts";
import { distinct, listOfGroups, listOfUsers, offences, onSeen } from "./seen.ts";
import { isDateTime, members } from "./walk.ts";

/** Attributes that every resource has: SCIM 1.1 core schema §5, RFC 7643 §3. */
export const commonAttributes: readonly Requirement[] = [
  onSeen(
    "every representation has a non-empty id",
    {
      "1.1": clause("SCIM11-CS-5.1-01", doc("§3.2")),
      "2.0": clause("SCIM20-7643-3.1-01", doc("§3.2")),
    },
    { without: [] },
    (resources) => ({
      without: offences(resources, function* (json) {
        const id = at(json, "id");
        if (typeof id !== "string" || id === "") yield "id";
      }),
    }),
  ),
  {
    title: "no id is used by two resources",
    area: "representation",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-CS-5.1-02"),
      "2.0": clause("SCIM20-7643-3.1-02"),
    },
    expect: { sharedIds: 0 },
    check: async (t) => {
      const lists = [await listOfUsers(t), await listOfGroups(t)];
      const ids = lists
        .flatMap((list) => items(at(list.json, "Resources")))
        .map((resource) => at(resource, "id"))
        .filter((id) => typeof id === "string");
      return { sharedIds: ids.length - new Set(ids).size };
    },
  },
  onSeen(
    "no id contains bulkId",
    {
      "1.1": clause("SCIM11-CS-5.1-05"),
      "2.0": clause("SCIM20-7643-3.1-05"),
    },
    { bulkIds: [] },
    (resources) => ({
      bulkIds: offences(resources, function* (json) {
        if (/bulkid/i.test(String(at(json, "id")))) yield "id";
      }),
    }),
  ),
  onSeen(
    "id and meta are part of every representation",
    { "1.1": clause("SCIM11-API-3.2-01", doc("§3.2")) },
    { without: [] },
    (resources) => ({
      without: offences(resources, function* (json) {
        for (const name of ["id", "meta"]) if (at(json, name) === undefined) yield name;
      }),
    }),
  ),
  {
    title: "id is returned whatever attributes are asked for",
    area: "representation",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7643-3.1-07") },
    expect: { chosen: true, excluded: true },
    check: async (t) => {
      const { id } = await t.givenUser();
      const has = async (query: Record<string, string>) =>
        (await t.users.read(id, { query })).resource?.id === id;
      return {
        chosen: await has({ attributes: "userName" }),
        excluded: await has({ excludedAttributes: "id" }),
      };
    },
  },
  {
    title: "an id in other letter case is not the same id",
    area: "representation",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7643-3.1-06") },
    expect: { found: false },
    check: async (t) => {
      const { id } = await t.givenUser();
      const other = id === id.toLowerCase() ? id.toUpperCase() : id.toLowerCase();
      if (other === id) throw new Skip("not-applicable", "the id has no letters");
      return { found: (await t.users.read(other)).status < 400 };
    },
  },
  onSeen(
    "meta.created is a date and time",
    {
      "1.1": clause("SCIM11-CS-5.1-09", doc("§3.2")),
      "2.0": clause("SCIM20-7643-3.1-15", doc("§3.2")),
    },
    { wrong: [] },
    (resources) => ({
      wrong: offences(resources, function* (json) {
        if (!isDateTime(at(json, "meta", "created"))) yield "meta.created";
      }),
    }),
  ),
  onSeen(
    "meta.attributes is never returned",
    { "1.1": clause("SCIM11-CS-5.1-14", doc("§3.2")) },
    { returned: [] },
    (resources) => ({
      returned: offences(resources, function* (json) {
        if (at(json, "meta", "attributes") !== undefined) yield "meta.attributes";
      }),
    }),
  ),
  onSeen(
    "operation is never returned",
    { "1.1": clause("SCIM11-CS-3.2-03") },
    { returned: [] },
    (resources) => ({
      returned: offences(resources, function* (json) {
        for (const { name, path } of members(json)) if (name === "operation") yield path;
      }),
    }),
  ),
  onSeen(
    "meta.resourceType names the type of the resource",
    {
      "2.0": clause(
        "SCIM20-7643-3.1-14",
        doc("§3.2", { seen: ["User absent", "Group absent"].sort() }, "meta has no resourceType"),
      ),
    },
    { seen: ["Group as Group", "User as User"] },
    async (resources, t) => ({
      seen: distinct([
        ...resources.map(({ type, json }) => {
          const named = asJson(at(json, "meta", "resourceType"));
          return named === undefined ? `${type} absent` : `${type} as ${named}`;
        }),
        ...((await t.provider.offers.groups()) ? [] : ["Group as Group"]),
      ]),
    }),
  ),
  {
    title: "meta.location is an absolute URL of the same resource",
    area: "representation",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-CS-5.1-12", doc("§3.2")),
      "2.0": clause("SCIM20-7643-3.1-19", doc("§3.2")),
    },
    expect: { user: "the same resource", group: "the same resource" },
    check: async (t) => {
      const at = async (location: string | undefined, id: string) => {
        if (location === undefined) return "absent";
        if (!URL.canParse(location)) return "not absolute";
        const { ownUrls } = t.provider.shows;
        if (!ownUrls && isOnAnotherHost(location, t.client.baseUrl)) {
          throw new Skip("not-applicable", "meta.location lies outside the base URL");
        }
        const answer = await t.client.follow(location);
        if (answer === undefined) {
          if (!ownUrls) {
            throw new Skip("not-applicable", "meta.location lies outside the base URL");
          }
          return "outside the base URL";
        }
        return answer.json !== undefined && answer.resource?.id === id
          ? "the same resource"
          : `HTTP ${answer.status}`;
      };
      const user = (await t.users.read((await t.givenUser()).id)).resource;
      const seen = await at(user?.meta?.location, user?.id ?? "");
      if (!(await t.provider.offers.groups())) return { user: seen, group: "the same resource" };
      const group = (await t.groups.read((await t.givenGroup()).id)).resource;
      return { user: seen, group: await at(group?.meta?.location, group?.id ?? "") };
    },
  },
  {
    title: "the Content-Location header of a read is meta.location",
    area: "representation",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7643-3.1-18") },
    expect: { same: true },
    check: async (t) => {
      const { headers, resource } = await t.users.read((await t.givenUser()).id);
      const header = headers["content-location"];
      if (header === undefined) throw new Skip("not-offered", "no Content-Location header is sent");
      return { same: isSameLocation(header, resource?.meta?.location, t.client.baseUrl) };
    },
  },
  {
    title: "meta.version is the ETag header",
    area: "representation",
    safety: "read",
    needs: ["etag"],
    versions: {
      "1.1": clause("SCIM11-CS-5.1-13"),
      "2.0": clause("SCIM20-7643-3.1-20"),
    },
    expect: { version: oneOf("the ETag", "absent") },
    check: async (t) => {
      const { headers, resource } = await t.users.read((await t.givenUser()).id);
      const version = resource?.meta?.version;
      if (version === undefined) return { version: "absent" };
      return { version: version === headers.etag ? "the ETag" : "another" };
    },
  },
];
