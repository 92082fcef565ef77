import type { AllureConfig } from "allure";
import { allureLabel, differenceLevel } from "../../schemas/allure-labels.ts";
import type { shownVerdict } from "../../schemas/finding.ts";

type Rules = Extract<NonNullable<AllureConfig["categories"]>, readonly unknown[]>;

/**
 * The results by verdict. A test belongs to the first category that it matches. Allure has no
 * status for a warning or a deviation: they pass, and are listed here.
 *
 * Deviations are not Allure's known issues: its `resolutions` cover failed and broken tests only,
 * and a documented deviation must not look like one.
 * @param compared whether an earlier run exists, so that tests have a transition
 */
export function categories(compared: boolean): Rules {
  const groupBy: Rules[number]["groupBy"] = compared
    ? ["transition", "environment"]
    : ["environment"];
  return [
    {
      name: "Fixed since the last run",
      matchers: { transitions: ["fixed"] },
      groupBy: ["environment"],
      groupByMessage: false,
      expand: true,
    },
    {
      name: "Verdict changed since the last run",
      matchers: { statuses: ["passed", "skipped"], labels: { [allureLabel.was]: /./ } },
      groupBy: [{ label: allureLabel.was }, { label: allureLabel.verdict }, "environment"],
      groupByMessage: false,
      expand: true,
    },
    {
      name: "Unexpected difference between the versions",
      matchers: { statuses: ["failed"], labels: { [allureLabel.level]: exactly(differenceLevel) } },
      groupBy,
      expand: true,
    },
    { name: "Broken rule (MUST)", matchers: verdict("fail"), groupBy, expand: true },
    { name: "Errors", matchers: verdict("error"), groupBy, expand: true },
    {
      name: "Not known of Slack: differences",
      matchers: {
        labels: {
          [allureLabel.verdict]: exactly("not-known"),
          [allureLabel.level]: exactly(differenceLevel),
        },
      },
      groupBy: ["environment"],
      groupByMessage: false,
    },
    {
      name: "Not known of Slack: rules (no warning)",
      matchers: verdict("not-known"),
      groupBy: ["environment", { label: allureLabel.area }],
      groupByMessage: false,
    },
    {
      name: "Recommendation not followed (SHOULD)",
      matchers: verdict("warn"),
      groupBy: ["environment", { label: allureLabel.area }],
      groupByMessage: false,
    },
    {
      name: "Known deviation of Slack",
      matchers: verdict("deviation"),
      groupBy: ["environment", { label: allureLabel.reason }],
      groupByMessage: false,
    },
    {
      name: "Blocked by an earlier failure",
      matchers: {
        labels: {
          [allureLabel.verdict]: exactly("skip"),
          [allureLabel.reason]: exactly("blocked-by"),
        },
      },
      groupBy: ["environment"],
      groupByMessage: false,
    },
    {
      name: "Not offered, not applicable or read-only",
      matchers: verdict("skip"),
      groupBy: ["environment", { label: allureLabel.reason }],
      groupByMessage: false,
    },
  ];
}

function verdict(name: ReturnType<typeof shownVerdict>) {
  return { labels: { [allureLabel.verdict]: exactly(name) } };
}

const exactly = (value: string) => new RegExp(`^${value}$`);
