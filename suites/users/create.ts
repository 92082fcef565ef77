import { clause, doc, inf, obs, slackClause, slackClauses } from "../clause.ts";
import { oneOf, success } from "../expectation.ts";
import { asJson, at, typeOf } from "../json.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { Skip } from "../run/stop.ts";
import { differences } from "./differences.ts";
import {
  createWithPassword,
  createWithUnsupported,
  fullUser,
  minimalUser,
  password,
  presumptuousUser,
  readFullUser,
} from "./samples.ts";

/** What Slack gives a user that was created with its name and address only. */
const defaults = { timezone: "America/Los_Angeles", title: "", photos: 1, active: true };

const area = "users";
const safety = "write";

/** Creation of users: SCIM 1.1 protocol §3.1, RFC 7644 §3.3. */
export const create: readonly Requirement[] = [
  {
    title: "a successful create answers 201",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-API-3.1-01", "MUST*", obs("§2")),
      "2.0": clause("SCIM20-7644-3.3-04", "SHALL", inf("§2", { user: success, group: success })),
    },
    expect: { user: 201, group: 201 },
    check: async (t) => ({
      user: (await t.createdUser()).created.status,
      group: (await t.createdGroup()).created.status,
    }),
  },
  {
    title: "the answer to a create is the new resource",
    area,
    safety,
    versions: {
      "1.1": clause(
        "SCIM11-API-3.1-02",
        "MUST",
        obs("§2", { user: [], group: oneOf([], "no body") }, "a group's create may have no body"),
      ),
      "2.0": clause("SCIM20-7644-3.3-05", "SHOULD", doc("§2")),
    },
    expect: { user: [], group: [] },
    check: async (t) => {
      const user = await t.createdUser();
      const group = await t.createdGroup();
      const without = (body: unknown, sent: object) =>
        ["id", "meta", ...Object.keys(sent)].filter(
          (name) => at(body, name) === undefined && shown(t, name),
        );
      if (group.created.text === "") {
        return { user: without(user.created.resource, user.sent), group: "no body" };
      }
      const { resource } = group.created;
      const members = resource?.members?.length === group.sent.members?.length;
      return {
        user: without(user.created.resource, user.sent),
        group: [...without(resource, group.sent), ...(members ? [] : ["members"])],
      };
    },
  },
  {
    title: "the answer to a create has the Location of the new resource",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-API-3.1-03", "MUST*", noLocation()),
      "2.0": clause("SCIM20-7644-3.3-06", "SHALL", noLocation()),
    },
    expect: { location: "as meta.location" },
    check: async (t) => {
      const { created } = await t.createdUser();
      const { location } = created.headers;
      if (location === undefined) return { location: "absent" };
      const same = location === created.resource?.meta?.location;
      return { location: same ? "as meta.location" : "another" };
    },
  },
  {
    title: "the user read, the user created and the user listed are the same",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-API-3.2.1-02", "MUST*"),
      "2.0": clause("SCIM20-7644-3.1-03", "SHALL"),
    },
    expect: { created: [], listed: [] },
    check: async (t) => {
      const { created, sent } = await fullUser(t);
      const read = await readFullUser(t);
      const found = await t.users.search({ filter: `userName eq "${sent.userName}"` });
      const entry = found.resource?.resources.find((user) => user.id === read.resource?.id);
      const raw = at(found.json, "Resources", 0);
      return {
        created: differences(created.json, read.json),
        // Filters have requirements of their own: where this one finds nothing, nothing is said.
        listed: entry === undefined ? [] : differences(raw, read.json),
      };
    },
  },
  {
    title: "id and meta are assigned on creation",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7643-3.1-12", "MUST", doc("§3.2")) },
    expect: { id: "string", created: "string", location: "string" },
    check: async (t) => {
      const { json } = (await t.createdUser()).created;
      return {
        id: typeOf(at(json, "id")),
        created: typeOf(at(json, "meta", "created")),
        location: typeOf(at(json, "meta", "location")),
      };
    },
  },
  {
    title: "meta.resourceType of a new resource follows from its endpoint",
    area,
    safety,
    versions: {
      "2.0": clause(
        "SCIM20-7644-3.3-08",
        "SHALL",
        doc("§3.2", { user: "absent", group: "absent" }, "meta has no resourceType"),
      ),
    },
    expect: { user: "User", group: "Group" },
    check: async (t) => {
      const of = (json: unknown) => asJson(at(json, "meta", "resourceType")) ?? "absent";
      const group = (await t.createdGroup()).created;
      if (group.json === undefined) throw new Skip("the answer to the group's create is empty");
      return { user: of((await t.createdUser()).created.json), group: of(group.json) };
    },
  },
  {
    title: "meta.lastModified of a new resource is meta.created",
    area,
    safety,
    versions: {
      "1.1": {
        ...clause("SCIM11-CS-5.1-10", "MUST", noLastModified()),
        expect: { lastModified: oneOf("as created", "absent") },
      },
      "2.0": clause("SCIM20-7643-3.1-16", "MUST", noLastModified()),
    },
    expect: { lastModified: "as created" },
    check: async (t) => {
      const { json } = (await t.createdUser()).created;
      const modified = at(json, "meta", "lastModified");
      if (modified === undefined) return { lastModified: "absent" };
      const same = Date.parse(String(modified)) === Date.parse(String(at(json, "meta", "created")));
      return { lastModified: same ? "as created" : "another" };
    },
  },
  {
    title: "attributes that are left out get Slack's defaults",
    area,
    safety,
    versions: {
      "1.1": { ...slackClause("SLACK-USER-04", "DOC", "§5.1"), expect: defaults },
      "2.0": clause("SCIM20-7644-3.3-02", "MAY", doc("§5.1", defaults)),
    },
    expect: { active: true },
    check: async (t) => {
      const { resource } = (await minimalUser(t)).created;
      return {
        timezone: resource?.timezone,
        title: resource?.title,
        photos: resource?.photos?.length,
        active: resource?.active,
      };
    },
  },
  {
    title: "null in a create clears the default",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7644-3.3-03", "MAY") },
    expect: { timezone: "cleared" },
    check: async (t) => {
      const { resource, status } = await createWithUnsupported(t);
      if (resource === undefined) throw new Skip(`the create is refused: HTTP ${status}`);
      return { timezone: resource.timezone || "cleared" };
    },
  },
  {
    title: "a user can be created with a password",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7643-4.1.1-15", "MUST*") },
    expect: { status: success },
    check: async (t) => ({ status: (await createWithPassword(t)).status }),
  },
  {
    title: "a password that was sent comes back in no answer",
    area,
    safety,
    versions: {
      "1.1": slackClause("SLACK-USER-05", "DOC", "§5.1"),
      "2.0": clause("SCIM20-7643-7-10", "SHALL NOT", doc("§5.1")),
    },
    expect: { shownBy: [] },
    check: async (t) => {
      const created = await createWithPassword(t);
      const answers = { create: created.text, read: "" };
      const id = created.resource?.id;
      if (id !== undefined) answers.read = (await t.users.read(id)).text;
      return {
        shownBy: Object.entries(answers)
          .filter(([, text]) => text.includes(password))
          .map(([name]) => name),
      };
    },
  },
  {
    title: "members that are not supported are ignored or refused as invalid_request_payload",
    area,
    safety,
    versions: slackClauses("SLACK-USER-06", "DOC", "§7.1"),
    expect: { answer: oneOf("accepted", "invalid_request_payload") },
    check: async (t) => {
      const { status, error } = await createWithUnsupported(t);
      return { answer: status < 300 ? "accepted" : error?.word };
    },
  },
  {
    title: "read-only attributes in a create are ignored",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7644-3.3-01", "SHALL", inf("§3")) },
    expect: { taken: [] },
    check: async (t) => {
      const { sent, created } = await presumptuousUser(t);
      const { id, meta, groups } = created.resource ?? {};
      return {
        taken: [
          ...(id === sent.id ? ["id"] : []),
          ...(meta?.location === sent.meta?.location ? ["meta"] : []),
          ...(groups?.some((group) => group.display === "mine") ? ["groups"] : []),
        ],
      };
    },
  },
  {
    title: "the client cannot choose the id",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-5.1-04", "MUST", inf("§3")),
      "2.0": clause("SCIM20-7643-3.1-04", "MUST NOT", inf("§3")),
    },
    expect: { chosen: false },
    check: async (t) => {
      const { id, sent } = await presumptuousUser(t);
      return { chosen: id === sent.id };
    },
  },
  {
    title: "meta that the client sends is ignored",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7643-3.1-13", "SHALL", obs("§3")) },
    expect: { created: "the server's" },
    check: async (t) => {
      const { created } = await presumptuousUser(t);
      const old = created.resource?.meta?.created?.startsWith("2001-01-01");
      return { created: old ? "the client's" : "the server's" };
    },
  },
];

/** Whether Slack shows an attribute in every organisation: some need SCIM profile fields (§5.2). */
function shown(t: CheckContext, attribute: string): boolean {
  return t.profile === "rfc" || attribute !== "enterprise";
}

function noLocation() {
  return inf("§3.2", { location: "absent" }, "sends no Location header");
}

function noLastModified() {
  return doc("§3.2", { lastModified: "absent" }, "meta has no lastModified");
}
