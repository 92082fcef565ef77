import { setTimeout as pause } from "node:timers/promises";

/**
 * What one organisation allows, shared by the clients of both versions: Slack's published rate
 * limits and one write at a time per resource.
 */
export interface TenantGate {
  /**
   * Waits until a request may be sent.
   * @returns a function to call when the response has come
   */
  enter(method: string, path: string, signal?: AbortSignal): Promise<() => void>;
}

interface Limit {
  applies(method: string, resource: string, isItem: boolean): boolean;
  perMinute: number;
  burst: number;
}

const isWrite = (method: string) => method !== "GET" && method !== "HEAD";

/** Slack's published limits (rate-limit page of the SCIM API; facts §12). */
const slackLimits: readonly Limit[] = [
  { applies: isWrite, perMinute: 600, burst: 180 },
  { applies: (method) => !isWrite(method), perMinute: 1000, burst: 1000 },
  ...["Users", "Groups"].flatMap((kind): Limit[] => [
    on(kind, ["GET"], true, 300, 300),
    on(kind, ["POST"], false, 180, 20),
    on(kind, ["PUT", "PATCH"], true, 180, kind === "Users" ? 20 : 80),
    on(kind, ["DELETE"], true, 180, 20),
  ]),
];

function on(
  kind: string,
  methods: string[],
  item: boolean,
  perMinute: number,
  burst: number,
): Limit {
  return {
    applies: (method, resource, isItem) =>
      resource === kind && isItem === item && methods.includes(method),
    perMinute,
    burst,
  };
}

/** A token bucket that may go into debt: whoever takes last waits longest, so order is kept. */
class Bucket {
  readonly #perMs: number;
  readonly #burst: number;
  #tokens: number;
  #at: number;

  constructor(limit: Limit, now: number) {
    this.#perMs = limit.perMinute / 60_000;
    this.#burst = limit.burst;
    this.#tokens = limit.burst;
    this.#at = now;
  }

  /** Takes a token. @returns how many milliseconds to wait before using it */
  take(now: number): number {
    this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#at) * this.#perMs);
    this.#at = now;
    this.#tokens -= 1;
    return this.#tokens >= 0 ? 0 : -this.#tokens / this.#perMs;
  }
}

/**
 * @param limits `slack` keeps under Slack's published limits, `off` sets none of our own
 */
export function createTenantGate(limits: "slack" | "off"): TenantGate {
  const now = performance.now();
  const rules =
    limits === "off" ? [] : slackLimits.map((limit) => ({ limit, bucket: new Bucket(limit, now) }));
  const writing = new Map<string, Promise<void>>();

  return {
    async enter(method, path, signal) {
      const { resource, id } = addressed(path);
      const leave =
        isWrite(method) && id !== undefined ? await lock(writing, `${resource}/${id}`) : nothing;
      const at = performance.now();
      const wait = Math.max(
        0,
        ...rules
          .filter(({ limit }) => limit.applies(method, resource, id !== undefined))
          .map(({ bucket }) => bucket.take(at)),
      );
      try {
        if (wait > 0) await pause(wait, undefined, signal ? { signal } : {});
      } catch (error) {
        leave();
        throw error;
      }
      return leave;
    },
  };
}

const nothing = () => undefined;

/** The resource type and the id that a path such as `/Users/U1?x=y` addresses. */
function addressed(path: string): { resource: string; id: string | undefined } {
  const [resource = "", id] = path
    .replace(/[?#].*$/, "")
    .split("/")
    .filter((part) => part !== "");
  return { resource, id };
}

async function lock(writing: Map<string, Promise<void>>, key: string): Promise<() => void> {
  const before = writing.get(key);
  let release: () => void = nothing;
  const mine = new Promise<void>((resolve) => {
    release = resolve;
  });
  const tail = (before ?? Promise.resolve()).then(() => mine);
  writing.set(key, tail);
  await before;
  return () => {
    release();
    if (writing.get(key) === tail) writing.delete(key);
  };
}
