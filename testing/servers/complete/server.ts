import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Version } from "../../../client/index.ts";
import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import {
  type Answered,
  type Passing,
  passing,
  type Tampering,
  tampered,
} from "../../tampering/tampering.ts";
import type { Kind } from "./attributes.ts";
import { bulk } from "./bulk.ts";
import { Directory } from "./directory.ts";
import { configOf, maxPayloadSize, schemaDocuments, typeDocuments } from "./documents.ts";
import type { CompleteOptions } from "./options.ts";
import { patch as patch11 } from "./patch-1.1.ts";
import { patch as patch20 } from "./patch-2.0.ts";
import { page, queryOf } from "./query.ts";
import { selected } from "./select.ts";
import { memberOf, Refusal } from "./values.ts";

/** A running server of one version, with all features of its standard. */
export interface CompleteServer {
  readonly url: string;
  readonly credentials: string;
  close(): Promise<void>;
}

interface Call {
  method: string;
  /** Below the base URL. */
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body(): unknown;
}

interface Reply {
  status: number;
  body?: JsonObject;
  headers?: Record<string, string>;
}

const token = "a-token-for-tests";
const message = "urn:ietf:params:scim:api:messages:2.0:";

/**
 * Starts a server with bulk, ETags, sorting, filters, PATCH, selection of attributes and passwords.
 * It shares no code with the client or the mock, so that the three cannot share a mistake.
 *
 * @param tampering a fault or a variation, as a proxy in front of the server would have it
 */
export async function startComplete(
  version: Version,
  options: CompleteOptions = {},
  tampering: Tampering = {},
): Promise<CompleteServer> {
  let origin = "";
  const segment = version === "1.1" ? "v1" : "v2";
  const root = options.path ?? `/scim/${segment}`;
  const base = () => `${origin}${root}`;
  const locations = () => options.locations ?? base();
  const api = new Api(new Directory(version, locations, options), locations, options);
  /** The answer to a call; the URL names the path from the root of the server. */
  const answered = (call: Passing, url: URL, raw: Buffer): Answered => {
    const path = below(url.pathname, root);
    const { headers } = call;
    let reply: Reply;
    try {
      if (path === undefined || /^\/v\d/.test(path)) throw new Refusal(404, "no such version");
      // SCIM 1.1 protocol §3.3.2: for clients that cannot send PATCH.
      const override = call.method === "POST" ? headers["x-http-method-override"] : undefined;
      const method = override ?? call.method;
      const body = () => parsed(raw, headers["content-type"] ?? "");
      reply = api.answer({ method, path, query: url.searchParams, headers, body });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reply = { status: error.status, body: api.refusal(error) };
      if (error.status === 401) reply.headers = { "www-authenticate": 'Bearer realm="complete"' };
    }
    const type = version === "1.1" ? "application/json" : "application/scim+json";
    return {
      status: reply.status,
      headers: {
        ...(reply.body ? { "content-type": `${type}; charset=utf-8` } : {}),
        ...reply.headers,
      },
      body: reply.body === undefined ? "" : JSON.stringify(reply.body),
    };
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    const call = passing(request, raw, root);
    const answer = call.isInside
      ? await tampered(tampering, call, (changed) =>
          answered(
            changed,
            new URL(`${base()}${changed.path}`),
            // A body that is not text reaches the server unchanged.
            changed.body === raw.toString("utf8") ? raw : Buffer.from(changed.body),
          ),
        )
      : answered(call, new URL(call.path, origin), raw);
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body === "" ? undefined : answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: base(),
    credentials: token,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A path below the base; without a version it means the newest one (RFC 7644 §3.13). */
function below(path: string, root: string): string | undefined {
  if (path.startsWith(`${root}/`)) return path.slice(root.length);
  const bare = root.replace(/\/v\d$/, "");
  return bare !== root && path.startsWith(`${bare}/`) ? path.slice(bare.length) : undefined;
}

function parsed(raw: Buffer, type: string): unknown {
  if (raw.length > maxPayloadSize) throw new Refusal(413, `more than ${maxPayloadSize} bytes`);
  if (!/^application\/(scim\+)?json\b/i.test(type)) throw new Refusal(415, "JSON is expected");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(raw));
  } catch {
    throw new Refusal(400, "the body is not JSON", "invalidSyntax");
  }
}

/** The response to a call. */
class Api {
  readonly #version: Version;
  readonly #base: () => string;
  readonly #directory: Directory;

  readonly #options: CompleteOptions;

  constructor(directory: Directory, base: () => string, options: CompleteOptions) {
    this.#options = options;
    this.#version = directory.version;
    this.#base = base;
    this.#directory = directory;
  }

