import { readFileSync } from "node:fs";
import {
  type Credentials,
  checkedProxies,
  isLoopback,
  type KeptLimits,
  type Profile,
} from "../client/index.ts";
import { UsageError } from "../reports/exit.ts";
import { shown } from "../reports/output/output-error.ts";
import {
  type CredentialVariables,
  type Target,
  type TargetAuth,
  type TargetOffers,
  violations,
} from "../schemas/index.ts";
import type { Version } from "../schemas/version.ts";
import type { UserTemplate } from "../suites/run/user-template.ts";

/** The flags that name the target. */
export interface TargetFlags {
  target?: string;
  v1?: string;
  v2?: string;
  tokenEnv?: string;
  profile?: string;
  allowWrites?: true;
  maxUsers?: number;
  cases?: number;
  /** The former name of `cases`. */
  runs?: number;
}

/** The target, from flags or a target file, with all defaults filled in. */
export interface ResolvedTarget {
  name: string;
  profile: Profile;
  baseUrls: Partial<Record<Version, string>>;
  /** A bearer token, or a user name and a password. */
  credentials: Credentials;
  writes: boolean;
  namePrefix: string;
  emailDomain: string;
  maxUsers: number;
  maxGroups: number;
  /** What users of the target need beyond what its schemas say. */
  users?: UserTemplate;
  /** Features that the target supports or not, whatever its configuration says. */
  offers?: TargetOffers;
  /** Generated cases for each property. */
  cases: number;
  rateLimits: KeptLimits;
  /** The environment variables that hold the credentials. */
  variables: CredentialVariables;
}

/** The mock's token: a target on loopback needs no secret. */
const mockToken = "xoxp-mock-admin";
const defaultTokenVariable = "SLACK_SCIM_TOKEN";

/**
 * @returns undefined when neither a file nor a URL names a target: the embedded mock is used
 * @throws UsageError that says what is wrong, and where
 */
export function resolveTarget(
  flags: TargetFlags,
  env: NodeJS.ProcessEnv,
): ResolvedTarget | undefined {
  const file = flags.target === undefined ? undefined : readTarget(flags.target);
  if (file && (flags.v1 !== undefined || flags.v2 !== undefined)) {
    throw new UsageError("--target cannot be combined with --v1 or --v2: the file names the URLs");
  }
  const baseUrls = {
    ...url("1.1", flags.target ?? "--v1", file?.versions["1.1"]?.baseUrl ?? flags.v1),
    ...url("2.0", flags.target ?? "--v2", file?.versions["2.0"]?.baseUrl ?? flags.v2),
  };
  const urls = Object.values(baseUrls);
  if (urls.length === 0) return undefined;

  const loopback = urls.every(isLoopback);
  if (!loopback) rejectBadProxies(env);
  const mode = file?.safety?.mode;
  if (mode === "read-only" && flags.allowWrites) {
    throw new UsageError(`--allow-writes contradicts safety.mode "read-only" in ${flags.target}`);
  }
  return {
    name:
      file?.name ??
      urls
        .map((base) => new URL(base).host)
        .filter(unique)
        .join(" and "),
    profile: profile(flags.profile ?? file?.profile ?? "slack"),
    baseUrls,
    credentials: credentials(flags, file?.auth, loopback, env),
    writes: mode !== "read-only" && (loopback || flags.allowWrites === true),
    namePrefix: file?.safety?.namePrefix ?? "scimct-",
    emailDomain: file?.safety?.emailDomain ?? "scim-conformance.example",
    maxUsers: flags.maxUsers ?? file?.safety?.maxUsers ?? (loopback ? 1000 : 40),
    maxGroups: file?.safety?.maxGroups ?? (loopback ? 1000 : 10),
    cases: flags.cases ?? flags.runs ?? (loopback ? 20 : 3),
    ...(file?.users === undefined ? {} : { users: file.users }),
    ...(file?.offers === undefined ? {} : { offers: file.offers }),
    rateLimits: file?.rateLimits ?? (loopback ? "once-limited" : "slack"),
    variables: variablesOf(flags, file?.auth),
  };
}

