import type { JsonObject } from "../../../client/index.ts";
import type { NeutralUser } from "../../../schemas/index.ts";
import type { Json } from "../../expectation.ts";
import type { Scene } from "../../patch/patching.ts";

/** One part of a PUT of a user from which a probe learns one thing: see `triedByPut`. */
export interface PutTrial<R extends Json = Json> {
  /** Unique: the id of the difference, and what is tried. */
  key: string;
  /** The attributes that differ from an ordinary PUT. */
  changes: readonly string[];
  /** The values of these attributes. */
  sends?: (scene: Scene) => Partial<NeutralUser>;
  /** Changes the body where no neutral user has its form. */
  change?: (body: JsonObject) => JsonObject;
  /** Whether it looks at the user also where the PUT is rejected. */
  mayBeRejected?: boolean;
  /** Whether the user must have a title before, which it may lose. */
  needsTitle?: boolean;
  see: (after: NeutralUser, scene: Scene, before: NeutralUser) => R;
  /** What is seen where all is as expected: anything else is tried alone before it counts. */
  usual: R;
}

/** A trial whose result may have any type. */
export type AnyPutTrial = Omit<PutTrial, "see"> & {
  see: (after: NeutralUser, scene: Scene, before: NeutralUser) => Json;
};
