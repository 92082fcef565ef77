import { Redaction } from "../../../client/index.ts";
import { hiddenOfProxies } from "../../../client/transport/proxy.ts";
import type { WrittenJson } from "../../../client/transport/redaction.ts";
import type { RedactedText } from "../../../schemas/index.ts";
import { isObject } from "../../../schemas/json-value.ts";
import type { Headers, RecordedExchange } from "../exchange.ts";
import type { Upstream } from "../proxy/upstream.ts";
import type { Slices } from "../slices.ts";
import { decoded, isPublicWord, mayBeSecret } from "./public-words.ts";

/** A client rarely has more; each costs time for every entry. */
const mostSecrets = 200;

const credentials = /^(?:authorization|proxy-authorization|x-api-key|x-auth-token)$/i;
const cookies = /^(?:cookie|set-cookie)$/i;
const secretParameter =
  /[?&](?:(?:access_|refresh_|id_)?token|api_?key|(?:client_)?secret|password|code)=([^&#]+)/gi;

/** Members of an entry that hold a body, which may be JSON. */
const ofBodies = new Set(["postData", "content"]);
/** The levels of a body between whose values requests pass: a list, its resources and their members. */
const slicedLevels = 3;

/**
 * The gate of what is recorded. It learns the credentials that clients send: wherever one occurs in
 * an entry, in any encoding, it is removed, value by value, so that no JSON breaks. A credential that is
 * a word of the protocol, such as `core`, is removed only where it stands alone in a value of a body.
 *
 * Cookies and names of accounts are hidden elsewhere only if they look like secrets: most are settings.
 */
export class RecordGate {
  readonly #upstream: Upstream;
  readonly #secrets = new Set<string>();
  readonly #publicWords = new Set<string>();
  #gates: Gates | undefined;

  /** @param env the secrets of its proxies are hidden too */
  constructor(env: NodeJS.ProcessEnv, upstream: Upstream) {
    this.#upstream = upstream;
    const { secrets, accounts } = hiddenOfProxies(env);
    for (const secret of secrets) this.#addCredential(secret);
    for (const account of accounts) this.#addPossible(account);
  }

  learn({ request, response }: RecordedExchange): void {
    for (const [, value = ""] of request.path.matchAll(secretParameter)) {
      this.#addCredential(value);
      this.#addCredential(decoded(value));
    }
    this.#learnHeaders(request.headers);
    if (response) this.#learnHeaders(response.headers);
  }

  /** A JSON document of an entry of HAR, made in slices. */
  async json(entry: object, slices: Slices): Promise<RedactedText> {
    this.#gates ??= {
      anywhere: new Redaction({ secrets: [...this.#secrets] }),
      inBodies: new Redaction({ secrets: [...this.#secrets], accounts: [...this.#publicWords] }),
    };
    const { anywhere } = this.#gates;
    const clean = await new Passage(this.#gates, slices).entry(entry, "");
    if (slices.isOver) await slices.next();
    return anywhere.document(clean);
  }

  #learnHeaders(headers: Headers): void {
    for (const [name, value] of headers) {
      if (credentials.test(name)) this.#learnCredential(value);
      else if (cookies.test(name)) {
        const [first = ""] = name.toLowerCase() === "cookie" ? [value] : value.split(";", 1);
        for (const part of first.split(";")) this.#addPossible(part.slice(part.indexOf("=") + 1));
      }
    }
  }

  #learnCredential(value: string): void {
    const [, scheme = "", credential = ""] = /^\s*(?:(\w[\w-]*)\s+)?(.*)$/s.exec(value) ?? [];
    this.#addCredential(credential);
    if (scheme.toLowerCase() !== "basic") return;
    const [account = "", ...rest] = Buffer.from(credential, "base64").toString("utf8").split(":");
    this.#addCredential(rest.join(":"));
    this.#addPossible(account);
  }

  #addPossible(given: string): void {
    const text = given.trim().replace(/^"(.*)"$/, "$1");
    if (mayBeSecret(text) && !isPublicWord(text, this.#upstream)) this.#addCredential(text);
  }

  #addCredential(given: string): void {
    const secret = given.trim();
    if (secret === "" || this.#secrets.has(secret) || this.#publicWords.has(secret)) return;
    if (this.#secrets.size + this.#publicWords.size >= mostSecrets) return;
    const isPublic = isPublicWord(secret, this.#upstream);
    (isPublic ? this.#publicWords : this.#secrets).add(secret);
    this.#gates = undefined;
  }
}

interface Gates {
  readonly anywhere: Redaction;
  /** Hides credentials that are public words too. */
  readonly inBodies: Redaction;
}

/** The way of one entry through the gate. */
class Passage {
  readonly #gates: Gates;
  readonly #slices: Slices;

  constructor(gates: Gates, slices: Slices) {
    this.#gates = gates;
    this.#slices = slices;
  }

  /** @param within the name of the member that holds the value */
  async entry(value: unknown, within: string): Promise<WrittenJson> {
    const { anywhere } = this.#gates;
    if (Array.isArray(value)) {
      const all: WrittenJson[] = [];
      for (const one of value) all.push(await this.entry(one, within));
      return all;
    }
    if (!isObject(value)) return written(value, anywhere);
    const members: [string, WrittenJson][] = [];
    for (const [name, member] of Object.entries(value)) {
      if (member === undefined) continue;
      const isBody = name === "text" && ofBodies.has(within) && typeof member === "string";
      if (isBody) members.push([name, await this.#body(member)]);
      else members.push([name, await this.entry(member, name)]);
    }
    return Object.fromEntries(members);
  }

  async #body(text: string): Promise<RedactedText> {
    const { anywhere, inBodies } = this.#gates;
    if (this.#slices.isOver) await this.#slices.next();
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      return inBodies.written(text);
    }
    const clean = await this.#sliced(json, slicedLevels);
    if (this.#slices.isOver) await this.#slices.next();
    return anywhere.document(clean);
  }

  async #sliced(value: unknown, levels: number): Promise<WrittenJson> {
    const { anywhere, inBodies } = this.#gates;
    if (this.#slices.isOver) await this.#slices.next();
    if (levels === 0) return eachValue(value, this.#gates);
    if (Array.isArray(value)) {
      const all: WrittenJson[] = [];
      for (const one of value) all.push(await this.#sliced(one, levels - 1));
      return all;
    }
    if (!isObject(value)) return written(value, inBodies);
    const members: [string, WrittenJson][] = [];
    for (const [name, member] of Object.entries(value)) {
      members.push([anywhere.written(name), await this.#sliced(member, levels - 1)]);
    }
    return Object.fromEntries(members);
  }
}

function eachValue(value: unknown, gates: Gates): WrittenJson {
  if (Array.isArray(value)) return value.map((one) => eachValue(one, gates));
  if (!isObject(value)) return written(value, gates.inBodies);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      gates.anywhere.written(name),
      eachValue(member, gates),
    ]),
  );
}

function written(value: unknown, gate: Redaction): WrittenJson {
  if (typeof value === "string") return gate.written(value);
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}
