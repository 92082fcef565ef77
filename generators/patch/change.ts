import fc, { type Arbitrary } from "fast-check";
import type { PatchIntent } from "../../schemas/index.ts";

/**
 * One way to change a resource. The values are drawn before the state is known, so that a change
 * in a sequence still applies after the steps before it have been removed by shrinking.
 */
export interface Change<Resource> {
  readonly name: string;
  /** The top-level attribute that it changes; two changes of one request never share it. */
  readonly root: string;
  readonly kind: PatchIntent["kind"];
  /** Whether it applies to a resource in this state. */
  readonly applies: (state: Resource) => boolean;
  readonly intent: Arbitrary<(state: Resource) => PatchIntent>;
}

/**
 * One or more changes that apply to this state, of which no two change the same attribute.
 *
 * @throws RangeError when no change applies to this state
 */
export function intentsArbitrary<Resource>(
  changes: readonly Change<Resource>[],
  state: Resource,
  maxIntents: number,
): Arbitrary<PatchIntent[]> {
  const possible = changes.filter((change) => change.applies(state));
  if (possible.length === 0) throw new RangeError("no change applies to this state");
  const drawn = possible.map((change) =>
    change.intent.map((intentOf) => ({ root: change.root, intent: intentOf(state) })),
  );
  return fc
    .uniqueArray(fc.oneof(...drawn), {
      minLength: 1,
      maxLength: maxIntents,
      selector: ({ root }) => root,
    })
    .map((selected) => selected.map(({ intent }) => intent));
}
