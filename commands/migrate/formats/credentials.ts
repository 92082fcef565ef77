import { isSecretName } from "../masking/secret-names.ts";
import type { ShownCredentials } from "./entry.ts";

const credentialHeaders = new Set([
  ...["authorization", "proxy-authorization", "x-api-key", "x-auth-token", "x-slack-token"],
]);
const cookieHeaders = new Set(["cookie", "set-cookie"]);
const parameter = /[?&;]([\w.%-]+)=([^&;/#\s"']+)/g;

/** What stands in a recording for a credential: a variable, stars, a redaction, a hint. */
const standIn =
  /^(?:\{\{.*\}\}|\$.*|%\w+%|<.*>|\[.*\]|[*x.…]+|redacted|removed|token|null|undefined)$/is;
/** A shorter value is not removed elsewhere: it would be a part of ordinary words. */
const shortest = 6;
/** A cookie's value below this is no session. */
const shortestCookie = 12;

/** Headers as a list, whatever the recording has. */
export type HeaderPairs = readonly (readonly [name: string, value: string])[];

/** The credentials in headers and in an address; undefined where there are none. */
export function shownIn(headers: HeaderPairs, url: string): ShownCredentials | undefined {
  const secrets: string[] = [];
  const accounts: string[] = [];
  for (const [name, value] of headers) {
    const small = name.toLowerCase();
    if (credentialHeaders.has(small)) addCredential(value, secrets, accounts);
    else if (cookieHeaders.has(small)) secrets.push(...cookiesIn(value));
  }
  for (const [, name = "", value = ""] of url.matchAll(parameter)) {
    if (isSecretName(decoded(name))) secrets.push(value, decoded(value));
  }
  const [, user = "", password = ""] =
    /^[a-z][a-z0-9+.-]*:\/\/([^/?#:@]*):?([^/?#@]*)@/i.exec(url) ?? [];
  if (user !== "") accounts.push(decoded(user));
  if (password !== "") secrets.push(password, decoded(password));
  return shown(secrets, accounts);
}

/** A user name and a password, as `curl -u` takes them. */
export function shownByUser(pair: string): ShownCredentials | undefined {
  const [user = "", ...rest] = pair.split(":");
  const basic = Buffer.from(pair, "utf8").toString("base64");
  return shown([rest.join(":"), ...(rest.length > 0 ? [basic] : [])], [user]);
}

/** Any value that is known to be a secret. */
export function shownSecrets(values: readonly string[]): ShownCredentials | undefined {
  return shown(values, []);
}

/** The credentials of both. */
export function bothShown(
  one: ShownCredentials | undefined,
  other: ShownCredentials | undefined,
): ShownCredentials | undefined {
  if (!one || !other) return one ?? other;
  return {
    secrets: [...one.secrets, ...other.secrets],
    accounts: [...one.accounts, ...other.accounts],
  };
}

function shown(secrets: readonly string[], accounts: readonly string[]) {
  const real = (value: string) => !standIn.test(value);
  const found = {
    secrets: [...new Set(secrets)].filter((value) => value.length >= shortest && real(value)),
    accounts: [...new Set(accounts)].filter((value) => value !== "" && real(value)),
  };
  return found.secrets.length + found.accounts.length === 0 ? undefined : found;
}

function addCredential(value: string, secrets: string[], accounts: string[]): void {
  const [, scheme = "", credential = ""] = /^\s*(?:(\w[\w-]*)\s+)?(.*?)\s*$/s.exec(value) ?? [];
  if (scheme.toLowerCase() === "basic" && !standIn.test(credential)) {
    const pair = Buffer.from(credential, "base64").toString("utf8");
    const [user = "", ...rest] = pair.split(":");
    if (rest.length > 0) {
      accounts.push(user);
      secrets.push(rest.join(":"));
    }
  }
  secrets.push(credential);
}

function cookiesIn(header: string): string[] {
  return header
    .split(";")
    .map((part) => part.slice(part.indexOf("=") + 1).trim())
    .filter((value) => value.length >= shortestCookie);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
