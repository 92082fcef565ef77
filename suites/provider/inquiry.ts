import type { ScimClient } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import type { CheckCalls } from "../run/check-calls.ts";
import type { Names } from "../run/names.ts";
import type { UserTemplate } from "../run/user-template.ts";
import type { Offered } from "./capability.ts";

/** What a provider is made from: the target file, and the means to discover the rest. */
export interface Inquiry {
  /** Bypasses the budget and the journal of the run: only for reads. */
  readonly client: ScimClient;
  readonly names: Names;
  /** What the target file says about users. */
  readonly template: UserTemplate;
  /** What the target file says about features that discovery does not announce. */
  readonly offers: Offered;
  /** Whether the target may be written to. */
  readonly writes: boolean;
  /** Does something once for all callers that use the same key; its exchanges are evidence for each. */
  once<T>(key: string, make: () => Promise<T>): Promise<T>;
  /** Does something whose exchanges are not evidence of a check. */
  apart<T>(run: () => Promise<T>): Promise<{ value: T }>;
  /** The calls of the run on users: they count in its budget and are in its journal. */
  users(): CheckCalls<NeutralUser>;
  /** Id of a user of the run that no check looks at. @throws Skip where none can be created */
  probeUser(): Promise<string>;
  /** Creates a typical user with additional attributes, and reads it. @throws Skip */
  probe(more: Partial<NeutralUser>): Promise<{ sent: NeutralUser; shown: unknown }>;
}
