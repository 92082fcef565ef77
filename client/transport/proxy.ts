import { Agent, type Dispatcher, EnvHttpProxyAgent, Pool, ProxyAgent } from "undici";
import { isLoopback } from "./loopback.ts";

/** The proxies of an environment, as undici reads it: lower-case names win, https falls back to http. */
interface Proxies {
  http: string;
  https: string;
  noProxy: string;
}

/** The route to an origin. */
export interface Route {
  dispatcher: Dispatcher;
  /** The proxy that is used unless NO_PROXY lists the origin, without credentials. */
  proxy?: string;
}

/** The URL of a proxy is invalid. The message does not repeat it: it may hold a password. */
class ProxyUrlError extends Error {
  override readonly name = "ProxyUrlError";
}

/** A proxy cannot be reached or rejects the request; the message names it without credentials. */
class ProxyFailure extends Error {
  override readonly name = "ProxyFailure";
}

/**
 * The route of requests to an origin. The given proxy wins over those of the environment
 * (HTTP_PROXY, HTTPS_PROXY, NO_PROXY in either case), which are not used for this machine.
 * @throws ProxyUrlError when the URL of a proxy that would be used is invalid
 */
export function routeTo(
  origin: string,
  settings: Agent.Options,
  proxy: string | undefined,
  env: NodeJS.ProcessEnv,
): Route {
  if (proxy === undefined && isLoopback(origin)) return { dispatcher: new Agent(settings) };
  const timeouts =
    typeof settings.connect === "object"
      ? { proxyTls: settings.connect, requestTls: settings.connect }
      : {};
  const proxied: Omit<ProxyAgent.Options, "uri"> = {
    ...settings,
    ...timeouts,
    // A plain request, which every proxy supports; only https goes through a tunnel.
    proxyTunnel: false,
    clientFactory: (url, options) => new Pool(url, tagged(url, options)),
    factory: (url, options) =>
      new Pool(url, { ...settings, ...("uri" in options ? options : tagged(url, options)) }),
  };
  if (proxy !== undefined) {
    const uri = checked("the option proxy", proxy);
    return { dispatcher: new ProxyAgent({ ...proxied, uri }), proxy: named(uri) };
  }
  const { http, https, noProxy } = checkedProxies(env);
  const used = origin.startsWith("https:") && https !== "" ? https : http;
  if (used === "") return { dispatcher: new Agent(settings) };
  return {
    dispatcher: new EnvHttpProxyAgent({
      ...proxied,
      httpProxy: http,
      httpsProxy: https,
      noProxy,
    }),
    proxy: named(used),
  };
}

/** @throws ProxyUrlError naming the variable whose value is not the URL of a proxy */
export function checkedProxies(env: NodeJS.ProcessEnv): Proxies {
  const [httpName, http] = variable(env, "http_proxy");
  const [httpsName, https] = variable(env, "https_proxy");
  return {
    http: http === "" ? "" : checked(httpName, http),
    https: https === "" ? "" : checked(httpsName, https),
    noProxy: variable(env, "no_proxy")[1],
  };
}

/**
 * The secrets in the URLs of proxies, in every form in which they are sent.
 * @param proxy the client's option
 */
export function hiddenOfProxies(
  env: NodeJS.ProcessEnv,
  proxy?: string,
): { secrets: string[]; accounts: string[] } {
  const texts = [
    ...(proxy === undefined ? [] : [proxy]),
    ...["http_proxy", "https_proxy"].flatMap((name) => [env[name], env[name.toUpperCase()]]),
  ];
  const found = texts.flatMap((text = "") => {
    if (!isProxyUrl(text)) return [];
    const url = new URL(text);
    const [name, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    const token = Buffer.from(`${name}:${password}`).toString("base64");
    return [{ name, secrets: password === "" ? [] : [password, url.password, token] }];
  });
  return {
    secrets: [...new Set(found.flatMap(({ secrets }) => secrets))],
    accounts: [...new Set(found.map(({ name }) => name).filter((name) => name !== ""))],
  };
}

/** The variable's name as it is set, and its value; the lower-case name wins, even when empty. */
function variable(env: NodeJS.ProcessEnv, name: string): [name: string, value: string] {
  const small = env[name];
  const capital = name.toUpperCase();
  return small === undefined ? [capital, env[capital] ?? ""] : [name, small];
}

function checked(where: string, text: string): string {
  if (isProxyUrl(text)) return text;
  throw new ProxyUrlError(
    `${where} is not the URL of a proxy; give http://host:port or https://host:port`,
  );
}

function isProxyUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  try {
    decodeURIComponent(`${username}${password}`);
  } catch {
    return false;
  }
  return protocol === "http:" || protocol === "https:";
}

/** A proxy without its credentials. */
function named(proxy: string | URL): string {
  return `the proxy ${new URL(proxy).origin}`;
}

type Connect = (options: object, callback: (error: Error | null, socket: unknown) => void) => void;

/** The options of a connection to a proxy, so that its failure is not taken for one of the target. */
function tagged(proxy: string | URL, options: object): Pool.Options {
  if (!("connect" in options) || typeof options.connect !== "function") return options;
  const connect = options.connect as Connect;
  const tagging: Connect = (how, callback) =>
    connect(how, (error, socket) => {
      if (error === null) return callback(null, socket);
      const code = "code" in error ? error.code : error.message;
      const failure = new ProxyFailure(`cannot connect to ${named(proxy)} (${code})`);
      return callback(failure, socket);
    });
  return { ...options, connect: tagging as NonNullable<Pool.Options["connect"]> };
}

/**
 * How a proxy failed instead of the target.
 * @param proxy of the route
 * @returns undefined where it was not the proxy
 */
export function proxyFailure(error: unknown, proxy: string | undefined): string | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each instanceof ProxyFailure) return each.message;
    // The error of undici when a proxy rejects a request, with and without a tunnel; it has no code.
    const status = /^Proxy (?:response|Authentication Required) \((\d+)\)/.exec(each.message)?.[1];
    if (status !== undefined) return refusal(proxy, status);
  }
  return undefined;
}

/** Describes a proxy that responds instead of the target. */
function refusal(proxy: string | undefined, status: string): string {
  const hint = status === "407" ? ": it requires other credentials" : "";
  return `${proxy ?? "a proxy"} returns HTTP ${status}${hint}`;
}
