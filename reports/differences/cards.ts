import { type DifferenceView, differs, impactMeanings, impacts } from "./view.ts";

const groups = [...impacts, "same", "not-known", "not-probed"] as const;

/** What a run saw of a difference, for the cards and for the filter of the same name. */
type Group = (typeof groups)[number];

/** A number of a page: how many differences a group has, which is what its filter shows. */
export interface Card {
  group: Group;
  count: number;
  /** On the card, and beside the box of the filter. */
  text: string;
  choice: string;
  meaning: string;
}

const words: Readonly<Record<Group, Pick<Card, "text" | "choice" | "meaning">>> = {
  breaking: { text: "breaking", choice: "breaking", meaning: impactMeanings.breaking },
  silent: { text: "silent", choice: "silent", meaning: impactMeanings.silent },
  cosmetic: { text: "cosmetic", choice: "cosmetic", meaning: impactMeanings.cosmetic },
  same: { text: "the same", choice: "same in both", meaning: "in both versions" },
  "not-known": {
    text: "not known",
    choice: "not known of Slack",
    meaning: "of Slack: assumptions",
  },
  "not-probed": { text: "not probed", choice: "not probed", meaning: "with the reason" },
};

/**
 * The group of a difference: its impact where the versions were seen to differ; undefined for a
 * finding in which they do not differ.
 */
export function groupOf(view: DifferenceView): Group | undefined {
  if (differs(view)) return view.impact;
  if (view.finding) return undefined;
  if (view.state === "not-known" || view.state === "not-probed") return view.state;
  return "same";
}

/** The cards of a run. One about what is not known of Slack only where something is not. */
export function cardsOf(views: readonly DifferenceView[]): Card[] {
  return groups
    .map((group) => ({
      group,
      count: views.filter((view) => groupOf(view) === group).length,
      ...words[group],
    }))
    .filter(({ group, count }) => group !== "not-known" || count > 0);
}
