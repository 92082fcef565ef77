import { afterAll, beforeAll, expect, test } from "vitest";
import { listOf } from "../servers/complete/values.ts";
import { type LeanServer, startLean } from "../servers/lean/server.ts";
import { startScimmy } from "../servers/scimmy-server.ts";
import { verdictsOn } from "../tampering/tampered-verdicts.ts";
import { inBody, type Tampering, withoutHeader } from "../tampering/tampering.ts";

/** Faults in features that Slack, and so the mock, does not have, planted in other servers. */
let servers: Record<"lean" | "scimmy", Pick<LeanServer, "url" | "credentials" | "close">>;

beforeAll(async () => {
  servers = { lean: await startLean({ strict: false }), scimmy: await startScimmy() };
});
afterAll(async () => {
  await Promise.all(Object.values(servers).map((server) => server.close()));
});

const isBulk = (path: string) => path.startsWith("/Bulk");

/** Changes each result of a bulk job. */
const inBulk = (change: (result: Record<string, unknown>) => void): Tampering => ({
  response: (answer, { path }) => {
    if (isBulk(path)) inBody(answer, ({ Operations }) => listOf(Operations).forEach(change));
  },
});

const withoutQuery = (name: string): Tampering => ({
  request: (call) => {
    call.path = call.path.replace(new RegExp(`([?&])${name}=[^&]*`), "$1");
  },
});

const core = (id: string) => `SCIM20-7644-${id}`;

const faults: [name: string, keyof typeof servers, ids: string[], Tampering][] = [
  [
    "no ETag header",
    "lean",
    [core("3.14-01")],
    {
      response: ({ headers }) => {
        delete headers.etag;
      },
    },
  ],
  [
    "another version in meta",
    "lean",
    [core("3.14-02")],
    {
      response: (answer) => {
        answer.body = answer.body.replaceAll('"version":"W', '"version":"X');
      },
    },
  ],
  ["If-None-Match is ignored", "lean", [core("3.14-03")], withoutHeader("if-none-match")],
  ["If-Match is ignored", "lean", [core("3.14-04"), core("3.12-10")], withoutHeader("if-match")],
  [
    "attributes is ignored",
    "lean",
    [core("3.9-01"), core("3.9-04"), core("3.4.2.5-01")],
    withoutQuery("attributes"),
  ],
  [
    "excludedAttributes is ignored",
    "lean",
    [core("3.9-02"), core("3.4.2.5-02")],
    withoutQuery("excludedAttributes"),
  ],
  [
    "excludedAttributes removes the id",
    "lean",
    [core("3.4.2.5-03")],
    {
      response: (answer, { path }) => {
        if (path.includes("excludedAttributes=id")) {
          answer.body = answer.body.replaceAll(/"id":"[^"]*",/g, "");
        }
      },
    },
  ],
  [
    "responses have a text media type",
    "lean",
    [core("3.8-01"), core("3.8-02"), core("3.8-03"), core("3.8-04")],
    {
      response: ({ headers }) => {
        headers["content-type"] = "text/plain";
      },
    },
  ],
  [
    "groups cannot be deleted",
    "lean",
    [core("3.2-01")],
    {
      response: (answer, { method, path }) => {
        if (method === "DELETE" && path.startsWith("/Groups")) answer.status = 405;
      },
    },
  ],
  [
    "externalId loses its letter case",
    "lean",
    ["SCIM20-7643-7-06"],
    {
      request: (call) => {
        call.body = call.body.replace(/"externalId":"[^"]*"/, (pair) =>
          pair.toLowerCase().replace("externalid", "externalId"),
        );
      },
    },
  ],
  [
    "title cannot be written, although the schema says so",
    "scimmy",
    ["SCIM20-7643-2.2-01"],
    {
      request: (call) => {
        call.body = call.body.replace(/"title":"Director",?/, "");
      },
    },
  ],
  [
    "a bulk job answers 202",
    "scimmy",
    [core("3.7-02")],
    {
      response: (answer, { path }) => {
        if (isBulk(path)) answer.status = 202;
      },
    },
  ],
  [
    "failOnErrors is ignored",
    "scimmy",
    [core("3.7-03")],
    {
      request: (call) => {
        if (isBulk(call.path)) call.body = call.body.replace('"failOnErrors":1,', "");
      },
    },
  ],
  [
    "bulk references lead to another user",
    "scimmy",
    [core("3.7-04")],
    {
      request: (call) => {
        if (isBulk(call.path)) call.body = call.body.replace(/,"members":\[[^\]]*\]/, "");
      },
    },
  ],
  [
    "failed bulk operations give no reason",
    "scimmy",
    [core("3.7-05")],
    inBulk((result) => delete result.response),
  ],
  [
    "bulk operations have no location",
    "scimmy",
    [core("3.7-06")],
    inBulk((result) => delete result.location),
  ],
  [
    "a bulk job over the limit answers 400",
    "scimmy",
    [core("3.7-08")],
    {
      response: (answer) => {
        if (answer.status === 413) answer.status = 400;
      },
    },
  ],
  [
    "a query by POST needs no URN",
    "scimmy",
    [core("3.4.3-02")],
    {
      response: (answer, { path }) => {
        if (path.endsWith("/.search")) answer.status = 200;
      },
    },
  ],
  [
    "a query by POST finds nothing",
    "scimmy",
    [core("3.4.3-03")],
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
    "the subject is at /Me only",
    "scimmy",
    [core("3.11-02")],
    {
      response: (answer, { path }) => {
        if (path !== "/Me") return;
        answer.headers.location = (answer.headers.location ?? "").replace(/\/Users\/.*/, "/Me");
      },
    },
  ],
  [
    "sortBy is ignored",
    "scimmy",
    [core("3.4.2.3-02"), core("3.4.2.3-03"), core("3.4.2.3-04")],
    withoutQuery("sortBy"),
  ],
];

test.each(faults)("%s", async (_name, server, ids, tampering) => {
  expect(await verdictsOn(servers[server], "2.0", ids, {}), "without the fault").toEqual(
    ids.map(() => "pass"),
  );
  const seen = await verdictsOn(servers[server], "2.0", ids, tampering);
  expect(
    ids.filter((_, index) => !["fail", "warn", "blocked"].includes(seen[index] ?? "none")),
    "not seen",
  ).toEqual([]);
});
