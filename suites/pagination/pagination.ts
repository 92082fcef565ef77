import type { Requirement } from "../requirement.ts";
import { counts } from "./counts.ts";
import { envelope } from "./envelope.ts";
import { startIndexes } from "./start-index.ts";

/** SCIM 1.1 §3.2.2 and §3.2.2.3; RFC 7644 §3.4.2 and §3.4.2.4. Only reads. */
export const pagination: readonly Requirement[] = [...envelope, ...counts, ...startIndexes];
