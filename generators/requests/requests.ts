import fc, { type Arbitrary } from "fast-check";
import type { Version } from "../../schemas/version.ts";
import { bodyMutations } from "./body-mutations.ts";
import type { Flaw, RequestKind, RequestMutation } from "./mutation.ts";
import { patchMutations } from "./patch-mutations.ts";

/** Every named way to make a valid request invalid. */
export const requestMutations: readonly RequestMutation[] = [...bodyMutations, ...patchMutations];

export interface InvalidRequestConstraints {
  version: Version;
  kind: RequestKind;
  /** Default: all. */
  flaws?: readonly Flaw[];
}

/** Named ways to make a request of this version and kind invalid. Shrinks to the first. */
export function requestMutationArbitrary(
  constraints: InvalidRequestConstraints,
): Arbitrary<RequestMutation> {
  const { version, kind, flaws } = constraints;
  const possible = requestMutations.filter(
    (mutation) =>
      mutation.kind === kind &&
      mutation.due[version] !== undefined &&
      (flaws?.includes(mutation.flaw) ?? true),
  );
  return fc.constantFrom(...possible);
}
