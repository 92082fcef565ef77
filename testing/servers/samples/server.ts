import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Version } from "../../../client/index.ts";
import { isObject, type JsonObject } from "../../../schemas/json-value.ts";

/** What the authors of small servers choose: some of it the standards allow, some of it not. */
export interface SampleStyle {
  version: Version;
  /** The body of an error, and its media type. */
  errors: (status: number, why: string) => { type: string; body: string };
  /** The status of PATCH, or whether it is carried out for single attributes. */
  patch: 404 | 405 | 501 | "single attributes";
  /** The status of PUT, where it is not offered. */
  put?: 404;
  groups: boolean;
  /** What a filter other than `userName eq "…"` gives. */
  otherFilters: "everything" | 400 | 501;
  created: 200 | 201;
  /** The status of DELETE; 200 has a body. */
  deleted: 200 | 204;
  /** What `meta` has: `times`, `location`. */
  meta: readonly string[];
  /** Whether ids are numbers in JSON. */
  numericIds?: true;
  /** Whether `/Users` redirects to `/Users/`. */
  slashes?: true;
  /** Whether an attribute that the server does not know is rejected. */
  strict?: true;
  /** The discovery document. */
  configuration?: JsonObject;
  /** Whether externalId is dropped. */
  noExternalId?: true;
}

export interface SampleServer {
  readonly url: string;
  readonly credentials: string;
  close(): Promise<void>;
}

const token = "a-token-for-tests";
const urns = {
  "1.1": { User: "urn:scim:schemas:core:1.0", Group: "urn:scim:schemas:core:1.0" },
  "2.0": {
    User: "urn:ietf:params:scim:schemas:core:2.0:User",
    Group: "urn:ietf:params:scim:schemas:core:2.0:Group",
  },
} as const;

const known = {
  User: ["userName", "externalId", "displayName", "name", "emails", "title", "active"],
  Group: ["displayName", "externalId", "members"],
} as const;
type Kind = keyof typeof known;

class Refused extends Error {
  readonly status: number;

  constructor(status: number, why: string) {
    super(why);
    this.status = status;
  }
}

interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Starts a server as a tutorial has it, in one of several styles. */
export async function startSample(style: SampleStyle): Promise<SampleServer> {
  const stores: Record<Kind, Map<string, JsonObject>> = { User: new Map(), Group: new Map() };
  let last = 0;
  const nextId = () => {
    last += 1;
    return String(last);
  };
  let base = "";

  const shown = (kind: Kind, id: string, values: JsonObject): JsonObject => {
    const { created, lastModified, ...rest } = values;
    const meta = {
      resourceType: kind,
      ...(style.meta.includes("times") ? { created, lastModified } : {}),
      ...(style.meta.includes("location") ? { location: `${base}/${kind}s/${id}` } : {}),
    };
    const shownId = style.numericIds ? Number(id) : id;
    return { schemas: [urns[style.version][kind]], id: shownId, ...rest, meta };
  };

  const taken = (kind: Kind, body: unknown, id?: string): JsonObject => {
    if (!isObject(body)) throw new Refused(400, "the body is not an object");
    const names: readonly string[] = known[kind];
    const unknown = Object.keys(body).find(
      (each) => !["schemas", "id", "meta", ...names].includes(each),
    );
    if (style.strict && unknown) throw new Refused(400, `property ${unknown} should not exist`);
    const key = kind === "User" ? "userName" : "displayName";
    if (typeof body[key] !== "string" || body[key] === "")
      throw new Refused(400, `${key} is required`);
    const isSame = (other: unknown) =>
      String(other).toLowerCase() === String(body[key]).toLowerCase();
    for (const [otherId, other] of stores[kind]) {
      if (kind === "User" && otherId !== id && isSame(other.userName))
        throw new Refused(409, "userName is taken");
    }
    if (body.active !== undefined && typeof body.active !== "boolean")
      throw new Refused(400, "active must be a boolean");
    const kept = names.filter((name) => body[name] !== undefined && body[name] !== null);
    const values = Object.fromEntries(kept.map((name) => [name, body[name]]));
    if (style.noExternalId) delete values.externalId;
    if (kind === "User") values.active ??= true;
    return values;
  };

  const store = (kind: Kind, values: JsonObject, id = nextId()): JsonObject => {
    const now = new Date().toISOString();
    const created = stores[kind].get(id)?.created ?? now;
    stores[kind].set(id, { ...values, created, lastModified: now });
    return shown(kind, id, { ...values, created, lastModified: now });
  };

  const list = (kind: Kind, query: URLSearchParams): Reply => {
    const filter = query.get("filter");
    const all = [...stores[kind]];
    let found = all;
    if (filter !== null) {
      const [, name = "", literal = ""] =
        /^(userName|displayName) eq ("[^"]*")$/i.exec(filter) ?? [];
      if (literal === "" && style.otherFilters !== "everything") {
        throw new Refused(style.otherFilters, "the filter is not supported");
      }
      if (literal !== "") {
        const wanted = String(JSON.parse(literal)).toLowerCase();
        const key = name.toLowerCase() === "username" ? "userName" : "displayName";
        found = all.filter(([, values]) => String(values[key]).toLowerCase() === wanted);
      }
    }
    const start = Math.max(1, Number(query.get("startIndex") ?? 1));
    const count = Math.max(0, Number(query.get("count") ?? 100));
    const page = found.slice(start - 1, start - 1 + count);
    return {
      status: 200,
      body: {
        schemas: [
          style.version === "2.0"
            ? "urn:ietf:params:scim:api:messages:2.0:ListResponse"
            : urns["1.1"].User,
        ],
        totalResults: found.length,
        startIndex: start,
        itemsPerPage: page.length,
        ...(page.length > 0
          ? { Resources: page.map(([id, values]) => shown(kind, id, values)) }
          : {}),
      },
    };
  };

  const patched = (kind: Kind, id: string, values: JsonObject, body: unknown): Reply => {
    if (style.patch !== "single attributes")
      throw new Refused(style.patch, "PATCH is not supported");
    const operations = isObject(body) && Array.isArray(body.Operations) ? body.Operations : [];
    if (operations.length === 0)
      throw new Refused(400, "Operations must contain at least 1 element");
    const next: JsonObject = structuredClone(values);
    for (const each of operations) {
      const { op, path, value }: JsonObject = isObject(each) ? each : {};
      const names: readonly string[] = known[kind];
      if (!["add", "replace", "remove"].includes(String(op).toLowerCase()))
        throw new Refused(400, "op is unknown");
      if (typeof path !== "string") {
        if (String(op) === "remove" || !isObject(value)) throw new Refused(400, "path is required");
        Object.assign(next, value);
      } else if (!names.includes(path)) throw new Refused(400, `path ${path} is not supported`);
      else if (op === "remove") delete next[path];
      else if (op === "add" && Array.isArray(next[path]))
        next[path] = [...next[path], ...[value].flat()];
      else next[path] = value;
    }
    const { created: _, lastModified: __, ...rest } = next;
    return { status: 200, body: store(kind, taken(kind, rest, id), id) };
  };

  const onResource = (
    kind: Kind,
    id: string | undefined,
    method: string,
    query: URLSearchParams,
    body: unknown,
  ): Reply => {
    if (id === undefined && method === "GET") return list(kind, query);
    if (id === undefined && method === "POST") {
      return { status: style.created, body: store(kind, taken(kind, body)) };
    }
    const values = id === undefined ? undefined : stores[kind].get(id);
    if (id === undefined) throw new Refused(405, "the method is not allowed");
    if (values === undefined) throw new Refused(404, `${kind} ${id} not found`);
    if (method === "GET") return { status: 200, body: shown(kind, id, values) };
    if (method === "PUT" && style.put) throw new Refused(style.put, "Cannot PUT");
    if (method === "PUT") return { status: 200, body: store(kind, taken(kind, body, id), id) };
    if (method === "PATCH") return patched(kind, id, values, body);
    if (method !== "DELETE") throw new Refused(405, "the method is not allowed");
    stores[kind].delete(id);
    return style.deleted === 204 ? { status: 204 } : { status: 200, body: shown(kind, id, values) };
  };

  const answer = async (request: IncomingMessage): Promise<Reply> => {
    const { method = "" } = request;
    const { pathname, searchParams, search } = new URL(request.url ?? "/", base);
    const path = pathname.slice("/scim".length);
    const sent = await text(request);
    if (
      path === "/ServiceProviderConfig" &&
      style.configuration !== undefined &&
      style.version === "2.0"
    ) {
      return { status: 200, body: style.configuration };
    }
    if (
      path === "/ServiceProviderConfigs" &&
      style.configuration !== undefined &&
      style.version === "1.1"
    ) {
      return { status: 200, body: style.configuration };
    }
    const [, plural = "", id, rest] = path.split("/");
    if (plural !== "Users" && !(plural === "Groups" && style.groups))
      throw new Refused(404, "not found");
    if (request.headers.authorization !== `Bearer ${token}`)
      throw new Refused(401, "invalid token");
    if (style.slashes && id === undefined) {
      return { status: 308, headers: { location: `${pathname}/${search}` } };
    }
    if (rest !== undefined && rest !== "") throw new Refused(404, "not found");
    let body: unknown;
    try {
      body = sent === "" ? undefined : JSON.parse(sent);
    } catch {
      throw new Refused(400, "the body is not JSON");
    }
    const kind = plural === "Users" ? "User" : "Group";
    return onResource(
      kind,
      id === "" ? undefined : id && decodeURIComponent(id),
      method,
      searchParams,
      body,
    );
  };

  const server = createServer(async (request, response) => {
    try {
      const { status, body, headers } = await answer(request);
      const type = body === undefined ? {} : { "content-type": "application/json" };
      response.writeHead(status, { ...type, ...headers });
      response.end(body === undefined ? "" : JSON.stringify(body));
    } catch (error) {
      const status = error instanceof Refused ? error.status : 500;
      const { type, body } = style.errors(status, String(error));
      const challenge = status === 401 ? { "www-authenticate": "Bearer" } : {};
      response.writeHead(status, { "content-type": type, ...challenge });
      response.end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim`;
  return {
    url: base,
    credentials: token,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
