import type { ExampleRequest, Exchange } from "../../schemas/index.ts";
import { type Version, versions } from "../../schemas/version.ts";
import { visible } from "../visible-text.ts";
import { type Captions, captionsOf } from "./captions.ts";
import { curlText, httpText } from "./example-request.ts";
import { ofVersion } from "./exchange-pairs.ts";
import type { LessonTarget } from "./lesson-target.ts";
import type { OwnValues } from "./own-values.ts";
import { type Returned, returnedOf } from "./returned.ts";
import type { DifferenceView } from "./view.ts";

/** A request to read and to copy. */
interface RequestText {
  http: string;
  curl: string;
}

/** One side of a lesson: what a client sends, and what came back in the run. */
export interface LessonSide {
  version: Version;
  /** `Today`, `Tomorrow`. */
  when: string;
  requests: RequestText[];
  /** Absent where the run has no such request. */
  returned?: Returned;
  /** What the version does, by the results. */
  does: string;
}

export interface LessonView {
  sides: [today: LessonSide, tomorrow: LessonSide];
  /** What 2.0 returned for the request of today. */
  unchanged?: Returned;
}

/** The lesson of a difference for a reader; undefined where the catalogue has none. */
export function lessonOf(
  { lesson, v1, v2 }: Pick<DifferenceView, "lesson" | "v1" | "v2">,
  exchanges: readonly Exchange[],
  { own, target }: { own: OwnValues; target: LessonTarget },
): LessonView | undefined {
  if (lesson === undefined) return undefined;
  const { today, tomorrow, unchanged } = returnedOf(lesson, exchanges, allCaptions(exchanges), own);
  return {
    sides: [
      {
        ...{ version: "1.1", when: "Today", does: v1 },
        requests: lesson.today.map((one) => textsOf(one, target, "1.1")),
        ...(today ? { returned: today } : {}),
      },
      {
        ...{ version: "2.0", when: "Tomorrow", does: v2 },
        requests: lesson.tomorrow.map((one) => textsOf(one, target, "2.0")),
        ...(tomorrow ? { returned: tomorrow } : {}),
      },
    ],
    ...(unchanged ? { unchanged } : {}),
  };
}

/** A lesson and the exchanges below it need the captions of the same list. */
const captions = new WeakMap<readonly Exchange[], Captions>();

/** The derived captions of both versions, by the ids of exchanges. */
export function allCaptions(exchanges: readonly Exchange[]): Captions {
  const all =
    captions.get(exchanges) ??
    new Map(versions.flatMap((version) => [...captionsOf(ofVersion(exchanges, version))]));
  captions.set(exchanges, all);
  return all;
}

function textsOf(example: ExampleRequest, target: LessonTarget, version: Version): RequestText {
  return {
    http: visible(httpText(example, target.baseUrls[version])),
    curl: visible(curlText(example, target, version)),
  };
}
