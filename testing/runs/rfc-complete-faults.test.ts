import { afterAll, beforeAll, expect, test } from "vitest";
import { type Version, versions } from "../../client/index.ts";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import { type CompleteServer, startComplete } from "../servers/complete/server.ts";
import { listOf } from "../servers/complete/values.ts";
import { verdictsOn } from "../tampering/tampered-verdicts.ts";
import { inBody, type Tampering, withoutHeader } from "../tampering/tampering.ts";

/**
 * Features that neither Slack nor the lean server offers: bulk, sorting, searches and ETags in both
 * versions.
 */
let servers: Readonly<Record<Version, CompleteServer>>;

beforeAll(async () => {
  servers = { "1.1": await startComplete("1.1"), "2.0": await startComplete("2.0") };
});
afterAll(async () => {
  for (const version of versions) await servers[version].close();
});

/** Changes the results of bulk jobs. */
const inBulk = (change: (results: JsonObject[]) => unknown[]): Tampering => ({
  response: (answer, { path }) => {
    if (path !== "/Bulk" || answer.status !== 200) return;
    inBody(answer, (body) => {
      body.Operations = change(listOf(body.Operations));
    });
  },
});

/** Changes each bulk job before it is executed. */
const inJobs = (change: (job: JsonObject) => void): Tampering => ({
  request: (call) => {
    if (call.path !== "/Bulk") return;
    const job: JsonObject = JSON.parse(call.body);
    change(job);
    call.body = JSON.stringify(job);
  },
});

/** Removes a parameter from queries in the URL, and from those that are sent by POST. */
const withoutQuery = (name: string): Tampering => ({
  request: (call) => {
    call.path = call.path.replace(new RegExp(`([?&])${name}=[^&]*`), "$1");
    if (!call.path.endsWith("/.search")) return;
    const { [name]: _, ...rest }: JsonObject = JSON.parse(call.body);
    call.body = JSON.stringify(rest);
  },
});

const inLists = (change: (list: JsonObject) => void): Tampering => ({
  response: (answer, { path }) => {
    if (/^\/(Users|Groups)(\?|$|\/\.search)/.test(path) && answer.status === 200) {
      inBody(answer, change);
    }
  },
});

const v1 = (id: string) => `SCIM11-API-${id}`;
const v2 = (id: string) => `SCIM20-7644-${id}`;
const v7 = (id: string) => `SCIM20-7643-${id}`;

