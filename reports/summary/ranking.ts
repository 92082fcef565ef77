import { type DifferenceView, differs, impacts } from "../differences/view.ts";

/** So that one topic with many entries does not take every place. */
const mostOfATopic = 2;

/** How the ranking is explained to who reads it. */
export const rankingRule = `Findings first, then what breaks, then what changes silently; among equals what Slack documents before what was only observed, and at most ${mostOfATopic} of one topic while others wait.`;

/** The changes that matter most to who has to migrate, the most important first. */
export function mostImportant(views: readonly DifferenceView[], count: number): DifferenceView[] {
  const findings = views.filter(({ finding }) => finding);
  const known = views.filter((view) => !view.finding && differs(view));
  const ranked = [
    ...byImpact(findings),
    ...(["breaking", "silent"] as const).flatMap((impact) =>
      spread(documentedFirst(known.filter((view) => view.impact === impact))),
    ),
  ];
  return ranked.slice(0, count);
}

function byImpact(views: readonly DifferenceView[]): DifferenceView[] {
  return impacts.flatMap((impact) => views.filter((view) => view.impact === impact));
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
