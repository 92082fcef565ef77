export type { Version } from "../schemas/version.ts";
/**
 * fast-check arbitraries for SCIM resources, filters and changes in Slack, independent of the
 * bodies of a version, which a dialect writes.
 */
export { type EdgeClass, type EdgeOutcome, edgeClasses } from "./edge/edge.ts";
export {
  type EdgeUser,
  type EdgeUserConstraints,
  edgeUserArbitrary,
  userEdges,
} from "./edge-user.ts";
export type { DueError, FactTag } from "./errors.ts";
export type { Filterable } from "./filter/attributes.ts";
export { evaluate } from "./filter/evaluate.ts";
export {
  type FilterConstraints,
  type FilterOperator,
  filterArbitrary,
  filterOperators,
} from "./filter/filter.ts";
export {
  type FilterMutation,
  type FilterRule,
  filterMutations,
  type MalformedFilter,
  type MalformedFilterConstraints,
  malformedFilterArbitrary,
} from "./filter/mutations.ts";
export { type FilterStyle, print } from "./filter/print.ts";
export { type FilterStyleConstraints, filterStyleArbitrary } from "./filter/style.ts";
export {
  type GroupConstraints,
  groupArbitrary,
  type MembershipSize,
  membershipSizes,
} from "./group.ts";
export { applyUserPatch, type PatchedUser } from "./patch/apply.ts";
export { applyGroupPatch } from "./patch/apply-group.ts";
export type { Documented } from "./patch/documented.ts";
export { type PatchFormConstraints, patchFormArbitrary } from "./patch/form.ts";
export { type GroupPatchConstraints, groupPatchArbitrary } from "./patch/group-patch.ts";
export {
  type InvalidPatch,
  invalidGroupPatchArbitrary,
  invalidUserPatchArbitrary,
  type MalformedIntent,
  malformedIntents,
} from "./patch/invalid.ts";
export { canonicalGroup, canonicalUser, storedUser } from "./patch/storage.ts";
export { type UserPatchConstraints, userPatchArbitrary } from "./patch/user-patch.ts";
export type { BrokenRule, Flaw, RequestKind, RequestMutation } from "./requests/mutation.ts";
export {
  type InvalidRequestConstraints,
  requestMutationArbitrary,
  requestMutations,
} from "./requests/requests.ts";
export type { SequenceConstraints } from "./sequence/progress.ts";
export { distinguishSteps, type Step, stepKinds, withIds } from "./sequence/step.ts";
export { sequenceArbitrary } from "./sequence.ts";
export {
  distinguish,
  type UserClass,
  type UserClassConstraints,
  type UsersConstraints,
  userArbitrary,
  userClasses,
  usersArbitrary,
} from "./user.ts";
export type { UserConstraints } from "./user-classes.ts";
