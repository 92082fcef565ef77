import type { Outcome } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { clause, doc, inf, obs, slackClause, slackClauses } from "../clause.ts";
import { oneOf, success } from "../expectation.ts";
import { asJson, at, items, textAt, typeOf } from "../json.ts";
import { notObserved } from "../not-observed.ts";
import { withoutGroups } from "../provider/offered-groups.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { idIn, isOnAnotherHost, isSameLocation } from "../run/location.ts";
import { blocked, Skip } from "../run/stop.ts";
import { withValues } from "../with-values.ts";
import { differing } from "./differences.ts";
import { createMinimal, fullUser, minimalUser, readFullUser } from "./samples.ts";

/** Slack's default values for a user created with userName and e-mail address only. */
const defaults = { timezone: "America/Los_Angeles", title: "", photos: 1, active: true };

const area = "users";
const safety = "write";

/** Creation of users: SCIM 1.1 protocol §3.1, RFC 7644 §3.3. */
export const create: readonly Requirement[] = [
  {
    title: "POST of a user or group returns 201",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-API-3.1-01", obs("FACT-USER-03")),
      "2.0": clause("SCIM20-7644-3.3-04", inf("FACT-USER-04")),
    },
    expect: { user: 201, group: 201 },
    check: async (t) => ({
      user: await statusOfFirst(t),
      group: (await t.provider.offers.groups())
        ? (await t.fixtures.emptyGroup()).status
        : withoutGroups(),
    }),
  },
  {
    title: "POST returns the new resource",
    area,
    safety,
    versions: {
      "1.1": clause(
        "SCIM11-API-3.1-02",
        obs(
          "FACT-GROUP-03",
          { user: [], group: oneOf([], "no body") },
          "the response to POST of a group may have no body",
        ),
      ),
      "2.0": clause("SCIM20-7644-3.3-05", doc("FACT-USER-05")),
    },
    expect: { user: [], group: [] },
    check: async (t) => {
      const { sent, created } = await firstUser(t);
      const user: string[] = [];
      for (const name of notShown(t, created.resource, sent)) {
        if ((await t.provider.offers.attribute(name)) && (await t.provider.shows.attribute(name)))
          user.push(name);
      }
      const shown = sentAndReturned(user, sent, created);
      if (!(await t.provider.offers.groups())) return { user: shown, group: withoutGroups() };
      if (created.resource?.id === undefined) {
        return {
          user: shown,
          group: notObserved("blocked-by", "a user without an id cannot be made a member"),
        };
      }
      const group = await t.createdGroup();
      if (group.created.text === "") return { user: shown, group: "no body" };
      const lost = notShown(t, group.created.resource, group.sent);
      return { user: shown, group: sentAndReturned(lost, group.sent, group.created) };
    },
  },
  {
    title: "POST returns the Location of the new resource",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-API-3.1-03", noLocation()),
      "2.0": clause("SCIM20-7644-3.3-06", noLocation()),
    },
    expect: { location: "as meta.location", leadsTo: "the new user" },
    check: async (t) => {
      const { sent, created } = await firstUser(t);
      const { location } = created.headers;
      if (location === undefined) {
        return { location: "absent", leadsTo: notObserved("blocked-by", "there is no Location") };
      }
      // That meta has a location is another rule.
      const { location: other = location } = created.resource?.meta ?? {};
      const same = isSameLocation(location, other, t.client.baseUrl);
      return {
        location:
          created.text === ""
            ? notObserved("not-applicable", "the response has no body")
            : withValues(
                same ? "as meta.location" : "another",
                { "header Location": location, "meta.location": created.resource?.meta?.location },
                created,
              ),
        leadsTo: await leadsTo(t, location, sent, created.resource?.id),
      };
    },
  },
  {
    title: "POST, GET and list return the same user",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-API-3.2.1-02"),
      "2.0": clause("SCIM20-7644-3.1-03"),
    },
    expect: { created: [], listed: [] },
    check: async (t) => {
      const { created, sent } = await fullUser(t);
      const read = await readFullUser(t);
      const found = await t.users.list({ filter: `userName eq "${sent.userName}"` });
      const entry = found.resource?.resources.find((user) => user.id === read.resource?.id);
      const raw = at(found.json, "Resources", 0);
      // In SCIM 1.1 the `schemas` of the list may stand for those of its resources (protocol §3.2.2, example).
      const isBare = !t.provider.shows.schemasOfListed && at(raw, "schemas") === undefined;
      const schemas = t.version === "1.1" && isBare ? { schemas: at(read.json, "schemas") } : {};
      return {
        created: differing(["POST", created], ["GET", read]),
        // Filters have their own requirements.
        listed:
          entry === undefined
            ? notObserved("blocked-by", "the filter does not find the user")
            : differing(
                ["list", { ...found, json: { ...Object(raw), ...schemas } }],
                ["GET", read],
              ),
      };
    },
  },
  {
    title: "id and meta are assigned on creation",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7643-3.1-12", doc("FACT-ID-01")) },
    expect: { id: "string", created: "string", location: "string" },
    check: async (t) => {
      const { created } = await firstUser(t);
      const { json } = created;
      return {
        id: withValues(typeOf(at(json, "id")), {}, created),
        created: withValues(
          typeOf(at(json, "meta", "created")),
          { meta: at(json, "meta") },
          created,
        ),
        location: withValues(
          typeOf(at(json, "meta", "location")),
          { meta: at(json, "meta") },
          created,
        ),
      };
    },
  },
  {
    title: "meta.resourceType of a new resource matches its endpoint",
    area,
    safety,
    versions: {
      "2.0": clause(
        "SCIM20-7644-3.3-08",
        doc("FACT-ID-10", { user: "absent", group: "absent" }, "meta has no resourceType"),
      ),
    },
    expect: { user: "User", group: "Group" },
    check: async (t) => {
      const of = (json: unknown) => asJson(at(json, "meta", "resourceType")) ?? "absent";
      const group = (await t.createdGroup()).created;
      if (group.json === undefined)
        throw new Skip("not-applicable", "the response to POST of the group is empty");
      return { user: of((await t.createdUser()).created.json), group: of(group.json) };
    },
  },
  {
    title: "meta.lastModified of a new resource equals meta.created",
    area,
    safety,
    versions: {
      "1.1": {
        ...clause("SCIM11-CS-5.1-10", noLastModified()),
        expect: { lastModified: oneOf("as created", "absent") },
      },
      "2.0": clause("SCIM20-7643-3.1-16", noLastModified()),
    },
    expect: { lastModified: "as created" },
    check: async (t) => {
      const { created } = await t.createdUser();
      const { json } = created;
      const modified = at(json, "meta", "lastModified");
      if (modified === undefined) return { lastModified: "absent" };
      const made = at(json, "meta", "created");
      const same = Date.parse(String(modified)) === Date.parse(String(made));
      return {
        lastModified: withValues(
          same ? "as created" : "another",
          { "meta.created": made, "meta.lastModified": modified },
          created,
        ),
      };
    },
  },
  {
    title: "POST of a user with only a userName and an e-mail address is accepted",
    area,
    safety,
    versions: slackClauses("SLACK-USER-61", "DOC", "FACT-USER-40"),
    expect: { status: success },
    check: async (t) => ({ status: (await createMinimal(t)).created.status }),
  },
  {
    title: "omitted attributes get default values",
    area,
    safety,
    versions: {
      "1.1": { ...slackClause("SLACK-USER-04", "DOC", "FACT-USER-30"), expect: defaults },
      "2.0": clause("SCIM20-7644-3.3-02", doc("FACT-USER-30", defaults)),
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
];

/** What is at the Location of a new user; a provider behind a proxy may name another host. */
async function leadsTo(
  t: CheckContext,
  location: string,
  { userName = "" }: NeutralUser,
  id: string | undefined,
) {
  if (idIn(location) === undefined) return `${location}, which has no id`;
  const { baseUrl } = t.client;
  // A relative URI is allowed (RFC 9110 §10.2.2).
  const absolute = URL.canParse(location, `${baseUrl}/Users`)
    ? new URL(location, `${baseUrl}/Users`).href
    : location;
  const { ownUrls } = t.provider.shows;
  const isElsewhere = isOnAnotherHost(absolute, baseUrl);
  const answer = ownUrls || !isElsewhere ? await t.client.follow(absolute) : undefined;
  if (answer === undefined && !ownUrls) {
    return notObserved("not-applicable", "the Location is not below the base URL");
  }
  const shown = at(answer?.json, "userName");
  const isNamed = typeof shown === "string" && shown.toLowerCase() === userName?.toLowerCase();
  const isNew = isNamed || (id !== undefined && at(answer?.json, "id") === id);
  if (answer?.status === 200 && isNew) return "the new user";
  return `${location}, HTTP ${answer?.status ?? "(not below the base URL)"}, userName ${textAt(answer?.json, "userName")}`;
}

/** The status of the first POST, and which attribute caused it to be rejected, where that is known. */
async function statusOfFirst(t: CheckContext): Promise<number | string> {
  const { status } = (await t.firstUser()).created;
  const { refused } = t.fixtures;
  if (status !== 400 || !refused) return status;
  return `${status}, but not without ${refused.attributes.join(", ")}`;
}

/**
 * The first user and the response to its POST.
 * @throws Skip where it is rejected
 */
async function firstUser(t: CheckContext) {
  const first = t.fixtures.refused ? await t.createdUser() : await t.firstUser();
  if (first.created.status >= 300)
    throw blocked(`creating a user returned ${describeAnswer(first.created)}`);
  return first;
}

/** The names of what a POST does not return as it was sent, with both values for the message. */
function sentAndReturned(names: string[], sent: object, answer: Outcome<unknown>) {
  const values = names.flatMap((name) => [
    [`${name} sent`, at(sent, name)],
    [`${name} returned`, at(answer.resource, name)],
  ]);
  return withValues(names, Object.fromEntries(values), answer);
}

/** What is missing in the response to a POST, of the values sent. Other rules judge what the provider adds. */
function notShown(t: CheckContext, answer: unknown, sent: object): string[] {
  const values = Object.entries(sent)
    .filter(([name]) => !t.provider.shows.mayHide(name))
    .filter(([name, value]) => !shows(t, at(answer, name), value));
  return values.map(([name]) => name);
}

/** Whether a value contains what was sent; the `type` of an entry may be missing (FACT-USER-75). */
function shows(t: CheckContext, value: unknown, sent: unknown): boolean {
  if (Array.isArray(sent)) {
    // Slack once returned an empty second e-mail address (FACT-USER-52).
    const entries = items(value).filter((entry) => at(entry, "value") !== "");
    const isThere = (one: unknown, i: number) =>
      t.provider.shows.orderOfValues
        ? shows(t, entries[i], one)
        : entries.some((entry) => shows(t, entry, one));
    return entries.length === sent.length && sent.every(isThere);
  }
  if (typeof sent !== "object" || sent === null)
    return value === sent || isCanonical(t, value, sent);
  return Object.entries(sent).every(
    ([name, inner]) => name === "type" || shows(t, at(value, name), inner),
  );
}

/** Whether a string is the canonical form of another: it differs in case (RFC 7643 §2.4, §4.1.1). */
function isCanonical(t: CheckContext, value: unknown, sent: unknown): boolean {
  if (t.provider.shows.exactTexts || typeof value !== "string" || typeof sent !== "string")
    return false;
  return value.toLowerCase() === sent.toLowerCase();
}

function noLocation() {
  return inf("FACT-FORMAT-19", { location: "absent" }, "sends no Location header");
}

function noLastModified() {
  return doc("FACT-ID-09", { lastModified: "absent" }, "meta has no lastModified");
}