  /** @throws Refusal */
  answer(call: Call): Reply {
    const { method, path, headers } = call;
    const [, first = "", ...rest] = path.split("/").map(decodeURIComponent);
    const config = this.#version === "1.1" ? "ServiceProviderConfigs" : "ServiceProviderConfig";
    if (first === config && rest.length === 0) {
      if (method !== "GET") throw new Refusal(405, "it cannot be written");
      return { status: 200, body: configOf(this.#version, this.#base()) };
    }
    if (headers.authorization !== `Bearer ${token}`) throw new Refusal(401, "no valid token");
    if (rest.length > 1) throw new Refusal(404, "no such endpoint");
    const [second] = rest;
    switch (first) {
      case "Users":
        return this.#resources("User", second || undefined, call);
      case "Groups":
        this.#directory.requireType("Group");
        return this.#resources("Group", second || undefined, call);
      case "Bulk":
        if (method !== "POST") throw new Refusal(405, "a job is sent by POST");
        return {
          status: 200,
          body: bulk(this.#directory, call.body(), (why) => this.refusal(why)),
        };
      case "Schemas":
        return this.#documents(schemaDocuments(this.#directory, this.#base()), second, call);
      case "ResourceTypes":
        if (this.#version === "1.1") break;
        return this.#documents(typeDocuments(this.#directory, this.#base()), second, call);
      case "Me":
        throw new Refusal(501, "there is no authenticated user");
    }
    throw new Refusal(404, "no such endpoint");
  }

  refusal({ status, message: detail, scimType }: Refusal): JsonObject {
    if (this.#version === "1.1") return { Errors: [{ description: detail, code: String(status) }] };
    const body = { schemas: [`${message}Error`], status: String(status), detail };
    return scimType === undefined ? body : { ...body, scimType };
  }

  #resources(kind: Kind, id: string | undefined, call: Call): Reply {
    const { method, query, headers } = call;
    const directory = this.#directory;
    if (id === undefined) {
      if (method === "GET") return this.#list(kind, (name) => query.get(name) ?? undefined);
      if (method !== "POST") throw new Refusal(405, `no ${method} here`);
      return this.#shown(201, kind, directory.create(kind, call.body()), query);
    }
    if (id === ".search" && this.#version === "2.0") {
      if (method !== "POST") throw new Refusal(405, "a query is sent by POST");
      const body = call.body();
      const urns = isObject(body) ? memberOf(body, "schemas") : undefined;
      if (!isObject(body) || !Array.isArray(urns) || !urns.includes(`${message}SearchRequest`)) {
        throw new Refusal(400, "no SearchRequest", "invalidSyntax");
      }
      return this.#list(kind, (name) => memberOf(body, name));
    }
    const old = directory.read(kind, id);
    const tag = String((old.meta as JsonObject).version);
    if (method === "GET") {
      if (names(headers["if-none-match"], tag)) return { status: 304, headers: { etag: tag } };
      return this.#shown(200, kind, old, query);
    }
    const condition = headers["if-match"];
    if (condition !== undefined && !names(condition, tag)) throw new Refusal(412, "it has changed");
    if (method === "PUT") {
      const body = call.body();
      return this.#shown(
        200,
        kind,
        directory.change(kind, id, () => body),
        query,
      );
    }
    if (method === "PATCH") {
      const body = call.body();
      const schemas = this.#directory.schemas[kind];
      const patch = this.#version === "1.1" ? patch11 : patch20;
      const changed = directory.change(kind, id, (values) => patch(values, body, schemas));
      return this.#shown(200, kind, changed, query);
    }
    if (method !== "DELETE") throw new Refusal(405, `no ${method} here`);
    if (kind === "User" && this.#options.keepsUsers !== undefined) {
      throw new Refusal(this.#options.keepsUsers, "users stay");
    }
    directory.remove(kind, id);
    return { status: this.#version === "1.1" ? 200 : 204 };
  }

  #list(kind: Kind, get: (name: string) => unknown): Reply {
    const schemas = this.#directory.schemas[kind];
    const { maxResults, pageSize } = this.#options;
    const query = queryOf(get, { maxResults, pageSize });
    const found = page(this.#directory.all(kind), query, schemas);
    return { status: 200, body: this.#listOf(found) };
  }

  #listOf(found: JsonObject): JsonObject {
    const urn = this.#version === "1.1" ? "urn:scim:schemas:core:1.0" : `${message}ListResponse`;
    return { schemas: [urn], ...found };
  }

  #shown(status: number, kind: Kind, resource: JsonObject, query: URLSearchParams): Reply {
    const selection = queryOf((name) =>
      name.endsWith("ttributes") ? (query.get(name) ?? undefined) : undefined,
    );
    const { location, version } = resource.meta as JsonObject;
    return {
      status,
      body: selected(resource, selection, this.#directory.schemas[kind]),
      headers: { location: String(location), etag: String(version) },
    };
  }

  #documents(all: JsonObject[], id: string | undefined, { method, query }: Call): Reply {
    if (method !== "GET") throw new Refusal(405, "it cannot be written");
    if (query.has("filter")) throw new Refusal(403, "there are no filters here");
    if (id === undefined || id === "") {
      const count = all.length;
      const found = { totalResults: count, startIndex: 1, itemsPerPage: count, Resources: all };
      return { status: 200, body: this.#listOf(found) };
    }
    const found = all.find((document) => document.id === id || document.name === id);
    if (!found) throw new Refusal(404, `no ${id}`);
    return { status: 200, body: found };
  }
}

/** Whether a condition names an entity tag, by the weak comparison (RFC 9110 §8.8.3.2). */
function names(condition: string | undefined, tag: string): boolean {
  const plain = (each: string) => each.trim().replace(/^W\//, "");
  return (condition ?? "")
    .split(",")
    .some((each) => each.trim() === "*" || plain(each) === plain(tag));
}
