import type { CallOptions, JsonObject, Outcome } from "../../client/index.ts";
import { clause, doc, inf, maybe, obs, slackClause } from "../clause.ts";
import { clientError, oneOf } from "../expectation.ts";
import { asJson, at, items, textAt } from "../json.ts";
import { isNotOffered } from "../provider/not-offered.ts";
import { statusOf } from "../provider/offered-methods.ts";
import { type Optional, offered, optional } from "../provider/optional-endpoints.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { Skip } from "../run/stop.ts";
import { withValues } from "../with-values.ts";

/** Whether an optional endpoint is rejected properly: its status, and whether the error explains it. */
async function rejection(t: CheckContext, endpoint: Optional) {
  const answer = await optional(t, endpoint);
  return { answer, isExplained: Boolean(answer.error?.code) };
}

/** @throws Skip where the base URL has no version segment */
function underVersion(t: CheckContext, segment: string | undefined) {
  if (!/\/v\d[^/]*$/i.test(t.client.baseUrl))
    throw new Skip("not-applicable", "the base URL has no version segment");
  return t.client.usersUnderVersion(segment);
}

/** The discovery documents that are rejected with a query, and served without one. */
async function rejectedWith(t: CheckContext, queries: Record<string, string>[]) {
  const documents = {
    ServiceProviderConfig: (options?: CallOptions) => t.client.serviceProviderConfig(options),
    ResourceTypes: (options?: CallOptions) => t.client.resourceTypes(options),
    Schemas: (options?: CallOptions) => t.client.schemas(options),
  };
  const rejected = new Map<string, Outcome<JsonObject>>();
  for (const [name, request] of Object.entries(documents)) {
    const plain = await t.once(`/${name} without a query`, () => request());
    if (plain.status !== 200) continue;
    for (const query of queries) {
      const answer = await request({ query });
      const url = `/${name}?${new URLSearchParams(query)}`;
      if (answer.status !== 200) rejected.set(`${url}: HTTP ${answer.status}`, answer);
    }
  }
  return withValues([...rejected.keys()], {}, ...[...rejected.values()].slice(0, 2));
}

const notOffered = { $between: [400, 501] } as const;

const noVersion = inf("FACT-SERVICE-17", { status: clientError }, "rejects such a URL");

