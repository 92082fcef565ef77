import { equal } from "../../expectation.ts";
import { asJson } from "../../json.ts";
import type { JointPatch, SeenPatch } from "../../patch/joint-patches.ts";
import { Skip } from "../../run/stop.ts";
import type { AnyTrial } from "./trial.ts";

/** The PATCH of a trial, which can share its request. */
export function jointTrial({
  key,
  state,
  touches,
  intents,
  call,
  see,
  usual,
}: AnyTrial): JointPatch<{ seen: SeenPatch }> {
  return {
    key,
    ...(state ? { state } : {}),
    intents: (scene) => [...intents(scene)],
    call: () => call ?? {},
    changes: touches,
    accept: async (seen) => {
      try {
        return equal(asJson(see(seen.after, seen.scene, seen.outcome)), usual)
          ? { seen }
          : undefined;
      } catch (error) {
        // It shows nothing of what is tried here.
        if (error instanceof Skip) return undefined;
        throw error;
      }
    },
  };
}
