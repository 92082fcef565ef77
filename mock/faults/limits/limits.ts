import type { Fault } from "../fault.ts";
import { onError, planter } from "../plant.ts";

const plant = planter("limits");

/** Faults in rate limits and locks. */
export const limitFaults: readonly Fault[] = [
  plant(
    "rate-limit-without-retry-after",
    "429 has no `Retry-After`",
    { v1: ["SLACK-LIMIT-01", "SAME-11"], v2: ["SLACK-LIMIT-01", "SCIM20-7644-3.12-13"] },
    onError((answer) => {
      delete answer.headers["retry-after"];
    }, 429),
  ),
  plant(
    "rate-limit-retry-after-as-date",
    "`Retry-After` is a date instead of seconds",
    { v1: ["SLACK-LIMIT-01", "SAME-11"], v2: ["SLACK-LIMIT-01", "SAME-11"] },
    onError((answer) => {
      answer.headers["retry-after"] = new Date(Date.now() + 1000).toUTCString();
    }, 429),
  ),
  plant(
    "rate-limit-answers-503",
    "Too many requests give 503 instead of 429",
    { v1: ["SLACK-LIMIT-02", "SAME-11"], v2: ["SLACK-LIMIT-02", "SCIM20-7644-3.12-13"] },
    onError((answer) => {
      answer.status = 503;
    }, 429),
  ),
  plant(
    "v2-rate-limits-apart",
    "v2.0 has separate rate limits",
    { v2: ["SAME-11"] },
    { settings: { sharedRateLimits: false } },
  ),
  plant(
    "writes-not-locked",
    "Two writes on one resource run at the same time",
    { v1: ["SLACK-LIMIT-03", "SAME-11"], v2: ["SLACK-LIMIT-03", "SAME-11"] },
    { defects: { unlocked: true } },
  ),
];
