import type { Outcome, PatchOptions } from "../../../client/index.ts";
import type { NeutralUser, PatchIntent } from "../../../schemas/index.ts";
import type { Json } from "../../expectation.ts";
import type { Scene } from "../../patch/patching.ts";
import type { CheckCallOptions } from "../../run/check-calls.ts";

/**
 * One PATCH of a user from which a probe learns one thing. It is sent with those of other probes
 * where that decides (see `patchTogether`), and otherwise alone.
 */
export interface Trial<R extends Json = Json> {
  /** Unique: the id of the difference, and what is tried. */
  key: string;
  /** What the user has before, beyond its typical state; best the values of `manyAttributes`. */
  state?: (scene: Scene) => Partial<NeutralUser>;
  /** The attributes that it changes or looks at; the others may have any value before. */
  touches: readonly string[];
  intents: (scene: Scene) => readonly PatchIntent[];
  call?: Pick<CheckCallOptions, "encodeAs" | "change"> & Pick<PatchOptions, "form">;
  /** What the user shows afterwards. @throws Skip where it shows nothing of it */
  see: (after: NeutralUser, scene: Scene, answer: Outcome<unknown>) => R;
  /** What is seen where all is as expected: anything else is tried alone before it counts. */
  usual: R;
  /** What the read afterwards showed, for its caption. */
  says?: (seen: R) => string;
}

/** A trial whose result may have any type. */
export type AnyTrial = Pick<Trial, "key" | "state" | "touches" | "intents" | "call" | "usual"> & {
  see: (after: NeutralUser, scene: Scene, answer: Outcome<unknown>) => Json;
};
