import type { Results } from "../../schemas/index.ts";
import { cell, table } from "../markdown-text.ts";
import type { Learnt, LearntFact } from "./learnt.ts";
import type { TargetTraces } from "./target-traces.ts";

/** What was tested, without its name: `Slack`, or where another server was. */
function targetKind({ hosts }: TargetTraces): string {
  if (hosts.length > 0 && hosts.every((host) => host === "api.slack.com")) return "Slack";
  const isHere = (host: string) => /^(localhost|127\.[\d.]+|\[::1\])(:\d+)?$/.test(host);
  return hosts.every(isHere) ? "a server on this machine" : "another server than api.slack.com";
}

/**
 * What a run learnt, as Markdown to send in: each section has the fields of the form "A fact about
 * Slack" (.github/ISSUE_TEMPLATE/3-fact-about-slack.yml).
 */
export function learntMarkdown(results: Results, learnt: Learnt, traces: TargetTraces): string {
  const kind = targetKind(traces);
  const date = results.startedAt.slice(0, 10);
  const contradicting = learnt.facts.filter(({ agrees }) => !agrees);
  const agreeing = learnt.facts.filter(({ agrees }) => agrees);
  const part = (title: string, facts: readonly LearntFact[]) =>
    facts.length === 0
      ? []
      : [`## ${title} (${facts.length})`, ...facts.map((fact) => section(fact, date))];
  const notSeen = learnt.notSeen.map(({ id, title, v1, v2 }) => [
    `${cell(id)} ${cell(title)}`,
    cell(v1),
    cell(v2),
  ]);
  const parts = [
    "# What this run learnt about Slack",
    "No source says how Slack answers these questions. The suite assumes an answer, and this run observed one.",
    table(
      ["", ""],
      [
        ["Target", kind],
        ["Date", date],
        ["SCIM versions", results.versions.join(", ")],
        ["Suite", `slack-scim-conformance ${cell(results.toolVersion)}, profile slack`],
        ["Contradicts the assumption", String(contradicting.length)],
        ["Agrees with the assumption", String(agreeing.length)],
      ],
    ),
    `**To send it in:** open an issue of slack-scim-conformance with the form "A fact about Slack", and copy one section, or attach this file. Contradictions help most; an answer that agrees turns an assumption into an observation. Tokens, hosts, names, ids and addresses were removed; please read the text before you send it.${kind === "Slack" ? "" : ` The target was ${kind}: send this only if it shows how Slack behaves.`}`,
    ...part("Contradicts the assumption", contradicting),
    ...part("Agrees with the assumption", agreeing),
    ...(notSeen.length === 0
      ? []
      : [
          `## Differences that clients observed, and this run did not (${notSeen.length})`,
          table(["Difference", "SCIM 1.1", "SCIM 2.0"], notSeen),
        ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function section({ id, statement, agrees, answers }: LearntFact, date: string): string {
  const versions = [...new Set(answers.map(({ version }) => version))].sort();
  const fields = [
    [
      "What Slack does",
      `${statement} ${agrees ? "This run observed it." : "This run observed otherwise."}`,
    ],
    ["How it is known", "Observed in an organisation"],
    ["SCIM version", versions.join(", ")],
    ["Plan of the organisation", "Other or not known"],
    ["Date of the observation", date],
    ["What it contradicts", agrees ? `nothing; it agrees with ${id}` : id],
  ];
  const rows = answers.map(({ by, title, version, observed, ...answer }) => [
    version,
    `${cell(by)} ${cell(title)}`,
    cell(observed),
    answer.agrees ? "agrees" : "contradicts",
  ]);
  return [
    `### ${id}`,
    fields.map(([label, text]) => `- **${label}**: ${text}`).join("\n"),
    "**Evidence**:",
    table(["SCIM", "Check", "Observed", "Assumption"], rows),
  ].join("\n\n");
}