export const endpoints: readonly Requirement[] = [
  {
    title: "an unknown endpoint returns 404",
    area: "discovery",
    safety: "read",
    versions: {
      "1.1": {
        ...slackClause("SLACK-DISCOVERY-05", "DOC", "FACT-SERVICE-10"),
        // The status is a guess (FACT-ERROR-73).
        expect: { status: clientError },
      },
      "2.0": clause("SCIM20-7644-3.2-06", maybe("FACT-ERROR-73", { status: 400 })),
    },
    expect: { status: 404 },
    check: async (t) => ({ status: (await optional(t, "unknown")).status }),
  },
  {
    title: "an unknown endpoint is rejected with bad_endpoint",
    area: "discovery",
    safety: "read",
    versions: {
      "1.1": slackClause("SLACK-DISCOVERY-06", "DOC", "FACT-SERVICE-10"),
      "2.0": slackClause("SLACK-DISCOVERY-06", "DOC", "FACT-SERVICE-10"),
    },
    expect: { code: "bad_endpoint" },
    check: async (t) => ({ code: (await optional(t, "unknown")).error?.code }),
  },
  {
    title: "bulk, where not supported, is rejected with an explanation",
    area: "discovery",
    safety: "write",
    versions: {
      "1.1": clause("SCIM11-API-3.5-01", inf("FACT-SERVICE-12")),
      "2.0": clause("SCIM20-7644-3.7-01", inf("FACT-SERVICE-12")),
    },
    expect: { status: notOffered, hasExplanation: true },
    check: async (t) => {
      const { answer, isExplained } = await rejection(t, "bulk");
      const hasExplanation = withValues(isExplained, { body: answer.text }, answer);
      return { status: answer.status, hasExplanation };
    },
  },
  {
    title: "bulk, where not supported, returns 501",
    area: "discovery",
    safety: "write",
    versions: {
      "1.1": clause(
        "SCIM11-API-3.9-13",
        inf("FACT-SERVICE-12", { bulk: clientError }, "answers 404"),
      ),
      "2.0": clause(
        "SCIM20-7644-3.12-11",
        inf("FACT-SERVICE-12", { bulk: clientError }, "answers 404"),
      ),
    },
    expect: { bulk: oneOf(200, 501) },
    check: async (t) => ({ bulk: (await optional(t, "bulk")).status }),
  },
  {
    title: "/Bulk exists where the configuration announces it",
    area: "discovery",
    safety: "write",
    needs: ["bulk"],
    versions: { "1.1": clause("SCIM11-API-3-05") },
    expect: { found: true },
    check: async (t) => {
      const answer = await optional(t, "bulk");
      return { found: withValues(!isNotOffered(answer.status), {}, answer) };
    },
  },
  {
    title: "/Me, where not supported, returns 501",
    area: "discovery",
    safety: "read",
    versions: {
      "2.0": clause(
        "SCIM20-7644-3.11-01",
        inf("FACT-SERVICE-13", { status: clientError }, "answers 404"),
      ),
    },
    expect: { status: oneOf(200, 308, 501) },
    check: async (t) => ({ status: (await optional(t, "me")).status }),
  },
  {
    title: "POST to /Users/.search queries users",
    area: "discovery",
    safety: "write",
    versions: {
      "2.0": clause(
        "SCIM20-7644-3.4.3-01",
        inf("FACT-SERVICE-14", { status: clientError }, "does not offer it"),
      ),
    },
    expect: { status: 200, result: "a list" },
    check: async (t) => {
      const { status, json } = await offered(t, "search");
      const id = at(json, "id");
      const single = id === undefined ? "no list" : `a resource with the id ${String(id)}`;
      return { status, result: at(json, "totalResults") === undefined ? single : "a list" };
    },
  },
  {
    title: "optional endpoints are served, or rejected with an explanation",
    area: "discovery",
    safety: "write",
    versions: { "2.0": clause("SCIM20-7644-3.2-03", inf("FACT-SERVICE-12")) },
    expect: { unexplained: [] },
    check: async (t) => {
      const names = ["me", "bulk", "search"] as const;
      const answers = await Promise.all(names.map((name) => rejection(t, name)));
      const unexplained = answers.flatMap(({ answer, isExplained }, index) =>
        answer.status >= 400 && !isExplained ? [{ name: names[index] ?? "", answer }] : [],
      );
      const bodies = unexplained.map(({ name, answer }) => [`body of ${name}`, answer.text]);
      return {
        unexplained: withValues(
          unexplained.map(({ name }) => name),
          Object.fromEntries(bodies),
          ...unexplained.map(({ answer }) => answer),
        ),
      };
    },
  },
  {
    title: "an unknown protocol version in the URL is rejected",
    area: "discovery",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3.10-02", inf("FACT-SERVICE-16")),
      "2.0": clause("SCIM20-7644-3.13-02", inf("FACT-SERVICE-16")),
    },
    expect: { status: clientError },
    check: async (t) => ({ status: (await underVersion(t, "v9")).status }),
  },
  {
    title: "a URL without a protocol version is served by the newest one",
    area: "discovery",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3.10-03", noVersion),
      "2.0": clause("SCIM20-7644-3.13-03", noVersion),
    },
    expect: { status: 200 },
    check: async (t) => ({ status: (await underVersion(t, undefined)).status }),
  },
  {
    title: "discovery endpoints ignore paging and sorting",
    area: "discovery",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-4-06") },
    expect: { status: 200, sameResources: true, rejected: [] },
    check: async (t) => {
      const plain = await t.provider.documents.listedSchemas();
      const paged = await t.client.schemas({ query: { count: "1", startIndex: "2" } });
      const ids = (json: unknown) =>
        items(at(json, "Resources")).map((schema) => textAt(schema, "id"));
      return {
        status: paged.status,
        sameResources: withValues(
          ids(plain.json).join() === ids(paged.json).join(),
          { ids: ids(plain.json), "ids of the page": ids(paged.json) },
          paged,
        ),
        rejected: await rejectedWith(t, [
          { count: "1", startIndex: "2" },
          { sortBy: "id", sortOrder: "descending" },
        ]),
      };
    },
  },
  {
    title: "a filter on a discovery endpoint returns 403",
    area: "discovery",
    safety: "read",
    versions: {
      "2.0": clause(
        "SCIM20-7644-4-07",
        inf("FACT-FILTER-40", { status: 200 }, "ignores the filter"),
      ),
    },
    expect: { status: 403 },
    check: async (t) => {
      await t.provider.documents.listedSchemas();
      return { status: (await t.client.schemas({ query: { filter: 'name eq "User"' } })).status };
    },
  },
  {
    title: "messages have the URNs of SCIM 2.0",
    area: "discovery",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-3.1-01", doc("FACT-FORMAT-55")) },
    expect: { others: [] },
    check: async (t) => {
      const list = await t.once("one user", () => t.users.list({ count: 1 }));
      const error = await t.users.get("U00000000000");
      const urns = [list.json, error.json].flatMap((json) => items(at(json, "schemas")));
      return {
        others: urns
          .filter((urn) => !String(urn).startsWith("urn:ietf:params:scim:api:"))
          .map((urn) => asJson(urn) ?? null),
      };
    },
  },
  {
    title: "the flags of the configuration agree with the features that work",
    area: "discovery",
    safety: "write",
    versions: {
      "1.1": clause(
        "SCIM11-CS-9-09",
        obs(
          "FACT-DISCOVERY-28",
          { wrong: oneOf(["filter"], ["filter", "patch"]) },
          "denies filters that work, and in 2019 PATCH (FACT-DISCOVERY-25)",
        ),
      ),
      "2.0": clause(
        "SCIM20-7643-5-11",
        obs("FACT-DISCOVERY-28", { wrong: ["filter"] }, "denies filters that work"),
      ),
    },
    expect: { wrong: [] },
    check: async (t) => {
      const { json, status } = await t.client.serviceProviderConfig();
      t.provider.documents.needs({ status }, `the configuration returned HTTP ${status}`);
      const works = await whatWorks(t);
      const wrong = Object.entries(works).filter(
        ([flag, seen]) => at(json, flag, "supported") !== seen,
      );
      const values = wrong.flatMap(([flag, seen]) => [
        [`${flag}.supported`, at(json, flag, "supported")],
        [`${flag} works`, seen],
      ]);
      return {
        wrong: withValues(
          wrong.map(([flag]) => flag),
          Object.fromEntries(values),
        ),
      };
    },
  },
];

