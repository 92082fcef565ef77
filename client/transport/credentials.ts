import type { RedactionOptions } from "./redaction.ts";

/** A user name and a password (RFC 7617). */
export interface BasicCredentials {
  /** Without a colon: RFC 7617 §2. */
  username: string;
  password: string;
}

/** What authenticates a client: a bearer token (RFC 6750), or a user name and a password. */
export type Credentials = string | BasicCredentials;

/**
 * The same credentials, for callers in JavaScript.
 * @throws TypeError unless they are a token that is not empty, or a user name and a password
 */
export function checkedCredentials(credentials: Credentials): Credentials {
  if (typeof credentials === "string" && credentials !== "") return credentials;
  const { username, password }: Record<string, unknown> = { ...Object(credentials) };
  if (typeof username === "string" && typeof password === "string") return { username, password };
  throw new TypeError(
    "credentials must be a bearer token, or an object with username and password",
  );
}

/** An HTTP authentication scheme, as Authorization and WWW-Authenticate name it. */
export type Scheme = "Bearer" | "Basic";

export function schemeOf(credentials: Credentials): Scheme {
  return typeof credentials === "string" ? "Bearer" : "Basic";
}

/** The value of the header Authorization. */
export function authorization(credentials: Credentials): string {
  return typeof credentials === "string"
    ? `Bearer ${credentials}`
    : `Basic ${basicToken(credentials)}`;
}

/** The parts of credentials that must not be written down. */
export function hiddenOf(credentials: Credentials): Pick<RedactionOptions, "secrets" | "accounts"> {
  if (typeof credentials === "string") return { secrets: [credentials] };
  const { username, password } = credentials;
  return { secrets: [basicToken(credentials), password], accounts: [username] };
}

/** Base64 of name and password (RFC 7617 §2, in UTF-8 as its §2.1 asks for). */
function basicToken({ username, password }: BasicCredentials): string {
  return Buffer.from(`${username}:${password}`, "utf8").toString("base64");
}
