import type { ScimClient } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import type { Names } from "../run/names.ts";
import type { UserTemplate } from "../run/user-template.ts";

/** What a provider is known by, and discovered with. */
export interface Inquiry {
  /** Past the budget and the journal of the run: only for what reads. */
  readonly client: ScimClient;
  readonly names: Names;
  /** What the target file says of users. */
  readonly template: UserTemplate;
  /** Whether the target may be written to. */
  readonly writes: boolean;
  /** Does something once for all that ask for it by the same key; its exchanges are evidence for each. */
  once<T>(key: string, make: () => Promise<T>): Promise<T>;
  /** Does something whose exchanges are no evidence of a check. */
  apart<T>(run: () => Promise<T>): Promise<{ value: T }>;
  /** Creates a user with some attributes more than the typical, and reads it. @throws Skip */
  probe(more: Partial<NeutralUser>): Promise<{ sent: NeutralUser; shown: unknown }>;
}
