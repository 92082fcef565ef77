import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { startMock } from "../../mock/index.ts";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";

/**
 * A stand-in for an organisation of any size that holds no user: each page is written from a
 * formula. It serves what `compare` reads, the lists of both versions, in the form of the mock.
 * Every `strangeEvery`-th user has another title in 2.0.
 *
 * Started as a process: `node stand-in.js USERS GROUPS`; the first line of stdout is
 * `listening on URL`.
 */
const strangeEvery = 10_000;

type Kind = "Users" | "Groups";

/** The text of a resource around the parts that its number decides. */
type Template = readonly string[];

const [users = 0, groups = 0] = process.argv.slice(2).map(Number);
const totals: Record<Kind, number> = { Users: users, Groups: groups };
/** Where the number of a resource stands in a template. */
const place = "<number>";

function templateOf(resource: JsonObject, kind: Kind): Template {
  const { id, userName } = resource;
  const prefix = kind === "Users" ? "U" : "S";
  const numbered = [id, userName]
    .filter((text) => typeof text === "string")
    .reduce((text, old) => text.replaceAll(old, `${prefix}${place}`), JSON.stringify(resource));
  return numbered.split(place);
}

/** The last user and group of a small organisation, as both versions write them. */
async function templates(): Promise<Map<string, Template>> {
  const mock = await startMock();
  const made = new Map<string, Template>();
  for (const version of ["v1", "v2"]) {
    for (const kind of ["Users", "Groups"] as const) {
      const answer = await fetch(`${mock.url}/scim/${version}/${kind}`, {
        headers: { authorization: `Bearer ${mock.token}` },
      });
      const list: unknown = await answer.json();
      const resource: unknown =
        isObject(list) && Array.isArray(list.Resources) ? list.Resources.at(-1) : undefined;
      if (!isObject(resource)) throw new Error(`the mock has no ${kind}`);
      const { members: _, title: __, ...rest } = resource;
      const shown = kind === "Users" ? { ...rest, title: "Engineer" } : { ...rest, members: [] };
      made.set(`${version}/${kind}`, templateOf(shown, kind));
    }
  }
  await mock.close();
  return made;
}

const urns: Readonly<Record<string, string>> = {
  v1: "urn:scim:schemas:core:1.0",
  v2: "urn:ietf:params:scim:api:messages:2.0:ListResponse",
};

function sendPage(
  response: ServerResponse,
  version: string,
  kind: Kind,
  template: Template,
  query: URLSearchParams,
): void {
  const from = Math.max(1, Number(query.get("startIndex") ?? 1));
  const count = Math.min(1000, Number(query.get("count") ?? 1000));
  const until = Math.min(totals[kind], from + count - 1);
  const resources: string[] = [];
  for (let number = from; number <= until; number += 1) {
    const text = template.join(String(number).padStart(10, "0"));
    const isStrange = version === "v2" && kind === "Users" && number % strangeEvery === 0;
    resources.push(isStrange ? text.replace('"Engineer"', '"Manager"') : text);
  }
  const head = JSON.stringify({
    schemas: [urns[version]],
    totalResults: totals[kind],
    itemsPerPage: resources.length,
    startIndex: from,
  });
  response.setHeader("content-type", "application/json");
  response.end(`${head.slice(0, -1)},"Resources":[${resources.join(",")}]}`);
}

const made = await templates();
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://stand-in");
  const [, version = "", kind] = /^\/scim\/(v[12])\/(Users|Groups)$/.exec(pathname) ?? [];
  const template = made.get(`${version}/${kind}`);
  if (template && (kind === "Users" || kind === "Groups")) {
    sendPage(response, version, kind, template, searchParams);
    return;
  }
  response.statusCode = 404;
  response.end();
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  console.log(`listening on http://127.0.0.1:${port}`);
});
