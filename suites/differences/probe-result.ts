import type { Version } from "../../client/index.ts";
import type { Reason } from "../../schemas/index.ts";
import type { Observation } from "../expectation.ts";

/** What the probe of one difference saw in one version. */
export interface ProbeResult {
  /** The id of the difference. */
  id: string;
  version: Version;
  /** Redacted. */
  observation?: Observation;
  /** How the observation differs from what is expected of this version; empty when it does not. */
  mismatches: readonly string[];
  /** Why there is no observation; redacted. */
  notProbed?: Reason;
  exchanges: readonly string[];
  /** What some of the exchanges are for, by their ids; redacted. */
  captions?: Readonly<Record<string, string>>;
}
