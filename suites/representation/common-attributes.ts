import { clause, doc } from "../clause.ts";
import { oneOf } from "../expectation.ts";
import { asJson, at, items } from "../json.ts";
import { notObserved } from "../not-observed.ts";
import { withoutGroups } from "../provider/offered-groups.ts";
import type { Requirement } from "../requirement.ts";
import { isOnAnotherHost, isSameLocation } from "../run/location.ts";
import { Skip } from "../run/stop.ts";
import { withValues } from "../with-values.ts";
import { distinct, listOfGroups, listOfUsers, onSeen, type Seen, violationsIn } from "./seen.ts";
import { isDateTime, members } from "./walk.ts";

/** Attributes that every resource has: SCIM 1.1 core schema §5, RFC 7643 §3. */
export const commonAttributes: readonly Requirement[] = [
  onSeen(
    "every resource has a non-empty id",
    {
      "1.1": clause("SCIM11-CS-5.1-01", doc("FACT-ID-01")),
      "2.0": clause("SCIM20-7643-3.1-01", doc("FACT-ID-01")),
    },
    { without: [] },
    (resources) => ({
      without: violationsIn(resources, function* (json) {
        const id = at(json, "id");
        if (typeof id !== "string" || id === "") yield "id";
      }),
    }),
  ),
  {
    title: "ids are unique",
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
      const shared = ids.filter((id, index) => ids.indexOf(id) !== index);
      return { sharedIds: withValues(shared.length, { "ids listed twice": shared.slice(0, 3) }) };
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
      bulkIds: violationsIn(resources, function* (json) {
        if (/bulkid/i.test(String(at(json, "id")))) yield "id";
      }),
    }),
  ),
  onSeen(
    "every resource has id and meta",
    { "1.1": clause("SCIM11-API-3.2-01", doc("FACT-ID-01")) },
    { without: [] },
    (resources) => ({
      without: violationsIn(resources, function* (json) {
        for (const name of ["id", "meta"]) if (at(json, name) === undefined) yield name;
      }),
    }),
  ),
  {
    title: "id is returned whichever attributes are requested",
    area: "representation",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7643-3.1-07") },
    expect: { chosen: true, excluded: true },
    check: async (t) => {
      const { id } = await t.sharedUser();
      const has = async (query: Record<string, string>) => {
        const answer = await t.users.get(id, { query });
        const shown = answer.resource?.id;
        return withValues(shown === id, { "id asked": id, "id returned": shown }, answer);
      };
      return {
        chosen: await has({ attributes: "userName" }),
        excluded: await has({ excludedAttributes: "id" }),
      };
    },
  },
  {
    title: "ids are case-sensitive",
    area: "representation",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7643-3.1-06") },
    expect: { found: false },
    check: async (t) => {
      const { id } = await t.sharedUser();
      const other = id === id.toLowerCase() ? id.toUpperCase() : id.toLowerCase();
      if (other === id) throw new Skip("not-applicable", "the id has no letters");
      const answer = await t.users.get(other);
      return {
        found: withValues(
          answer.status < 400,
          { "id of the user": id, "id asked": other, "id returned": answer.resource?.id },
          answer,
        ),
      };
    },
  },
  onSeen(
    "meta.created is a dateTime",
    {
      "1.1": clause("SCIM11-CS-5.1-09", doc("FACT-ID-11")),
      "2.0": clause("SCIM20-7643-3.1-15", doc("FACT-ID-11")),
    },
    { wrong: [] },
    (resources) => ({
      wrong: violationsIn(resources, function* (json) {
        if (!isDateTime(at(json, "meta", "created"))) yield "meta.created";
      }),
    }),
  ),
  onSeen(
    "meta.attributes is never returned",
    { "1.1": clause("SCIM11-CS-5.1-14", doc("FACT-ID-08")) },
    { returned: [] },
    (resources) => ({
      returned: violationsIn(resources, function* (json) {
        if (at(json, "meta", "attributes") !== undefined) yield "meta.attributes";
      }),
    }),
  ),
  onSeen(
    "the sub-attribute operation is never returned",
    { "1.1": clause("SCIM11-CS-3.2-03") },
    { returned: [] },
    (resources) => ({
      returned: violationsIn(resources, function* (json) {
        for (const { name, path } of members(json)) if (name === "operation") yield path;
      }),
    }),
  ),
  onSeen(
    "meta.resourceType is the name of the resource type",
    {
      "2.0": clause(
        "SCIM20-7643-3.1-14",
        doc("FACT-ID-10", { User: ["absent"], Group: ["absent"] }, "meta has no resourceType"),
      ),
    },
    { User: ["User"], Group: ["Group"] },
    async (resources, t) => {
      const namesOf = (wanted: Seen["type"]) =>
        distinct(
          resources
            .filter(({ type }) => type === wanted)
            .map(({ json }) => String(asJson(at(json, "meta", "resourceType")) ?? "absent")),
        );
      const hasGroups = await t.provider.offers.groups();
      const hasSeen = resources.some(({ type }) => type === "Group");
      const none = notObserved("not-applicable", "there is no group");
      return {
        User: namesOf("User"),
        Group: !hasGroups ? withoutGroups() : hasSeen ? namesOf("Group") : none,
      };
    },
  ),
  {
    title: "meta.location is an absolute URL of the resource",
    area: "representation",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-CS-5.1-12", doc("FACT-ID-13")),
      "2.0": clause("SCIM20-7643-3.1-19", doc("FACT-ID-13")),
    },
    expect: { user: "the same resource", group: "the same resource" },
    check: async (t) => {
      const at = async (location: string | undefined, id: string) => {
        if (location === undefined) return "absent";
        if (!URL.canParse(location)) {
          return withValues("not absolute", { "meta.location": location });
        }
        const { ownUrls } = t.provider.shows;
        if (!ownUrls && isOnAnotherHost(location, t.client.baseUrl)) {
          throw new Skip("not-applicable", "meta.location is outside the base URL");
        }
        const answer = await t.client.follow(location);
        if (answer === undefined) {
          if (!ownUrls) {
            throw new Skip("not-applicable", "meta.location is outside the base URL");
          }
          return withValues("outside the base URL", { "meta.location": location });
        }
        const isSame = answer.json !== undefined && answer.resource?.id === id;
        return withValues(
          isSame ? "the same resource" : `HTTP ${answer.status}`,
          { "meta.location": location, "id returned": answer.resource?.id },
          answer,
        );
      };
      const user = (await t.users.get((await t.sharedUser()).id)).resource;
      const seen = await at(user?.meta?.location, user?.id ?? "");
      if (!(await t.provider.offers.groups())) return { user: seen, group: withoutGroups() };
      const group = (await t.groups.get((await t.sharedGroup()).id)).resource;
      return { user: seen, group: await at(group?.meta?.location, group?.id ?? "") };
    },
  },
  {
    title: "the Content-Location header of a GET equals meta.location",
    area: "representation",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7643-3.1-18") },
    expect: { same: true },
    check: async (t) => {
      const answer = await t.users.get((await t.sharedUser()).id);
      const { headers, resource } = answer;
      const header = headers["content-location"];
      if (header === undefined) throw new Skip("not-offered", "no Content-Location header is sent");
      const location = resource?.meta?.location;
      const same = isSameLocation(header, location, t.client.baseUrl);
      const values = { "header Content-Location": header, "meta.location": location };
      return { same: withValues(same, values, answer) };
    },
  },
  {
    title: "meta.version, where returned, equals the ETag header",
    area: "representation",
    safety: "read",
    needs: ["etag"],
    versions: {
      "1.1": clause("SCIM11-CS-5.1-13"),
      "2.0": clause("SCIM20-7643-3.1-20"),
    },
    expect: { version: oneOf("the ETag", "absent") },
    check: async (t) => {
      const answer = await t.users.get((await t.sharedUser()).id);
      const { headers, resource } = answer;
      const version = resource?.meta?.version;
      if (version === undefined) return { version: "absent" };
      const seen = version === headers.etag ? "the ETag" : "another";
      const values = { "header ETag": headers.etag, "meta.version": version };
      return { version: withValues(seen, values, answer) };
    },
  },
];
