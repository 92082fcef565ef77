import type { SearchOptions } from "../../client/index.ts";
import { clause, inf } from "../clause.ts";
import { at, items, textAt, typeOf } from "../json.ts";
import { inQuiet } from "../pagination/pages.ts";
import { statusOf } from "../provider/offered-methods.ts";
import { offered } from "../provider/optional-endpoints.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { blocked, Skip } from "../run/stop.ts";
import { withValues } from "../with-values.ts";

/** A query for one known user; for the first page where filters are not supported. */
async function question(t: CheckContext): Promise<SearchOptions> {
  const { id } = await t.sharedUser();
  const { userName } = (await t.users.get(id)).resource ?? {};
  const filters = (await t.provider.offers.capability("filter")) && typeof userName === "string";
  return { count: 5, ...(filters ? { filter: `userName eq ${JSON.stringify(userName)}` } : {}) };
}

const idsOf = (json: unknown) =>
  items(at(json, "Resources")).map((resource) => textAt(resource, "id"));

/**
 * Queries by POST, of the root, and of the authenticated subject, where supported. A query by POST
 * changes nothing, but a read-only run sends only GET.
 */
export const search: readonly Requirement[] = [
  {
    title: "a query by POST without the SearchRequest URN returns 400",
    area: "discovery",
    safety: "write",
    versions: { "2.0": clause("SCIM20-7644-3.4.3-02", inf("FACT-SERVICE-14")) },
    expect: { status: 400 },
    check: async (t) => {
      await offered(t, "search");
      const change = ({ schemas: _, ...request }: Record<string, unknown>) => request;
      return { status: (await t.users.search({ count: 1, change })).status };
    },
  },
  {
    title: "a query by POST returns the same result as by GET",
    area: "discovery",
    safety: "write",
    versions: { "2.0": clause("SCIM20-7644-3.4.3-03", inf("FACT-SERVICE-14")) },
    expect: { status: 200, sameResources: true, sameTotal: true },
    check: async (t) => {
      await offered(t, "search");
      const asked = await question(t);
      const compared = async () => {
        const get = await t.users.list(asked);
        const post = await t.users.search(asked);
        return {
          status: post.status,
          sameResources: withValues(
            idsOf(get.json).join() === idsOf(post.json).join(),
            { "ids by GET": idsOf(get.json), "ids by POST": idsOf(post.json) },
            get,
            post,
          ),
          sameTotal: withValues(
            at(get.json, "totalResults") === at(post.json, "totalResults"),
            {
              "totalResults by GET": at(get.json, "totalResults"),
              "totalResults by POST": at(post.json, "totalResults"),
            },
            get,
            post,
          ),
        };
      };
      // Without a filter the list is that of the whole organisation, which others may change.
      return asked.filter === undefined ? inQuiet(t, "users", compared) : compared();
    },
  },
  {
    title: "the server root can be queried",
    area: "discovery",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-3.4.2-07") },
    expect: { status: 200, Resources: "array" },
    check: async (t) => {
      const { status, json } = await offered(t, "root");
      return { status, Resources: typeOf(at(json, "Resources")) };
    },
  },
  {
    title: "/Me returns the permanent location of the authenticated subject",
    area: "discovery",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-3.11-02", inf("FACT-SERVICE-13")) },
    expect: { location: "its own" },
    check: async (t) => {
      const { status, headers, json } = await offered(t, "me");
      if (status !== 200) throw new Skip("not-offered", `/Me returns HTTP ${status}`);
      const location = headers["content-location"] ?? headers.location;
      const shown = location ?? at(json, "meta", "location");
      if (typeof shown !== "string") return { location: "none" };
      const answer = await t.client.follow(shown);
      const same = at(answer?.json, "id") === at(json, "id") && !shown.endsWith("/Me");
      const values = { "id of /Me": at(json, "id"), "id at the location": at(answer?.json, "id") };
      return { location: withValues(same ? "its own" : shown, values) };
    },
  },
  {
    title: "a query with too many results returns 400 and tooMany",
    area: "discovery",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-3.4.2-08") },
    expect: { status: 400, scimType: "tooMany" },
    check: async (t) => {
      const answer = await t.users.list();
      if (answer.status < 400)
        throw new Skip("not-applicable", "the list has not too many results");
      if (answer.status !== 400) throw blocked(`the list returned ${describeAnswer(answer)}`);
      const { scimType } = answer.error ?? {};
      return { status: answer.status, scimType: typeof scimType === "string" ? scimType : "none" };
    },
  },
  {
    title: "PATCH, where not supported, returns 403 or 501",
    area: "discovery",
    safety: "write",
    versions: { "1.1": clause("SCIM11-API-3.3.2-01") },
    expect: { status: { $oneOf: [403, 501] } },
    check: async (t) => {
      if (await t.provider.offers.capability("patch"))
        throw new Skip("not-applicable", "PATCH is supported");
      const { id } = await t.createdUser();
      const intent = { kind: "set", path: "title", value: "Principal" } as const;
      return { status: await statusOf("PATCH", t.users.patch(id, [intent])) };
    },
  },
  {
    title: "resources of other schemas are served at the endpoints that their schemas name",
    area: "discovery",
    safety: "read",
    versions: { "1.1": clause("SCIM11-API-3-09") },
    expect: { notThere: [] },
    check: async (t) => {
      const { json } = await t.once("all schemas", () => t.client.schemas());
      const endpoints = items(at(json, "Resources"))
        .map((schema) => String(at(schema, "endpoint") ?? ""))
        .filter((endpoint) => !/^\/?(Users|Groups|)$/.test(endpoint));
      if (endpoints.length === 0)
        throw new Skip("not-offered", "no schema of another resource type is listed");
      const notThere: string[] = [];
      for (const endpoint of endpoints) {
        const path = endpoint.replace(/^\/?/, "/");
        const answer = await t.client.follow(`${t.client.baseUrl}${path}?count=1`);
        if (answer?.status !== 200) notThere.push(endpoint);
      }
      return { notThere };
    },
  },
];
