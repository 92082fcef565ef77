import type { Credentials, Profile, Version } from "../../client/index.ts";
import type { Offered } from "../provider/capability.ts";
import type { UserTemplate } from "./user-template.ts";

/** All that a run needs to know; plain data, because it crosses into vitest's worker. */
export interface RunConfig {
  profile: Profile;
  seed: number;
  /** Generated cases for each property. */
  cases: number;
  /** Base URL of each version that is tested. */
  baseUrls: Partial<Record<Version, string>>;
  /** A bearer token, or a user name and a password. */
  credentials: Credentials;
  /** Whether the target may be written to. */
  writes: boolean;
  /** The start of every name that the run creates. */
  namePrefix: string;
  /** Follows the prefix; distinguishes this run's names from those of earlier runs. */
  runTag: string;
  emailDomain: string;
  /** What the target file says about users, beyond the schemas. */
  users?: UserTemplate;
  /** What the target file says about features that discovery does not announce. */
  offers?: Offered;
  maxUsers: number;
  maxGroups: number;
  rateLimits: "slack" | "off";
  /** The state of the rate limits, in shared memory for start-up, the suites and clean-up. */
  gate?: SharedArrayBuffer;
  /** Files that the run appends to, absolute. */
  files: { exchanges: string; journal: string };
  /** Ids of the requirements to run; absent: all. */
  requirements?: readonly string[];
  /** How long a check waits for delayed effects, in milliseconds; default 30,000. */
  patienceMs?: number;
  /** How long one attempt of a request may take, in milliseconds; default 30,000. */
  timeoutMs?: number;
  /** How often a request is repeated after 429; default 30, within two minutes. */
  rateLimitedRetries?: number;
  /** The flags that make another run test this target as this run does; absent: the embedded one. */
  rerun?: readonly string[];
  /** Whether a warning fails its test. */
  strict: boolean;
}
