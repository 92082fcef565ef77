import { createHash } from "node:crypto";

/** A character of an address in JSON, which clients write as an escape where it is not ASCII. */
const escaped = String.raw`\\u[\da-f]{4}`;
const letter = String.raw`(?:${escaped}|[^\s"'<>(),;:=&?/\\%+@])`;
/**
 * Another escape, such as `\n`, is not a part of the address after it. Nor is a byte in percent-encoding:
 * `eq%20ada@example.com`.
 */
const escapeOrEmail = new RegExp(
  String.raw`\\(?!u[\da-f]{4})[^]|((?:%[\da-f]{2})*)${letter}+(?:(?:%2B|\+)${letter}+)*(@|%40|\\u0040)([\w-]+(?:\.[\w-]+)+)`,
  "giu",
);
/** Domains that RFC 2606 and RFC 6761 reserve: no one has an address there. */
const reserved = /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|net|org))$/i;

function pseudonym(address: string): string {
  return createHash("sha256").update(address.toLowerCase()).digest("hex").slice(0, 10);
}

/** A text without mail addresses of real domains: each is replaced by the same placeholder everywhere. */
export function withoutAddresses(text: string): string {
  return text.replace(escapeOrEmail, (found: string, before = "", at?: string, domain?: string) => {
    if (at === undefined || domain === undefined || reserved.test(domain)) return found;
    const address = withoutEscapes(found.slice(before.length));
    return `${before}someone-${pseudonym(address)}${at}redacted.example`;
  });
}

/** One address has one placeholder, however a client escapes it. */
function withoutEscapes(address: string): string {
  return address
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace("%40", "@");
}
