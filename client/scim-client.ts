import { setMaxListeners } from "node:events";
import type { NeutralGroup, NeutralUser } from "../schemas/index.ts";
import { isObject, type JsonObject } from "../schemas/json-value.ts";
import { type Version, versions } from "../schemas/version.ts";
import { decodeList, decodeObject, parseJson, readJson } from "./answer.ts";
import type { BulkJob, BulkOperation, CallOptions, ResourceCalls } from "./calls.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { dialectOf } from "./dialects/dialect-of.ts";
import { decodeError } from "./dialects/error-codec.ts";
import { decodeGroup } from "./dialects/group-codec.ts";
import { searchRequestUrn } from "./dialects/urns.ts";
import { readList } from "./list-text.ts";
import { withKnownNames } from "./member-names.ts";
import { type Outcome, ScimRequestError } from "./outcome.ts";
import type { Profile } from "./profile.ts";
import type { ScimRequest } from "./request.ts";
import {
  authorization,
  type Credentials,
  checkedCredentials,
  type Scheme,
  schemeOf,
} from "./transport/credentials.ts";
import { hiddenOfClient } from "./transport/hidden.ts";
import { type ExchangeNumbers, type ExchangeSink, Recorder } from "./transport/recorder.ts";
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
  /** Up to and including the version segment: `https://api.slack.com/scim/v2`. */
  baseUrl: string;
  /** A bearer token, or a user name and a password. */
  credentials: Credentials;
  /** Which form is sent where the standard and Slack's documentation differ. */
  profile?: Profile;
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>>;
  /** For one attempt, in milliseconds. */
  timeoutMs?: number;
  /** URL of an HTTP proxy. */
  proxy?: string;
  retry?: Partial<RetryOptions>;
  /** Largest number of open connections. */
  connections?: number;
  /** Shared by the clients of one organisation. */
  gate?: TenantGate;
  /** Receives every exchange, redacted. */
  onExchange?: ExchangeSink;
  /** The numbers of exchanges, where several clients record into one file. Default: 1, 2, 3 … */
  exchangeNumbers?: ExchangeNumbers;
  /** How the caller's own data is recognised; or a redaction shared with other clients, which knows the secrets too. */
  redaction?: Redaction | Omit<RedactionOptions, "secrets" | "accounts">;
  /**
   * Called with the result of each request after its last attempt, before the call returns; the call
   * throws what it throws.
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
 *
 * To add options or requests, extend it and override {@link ScimClient.send}.
 *
 * @typeParam Options what each call takes; a subclass adds its own
 */
export class ScimClient<Options extends CallOptions = CallOptions> {
  readonly version: Version;
  readonly baseUrl: string;
  readonly dialect: Dialect;
  /** The HTTP authentication scheme of the credentials. */
  readonly scheme: Scheme;
  readonly users: ResourceCalls<NeutralUser, Options>;
  readonly groups: ResourceCalls<NeutralGroup, Options>;
  readonly #transport: Transport;
  readonly #credentials: Credentials;
  readonly #profile: Profile;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #watch: ScimClientOptions["watch"];

