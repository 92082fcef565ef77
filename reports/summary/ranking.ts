import { type DifferenceView, differs } from "../differences/view.ts";

/** So that a topic with many entries does not fill the list. */
const mostOfATopic = 2;

/** The explanation of the ranking, for the reader. */
export const rankingRule = `Order: first what loses data or leaves people active without an error, then breaking changes, then silent ones. Within each, documented before observed ones, and at most ${mostOfATopic} per topic before other topics follow.`;

/** The most important known changes for a migration, the most important first; findings are apart. */
export function mostImportant(views: readonly DifferenceView[], count: number): DifferenceView[] {
  const known = views.filter((view) => !view.finding && differs(view));
  const harmful = known.filter(({ harm }) => harm !== undefined);
  const others = known.filter(({ harm }) => harm === undefined);
  const ranked = (["breaking", "silent"] as const).flatMap((impact) =>
    spread(documentedFirst(others.filter((view) => view.impact === impact))),
  );
  return [...harmful, ...ranked].slice(0, count);
}

function documentedFirst(views: readonly DifferenceView[]): DifferenceView[] {
  const isDocumented = ({ kind }: DifferenceView) => kind === "documented";
  return [...views.filter(isDocumented), ...views.filter((view) => !isDocumented(view))];
}

/** The first few of each topic, then the others, each in the order of the catalogue. */
function spread(views: readonly DifferenceView[]): DifferenceView[] {
  const seen = new Map<string, number>();
  const [first, later]: [DifferenceView[], DifferenceView[]] = [[], []];
  for (const view of views) {
    const before = seen.get(view.topic) ?? 0;
    seen.set(view.topic, before + 1);
    (before < mostOfATopic ? first : later).push(view);
  }
  return [...first, ...later];
}
