import type { Requirement } from "../requirement.ts";
import { errorEnvelope } from "./envelope.ts";
import { errorCodes } from "./error-codes.ts";
import { badRequests } from "./requests.ts";
import { withoutEffect } from "./without-effect.ts";

/** SCIM 1.1 §3.9, RFC 7644 §3.12, and Slack's error codes. */
export const errors: readonly Requirement[] = [
  ...errorEnvelope,
  ...badRequests,
  ...errorCodes,
  ...withoutEffect,
];