/** The status of a PATCH of an attribute that users have; undefined where they have no suitable one. */
async function patchOfAnything(t: CheckContext): Promise<number | undefined> {
  for (const path of ["title", "displayName", "name.familyName"]) {
    if (!(await t.provider.offers.attribute(path))) continue;
    const intent = { kind: "set", path, value: "Principal" } as const;
    return t.fixtures.leaseFor([], (user) => statusOf("PATCH", t.users.patch(user.id, [intent])));
  }
  return undefined;
}

/** The features that work, whatever the configuration says. */
async function whatWorks(t: CheckContext): Promise<Record<string, boolean>> {
  const { id, sent } = await t.createdUser();
  // Filters may find a new user with a delay.
  const filtered = await t.poll(
    "a filter finds a new user",
    () => t.users.list({ filter: `userName eq "${sent.userName}"` }),
    (answer) => answer.status >= 400 || answer.resource?.resources.length === 1,
  );
  const patched = await patchOfAnything(t);
  const read = await t.users.get(id);
  const { etag } = read.headers;
  const announced = at((await t.client.serviceProviderConfig()).json, "etag", "supported") === true;
  // ETags of the web server are not resource versions unless the provider says so.
  const tagged = etag !== undefined && (announced || at(read.json, "meta", "version") === etag);
  return {
    filter: filtered.status === 200 && filtered.resource?.resources.length === 1,
    ...(patched === undefined ? {} : { patch: patched < 300 }),
    bulk: (await optional(t, "bulk")).status < 300,
    etag: tagged,
  };
}
