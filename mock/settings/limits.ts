import { choice, flag, milliseconds, ratio } from "./setting.ts";

/** Settings of limits. */
export const limitSettings = {
  rateLimits: choice({
    values: ["real", "off"],
    default: "off",
    facts: ["FACT-LIMIT-01"],
    decides: "Slack's published limits (real), or none (off); the command mock starts with real",
  }),
  rateLimitScale: ratio({
    min: 0.001,
    max: 1_000_000,
    default: 1,
    facts: ["FACT-LIMIT-12"],
    decides: "multiplies rates and bursts",
  }),
  sharedRateLimits: flag({
    default: true,
    facts: ["FACT-LIMIT-11"],
    decides: "whether 1.1 and 2.0 share the same limits",
  }),
  lockWrites: flag({
    default: true,
    facts: ["FACT-LIMIT-14"],
    decides: "whether a user or group takes one write at a time",
  }),
  writeDurationMs: milliseconds({
    default: 0,
    facts: ["FACT-LIMIT-18"],
    decides: "milliseconds for which a write locks its resource",
  }),
};
