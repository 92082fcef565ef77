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

/** The library has no HTTP server: applications hand each request to it, as here. */
async function answer(request) {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
  const [, , , resourceType = "", resourceId] = pathname.split("/");
  const body = await text(request);
  return directorySyncController.requests.handle(
    {
      method: request.method,
      body: body === "" ? undefined : JSON.parse(body),
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
  const { status, data } = await answer(request).catch((error) => ({
    status: 500,
    data: { error: String(error) },
  }));
  response.writeHead(status, { "content-type": "application/json" });
  response.end(data == null ? "" : JSON.stringify(data));
}).listen(port, "127.0.0.1", () => {
  console.log(`SCIM 2.0 at http://127.0.0.1:${port}/scim/v2`);
  console.log(`export SLACK_SCIM_TOKEN=${directory.scim.secret}`);
});
