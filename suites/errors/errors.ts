import type { Requirement } from "../requirement.ts";
import { errorEnvelope } from "./envelope.ts";
import { badRequests } from "./requests.ts";
import { codeWords } from "./words.ts";

/** SCIM 1.1 §3.9, RFC 7644 §3.12, and the words of Slack's errors. */
export const errors: readonly Requirement[] = [...errorEnvelope, ...badRequests, ...codeWords];
