import { type Outcome, pathBelow } from "../../client/index.ts";

/** What a program writes in place of an id that it does not have: `/Users/undefined`. */
const isPrintedAbsence = (segment: string) =>
  /^(?:undefined|null|none|nil|nan|(?:\[|%5B)object(?: |%20)Object(?:\]|%5D))$/i.test(segment);

/** The id at the end of a resource's URL; undefined where it is not such a URL, or has no id. */
export function idIn(location: unknown): string | undefined {
  if (typeof location !== "string") return undefined;
  const last = location
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "")
    .split("/")
    .at(-1);
  if (last === undefined || last === "" || isPrintedAbsence(last)) return undefined;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/**
 * Whether the host of a URL differs from that of the base URL, as with a provider behind a
 * recording proxy.
 */
export function isOnAnotherHost(location: string, baseUrl: string): boolean {
  return URL.canParse(location) && new URL(location).origin !== new URL(baseUrl).origin;
}

/**
 * Whether two URLs of a provider name the same resource. A proxy may rewrite the host of one and not
 * of the other: then the path below the base URL counts.
 */
export function isSameLocation(one: string, other: string | undefined, baseUrl: string): boolean {
  if (one === other) return true;
  if (other === undefined || !URL.canParse(one) || !URL.canParse(other)) return false;
  if (new URL(one).origin === new URL(other).origin) return false;
  const path = pathBelow(one, baseUrl);
  return path !== undefined && path === pathBelow(other, baseUrl);
}

/**
 * The id of a created resource: from the body, which a provider SHOULD send, or from the Location
 * header, which it must send (RFC 7644 §3.3). An empty id does not count: it would address the
 * whole list.
 */
export function createdId({ status, resource, headers }: Outcome<{ id?: string }>) {
  const { id = "" } = resource ?? {};
  if (id !== "") return id;
  return status === 201 ? idIn(headers.location) : undefined;
}
