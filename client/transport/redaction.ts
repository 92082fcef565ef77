/**
 * What must never be written down: tokens, passwords, and data of real people. Applied once, where
 * an exchange is recorded.
 */
export interface RedactionOptions {
  /** Secrets to remove wherever they occur, such as the bearer token. */
  secrets: readonly string[];
  /**
   * Names of accounts, removed where they stand by themselves: a name such as `scim` is part of
   * every URN and of many a URL, which say nothing of the account.
   */
  accounts?: readonly string[];
  /** The mail domain of the users that a run creates; their data is ours and stays readable. */
  ownEmailDomain?: string;
  /** What the names of groups that a run creates start with. */
  ownNamePrefix?: string;
}

const hidden = "[redacted]";
const personal = "[personal]";
const secretHeaders = new Set(["authorization", "cookie", "set-cookie", "proxy-authorization"]);
const secretMembers = new Set(["password", "token", "access_token", "client_secret"]);

/** Members of a user resource that say something about a person. `id`, flags and dates stay. */
const personalMembers = new Set([
  "userName",
  "nickName",
  "displayName",
  "name",
  "profileUrl",
  "title",
  "emails",
  "phoneNumbers",
  "photos",
  "addresses",
  "roles",
  "externalId",
]);

/** Domains that RFC 2606 and RFC 6761 reserve: nobody receives mail there. */
const reservedDomain = /(?:^|\.)(?:example|invalid|test|localhost|example\.(?:com|net|org))$/i;
/**
 * An address is looked for only where one can begin: otherwise each letter of a long text without
 * one, such as a photo in base64, would be a beginning, and the time would grow with its square.
 */
const mailAddress = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@([\p{L}\p{N}.-]+\.\p{L}{2,})/gu;

type JsonObject = Record<string, unknown>;

export class Redaction {
  readonly #secrets: readonly string[];
  readonly #accounts: readonly RegExp[];
  readonly #ownDomain: string | undefined;
  readonly #ownPrefix: string | undefined;

  constructor(options: RedactionOptions) {
    this.#secrets = options.secrets.filter((secret) => secret.length > 0).flatMap(spellings);
    this.#accounts = (options.accounts ?? []).filter((name) => name.length > 0).map(byItself);
    this.#ownDomain = options.ownEmailDomain?.toLowerCase();
    this.#ownPrefix = options.ownNamePrefix;
  }

  headers(headers: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        secretHeaders.has(name.toLowerCase()) ? hideCredential(value) : this.text(value),
      ]),
    );
  }

  /** A URL or any other free text: secrets and mail addresses of real people go. */
  text(text: string): string {
    let clean = text;
    for (const secret of this.#secrets) clean = clean.replaceAll(secret, hidden);
    for (const account of this.#accounts) clean = clean.replace(account, hidden);
    return clean.replace(mailAddress, (address, domain: string) =>
      this.#isOwnDomain(domain) ? address : personal,
    );
  }

  /** A URL: as text, and mail addresses are found in their percent-encoded form too. */
  url(url: string): string {
    const masked = url.replace(/[^/?&=#]*%40[^/?&=#]*/gi, (part) => {
      try {
        return encodeURIComponent(this.text(decodeURIComponent(part)));
      } catch {
        return personal;
      }
    });
    return this.text(masked);
  }

  /** A body: parsed as JSON where it is JSON, so that members can be judged by their name. */
  body(body: string): string {
    let json: unknown;
    try {
      json = JSON.parse(body);
    } catch {
      return this.text(body);
    }
    if (typeof json !== "object" || json === null) return this.text(body);
    return this.text(JSON.stringify(this.#value(json)));
  }

  /** What a check saw, in the same shape: its names are the suite's own, its texts may quote a target. */
  json<T>(value: T): T {
    return JSON.parse(JSON.stringify(value), (_name, member: unknown) =>
      typeof member === "string" ? this.text(member) : member,
    ) as T;
  }

  #value(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#value(item));
    if (!isObject(value)) return value;
    const foreign =
      (isUser(value) && !this.#isOwnUser(value)) || (isGroup(value) && !this.#isOwnGroup(value));
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => {
        if (secretMembers.has(name)) return [name, hidden];
        if (foreign && personalMembers.has(name)) return [name, mask(member)];
        if (foreign && name === "members") return [name, mask(member, new Set(["value"]))];
        return [name, this.#value(member)];
      }),
    );
  }

  #isOwnUser(user: JsonObject): boolean {
    const entries = Array.isArray(user.emails) ? user.emails : [];
    const addresses = entries
      .map((entry) => (isObject(entry) ? entry.value : entry))
      .filter((value): value is string => typeof value === "string" && value.includes("@"));
    return (
      addresses.length > 0 &&
      addresses.every((address) => this.#isOwnDomain(address.slice(address.lastIndexOf("@") + 1)))
    );
  }

  #isOwnGroup(group: JsonObject): boolean {
    return (
      this.#ownPrefix !== undefined &&
      typeof group.displayName === "string" &&
      group.displayName.startsWith(this.#ownPrefix)
    );
  }

  #isOwnDomain(domain: string): boolean {
    return domain.toLowerCase() === this.#ownDomain || reservedDomain.test(domain);
  }
}

/** A text as it is, and as JSON and a URL write it; the longest first. */
function spellings(text: string): string[] {
  const all = [text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text)];
  return [...new Set(all)].sort((one, other) => other.length - one.length);
}

/** Finds a name in all its spellings, but not as a part of a longer name, a URN or a path. */
function byItself(name: string): RegExp {
  const literal = spellings(name).map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(
    `(?<![\\p{L}\\p{N}_:/.@-])(?:${literal.join("|")})(?![\\p{L}\\p{N}_:/@-])`,
    "gu",
  );
}

/** Keeps the scheme of a credential (`Bearer`), never the credential. */
function hideCredential(value: string): string {
  const scheme = /^(Bearer|Basic)\b/i.exec(value)?.[0];
  return scheme === undefined ? hidden : `${scheme} ${hidden}`;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isUser(value: JsonObject): boolean {
  return "userName" in value || ("emails" in value && "id" in value);
}

function isGroup(value: JsonObject): boolean {
  return "members" in value && "displayName" in value;
}

/** Replaces every non-empty string below a value; empty strings, null and the shape stay. */
function mask(value: unknown, keep: ReadonlySet<string> = new Set(["type"])): unknown {
  if (typeof value === "string") return value === "" ? "" : personal;
  if (Array.isArray(value)) return value.map((item) => mask(item, keep));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      keep.has(name) ? member : mask(member, keep),
    ]),
  );
}
