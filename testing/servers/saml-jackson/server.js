import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import jackson from "@boxyhq/saml-jackson";

const port = Number(process.env.PORT ?? 4701);

const { directorySyncController } = await (jackson.default ?? jackson)({
  externalUrl: `http://127.0.0.1:${port}`,
  samlPath: "/sso",
  samlAudience: "test",
  scimPath: "/scim/v2",
  db: { engine: "mem" },
  noAnalytics: true,
});
const { data: directory } = await directorySyncController.directories.create({
  name: "test",
  tenant: "test",
  product: "test",
  type: "generic-scim-v2",
});

const numberIn = (query, name) => (query.has(name) ? Number(query.get(name)) : undefined);

const schemas = ["urn:ietf:params:scim:api:messages:2.0:Error"];
const error = (status, detail, scimType) => ({
  status,
  data: { schemas, status: `${status}`, scimType, detail },
});

/**
 * The library has no HTTP server: applications hand each request to it. What HTTP demands is done here, so that
 * all that a run finds is the library's.
 */
async function answer(request) {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
  const [, resourceType = "", resourceId] =
    /^\/scim\/v2\/([^/]+)(?:\/([^/]+))?$/.exec(pathname) ?? [];
  if (resourceType === "") return error(404, "not found");
  const sent = await text(request);
  if (sent !== "" && !/json/.test(request.headers["content-type"] ?? "")) {
    return error(415, "the body is not JSON");
  }
  let body;
  try {
    body = sent === "" ? undefined : JSON.parse(sent);
  } catch {
    return error(400, "the body is not JSON", "invalidSyntax");
  }
  return directorySyncController.requests.handle(
    {
      method: request.method,
      body,
      directoryId: directory.id,
      resourceType,
      resourceId,
      apiSecret: (request.headers.authorization ?? "").replace(/^Bearer /, ""),
      query: {
        count: numberIn(searchParams, "count"),
        startIndex: numberIn(searchParams, "startIndex"),
        filter: searchParams.get("filter") ?? undefined,
      },
    },
    async () => undefined,
  );
}

createServer(async (request, response) => {
  // What the library throws.
  const { status, data } = await answer(request).catch((thrown) => error(500, String(thrown)));
  response.writeHead(status, {
    "content-type": "application/scim+json",
    ...(status === 401 ? { "www-authenticate": "Bearer" } : {}),
  });
  response.end(data == null || status === 204 ? "" : JSON.stringify(data));
}).listen(port, "127.0.0.1", () => {
  console.log(`SCIM 2.0 at http://127.0.0.1:${port}/scim/v2`);
  console.log(`export SLACK_SCIM_TOKEN=${directory.scim.secret}`);
});
