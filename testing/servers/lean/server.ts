import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { documentsOf, leanConfig, typeDocuments } from "./documents.ts";
import { leanSchemas, urnOf } from "./schemas.ts";
import { address, listOf, Refusal, selected, take, textOf } from "./values.ts";

/** A running SCIM 2.0 server with only the required features. */
export interface LeanServer {
  readonly url: string;
  /** A bearer token, or a user name and a password. */
  readonly credentials: string | { username: string; password: string };
  close(): Promise<void>;
}

type Kind = "User" | "Group";

interface Stored {
  id: string;
  values: JsonObject;
  created: string;
  lastModified: string;
}

interface Reply {
  status: number;
  body?: JsonObject;
  headers?: Record<string, string>;
}

const bearer = "a-token-for-tests";
const basic = { username: "scim-courier", password: 'pass "word":\\1é' };
const message = "urn:ietf:params:scim:api:messages:2.0:";

export interface LeanOptions {
  /** Whether unknown attributes are rejected instead of ignored, and a userType is required. */
  strict?: boolean;
  /** Whether it requires a user name and a password instead of a bearer token. */
  basic?: boolean;
}

/**
 * Starts a server unlike Slack: users have a name and a required e-mail address,
 * and nothing else; no PATCH, no filters, no sorting, no bulk, no extension; but ETags.
 */
