import type { Version } from "../../../client/index.ts";
import type { NeutralUser, PatchIntent } from "../../../schemas/index.ts";
import type { Scene } from "../../patch/patching.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { type Forms, formsFor, nameOf } from "./forms.ts";
import type { Trial } from "./trial.ts";
import { tried } from "./trials.ts";

/** One change of a user, and how to see its effect. */
interface UserChange extends Pick<Trial, "key" | "state" | "touches"> {
  /** The change as the version with this form documents it. */
  intents: (scene: Scene, form: Version) => readonly PatchIntent[];
  done: (after: NeutralUser, scene: Scene) => boolean;
}

/** The parts of a probe of one change of a user in each version's form of PATCH. */
export const inForms = (change: UserChange) => ({
  trials: (t: CheckContext) => formsFor(t).map((form) => trialOf(t, change, form)),
  observe: (t: CheckContext) => changeInForms(t, change),
});

async function changeInForms(t: CheckContext, change: UserChange): Promise<Forms> {
  const seen: Forms = { partialResource: "no effect", operations: "no effect" };
  for (const form of formsFor(t)) {
    if (await tried(t, trialOf(t, change, form))) seen[nameOf[form]] = "works";
  }
  return seen;
}

function trialOf(
  t: CheckContext,
  { intents, done, ...change }: UserChange,
  form: Version,
): Trial<boolean> {
  return {
    ...change,
    key: `${change.key}, ${nameOf[form]}`,
    intents: (scene) => intents(scene, form),
    call: { encodeAs: form },
    see: done,
    usual: form === t.version,
    says: (isDone) => `reads the user back: the change ${isDone ? "is there" : "had no effect"}`,
  };
}
