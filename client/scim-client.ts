import type { NeutralGroup, NeutralUser } from "../schemas/index.ts";
import { isObject, type JsonObject } from "../schemas/json-value.ts";
import type { Version } from "../schemas/version.ts";
import { decodeList, decodeObject, parseJson, readJson } from "./answer.ts";
import type { BulkJob, BulkOperation, CallOptions, ResourceCalls } from "./calls.ts";
import type { Dialect, OptionalEndpoint } from "./dialects/dialect.ts";
import { dialectOf } from "./dialects/dialect-of.ts";
import { decodeError } from "./dialects/error-codec.ts";
import { decodeGroup } from "./dialects/group-codec.ts";
import { searchRequestUrn } from "./dialects/urns.ts";
import { readList } from "./list-text.ts";
import { withKnownNames } from "./member-names.ts";
import { type Outcome, ScimRequestError } from "./outcome.ts";
import type { Profile } from "./profile.ts";
import {
  authorization,
  type Credentials,
  type Scheme,
  schemeOf,
  wrongCredentials,
} from "./transport/credentials.ts";
import { hiddenOfClient } from "./transport/hidden.ts";
import { type ExchangeSink, Recorder } from "./transport/recorder.ts";
import { Redaction, type RedactionOptions } from "./transport/redaction.ts";
import { pathBelow, pathSegment } from "./transport/safe-path.ts";
import { createTenantGate, type TenantGate } from "./transport/tenant-gate.ts";
import {
  type RetryOptions,
  Transport,
  type WireRequest,
  type WireResponse,
} from "./transport/transport.ts";
import { TransportError } from "./transport/transport-error.ts";
import { type ListedResource, type ReadPage, walkPages } from "./walk.ts";

export interface ScimClientOptions {
  version: Version;
  /** Up to and with the version segment: `https://api.slack.com/scim/v2`. */
  baseUrl: string;
  /** A bearer token, or a user name and a password. */
  credentials: Credentials;
  /** Decides where the versions of the standard and Slack's documented forms part. */
  profile?: Profile;
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>>;
  /** For one attempt, in milliseconds. */
  timeoutMs?: number;
  /** URL of an HTTP proxy. */
  proxy?: string;
  retry?: Partial<RetryOptions>;
  /** How many connections may be open at once. */
  connections?: number;
  /** Shared by the clients of one organisation. */
  gate?: TenantGate;
  /** Receives every exchange, redacted. */
  onExchange?: ExchangeSink;
  /** What of a tenant is the caller's own; or a gate that is shared, which knows the secrets too. */
  redaction?: Redaction | Omit<RedactionOptions, "secrets" | "accounts">;
  /**
   * Called with what came of each request after its last attempt, before the call returns; what it
   * throws, the call throws.
   */
  watch?: (
    request: Pick<WireRequest, "method" | "path">,
    came: Pick<WireResponse, "status" | "text"> | TransportError,
  ) => void;
  logger?: (line: string) => void;
  signal?: AbortSignal;
}

const defaultRetry: RetryOptions = { connectionErrors: 1, rateLimited: 5, serverErrors: 0 };

/**
 * A client of one version of a SCIM API. Calls take and give version-neutral values; an HTTP error
 * is an outcome, only a missing response throws (TransportError).
 */
export class ScimClient {
  readonly version: Version;
  readonly baseUrl: string;
  readonly dialect: Dialect;
  /** The HTTP authentication scheme of the credentials. */
  readonly scheme: Scheme;
  readonly users: ResourceCalls<NeutralUser>;
  readonly groups: ResourceCalls<NeutralGroup>;
  readonly #transport: Transport;
  readonly #credentials: Credentials;
  readonly #profile: Profile;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #watch: ScimClientOptions["watch"];