export async function startLean(options: LeanOptions = {}): Promise<LeanServer> {
  const { strict = false } = options;
  const scheme = options.basic ? "Basic" : "Bearer";
  const pair = Buffer.from(`${basic.username}:${basic.password}`).toString("base64");
  const authorized = `${scheme} ${options.basic ? pair : bearer}`;
  const stores: Record<Kind, Map<string, Stored>> = { User: new Map(), Group: new Map() };
  const attributes = leanSchemas(strict);
  let base = "";

  const shown = (kind: Kind, item: Stored): JsonObject => {
    const values: JsonObject = { ...item.values };
    if (kind === "User") {
      const member = ({ value }: JsonObject) => value === item.id;
      const groups = [...stores.Group.values()].filter((group) =>
        listOf(group.values.members).some(member),
      );
      values.groups = groups.map(({ id, values: group }) => ({
        value: id,
        $ref: `${base}/Groups/${id}`,
        display: group.displayName,
        type: "direct",
      }));
    } else {
      const ref = ({ value }: JsonObject) => `${base}/Users/${value}`;
      values.members = listOf(values.members).map((one) => ({ ...one, $ref: ref(one) }));
    }
    const digest = createHash("sha1").update(JSON.stringify(values)).digest("hex").slice(0, 12);
    const meta = {
      resourceType: kind,
      created: item.created,
      lastModified: item.lastModified,
      location: `${base}/${kind}s/${item.id}`,
      version: `W/"${digest}"`,
    };
    return { schemas: [urnOf(kind)], id: item.id, ...values, meta };
  };

  /** The stored part of a body, without attributes that are not in the schema. */
  const accepted = (kind: Kind, body: unknown, id?: string): JsonObject => {
    if (!isObject(body)) throw new Refusal(400, "the body is not an object", "invalidSyntax");
    const { schemas } = body;
    if (!Array.isArray(schemas) || !schemas.includes(urnOf(kind))) {
      throw new Refusal(400, `schemas must contain ${urnOf(kind)}`, "invalidValue");
    }
    if (strict && schemas.length > 1) throw new Refusal(400, "unknown schemas", "invalidValue");
    const values: JsonObject = {};
    for (const attribute of attributes[kind]) take(attribute, body, values);
    const known = ["schemas", "id", "meta", ...attributes[kind].map(({ name }) => name)];
    const unknown = Object.keys(body).find(
      (name) => name !== "externalId" && !known.some((each) => textOf(each) === textOf(name)),
    );
    if (strict && unknown) throw new Refusal(400, `${unknown} is unknown`, "invalidValue");
    for (const [name, value] of Object.entries(body)) {
      if (name === "externalId" && typeof value === "string") values.externalId = value;
    }
    if (kind === "User") {
      for (const email of listOf(values.emails)) email.value = address(email.value);
      const taken = [...stores.User.values()].some(
        (user) => user.id !== id && textOf(user.values.userName) === textOf(values.userName),
      );
      if (taken) throw new Refusal(409, "the userName is taken", "uniqueness");
      values.active ??= true;
    }
    for (const { value } of listOf(values.members)) {
      if (!stores.User.has(String(value))) throw new Refusal(400, "no such user", "invalidValue");
    }
    return values;
  };

  const write = (kind: Kind, body: unknown, old?: Stored): Stored => {
    const values = accepted(kind, body, old?.id);
    const lastModified = new Date().toISOString();
    const item = {
      id: old?.id ?? randomUUID(),
      values,
      created: old?.created ?? lastModified,
      lastModified,
    };
    stores[kind].set(item.id, item);
    return item;
  };

  const onResources = (kind: Kind, id: string | undefined, call: Call): Reply => {
    const { method, query, headers } = call;
    const store = stores[kind];
    if (id === ".search" || (method === "PATCH" && id)) throw new Refusal(501, "not offered");
    if (id === undefined && method === "GET") return list(query, [...store.values()], kind);
    if (id === undefined && method === "POST") {
      const body = shown(kind, write(kind, call.body()));
      return { status: 201, ...answer(body, query) };
    }
    const item = id === undefined ? undefined : store.get(id);
    if (id === undefined) throw new Refusal(405, "no such method");
    if (item === undefined) throw new Refusal(404, `no ${kind} ${id}`);
    const version = String((shown(kind, item).meta as JsonObject).version);
    if (method === "GET") {
      if (headers["if-none-match"] === version) return { status: 304, headers: { etag: version } };
      return { status: 200, ...answer(shown(kind, item), query) };
    }
    const condition = headers["if-match"];
    if (condition !== undefined && condition !== version) throw new Refusal(412, "it has changed");
    if (method === "PUT") {
      return { status: 200, ...answer(shown(kind, write(kind, call.body(), item)), query) };
    }
    if (method !== "DELETE") throw new Refusal(405, "no such method");
    store.delete(id);
    for (const group of stores.Group.values()) {
      group.values.members = listOf(group.values.members).filter(({ value }) => value !== id);
    }
    return { status: 204 };
  };

  const list = (query: URLSearchParams, all: Stored[], kind: Kind): Reply => {
    if (query.has("filter")) throw new Refusal(400, "there are no filters", "invalidFilter");
    const start = Math.max(Number(query.get("startIndex") ?? 1) || 1, 1);
    const count = Math.max(Number(query.get("count") ?? 100) || 0, 0);
    const page = all.slice(start - 1, start - 1 + count);
    return listResponse(
      page.map((item) => selected(shown(kind, item), query)),
      { totalResults: all.length, startIndex: start },
    );
  };

  const route = (call: Call): Reply => {
    const [, first = "", second] = call.path.split("/");
    if (first === "ServiceProviderConfig" && call.method === "GET") {
      return { status: 200, body: leanConfig };
    }
    if (call.headers.authorization !== authorized) {
      const refusal = refused(new Refusal(401, "no valid token"));
      return { ...refusal, headers: { "www-authenticate": `${scheme} realm="lean"` } };
    }
    if (first === "Users") return onResources("User", second, call);
    if (first === "Groups") return onResources("Group", second, call);
    if (first === "Me" || first === "Bulk") throw new Refusal(501, "not offered");
    const schemaDocuments = documentsOf(attributes);
    const documents = { Schemas: schemaDocuments, ResourceTypes: typeDocuments }[first];
    if (!documents) throw new Refusal(404, "no such endpoint");
    if (call.method !== "GET") throw new Refusal(405, "it cannot be written");
    if (call.query.has("filter")) throw new Refusal(403, "no filters here");
    const all = documents(base);
    if (second === undefined) return listResponse(all, { totalResults: all.length, startIndex: 1 });
    const found = all.find(({ id }) => id === decodeURIComponent(second));
    if (!found) throw new Refusal(404, "no such document");
    return { status: 200, body: found };
  };

  const server = createServer(async (request, response) => {
    const raw = await textBody(request);
    const url = new URL(request.url ?? "/", "http://localhost");
    let reply: Reply;
    try {
      // A path without a version means the newest one (RFC 7644 §3.13).
      const path = /^\/scim(?:\/v2)?(\/.*)$/.exec(url.pathname)?.[1];
      if (path === undefined) throw new Refusal(404, "no such version");
      const body = () => {
        if (!/json/.test(request.headers["content-type"] ?? "")) throw new Refusal(415, "no JSON");
        return parsed(raw);
      };
      const { method = "GET", headers } = request;
      reply = route({ method, path, query: url.searchParams, headers, body });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reply = refused(error);
    }
    const type = reply.body ? { "content-type": "application/scim+json" } : {};
    response.writeHead(reply.status, { ...type, ...reply.headers });
    response.end(reply.body && JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim/v2`;
  return {
    url: base,
    credentials: options.basic ? basic : bearer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: () => unknown;
}

function answer(resource: JsonObject, query: URLSearchParams): Omit<Reply, "status"> {
  const { location, version } = resource.meta as Record<string, string>;
  return {
    body: selected(resource, query),
    headers: { location: location ?? "", etag: version ?? "" },
  };
}

function listResponse(resources: JsonObject[], counters: JsonObject): Reply {
  const schemas = [`${message}ListResponse`];
  const body = { schemas, ...counters, itemsPerPage: resources.length, Resources: resources };
  return { status: 200, body };
}

function refused({ status, message: detail, scimType }: Refusal): Reply {
  const body = { schemas: [`${message}Error`], status: String(status), detail };
  return { status, body: scimType === undefined ? body : { ...body, scimType } };
}

async function textBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, "the body is not JSON", "invalidSyntax");
  }
}
