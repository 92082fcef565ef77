import fc, { type Arbitrary } from "fast-check";
import type { Version } from "../../schemas/version.ts";
import { bodyMutations } from "./body-mutations.ts";
import type { Flaw, RequestKind, RequestMutation } from "./mutation.ts";
import { patchMutations } from "./patch-mutations.ts";

/** All named mutations of valid requests. */
export const requestMutations: readonly RequestMutation[] = [...bodyMutations, ...patchMutations];

export interface InvalidRequestConstraints {
  version: Version;
  kind: RequestKind;
  /** Default: all. */
  flaws?: readonly Flaw[];
}

/** Named mutations of requests of this version and kind. Shrinks to the first. */
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
