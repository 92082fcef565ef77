import {
  type Credentials,
  decodeObject,
  type JsonObject,
  type Outcome,
  ScimClient,
  type ScimRequest,
} from "../../client/index.ts";
import type { CheckCallOptions } from "./check-calls.ts";
import { Rejections } from "./rejections.ts";

/** Endpoints that a provider need not have. */
const optionalPaths = { me: "/Me", root: "/", unknown: "/Nonexistent" };

/** Well-formed credentials that no provider accepts, of each scheme. */
const wrongCredentials = {
  Bearer: "xoxp-not-a-token",
  // Not the real user name: wrong passwords could lock it out.
  Basic: { username: "scim-conformance-nobody", password: "not-a-password" },
};

/**
 * The client of the checks. Besides ordinary requests, it sends requests that a provider should
 * reject, and requests to endpoints that a provider need not have.
 */
export class ConformanceClient extends ScimClient<CheckCallOptions> {
  readonly #rejections = new Rejections();

  /** The provider configuration under the path that the other version gives it. */
  serviceProviderConfigOtherSpelling(options?: CheckCallOptions): Promise<Outcome<JsonObject>> {
    const path = this.dialect.paths.serviceProviderConfig;
    const other = path.endsWith("s") ? path.slice(0, -1) : `${path}s`;
    return this.send({ method: "GET", path: other, decode: decodeObject }, options);
  }

  /** Tries to change the provider configuration, which is read-only in both versions. */
  writeServiceProviderConfig(): Promise<Outcome<JsonObject>> {
    return this.#put(this.dialect.paths.serviceProviderConfig, { patch: { supported: true } });
  }

  /** Tries to change the schema of users, which is read-only in both versions. */
  writeSchema(): Promise<Outcome<JsonObject>> {
    const { paths, schemaName } = this.dialect;
    const path = `${paths.schemas}/${encodeURIComponent(schemaName("User"))}`;
    return this.#put(path, { name: "Changed" });
  }

  /**
   * Lists users under another version segment than that of the base URL, or under none:
   * SCIM 1.1 §3.10 and RFC 7644 §3.13.
   */
  usersUnderVersion(segment: string | undefined): Promise<Outcome<JsonObject>> {
    const root = new URL(this.baseUrl).pathname.replace(/\/[^/]*$/, "");
    const prefix = segment === undefined ? root : `${root}/${segment}`;
    const path = this.dialect.paths.users;
    const query = { count: "1" };
    return this.send({ method: "GET", path, prefix, query, decode: decodeObject });
  }

  /** GET of an endpoint that a provider need not have. */
  optional(endpoint: keyof typeof optionalPaths): Promise<Outcome<JsonObject>> {
    return this.send({ method: "GET", path: optionalPaths[endpoint], decode: decodeObject });
  }

  protected override async send<T>(
    request: ScimRequest<T>,
    options: CheckCallOptions = {},
  ): Promise<Outcome<T>> {
    const { method = request.method } = options;
    const credentials = this.#credentials(options.token);
    const content = this.#content(request, options);
    const written = {
      ...request,
      method,
      ...(credentials === undefined ? {} : { credentials }),
      ...(content === undefined ? {} : { content }),
    };
    const { token } = options;
    const send = () => super.send(written, options);
    return token === undefined ? send() : this.#rejections.send(token, send);
  }

  #put(path: string, body: JsonObject): Promise<Outcome<JsonObject>> {
    return this.send({ method: "PUT", path, body: () => body, decode: decodeObject });
  }

  /** @returns null: send none; undefined: send those of the client */
  #credentials(token: CheckCallOptions["token"]): Credentials | null | undefined {
    switch (token) {
      case undefined:
        return undefined;
      case "none":
        return null;
      case "wrong":
        return wrongCredentials[this.scheme];
      case "other-scheme":
        return wrongCredentials[this.scheme === "Basic" ? "Bearer" : "Basic"];
      default:
        return token.value;
    }
  }

  #content(
    { body }: Pick<ScimRequest<unknown>, "body">,
    { rawBody, encodeAs, change }: CheckCallOptions,
  ): string | Uint8Array | undefined {
    if (rawBody !== undefined || body === undefined) return rawBody;
    const encoded = body(encodeAs);
    return JSON.stringify(change?.(encoded) ?? encoded);
  }
}