  /** @throws TypeError naming the option that is missing or wrong */
  constructor(options: ScimClientOptions) {
    this.version = options.version;
    if (!versions.includes(this.version)) {
      throw new TypeError(`version must be ${versions.join(" or ")}`);
    }
    if (!URL.canParse(options.baseUrl)) {
      throw new TypeError("baseUrl must be a URL such as https://api.slack.com/scim/v2");
    }
    // Each request that waits for a limit listens: more than ten are no leak.
    if (options.signal) setMaxListeners(0, options.signal);
    this.baseUrl = options.baseUrl.replace(/\/+$/, "");
    this.#profile = options.profile ?? "slack";
    this.dialect = dialectOf(options.version, this.#profile);
    this.#credentials = checkedCredentials(options.credentials);
    this.scheme = schemeOf(this.#credentials);
    this.#headers = options.headers ?? {};
    this.#watch = options.watch;
    const redaction =
      options.redaction instanceof Redaction
        ? options.redaction
        : new Redaction({
            ...options.redaction,
            ...hiddenOfClient(this.#credentials, options.proxy),
          });
    this.#transport = new Transport({
      baseUrl: this.baseUrl,
      timeoutMs: options.timeoutMs ?? 30_000,
      maxResponseBytes: 64 * 1024 * 1024,
      connections: options.connections ?? 8,
      retry: { ...defaultRetry, ...options.retry },
      recorder: new Recorder(
        options.version,
        redaction,
        options.onExchange,
        options.exchangeNumbers,
      ),
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

  serviceProviderConfig(options?: Options): Promise<Outcome<JsonObject>> {
    return this.#get(this.dialect.paths.serviceProviderConfig, options);
  }

  schemas(options?: Options): Promise<Outcome<JsonObject>> {
    return this.#get(this.dialect.paths.schemas, options);
  }

  schema(resource: "User" | "Group", options?: Options): Promise<Outcome<JsonObject>> {
    return this.schemaById(this.dialect.schemaName(resource), options);
  }

  /** A schema by the id that the list of schemas gives it. */
  async schemaById(id: string, options?: Options): Promise<Outcome<JsonObject>> {
    return this.#get(`${this.dialect.paths.schemas}/${pathSegment(id)}`, options);
  }

  resourceTypes(options?: Options): Promise<Outcome<JsonObject>> {
    return this.#get(this.dialect.paths.resourceTypes, options);
  }

  /** Several operations at once. */
  async bulk(
    { operations, failOnErrors }: BulkJob,
    options?: Options,
  ): Promise<Outcome<JsonObject>> {
    const { paths, bulkUrn } = this.dialect;
    const body = {
      schemas: [bulkUrn],
      ...(failOnErrors === undefined ? {} : { failOnErrors }),
      Operations: operations.map((operation) => this.#encodeOperation(operation)),
    };
    return this.send(
      { method: "POST", path: paths.bulk, body: () => body, decode: decodeObject },
      options,
    );
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
   * GET of a URL that the server returned, such as `meta.location`; a relative one starts at the base
   * URL. The credentials are never sent to another host: a URL there is read below the base URL.
   * @returns undefined when its path lies outside the base URL
   */
  async follow(location: string): Promise<Outcome<JsonObject> | undefined> {
    const path = pathBelow(location, this.baseUrl);
    return path === undefined ? undefined : this.#get(path, undefined);
  }

  close(): Promise<void> {
    return this.#transport.close();
  }

  /**
   * Sends one request and decodes the response. All calls but `walk` go through here, each with the
   * options that it was given: a subclass overrides it to act on further options, and calls it for
   * further requests.
   * @throws TransportError when no response comes
   */
  protected async send<T>(request: ScimRequest<T>, options?: Options): Promise<Outcome<T>> {
    const response = await this.#deliver(this.#write(request, options));
    const parsed = response.json();
    // Slack has to write every name as documented.
    const json = this.#profile === "slack" ? parsed : withKnownNames(parsed);
    const ok = response.status >= 200 && response.status < 300;
    return {
      ok,
      status: response.status,
      headers: response.headers,
      text: response.text,
      json,
      resource: ok && isObject(json) ? request.decode(json) : undefined,
      error: response.status >= 400 ? decodeError(json) : undefined,
      exchangeId: response.exchangeId,
    };
  }

  #get(path: string, options: Options | undefined): Promise<Outcome<JsonObject>> {
    return this.send({ method: "GET", path, decode: decodeObject }, options);
  }

  #calls<T>(
    path: string,
    encode: (resource: T, by: Dialect) => JsonObject,
    decode: (json: unknown) => T,
  ): ResourceCalls<T, Options> {
    const item = (id: string) => `${path}/${pathSegment(id)}`;
    const decodeAll = (json: unknown) => decodeList(json, decode);
    const encoded = (resource: T) => (version?: Version) =>
      encode(resource, this.#dialect(version));
    return {
      list: (options) => {
        const query = { ...options?.query };
        if (options?.filter !== undefined) query.filter = options.filter;
        if (options?.startIndex !== undefined) query.startIndex = String(options.startIndex);
        if (options?.count !== undefined) query.count = String(options.count);
        return this.send({ method: "GET", path, query, decode: decodeAll }, options);
      },
      search: (options) => {
        const { filter, startIndex, count, query } = options ?? {};
        const body = { schemas: [searchRequestUrn], ...query, filter, startIndex, count };
        return this.send(
          {
            method: "POST",
            path: `${path}/.search`,
            query: {},
            body: () => body,
            decode: decodeAll,
          },
          options,
        );
      },
      walk: (options) => walkPages((from, count) => this.#page(path, from, count, decode), options),
      get: async (id, options) => this.send({ method: "GET", path: item(id), decode }, options),
      create: (resource, options) =>
        this.send({ method: "POST", path, body: encoded(resource), decode }, options),
      patch: async (id, intents, options) => {
        const body = (version?: Version) =>
          this.#dialect(version).encodePatch(intents, options?.form);
        return this.send({ method: "PATCH", path: item(id), body, decode }, options);
      },
      replace: async (id, resource, options) =>
        this.send({ method: "PUT", path: item(id), body: encoded(resource), decode }, options),
      delete: async (id, options) =>
        this.send({ method: "DELETE", path: item(id), decode: () => undefined }, options),
    };
  }

  #dialect(version = this.version): Dialect {
    return version === this.version ? this.dialect : dialectOf(version, this.#profile);
  }

  /** A page of a list whose resources are parsed on demand. */
  async #page<T>(
    path: string,
    from: number,
    count: number,
    decode: (json: unknown) => T,
  ): Promise<ReadPage<T>> {
    const query = { startIndex: String(from), count: String(count) };
    const { status, text } = await this.#deliver(this.#write({ method: "GET", path, query }));
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

  #write(request: Omit<ScimRequest<unknown>, "decode">, options: CallOptions = {}): WireRequest {
    const {
      method,
      path,
      prefix,
      query = options.query,
      credentials = this.#credentials,
    } = request;
    const content = request.content ?? (request.body && JSON.stringify(request.body()));
    const headers: Record<string, string> = { accept: this.dialect.mediaType, ...this.#headers };
    if (credentials !== null) headers.authorization = authorization(credentials);
    if (content !== undefined) headers["content-type"] = `${this.dialect.mediaType}; charset=utf-8`;
    for (const [name, value] of Object.entries(options.headers ?? {})) {
      if (value === null) delete headers[name.toLowerCase()];
      else headers[name.toLowerCase()] = value;
    }
    return {
      method,
      path,
      headers,
      ...(prefix === undefined ? {} : { prefix }),
      ...(query === undefined ? {} : { query }),
      ...(content === undefined ? {} : { body: content }),
    };
  }
}
