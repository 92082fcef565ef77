import type { Area } from "../../../schemas/index.ts";
import type { Json } from "../../expectation.ts";
import type { CheckContext } from "../../run/check-context.ts";

/** The two versions of one organisation. */
export interface BothVersions {
  v1: CheckContext;
  v2: CheckContext;
}

/** The smallest case found in which the versions disagree, and what each showed. */
export interface Disagreement {
  value: Json;
  v1: Json;
  v2: Json;
}

/** A property of both versions at once: the same generated intents have the same effect in both. */
export interface Differential {
  /** Permanent: `DIFF-GEN-01`. */
  id: string;
  /** A fact that holds while the versions agree. */
  title: string;
  area: Area;
  topic: string;
  find(both: BothVersions): Promise<Disagreement | undefined>;
}