  constructor(options: ScimClientOptions) {
    this.version = options.version;
    this.baseUrl = options.baseUrl.replace(/\/+$/, "");
    this.#profile = options.profile ?? "slack";
    this.dialect = dialectOf(options.version, this.#profile);
    this.#credentials = options.credentials;
    this.scheme = schemeOf(options.credentials);
    this.#headers = options.headers ?? {};
    this.#watch = options.watch;
    const redaction =
      options.redaction instanceof Redaction
        ? options.redaction
        : new Redaction({
            ...options.redaction,
            ...hiddenOfClient(options.credentials, options.proxy),
          });
    this.#transport = new Transport({
      baseUrl: this.baseUrl,
      timeoutMs: options.timeoutMs ?? 30_000,
      maxResponseBytes: 64 * 1024 * 1024,
      connections: options.connections ?? 8,
      retry: { ...defaultRetry, ...options.retry },
      recorder: new Recorder(options.version, redaction, options.onExchange),
      gate: options.gate ?? createTenantGate("slack"),
      ...(options.proxy === undefined ? {} : { proxy: options.proxy }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      ...(options.logger === undefined ? {} : { logger: options.logger }),
    });
    const { dialect } = this;
    this.users = this.#calls<NeutralUser>(
      dialect.paths.users,
      (user, by) => by.encodeUser(user),
      dialect.decodeUser,
    );
    this.groups = this.#calls<NeutralGroup>(
      dialect.paths.groups,
      (group, by) => by.encodeGroup(group),
      decodeGroup,
    );
  }

  serviceProviderConfig(options?: CallOptions): Promise<Outcome<JsonObject>> {
    return this.#send("GET", this.dialect.paths.serviceProviderConfig, options, decodeObject);
  }

  /** The other spelling of the provider configuration's path: what the other version calls it. */
  serviceProviderConfigOtherSpelling(options?: CallOptions): Promise<Outcome<JsonObject>> {
    const path = this.dialect.paths.serviceProviderConfig;
    const other = path.endsWith("s") ? path.slice(0, -1) : `${path}s`;
    return this.#send("GET", other, options, decodeObject);
  }

  /** Tries to change the provider configuration, which is read-only in both versions. */
  writeServiceProviderConfig(options?: CallOptions): Promise<Outcome<JsonObject>> {
    const path = this.dialect.paths.serviceProviderConfig;
    return this.#send("PUT", path, options, decodeObject, { patch: { supported: true } });
  }

  schemas(options?: CallOptions): Promise<Outcome<JsonObject>> {
    return this.#send("GET", this.dialect.paths.schemas, options, decodeObject);
  }

  schema(resource: "User" | "Group", options?: CallOptions): Promise<Outcome<JsonObject>> {
    const name = pathSegment(this.dialect.schemaName(resource));
    return this.#send("GET", `${this.dialect.paths.schemas}/${name}`, options, decodeObject);
  }

  /** A schema by the id that the list of schemas gives it. */
  async schemaById(id: string, options?: CallOptions): Promise<Outcome<JsonObject>> {
    const path = `${this.dialect.paths.schemas}/${pathSegment(id)}`;
    return this.#send("GET", path, options, decodeObject);
  }

  /** Tries to change the schema of users, which is read-only in both versions. */
  writeSchema(options?: CallOptions): Promise<Outcome<JsonObject>> {
    const path = `${this.dialect.paths.schemas}/${pathSegment(this.dialect.schemaName("User"))}`;
    return this.#send("PUT", path, options, decodeObject, { name: "Changed" });
  }

  /**
   * Asks for users under another version segment than that of the base URL, or under none: what
   * SCIM 1.1 §3.10 and RFC 7644 §3.13 speak of.
   */
  usersUnderVersion(segment: string | undefined): Promise<Outcome<JsonObject>> {
    const root = new URL(this.baseUrl).pathname.replace(/\/[^/]*$/, "");
    const prefix = segment === undefined ? root : `${root}/${segment}`;
    const options = { query: { count: "1" } };
    return this.#send("GET", this.dialect.paths.users, options, decodeObject, undefined, prefix);
  }

  resourceTypes(options?: CallOptions): Promise<Outcome<JsonObject>> {
    return this.#send("GET", this.dialect.paths.resourceTypes, options, decodeObject);
  }

  /** GET of something that a provider need not offer. */
  optional(endpoint: OptionalEndpoint, options?: CallOptions): Promise<Outcome<JsonObject>> {
    return this.#send("GET", this.dialect.paths.optional[endpoint], options, decodeObject);
  }

  /** Several operations at once. */
  async bulk(
    { operations, failOnErrors }: BulkJob,
    options?: CallOptions,
  ): Promise<Outcome<JsonObject>> {
    const { paths, bulkUrn } = this.dialect;
    return this.#send("POST", paths.bulk, options, decodeObject, {
      schemas: [bulkUrn],
      ...(failOnErrors === undefined ? {} : { failOnErrors }),
      Operations: operations.map((operation) => this.#encodeOperation(operation)),
    });
  }

  #encodeOperation(operation: BulkOperation): JsonObject {
    const { dialect } = this;
    const path = operation.type === "User" ? dialect.paths.users : dialect.paths.groups;
    const { method } = operation;
    if (method === "DELETE") return { method, path: `${path}/${pathSegment(operation.id)}` };
    const data =
      operation.type === "User"
        ? dialect.encodeUser(operation.resource)
        : dialect.encodeGroup(operation.resource);
    return { method, path, bulkId: operation.bulkId, data };
  }

  /**
   * GET of a URL that the server gave, such as `meta.location`; a relative one starts at the base
   * URL. One on another host is asked for below the base URL: the token is not sent elsewhere.
   * @returns undefined when its path lies outside the base URL
   */
  async follow(location: string): Promise<Outcome<JsonObject> | undefined> {
    const path = pathBelow(location, this.baseUrl);
    return path === undefined ? undefined : this.#send("GET", path, undefined, decodeObject);
  }

  close(): Promise<void> {
    return this.#transport.close();
  }

  #calls<T>(
    path: string,
    encode: (resource: T, by: Dialect) => JsonObject,
    decode: (json: unknown) => T,
  ): ResourceCalls<T> {
    const item = (id: string) => `${path}/${pathSegment(id)}`;
    const by = (options?: CallOptions) =>
      options?.encodeAs === undefined ? this.dialect : dialectOf(options.encodeAs, this.#profile);
    return {
      search: ({ filter, startIndex, count, ...options } = {}) => {
        const query = { ...options.query };
        if (filter !== undefined) query.filter = filter;
        if (startIndex !== undefined) query.startIndex = String(startIndex);
        if (count !== undefined) query.count = String(count);
        return this.#send("GET", path, { ...options, query }, (json) => decodeList(json, decode));
      },
      searchByPost: ({ filter, startIndex, count, query, ...options } = {}) => {
        const request = { schemas: [searchRequestUrn], ...query, filter, startIndex, count };
        const decodeAll = (json: unknown) => decodeList(json, decode);
        return this.#send("POST", `${path}/.search`, options, decodeAll, request);
      },
      walk: (options) => walkPages((from, count) => this.#page(path, from, count, decode), options),
      read: async (id, options) => this.#send("GET", item(id), options, decode),
      create: (resource, options) =>
        this.#send("POST", path, options, decode, encode(resource, by(options))),
      patch: async (id, intents, options) =>
        this.#send(
          "PATCH",
          item(id),
          options,
          decode,
          by(options).encodePatch(intents, options?.form),
        ),
      replace: async (id, resource, options) =>
        this.#send("PUT", item(id), options, decode, encode(resource, by(options))),
      delete: async (id, options) => this.#send("DELETE", item(id), options, () => undefined),
    };
  }

  /** A page of a list, of which no resource is parsed until it is asked for. */
  async #page<T>(
    path: string,
    from: number,
    count: number,
    decode: (json: unknown) => T,
  ): Promise<ReadPage<T>> {
    const query = { startIndex: String(from), count: String(count) };
    const { status, text } = await this.#deliver(this.#request("GET", path, { query }));
    if (status >= 300) throw new ScimRequestError(status, decodeError(parseJson(text)));
    const { totalResults, resources } = readJson(path, () => readList(text));
    return {
      totalResults,
      resources: resources.map((parse) => (): ListedResource<T> => {
        const wire = readJson(path, parse);
        const id = isObject(wire) && typeof wire.id === "string" ? wire.id : undefined;
        return { id, wire, read: () => decode(wire) };
      }),
    };
  }

  async #send<T>(
    method: string,
    path: string,
    options: CallOptions = {},
    decode: (json: unknown) => T,
    body?: JsonObject,
    prefix?: string,
  ): Promise<Outcome<T>> {
    const request = this.#request(method, path, options, body);
    const response = await this.#deliver(prefix === undefined ? request : { ...request, prefix });
    const parsed = parseJson(response.text);
    // At Slack every name has to be as documented.
    const json = this.#profile === "slack" ? parsed : withKnownNames(parsed);
    const success = response.status >= 200 && response.status < 300;
    return {
      status: response.status,
      headers: response.headers,
      text: response.text,
      json,
      resource: success && isObject(json) ? decode(json) : undefined,
      error: response.status >= 400 ? decodeError(json) : undefined,
      exchangeId: response.exchangeId,
    };
  }

  async #deliver(request: WireRequest): Promise<WireResponse> {
    let response: WireResponse;
    try {
      response = await this.#transport.send(request);
    } catch (error) {
      if (error instanceof TransportError) this.#watch?.(request, error);
      throw error;
    }
    this.#watch?.(request, response);
    return response;
  }

  #credentialsFor(token: CallOptions["token"]): Credentials | undefined {
    switch (token) {
      case undefined:
        return this.#credentials;
      case "none":
        return undefined;
      case "wrong":
        return wrongCredentials(this.scheme);
      case "other-scheme":
        return wrongCredentials(this.scheme === "Basic" ? "Bearer" : "Basic");
      default:
        return token.value;
    }
  }

  #request(method: string, path: string, options: CallOptions, body?: JsonObject): WireRequest {
    const content = options.rawBody ?? (body && JSON.stringify(options.change?.(body) ?? body));
    const headers: Record<string, string> = { accept: this.dialect.mediaType, ...this.#headers };
    const credentials = this.#credentialsFor(options.token);
    if (credentials !== undefined) headers.authorization = authorization(credentials);
    if (content !== undefined) headers["content-type"] = `${this.dialect.mediaType}; charset=utf-8`;
    for (const [name, value] of Object.entries(options.headers ?? {})) {
      if (value === null) delete headers[name.toLowerCase()];
      else headers[name.toLowerCase()] = value;
    }
    return {
      method: options.method ?? method,
      path,
      headers,
      ...(options.query === undefined ? {} : { query: options.query }),
      ...(content === undefined ? {} : { body: content }),
    };
  }
}