function readTarget(path: string): Target {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : error;
    throw new UsageError(`--target ${path}: cannot be read (${code})`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path}: not JSON: ${shown(why)}`);
  }
  const [broken] = violations("suite/target", json);
  if (broken) throw new UsageError(`${path}: ${shown(broken.message)}`);
  const target = json as Target;
  const domain = target.safety?.emailDomain;
  if (domain !== undefined && !isReservedDomain(domain)) {
    throw new UsageError(
      `${path}: safety.emailDomain ${domain} may be a real domain, and people could get mail; ` +
        'use one below ".example", ".test" or ".invalid", or example.com',
    );
  }
  return target;
}

/** Whether a mail domain is reserved: RFC 2606 §2 and §3, RFC 6761 §6. */
function isReservedDomain(domain: string): boolean {
  return /(^|\.)(example|test|invalid|localhost|example\.(com|net|org))$/.test(domain);
}

function url(version: Version, where: string, text: string | undefined) {
  if (text === undefined) return {};
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw new UsageError(`${where}: ${JSON.stringify(text)} is not an http or https URL`);
  }
  if (
    parsed.search !== "" ||
    parsed.hash !== "" ||
    parsed.username !== "" ||
    parsed.password !== ""
  ) {
    throw new UsageError(
      `${where}: the base URL must not contain credentials, a query or a fragment`,
    );
  }
  return { [version]: text.replace(/\/+$/, "") };
}

/** @throws UsageError for a proxy variable that is not the URL of a proxy */
function rejectBadProxies(env: NodeJS.ProcessEnv): void {
  try {
    checkedProxies(env);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const unique = <T>(value: T, index: number, all: readonly T[]) => all.indexOf(value) === index;

export function profile(text: string): Profile {
  if (text === "slack" || text === "rfc") return text;
  throw new UsageError(`--profile ${text}: must be slack or rfc`);
}

function variablesOf(flags: TargetFlags, auth: TargetAuth | undefined): CredentialVariables {
  if (!auth || "tokenEnv" in auth) {
    return { token: flags.tokenEnv ?? auth?.tokenEnv ?? defaultTokenVariable };
  }
  return { username: auth.usernameEnv, password: auth.passwordEnv };
}

/** @throws UsageError where the environment does not have them */
function credentials(
  flags: TargetFlags,
  auth: TargetAuth | undefined,
  loopback: boolean,
  env: NodeJS.ProcessEnv,
): Credentials {
  if (!auth || "tokenEnv" in auth) return token(flags.tokenEnv ?? auth?.tokenEnv, loopback, env);
  if (flags.tokenEnv !== undefined) {
    throw new UsageError(`--token-env contradicts auth.type "basic" in ${flags.target}`);
  }
  const { usernameEnv, passwordEnv } = auth;
  const username = variable(env, usernameEnv, `no user name (auth.usernameEnv in ${flags.target})`);
  const password = variable(env, passwordEnv, `no password (auth.passwordEnv in ${flags.target})`);
  if (username.includes(":")) {
    throw new UsageError(`${usernameEnv}: a user name with a colon cannot be sent (RFC 7617 §2)`);
  }
  return { username, password };
}

/** @throws UsageError that says what is missing */
function variable(env: NodeJS.ProcessEnv, name: string, missing: string, hint = ""): string {
  const value = env[name];
  if (value === undefined || value === "") {
    const state = value === undefined ? "not set" : "empty";
    throw new UsageError(`${missing}: the environment variable ${name} is ${state} ${hint}`.trim());
  }
  // A header ends where a line does; RFC 7617 §2 excludes control characters too.
  if (/\p{Cc}/u.test(value)) {
    throw new UsageError(`${name}: the value contains a line break or a control character`);
  }
  return value;
}

function token(named: string | undefined, loopback: boolean, env: NodeJS.ProcessEnv): string {
  // The value is not quoted: it may be the token itself.
  if (named !== undefined && !/^[A-Za-z_][A-Za-z0-9_]*$/.test(named)) {
    throw new UsageError("--token-env: must be the name of an environment variable, not a token");
  }
  const name = named ?? defaultTokenVariable;
  if (loopback && named === undefined && !env[name]) return mockToken;
  const value = variable(env, name, "no token", "(--token-env names another variable)");
  // RFC 6750 §2.1: a token has no space, and nothing but ASCII.
  if (/^[!-~]+$/.test(value)) return value;
  throw new UsageError(`${name}: the token contains a space or a character that is not ASCII`);
}
