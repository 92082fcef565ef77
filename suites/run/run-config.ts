import type { Credentials, KeptLimits, Profile, Version } from "../../client/index.ts";
import type { CredentialVariables } from "../../schemas/index.ts";
import type { Offered } from "../provider/capability.ts";
import type { Shard } from "./shard.ts";
import type { UserTemplate } from "./user-template.ts";

/** How a run can be carried out again. */
interface Rerun {
  /** The words of the command that name the same target, as the user did; none for the embedded one. */
  words: readonly string[];
  /** Whether the organisation ended with the run. */
  embedded: boolean;
  /** The environment variables with the credentials of the target. */
  variables: CredentialVariables;
}

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
  rateLimits: KeptLimits;
  /** The state of the rate limits, in shared memory for start-up, the suites and clean-up. */
  gate?: SharedArrayBuffer;
  /** Files that the run appends to, absolute. */
  files: { exchanges: string; journal: string };
  /** Ids of the requirements to run; absent: all. */
  requirements?: readonly string[];
  /**
   * Whether this is a canary run: its checks share one user, which both versions use one after the
   * other. `requirements` are those of the canary.
   */
  canary?: boolean;
  /** How long a check waits for delayed effects, in milliseconds; default 30,000. */
  patienceMs?: number;
  /** How long clean-up waits for an effect before it looks elsewhere, in milliseconds. */
  cleanUpPatienceMs?: number;
  /**
   * The pause before a request that failed is sent again, in milliseconds; default: 200 for checks,
   * 500 for clean-up.
   */
  repeatAfterMs?: number;
  /** How long one attempt of a request may take, in milliseconds; default 30,000. */
  timeoutMs?: number;
  /** How often a request is repeated after 429; default 30, within two minutes. */
  rateLimitedRetries?: number;
  /** Which part of a run this is; absent: the whole. */
  shard?: Shard;
  /**
   * The share of the published rate limits that the run may use, above 0 and up to 1: other shards
   * use the rest. Default: 1.
   */
  limitShare?: number;
  /** Whether a warning fails its test. */
  strict: boolean;
  /** Whether no check begins after the first finding. */
  failFast?: boolean;
  /** Ids of rules and differences whose findings are known: these end no run. */
  known?: readonly string[];
  /** Whether the command that started the run is told of each exchange. */
  tellExchanges?: boolean;
  /** How the target can be tested again; default: by its URLs. */
  rerun?: Rerun;
}
