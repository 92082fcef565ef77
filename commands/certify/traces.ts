import { findAddresses } from "../../client/transport/redaction/find-addresses.ts";
import { findSecrets } from "../../client/transport/redaction/find-secrets.ts";
import { hide } from "../../client/transport/redaction/hide.ts";
import { readableCredentials } from "../../client/transport/redaction.ts";
import { edgeDomain } from "../../generators/edge/name-edges.ts";
import type { Exchange } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import { altered, type Problem } from "./problem.ts";
import type { RunRecord } from "./run-record.ts";
import type { InstalledSuite } from "./suite.ts";

/** Whose mail addresses the files of a run may hold. */
export interface Allowed {
  /** The domain of the users that the run created. */
  domain?: string;
  /** What the product's vendor gives as contact. */
  contact?: string;
  suite: Pick<InstalledSuite, "exampleAddresses">;
}

/**
 * Secrets and mail addresses that the files of a run must not hold, in every encoding that the gate
 * of redaction knows, and in Base64.
 */
export function traceProblems({ texts, exchanges }: RunRecord, allowed: Allowed): Problem[] {
  const credentials = exchanges.flatMap(({ id, request, response }) =>
    [request.headers, response?.headers ?? {}]
      .flatMap(readableCredentials)
      .map((name) => `exchanges.jsonl: ${id} has a readable credential in the header ${name}`),
  );
  const inResults = tracesIn(texts["results.json"], allowed).map((what) => `results.json: ${what}`);
  // A digest is random, and looks like Base64.
  const inExchanges = exchanges.flatMap(({ sha256: _, ...exchange }) =>
    tracesIn(JSON.stringify(exchange), allowed).map(
      (what) => `exchanges.jsonl: ${exchange.id} has ${what}`,
    ),
  );
  return [...credentials, ...inResults, ...inExchanges].map(altered);
}

/** Tokens of other systems by their form: JSON Web Tokens, and what follows the scheme of a header. */
const otherTokens = /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.|\bBearer\s+(?!\[redacted\])[\w.~+/-]{20,}/;

const findSlackTokens = findSecrets([], []);

/** What a text has that it must not have, each once, as phrases that do not quote it in full. */
export function tracesIn(text: string, allowed: Allowed): string[] {
  const found = new Set<string>();
  const encoded = new Set<string>();
  const look = (layer: string) => {
    for (const what of plainTraces(layer, allowed)) found.add(what);
    for (const [run] of layer.matchAll(/[\w+/-]{10,}/g)) encoded.add(run);
  };
  // Called for the text, and for each layer of escapes in it.
  hide(text, look);
  for (const run of encoded) {
    for (const decoded of printableParts(run)) {
      for (const what of plainTraces(decoded, allowed)) found.add(`${what}, in Base64`);
    }
  }
  return [...found];
}

function plainTraces(text: string, allowed: Allowed): string[] {
  const found: string[] = [];
  const hits: Parameters<typeof findSlackTokens>[1] = [];
  findSlackTokens(text, hits);
  if (hits.length > 0 || otherTokens.test(text)) found.push("a token");
  findAddresses((address, domain) => {
    if (!isAllowed(address, domain, allowed)) {
      found.push(`an address at ${domain}, which is not the run's own domain or the contact`);
    }
    return true;
  })(text, []);
  return found;
}

function isAllowed(address: string, domain: string, { domain: own, contact, suite }: Allowed) {
  // A filter may hold the beginning of an address.
  if (own?.startsWith(domain)) return true;
  if (domain === edgeDomain) return true;
  const plain = withoutQuote(address);
  return suite.exampleAddresses.has(plain) || contactAddresses(contact).has(plain);
}

/** In a text with escapes, what stands before an address looks like a part of it. */
function withoutQuote(address: string): string {
  return address.toLowerCase().replace(/^.*%[0-9a-f]{2}|^'+/, "");
}

function contactAddresses(contact = ""): ReadonlySet<string> {
  return addressesIn(contact);
}

/** The mail addresses in a text, in lower case. */
export function addressesIn(text: string): ReadonlySet<string> {
  const addresses = new Set<string>();
  hide(text, (layer) =>
    findAddresses((address) => {
      addresses.add(withoutQuote(address));
      return true;
    })(layer, []),
  );
  return addresses;
}

/** Readable parts of what a text in Base64 or base64url means, wherever its groups begin. */
function printableParts(run: string): string[] {
  return [0, 1, 2, 3].flatMap((offset) => {
    const decoded = Buffer.from(run.slice(offset), "base64").toString("latin1");
    return decoded.match(/[\x20-\x7e]{6,}/g) ?? [];
  });
}

/** The mail domain of most users whose creation was requested; undefined where none was. */
export function domainOfRun(exchanges: readonly Exchange[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { request } of exchanges) {
    if (request.method !== "POST" || !/\/Users$/.test(request.url)) continue;
    for (const address of addressesOfUser(request.body ?? "")) {
      const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
      counts.set(domain, (counts.get(domain) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0];
}

function addressesOfUser(body: string): string[] {
  let user: unknown;
  try {
    user = JSON.parse(body);
  } catch {
    return [];
  }
  const emails: unknown = isObject(user) ? user.emails : undefined;
  return (Array.isArray(emails) ? emails : []).flatMap((email: unknown) =>
    isObject(email) && typeof email.value === "string" && email.value.includes("@")
      ? [email.value]
      : [],
  );
}
