import type { Version } from "../../../client/index.ts";
import type { PatchIntent } from "../../../schemas/index.ts";
import type { CheckContext } from "../../run/check-context.ts";
import type { Trial } from "./trials.ts";

export const setTitle: PatchIntent = { kind: "set", path: "title", value: "Changed" };

/** Sets the title in the form of a version. */
export const titleSet = (t: CheckContext, form: Version = t.version): Trial<boolean> => ({
  key: `title set in the form of ${form}`,
  touches: ["title"],
  intents: () => [setTitle],
  call: { encodeAs: form },
  see: ({ title }) => title === "Changed",
  usual: form === t.version,
});

/** Clears the title in the form of a version: in 1.1 by its name in `meta.attributes`. */
export const titleCleared = (t: CheckContext, form: Version): Trial<boolean> => ({
  key: `title cleared in the form of ${form}`,
  touches: ["title"],
  intents: () => [{ kind: "clear", path: "title" }],
  call: { encodeAs: form },
  see: ({ title }) => !title,
  usual: form === t.version,
});
