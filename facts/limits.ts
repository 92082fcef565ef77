import type { Fact } from "./fact.ts";
import { aboutClients } from "./unused.ts";

/** Rate limits, and one write at a time for each resource. */
export const limitFacts = [
  {
    id: "FACT-LIMIT-01",
    statement: "All SCIM apps of an organisation share the limits; they do not hold for each app.",
    tag: "DOC",
    evidence: [{ source: "rate-limits" }],
    settings: ["rateLimits"],
  },
  {
    id: "FACT-LIMIT-02",
    statement:
      "All writes of an organisation (POST, PUT, PATCH, DELETE): 600 requests a minute, bursts of 180.",
    tag: "DOC",
    evidence: [{ source: "rate-limits", where: "Organization-wide rate limits" }],
    settings: ["rateLimits"],
  },
  {
    id: "FACT-LIMIT-03",
    statement: "All reads of an organisation (GET): 1000 requests a minute, bursts of 1000.",
    tag: "DOC",
    evidence: [{ source: "rate-limits", where: "Organization-wide rate limits" }],
    settings: ["rateLimits"],
  },
  {
    id: "FACT-LIMIT-04",
    statement:
      "`GET /Users/{id}` and `GET /Groups/{id}`: each 300 requests a minute, bursts of 300.",
    tag: "DOC",
    evidence: [{ source: "rate-limits", where: "Users endpoints, Groups endpoints" }],
    settings: ["rateLimits"],
  },
  {
    id: "FACT-LIMIT-05",
    statement:
      "`POST /Users`, PUT or PATCH of `/Users/{id}`, and `DELETE /Users/{id}`: each of the three 180 requests a minute, bursts of 20.",
    tag: "DOC",
    evidence: [{ source: "rate-limits", where: "Users endpoints" }],
    settings: ["rateLimits"],
  },
  {
    id: "FACT-LIMIT-06",
    statement:
      "`POST /Groups` and `DELETE /Groups/{id}`: each 180 requests a minute, bursts of 20.",
    tag: "DOC",
    evidence: [{ source: "rate-limits", where: "Groups endpoints" }],
    settings: ["rateLimits"],
  },
  {
    id: "FACT-LIMIT-07",
    statement: "PUT or PATCH of `/Groups/{id}`: 180 requests a minute, bursts of 80.",
    tag: "DOC",
    evidence: [{ source: "rate-limits", where: "Groups endpoints" }],
    settings: ["rateLimits"],
  },
  {
    id: "FACT-LIMIT-08",
    statement:
      "Lists and discovery have no separate limit. They count among the reads of the organisation.",
    tag: "DOC",
    evidence: [{ source: "rate-limits" }],
    settings: ["rateLimits"],
  },
  {
    id: "FACT-LIMIT-09",
    statement:
      "A request above a limit gets HTTP 429 with `Retry-After`. The client waits that long and sends it again.",
    tag: "DOC",
    evidence: [{ source: "rate-limits" }, { source: "okta", where: "article on rate limits" }],
    settings: ["rateLimits"],
  },
  {
    id: "FACT-LIMIT-10",
    statement: "`Retry-After` is a whole number of seconds.",
    tag: "OBS",
    evidence: [
      { source: "java-sdk", where: "parses it as an integer" },
      { source: "python-sdk-tests", where: "the SDK parses it as an integer" },
    ],
  },
  {
    id: "FACT-LIMIT-11",
    statement:
      "It is not known whether versions 1.1 and 2.0 share the limits. The published paths, `/scim/VERSION/…`, suggest it.",
    tag: "INF",
    evidence: [{ source: "rate-limits" }],
    settings: ["sharedRateLimits"],
  },
  {
    id: "FACT-LIMIT-12",
    statement:
      "It is not known how Slack counts. The assumption is a token bucket for each limit: the burst is its capacity, a sixtieth of the limit flows in each second.",
    tag: "INF",
    evidence: [],
    settings: ["rateLimits", "rateLimitScale"],
  },
  {
    id: "FACT-LIMIT-13",
    statement: "Okta meets the limit at around 100 pushes in a row.",
    tag: "OBS",
    evidence: [{ source: "okta", where: "article on rate limits" }],
    unused: aboutClients,
  },
  {
    id: "FACT-LIMIT-14",
    statement: "Slack allows one update of a user or group at a time, and locks it meanwhile.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Concurrency" }],
    settings: ["lockWrites"],
  },
  {
    id: "FACT-LIMIT-15",
    statement:
      "A request other than GET on a user or group that is being updated gets HTTP 429 with `Retry-After`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Concurrency" }],
    settings: ["lockWrites"],
  },
  {
    id: "FACT-LIMIT-16",
    statement: "A GET is never locked out by an update.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Concurrency names requests other than GET only" }],
    settings: ["lockWrites"],
  },
  {
    id: "FACT-LIMIT-17",
    statement:
      "It is not known which code goes with the lock. The assumption is `resource_locked` for a group and `too_many_requests` for a user.",
    tag: "INF",
    evidence: [{ source: "reference", where: "Errors: resource_locked names groups only" }],
    settings: ["lockWrites"],
  },
  {
    id: "FACT-LIMIT-18",
    statement:
      "It is not known how long an update holds its lock, nor whether versions 1.1 and 2.0 share the locks. The assumption is that they do.",
    tag: "INF",
    evidence: [],
    settings: ["writeDurationMs"],
  },
] as const satisfies readonly Fact[];
