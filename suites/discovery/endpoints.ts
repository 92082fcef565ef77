import type { Outcome } from "../../client/index.ts";
import { clause, doc, inf, obs, slackClause } from "../clause.ts";
import { clientError, oneOf } from "../expectation.ts";
import { asJson, at, items } from "../json.ts";
import { type Optional, offered, optional } from "../provider/optional-endpoints.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { Skip } from "../run/stop.ts";

/** Refused in good order: a status of refusal, and an error that says why. */
async function refusal(t: CheckContext, endpoint: Optional) {
  const { status, error } = await optional(t, endpoint);
  return { status, explained: Boolean(error?.code) };
}

/** @throws Skip where the base URL names no version */
function underVersion(t: CheckContext, segment: string | undefined) {
  if (!/\/v\d[^/]*$/i.test(t.client.baseUrl))
    throw new Skip("not-applicable", "the base URL names no version");
  return t.client.usersUnderVersion(segment);
}

const notOffered = { $between: [400, 501] } as const;

export const endpoints: readonly Requirement[] = [
  {
    title: "an endpoint that does not exist answers 404",
    area: "discovery",
    safety: "read",
    versions: {
      "1.1": {
        ...slackClause("SLACK-DISCOVERY-05", "DOC", "§2"),
        // Which status of refusal is a guess (facts §11.2).
        expect: { status: clientError },
      },
      "2.0": clause("SCIM20-7644-3.2-06", inf("§11.2", { status: 400 })),
    },
    expect: { status: 404 },
    check: async (t) => ({ status: (await optional(t, "unknown")).status }),
  },
  {
    title: "an endpoint that does not exist gets the code word bad_endpoint",
    area: "discovery",
    safety: "read",
    versions: {
      "1.1": slackClause("SLACK-DISCOVERY-06", "DOC", "§2"),
      "2.0": slackClause("SLACK-DISCOVERY-06", "DOC", "§2"),
    },
    expect: { code: "bad_endpoint" },
    check: async (t) => ({ code: (await optional(t, "unknown")).error?.code }),
  },
  {
    title: "bulk, where it is not offered, is refused with an explanation",
    area: "discovery",
    safety: "write",
    versions: {
      "1.1": clause("SCIM11-API-3.5-01", inf("§2")),
      "2.0": clause("SCIM20-7644-3.7-01", inf("§2")),
    },
    expect: { status: notOffered, explained: true },
    check: (t) => refusal(t, "bulk"),
  },
  {
    title: "what is not supported answers 501",
    area: "discovery",
    safety: "write",
    versions: {
      "1.1": clause("SCIM11-API-3.9-13", inf("§2", { bulk: clientError }, "answers 404")),
      "2.0": clause("SCIM20-7644-3.12-11", inf("§2", { bulk: clientError }, "answers 404")),
    },
    expect: { bulk: oneOf(200, 501) },
    check: async (t) => ({ bulk: (await optional(t, "bulk")).status }),
  },
  {
    title: "SCIM 1.1: /Bulk is there when the configuration says so",
    area: "discovery",
    safety: "write",
    needs: ["bulk"],
    versions: { "1.1": clause("SCIM11-API-3-05") },
    expect: { found: true },
    check: async (t) => ({ found: ![404, 405, 501].includes((await optional(t, "bulk")).status) }),
  },
  {
    title: "SCIM 2.0: /Me, where it is not offered, answers 501",
    area: "discovery",
    safety: "read",
    versions: {
      "2.0": clause("SCIM20-7644-3.11-01", inf("§2", { status: clientError }, "answers 404")),
    },
    expect: { status: oneOf(200, 308, 501) },
    check: async (t) => ({ status: (await optional(t, "me")).status }),
  },
  {
    title: "SCIM 2.0: users are queried by POST of /.search",
    area: "discovery",
    safety: "write",
    versions: {
      "2.0": clause(
        "SCIM20-7644-3.4.3-01",
        inf("§2", { status: clientError }, "does not offer it"),
      ),
    },
    expect: { status: 200 },
    check: async (t) => ({ status: (await offered(t, "search")).status }),
  },
  {
    title: "SCIM 2.0: optional endpoints are served, or refused with an explanation",
    area: "discovery",
    safety: "write",
    versions: { "2.0": clause("SCIM20-7644-3.2-03", inf("§2")) },
    expect: { unexplained: [] },
    check: async (t) => {
      const names = ["me", "bulk", "search"] as const;
      const answers = await Promise.all(names.map((name) => refusal(t, name)));
      return {
        unexplained: names.filter((_, index) => {
          const answer = answers[index];
          return answer !== undefined && answer.status >= 400 && !answer.explained;
        }),
      };
    },
  },
  {
    title: "a version that does not exist is refused",
    area: "discovery",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3.10-02", inf("§1")),
      "2.0": clause("SCIM20-7644-3.13-02", inf("§1")),
    },
    expect: { status: clientError },
    check: async (t) => ({ status: (await underVersion(t, "v9")).status }),
  },
  {
    title: "without a version the newest one is used",
    area: "discovery",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3.10-03"),
      "2.0": clause("SCIM20-7644-3.13-03"),
    },
    expect: { status: 200 },
    check: async (t) => ({ status: (await underVersion(t, undefined)).status }),
  },
  {
    title: "SCIM 2.0: paging and sorting are ignored in discovery",
    area: "discovery",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-4-06") },
    expect: { status: 200, sameResources: true },
    check: async (t) => {
      const plain = await t.provider.documents.listedSchemas();
      const paged = await t.client.schemas({ query: { count: "1", startIndex: "2" } });
      const ids = (json: unknown) =>
        items(at(json, "Resources")).map((schema) => String(at(schema, "id")));
      return {
        status: paged.status,
        sameResources: ids(plain.json).join() === ids(paged.json).join(),
      };
    },
  },
  {
    title: "SCIM 2.0: a filter on discovery is refused with 403",
    area: "discovery",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-4-07") },
    expect: { status: 403 },
    check: async (t) => {
      await t.provider.documents.listedSchemas();
      return { status: (await t.client.schemas({ query: { filter: 'name eq "User"' } })).status };
    },
  },
  {
    title: "the URNs of messages are those of the version",
    area: "discovery",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-3.1-01", doc("§3.1")) },
    expect: { others: [] },
    check: async (t) => {
      const list = await t.once("one user", () => t.users.search({ count: 1 }));
      const error = await t.users.read("U00000000000");
      const urns = [list.json, error.json].flatMap((json) => items(at(json, "schemas")));
      return {
        others: urns
          .filter((urn) => !String(urn).startsWith("urn:ietf:params:scim:api:"))
          .map((urn) => asJson(urn) ?? null),
      };
    },
  },
  {
    title: "the flags of the configuration agree with what works",
    area: "discovery",
    safety: "write",
    versions: {
      "1.1": clause(
        "SCIM11-CS-9-09",
        obs("§4.1", { wrong: ["filter"] }, "denies filters that work"),
      ),
      "2.0": clause(
        "SCIM20-7643-5-11",
        obs("§4.1", { wrong: ["filter"] }, "denies filters that work"),
      ),
    },
    expect: { wrong: [] },
    check: async (t) => {
      const { json, status } = await t.client.serviceProviderConfig();
      t.provider.documents.needs({ status }, `the configuration answered HTTP ${status}`);
      const works = await whatWorks(t);
      return {
        wrong: Object.entries(works)
          .filter(([flag, seen]) => at(json, flag, "supported") !== seen)
          .map(([flag]) => flag),
      };
    },
  },
];

