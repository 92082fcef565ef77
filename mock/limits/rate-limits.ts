import type { Call } from "../call.ts";
import { ScimError } from "../errors.ts";

/** Requests per minute and burst of a bucket. */
interface Limit {
  readonly perMinute: number;
  readonly burst: number;
}

/** FACT-LIMIT-02 to FACT-LIMIT-07: the published limits. `write user` and `write group` stand for PUT and PATCH. */
const limits: Readonly<Record<string, Limit>> = {
  "organisation writes": { perMinute: 600, burst: 180 },
  "organisation reads": { perMinute: 1000, burst: 1000 },
  "read Users": { perMinute: 300, burst: 300 },
  "read Groups": { perMinute: 300, burst: 300 },
  "create Users": { perMinute: 180, burst: 20 },
  "change Users": { perMinute: 180, burst: 20 },
  "delete Users": { perMinute: 180, burst: 20 },
  "create Groups": { perMinute: 180, burst: 20 },
  "change Groups": { perMinute: 180, burst: 80 },
  "delete Groups": { perMinute: 180, burst: 20 },
};

interface Bucket {
  tokens: number;
  filledAt: number;
}

function endpointBucket(call: Call): string {
  const { operation, resource } = call;
  const isChange = operation === "patch" || operation === "replace";
  return `${isChange ? "change" : operation} ${resource}`;
}

/** FACT-LIMIT-12: token buckets for the whole organisation and for each endpoint, shared by all clients. */
export class RateLimits {
  readonly #buckets = new Map<string, Bucket>();
  readonly #now: () => number;

  /** @param now milliseconds on a clock that does not go back */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Takes a token from each bucket of the call. @throws ScimError `too_many_requests` with the seconds to wait */
  take(call: Call): void {
    const { rateLimitScale: scale, sharedRateLimits } = call.rules.settings;
    const isRead = call.method === "GET";
    const names = [isRead ? "organisation reads" : "organisation writes", endpointBucket(call)];
    const taken: Bucket[] = [];
    for (const name of names) {
      const limit = limits[name];
      if (!limit) continue;
      const key = sharedRateLimits ? name : `${call.version} ${name}`;
      const perMillisecond = (limit.perMinute * scale) / 60_000;
      const bucket = this.#filled(key, limit.burst * scale, perMillisecond);
      if (bucket.tokens < 1) {
        for (const other of taken) other.tokens += 1;
        const seconds = Math.ceil((1 - bucket.tokens) / perMillisecond / 1000);
        throw new ScimError("too_many_requests", undefined, Math.max(1, seconds));
      }
      bucket.tokens -= 1;
      taken.push(bucket);
    }
  }

  #filled(key: string, capacity: number, perMillisecond: number): Bucket {
    const now = this.#now();
    const bucket = this.#buckets.get(key);
    if (!bucket) {
      const full = { tokens: capacity, filledAt: now };
      this.#buckets.set(key, full);
      return full;
    }
    const grown = bucket.tokens + (now - bucket.filledAt) * perMillisecond;
    bucket.tokens = Math.min(capacity, grown);
    bucket.filledAt = now;
    return bucket;
  }

  clear(): void {
    this.#buckets.clear();
  }
}
