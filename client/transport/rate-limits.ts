/**
 * Slack's published limits (rate-limit page of the SCIM API; FACT-LIMIT-01). Each counts the requests of
 * all SCIM apps of an organisation, of both versions.
 */
const published = {
  writes: { perMinute: 600, burst: 180 },
  reads: { perMinute: 1000, burst: 1000 },
  "read Users": { perMinute: 300, burst: 300 },
  "read Groups": { perMinute: 300, burst: 300 },
  "create Users": { perMinute: 180, burst: 20 },
  "create Groups": { perMinute: 180, burst: 20 },
  "change Users": { perMinute: 180, burst: 20 },
  "change Groups": { perMinute: 180, burst: 80 },
  "delete Users": { perMinute: 180, burst: 20 },
  "delete Groups": { perMinute: 180, burst: 20 },
} as const;

export type LimitName = keyof typeof published;

/** The names of all limits; the order is that of the shared state. */
export const limitNames = Object.keys(published) as readonly LimitName[];

/**
 * The share of a limit that is used. The rest is for what the gate does not see: varying
 * response times, and occasional requests of another app.
 */
const usedRate = 0.97;
const usedBurst = 0.9;

/**
 * The share of the burst of reads that a run may use at its start. The burst is the number of a whole minute: an
 * organisation that has less than a quarter left is at its limit all the time, and the gate then
 * slows down with the first 429. Without it a run, whose first checks mostly read, would change
 * hardly any user for half a minute. Writes have smaller bursts and start without.
 */
const readsAtStart = 0.25;

/** A limit as the gate keeps it. */
export interface PacedLimit {
  /** Requests per millisecond. */
  perMs: number;
  /** The largest number of requests at once. */
  burst: number;
  /** How many requests a run may send at once at its start. */
  atStart: number;
}

/**
 * The limit that the gate keeps: a little less than Slack publishes.
 * @param share of the limit, above 0 and up to 1
 */
export function pacedLimit(name: LimitName, share = 1): PacedLimit {
  const { perMinute, burst: most } = published[name];
  const burst = most * usedBurst * share;
  return {
    perMs: (perMinute * usedRate * share) / 60_000,
    burst,
    atStart: name.startsWith("read") ? burst * readsAtStart : 0,
  };
}

const verbs: Readonly<Record<string, "read" | "create" | "change" | "delete">> = {
  GET: "read",
  HEAD: "read",
  POST: "create",
  PUT: "change",
  PATCH: "change",
  DELETE: "delete",
};

function isWrite(method: string): boolean {
  return method !== "GET" && method !== "HEAD";
}

/** A request, as far as limits are concerned. `path` follows the base URL: `/Users/U1?x=y`. */
export interface LimitedRequest {
  method: string;
  path: string;
  /** Lower-case names. */
  headers?: Readonly<Record<string, string>>;
}

/**
 * The limits that a request counts for. Lists and discovery count as reads only (FACT-LIMIT-08). Where
 * Slack says nothing, the stricter reading holds: a search by POST counts as a create, and a request
 * that overrides its method counts as both.
 */
export function limitsOf({ method, path, headers = {} }: LimitedRequest): LimitName[] {
  const methods = [method, headers["x-http-method-override"] ?? method];
  const { resource, id } = addressed(path);
  const names = new Set<LimitName>();
  for (const each of methods.map((text) => text.toUpperCase())) {
    names.add(isWrite(each) ? "writes" : "reads");
    const verb = verbs[each];
    if (verb === undefined || (resource !== "Users" && resource !== "Groups")) continue;
    const isCreate = id === undefined || id === ".search";
    if ((verb === "create") === isCreate) names.add(`${verb} ${resource}`);
  }
  return [...names];
}

/** The resource that no other write may change at the same time; undefined when there is none. */
export function lockedResource({ method, path }: LimitedRequest): string | undefined {
  const { resource, id } = addressed(path);
  return isWrite(method) && id !== undefined && id !== ".search" ? `${resource}/${id}` : undefined;
}

/** The resource type and the id that a path such as `/Users/U1?x=y` addresses. */
function addressed(path: string): { resource: string; id: string | undefined } {
  const [resource = "", id] = path
    .replace(/[?#].*/s, "")
    .split("/")
    .filter((part) => part !== "");
  return { resource, id };
}
