import fc, { type Arbitrary } from "fast-check";
import type { NeutralEnterprise } from "../../schemas/index.ts";
import { phraseArbitrary } from "../text.ts";

export interface EnterpriseConstraints {
  /** Ids of users that may be a manager. Default: none, and no manager is generated. */
  managerIds?: readonly string[];
}

/**
 * The enterprise extension, each attribute present or absent, at least the department present
 * (DOC: attribute table). The manager is a Slack id; an address or a userName would be valid too.
 */
export function enterpriseArbitrary(
  constraints: EnterpriseConstraints = {},
): Arbitrary<NonNullable<NeutralEnterprise>> {
  const { managerIds = [] } = constraints;
  const attributes = {
    department: phraseArbitrary(2),
    employeeNumber: fc.nat(99_999).map(String),
    costCenter: phraseArbitrary(1),
    organization: phraseArbitrary(2),
    division: phraseArbitrary(2),
  };
  const options = { noNullPrototype: true, requiredKeys: ["department" as const] };
  return managerIds.length === 0
    ? fc.record(attributes, options)
    : fc.record({ ...attributes, managerId: fc.constantFrom(...managerIds) }, options);
}