/** A PATCH of an attribute that users have; none where they have no attribute for that. */
async function patchOfAnything(t: CheckContext): Promise<Outcome<unknown> | undefined> {
  for (const path of ["title", "displayName", "name.familyName"]) {
    if (!(await t.provider.offers.attribute(path))) continue;
    const intent = { kind: "set", path, value: "Principal" } as const;
    return t.fixtures.leaseUser((user) => t.users.patch(user.id, [intent]));
  }
  return undefined;
}

/** The features that a call shows to work, whatever the configuration says. */
async function whatWorks(t: CheckContext): Promise<Record<string, boolean>> {
  const { id, sent } = await t.createdUser();
  // A new user may be found late.
  const filtered = await t.poll(
    () => t.users.search({ filter: `userName eq "${sent.userName}"` }),
    (answer) => answer.status >= 400 || answer.resource?.resources.length === 1,
  );
  const patched = await patchOfAnything(t);
  const read = await t.users.read(id);
  const { etag } = read.headers;
  const announced = at((await t.client.serviceProviderConfig()).json, "etag", "supported") === true;
  // A web server's own ETags are no versions of resources, as long as nothing says that they are.
  const tagged = etag !== undefined && (announced || at(read.json, "meta", "version") === etag);
  return {
    filter: filtered.status === 200 && filtered.resource?.resources.length === 1,
    ...(patched ? { patch: patched.status < 300 } : {}),
    bulk: (await optional(t, "bulk")).status < 300,
    etag: tagged,
  };
}
