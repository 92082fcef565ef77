import type { FactId } from "../../facts/index.ts";
import type { WarningCode } from "./codes.ts";
import type { Draft, Operation } from "./draft.ts";

/** Where a rule is read: a fact about Slack, or a section of a standard. */
type Source = FactId | `RFC ${number} §${string}` | `SCIM 1.1 §${string}`;

/**
 * What a rule means for the status, besides that the request is rewritten:
 * `changes-meaning`: the 2.0 request has another effect on some organisations;
 * `in-doubt`: so, unless a recorded 2xx answer shows that 1.1 accepted the request;
 * `no-equivalent`: 2.0 has no such request.
 */
type Consequence = "changes-meaning" | "in-doubt" | "no-equivalent";

/** One rule of the translation, applied in the order of the table (`rules/index.ts`). */
export interface Rule {
  /** Permanent, `area/name`. */
  readonly id: string;
  readonly source: readonly Source[];
  /** Ids of the catalogue of differences. */
  readonly differences: readonly string[];
  /** The warning of each request to which the rule applies; a rule without one is silent. */
  readonly warning?: { readonly code: WarningCode; readonly text: string };
  readonly consequence?: Consequence;
  /** Whether the warning is about code that handles the answer. */
  readonly aboutAnswer?: boolean;
  /** Default: every operation. */
  readonly on?: readonly Operation[];
  /** Default: users and groups. */
  readonly resource?: "Users" | "Groups";
  /** Carries out the rule's part of the translation. @returns whether the rule applies to the request */
  readonly apply: (draft: Draft) => boolean;
}

/** Every operation that stores the body of a request. */
export const writes: readonly Operation[] = ["create", "replace", "patch"];
