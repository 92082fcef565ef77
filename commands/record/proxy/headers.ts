import type { Headers } from "../exchange.ts";

/** Fields of one connection, which a proxy does not pass on (RFC 9110 §7.6.1). */
const hopByHop = new Set([
  ...["connection", "keep-alive", "proxy-connection", "proxy-authenticate", "proxy-authorization"],
  ...["te", "trailer", "transfer-encoding", "upgrade"],
]);

/**
 * Header fields as Node.js and undici list them: names and values in turn.
 *
 * @returns each byte as one character, as Node.js reads and writes them
 */
export function headerPairs(raw: readonly (string | Buffer)[]): Headers {
  const texts = raw.map((each) => (typeof each === "string" ? each : each.toString("latin1")));
  const pairs: (readonly [string, string])[] = [];
  for (let index = 0; index + 1 < texts.length; index += 2) {
    pairs.push([texts[index] ?? "", texts[index + 1] ?? ""]);
  }
  return pairs;
}

/** Fields whose bytes are read as UTF-8, where they are. */
export function readable(headers: Headers): Headers {
  return headers.map(([name, value]) => [name, asUtf8(value)]);
}

function asUtf8(bytes: string): string {
  const text = Buffer.from(bytes, "latin1").toString("utf8");
  return text.includes("\ufffd") ? bytes : text;
}

/**
 * The phrase of a status line, one character for each byte; empty where its bytes are not known, since
 * undici reads them as UTF-8, or cannot be sent.
 */
export function phraseOf(statusText: string): string {
  const bytes = Buffer.from(statusText, "utf8").toString("latin1");
  return statusText.includes("\ufffd") || !/^[\t\x20-\x7e\x80-\xff]*$/.test(bytes) ? "" : bytes;
}

/** The fields that a proxy passes on, without those that `Connection` names. */
export function passedOn(headers: Headers): Headers {
  const named = headers
    .filter(([name]) => name.toLowerCase() === "connection")
    .flatMap(([, value]) => value.split(",").map((one) => one.trim().toLowerCase()));
  return headers.filter(([name]) => {
    const small = name.toLowerCase();
    return !hopByHop.has(small) && !named.includes(small);
  });
}

/** The fields of a request that go to another host: its name, and that the proxy has answered `Expect`. */
export function toUpstream(headers: Headers): Headers {
  return passedOn(headers).filter(([name]) => !/^(?:host|expect)$/i.test(name));
}
