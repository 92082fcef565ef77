import { cell, codeBlock, inline, proseCell, table } from "../../../reports/markdown-text.ts";
import type { Migration, MigrationForm } from "../../../schemas/index.ts";
import { httpText } from "./request-text.ts";
import { readingsOf, verdictOfForm, verificationOf, verifiedWords } from "./verified-words.ts";
import {
  answerChanges,
  count,
  formsByStatus,
  inShort,
  isOfRequest,
  noRequest,
  placeOf,
  statusNames,
  statusWords,
  verdictOf,
} from "./words.ts";

/** A pull request shows no more. */
const mostForms = 100;
const mostFindings = 50;

/**
 * migration.md: what a client has to change, for a pull request. Every text from a recording is
 * escaped.
 *
 * @param titles of differences, by id
 */
export function migrationMarkdown(
  migration: Migration,
  titles: ReadonlyMap<string, string>,
): string {
  const { forms, dangerous, notSeen } = migration;
  const shown = forms.slice(0, mostForms);
  const changes = answerChanges(migration);
  const verified = verificationOf(migration);
  const parts = [
    "# From SCIM 1.1 to SCIM 2.0",
    inline(verdictOf(migration).text),
    ...(verified === undefined
      ? []
      : ["## Verified by replaying", inline(`${verified}.`), inline(readingsOf(migration) ?? "")]),
    countsTable(migration),
    ...(dangerous.length === 0
      ? []
      : [
          "## Look at these first",
          dangerous
            .map(({ form, why }, at) => `${at + 1}. ${code(inShort(form))}: ${inline(why)}`)
            .join("\n"),
        ]),
    ...(changes.length === 0
      ? []
      : [
          "## What the code that reads answers must change",
          table(
            ["What", "Forms", "Differences"],
            changes.map((one) => [
              proseCell(one.text),
              String(one.forms),
              cell(one.differences.join(", ")),
            ]),
          ),
        ]),
    ...(forms.length === 0 ? [] : ["## Forms of request", overview(shown)]),
    ...(forms.length > mostForms
      ? [`${count(forms.length - mostForms, "more form")}: see migration.json.`]
      : []),
    ...shown.map((form, at) => entryOf(form, at, titles)),
    ...findings(migration),
    ...(notSeen.length === 0
      ? []
      : ["## Not seen in this traffic", notSeen.map((text) => `- ${inline(text)}`).join("\n")]),
  ];
  return `${parts.join("\n\n")}\n`;
}

const code = (form: string) => cell(form);

function countsTable(migration: Migration): string {
  const { inputs, requests, showValues } = migration;
  const forms = formsByStatus(migration);
  const sum = (part: "v1" | "v2" | "other") => inputs.reduce((all, one) => all + one[part], 0);
  return table(
    ["", "Forms", "Requests"],
    [
      ...statusNames.flatMap((status) =>
        forms[status] + (requests[status] ?? 0) === 0
          ? []
          : [
              [
                `${statusWords[status].text} (${proseCell(statusWords[status].meaning)})`,
                String(forms[status]),
                String(requests[status] ?? 0),
              ],
            ],
      ),
      ["**all of 1.1**", String(migration.forms.length), String(sum("v1"))],
      ["2.0 already, only checked", "", String(sum("v2"))],
      ["other requests", "", String(sum("other"))],
      ...(showValues ? [] : [["Personal values are placeholders", "", ""]]),
    ],
  );
}

function overview(forms: readonly MigrationForm[]): string {
  const isVerified = forms.some(({ verified }) => verified !== undefined);
  return table(
    ["", "Form", "Requests", "Status", ...(isVerified ? ["Verified"] : [])],
    forms.map((form, at) => [
      `[${at + 1}](#form-${at + 1})`,
      code(inShort(form.form)),
      String(form.count),
      statusWords[form.status].text,
      ...(isVerified ? [verdictOfForm(form) ?? ""] : []),
    ]),
  );
}

function entryOf(form: MigrationForm, at: number, titles: ReadonlyMap<string, string>): string {
  const { status, answer, differences, example, v2, first } = form;
  const warnings = form.warnings.filter(isOfRequest);
  const today =
    example === undefined ? "The example is too large to be shown." : block(httpText(example));
  const tomorrow =
    v2 === null
      ? `${noRequest(status)}.`
      : v2.length === 0
        ? "No request: nothing is to be done."
        : v2.map((one) => block(httpText(one))).join("\n\n");
  return [
    `### Form ${at + 1}`,
    `${code(form.form)} – **${statusWords[status].text}**, ${count(form.count, "request")}, first in ${cell(placeOf(first))}`,
    ...(warnings.length === 0
      ? []
      : [warnings.map((one) => `- ${cell(one.code)}: ${inline(one.text)}`).join("\n")]),
    "**Today (SCIM 1.1)**",
    today,
    "**Tomorrow (SCIM 2.0)**",
    example === undefined ? "See requests.v2.jsonl." : tomorrow,
    ...(answer.length === 0
      ? []
      : ["**The answer**", answer.map((one) => `- ${inline(one.text)}`).join("\n")]),
    ...(form.verified === undefined
      ? []
      : [
          "**Verified by replaying**",
          verifiedWords(form)
            .map((line) => `- ${inline(line)}`)
            .join("\n"),
        ]),
    ...(differences.length === 0 ? [] : [`Differences: ${differences.map(named).join(", ")}`]),
  ].join("\n\n");

  function named(id: string): string {
    const title = titles.get(id);
    return title === undefined ? cell(id) : `${cell(id)} (${inline(title)})`;
  }
}

const block = (text: string) => codeBlock("http", text);

function findings({ findings: list, findingsOmitted }: Migration): string[] {
  if (list.length === 0) return [];
  const shown = list.slice(0, mostFindings);
  const more = list.length - shown.length + findingsOmitted;
  return [
    "## What could not be read, and faults in 2.0 requests",
    table(
      ["Where", "What"],
      shown.map((finding) => [cell(placeOf(finding)), proseCell(finding.text)]),
    ),
    ...(more > 0 ? [`${count(more, "more finding")}: see migration.json.`] : []),
  ];
}
