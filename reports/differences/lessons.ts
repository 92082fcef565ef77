import type { Catalogue, Exchange, Results } from "../../schemas/index.ts";
import { type LessonTarget, lessonTarget } from "./lesson-target.ts";
import { type LessonView, lessonOf } from "./lesson-view.ts";
import type { OwnValues } from "./own-values.ts";
import { type DifferenceView, viewsOf } from "./view.ts";

/** The differences of a run, and what it shows of each. */
interface Lessons {
  views: DifferenceView[];
  target: LessonTarget;
  /** The exchanges of each difference, by its id. */
  recorded: ReadonlyMap<string, readonly Exchange[]>;
  /** By the id of the difference; those of which the catalogue has a lesson. */
  lessons: ReadonlyMap<string, LessonView>;
}

interface Parts {
  results: Results;
  catalogue: Pick<Catalogue, "differences">;
  own: OwnValues;
}

/** The page and the Markdown of a run have the same lessons: they are made once. */
const made = new WeakMap<ReadonlyMap<string, Exchange>, Parts & Lessons>();

/** @param exchanges by id */
export function lessonsOf(
  results: Results,
  catalogue: Pick<Catalogue, "differences">,
  exchanges: ReadonlyMap<string, Exchange>,
  own: OwnValues,
): Lessons {
  const known = made.get(exchanges);
  if (known?.results === results && known.catalogue === catalogue && known.own === own) {
    return known;
  }
  const views = viewsOf(results, catalogue);
  const target = lessonTarget(results, exchanges.values());
  const recorded = new Map(
    views.map(({ id, exchanges: ids }) => [id, ids.flatMap((one) => exchanges.get(one) ?? [])]),
  );
  const lessons = views.flatMap((view) => {
    const lesson = lessonOf(view, recorded.get(view.id) ?? [], { own, target });
    return lesson ? [[view.id, lesson] as const] : [];
  });
  const all = { results, catalogue, own, views, target, recorded, lessons: new Map(lessons) };
  made.set(exchanges, all);
  return all;
}