const faults: [name: string, ids: Partial<Record<Version, string[]>>, Tampering][] = [
  [
    "a bulk job answers 202",
    { "1.1": [v1("3.5-02")], "2.0": [v2("3.7-02")] },
    {
      response: (answer, { path }) => {
        if (path === "/Bulk" && answer.status === 200) answer.status = 202;
      },
    },
  ],
  [
    "bulk results lack the last operation",
    { "1.1": [v1("3.5-06")] },
    inBulk((results) => results.slice(0, -1)),
  ],
  [
    "bulk results lack the bulkId",
    { "1.1": [v1("3.5-05")], "2.0": [v2("3.7-03")] },
    inBulk((results) => results.map(({ bulkId: _, ...rest }) => rest)),
  ],
  [
    "bulk results lack their location",
    { "1.1": [v1("3.5-07")], "2.0": [v2("3.7-06")] },
    inBulk((results) => results.map(({ location: _, ...rest }) => rest)),
  ],
  [
    "bulk results lack their status",
    { "1.1": [v1("3.5-08")], "2.0": [v2("3.7-05")] },
    inBulk((results) => results.map(({ status: _, ...rest }) => rest)),
  ],
  [
    "failed bulk operations give no reason",
    { "1.1": [v1("3.5-08")], "2.0": [v2("3.7-05")] },
    inBulk((results) =>
      results.map(({ response: _, status, ...rest }) => ({
        ...rest,
        status: isObject(status) ? { code: status.code } : status,
      })),
    ),
  ],
  [
    "failOnErrors is ignored",
    { "1.1": [v1("3.5-04")], "2.0": [v2("3.7-03")] },
    inJobs((job) => {
      delete job.failOnErrors;
    }),
  ],
  [
    "a bulk job stops at its first error",
    { "1.1": [v1("3.5-03")], "2.0": [v2("3.7-03")] },
    inJobs((job) => {
      job.failOnErrors = 1;
    }),
  ],
  [
    "bulk references are dropped",
    { "1.1": [v1("3.5-09")], "2.0": [v2("3.7-04")] },
    inJobs((job) => {
      for (const { data } of listOf(job.Operations)) if (isObject(data)) delete data.members;
    }),
  ],
  [
    "a bulk job over the limit answers 400",
    { "1.1": [v1("3.5-11"), v1("3.9-11")], "2.0": [v2("3.7-08")] },
    {
      response: (answer) => {
        if (answer.status === 413) answer.status = 400;
      },
    },
  ],
  [
    "there is no ETag header",
    { "1.1": [v1("3.11-01")], "2.0": [v2("3.14-01")] },
    {
      response: ({ headers }) => {
        delete headers.etag;
      },
    },
  ],
  [
    "meta.version differs from the ETag",
    { "1.1": [v1("3.11-02")], "2.0": [v2("3.14-02")] },
    {
      response: (answer) => {
        answer.body = answer.body.replaceAll('"version":"W', '"version":"X');
      },
    },
  ],
  [
    "If-None-Match is ignored",
    { "1.1": [v1("3.11-03")], "2.0": [v2("3.14-03")] },
    withoutHeader("if-none-match"),
  ],
  [
    "If-Match is ignored",
    { "1.1": [v1("3.11-04"), v1("3.9-10")], "2.0": [v2("3.14-04"), v2("3.12-10")] },
    withoutHeader("if-match"),
  ],
  [
    "a failed condition answers 409",
    { "1.1": [v1("3.9-10")], "2.0": [v2("3.12-10")] },
    {
      response: (answer) => {
        if (answer.status === 412) answer.status = 409;
      },
    },
  ],
  [
    "sortBy is ignored",
    { "1.1": [v1("3.2.2.2-02")], "2.0": [v2("3.4.2.3-02")] },
    withoutQuery("sortBy"),
  ],
  [
    "sortOrder is ignored",
    { "1.1": [v1("3.2.2.2-02")], "2.0": [v2("3.4.2.3-02")] },
    withoutQuery("sortOrder"),
  ],
  [
    "any sortOrder is accepted",
    { "1.1": [v1("3.2.2.2-06")], "2.0": [v2("3.4.2.3-05")] },
    {
      request: (call) => {
        call.path = call.path.replace("sortOrder=up", "sortOrder=ascending");
      },
    },
  ],
  [
    "attributes is ignored",
    { "1.1": [v1("3.7-03"), v1("3.7-04")], "2.0": [v2("3.9-01"), v2("3.9-04"), v2("3.4.2.5-01")] },
    withoutQuery("attributes"),
  ],
  [
    "excludedAttributes is ignored",
    { "2.0": [v2("3.9-02"), v2("3.4.2.5-02")] },
    withoutQuery("excludedAttributes"),
  ],
  [
    "a selection removes schemas",
    { "2.0": [v2("3.9-05")] },
    {
      response: (answer, { path }) => {
        if (path.startsWith("/Users/") && path.includes("attributes=userName")) {
          inBody(answer, (body) => {
            delete body.schemas;
          });
        }
      },
    },
  ],
  [
    "the provider configuration is rejected with a query",
    { "2.0": [v2("4-06")] },
    {
      response: (answer, { path }) => {
        if (path.startsWith("/ServiceProviderConfig?")) answer.status = 403;
      },
    },
  ],
  [
    "a selection removes the id",
    { "1.1": [v1("3.7-02")], "2.0": [v7("7-11")] },
    {
      response: (answer, { path }) => {
        if (path.includes("attributes=userName")) {
          inBody(answer, (body) => {
            delete body.id;
          });
        }
      },
    },
  ],
  [
    "a query by POST finds nothing",
    { "2.0": [v2("3.4.3-03")] },
    {
      response: (answer, { path }) => {
        if (path.endsWith("/.search")) {
          inBody(answer, (body) => {
            body.Resources = [];
          });
        }
      },
    },
  ],
  [
    "a query by POST needs no URN",
    { "2.0": [v2("3.4.3-02")] },
    {
      response: (answer, { path }) => {
        if (path.endsWith("/.search")) answer.status = 200;
      },
    },
  ],
  [
    "a query by POST ignores its filter",
    { "2.0": [v2("3.4.3-03")] },
    {
      request: (call) => {
        if (!call.path.endsWith("/.search")) return;
        const { filter: _, ...rest }: JsonObject = JSON.parse(call.body);
        call.body = JSON.stringify(rest);
      },
    },
  ],
  [
    "totalResults counts the page",
    { "1.1": [v1("3.2.2.3-06")], "2.0": [v2("3.4.2-02")] },
    inLists((list) => {
      list.totalResults = listOf(list.Resources).length;
    }),
  ],
  [
    "itemsPerPage is the requested count",
    { "1.1": [v1("3.2.2.3-05")], "2.0": [v2("3.4.2.4-06")] },
    inLists((list) => {
      list.itemsPerPage = 100;
    }),
  ],
];

const cases = faults.flatMap(([name, ids, tampering]) =>
  versions.flatMap((version) => {
    const own = ids[version];
    return own ? [[name, version, own, tampering] as const] : [];
  }),
);

test.each(cases)("%s (version %s)", async (_name, version, ids, tampering) => {
  expect(await verdictsOn(servers[version], version, ids, {}), "without the fault").toEqual(
    ids.map(() => "pass"),
  );
  const seen = await verdictsOn(servers[version], version, ids, tampering);
  expect(
    ids.filter((_, index) => !["fail", "warn", "blocked"].includes(seen[index] ?? "none")),
    `not seen: ${seen}`,
  ).toEqual([]);
});
