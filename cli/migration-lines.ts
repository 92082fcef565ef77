import { join, relative } from "node:path";
import pc from "picocolors";
import {
  isContradicted,
  readingsOf,
  verdictOfForm,
  verificationOf,
} from "../commands/migrate/output/verified-words.ts";
import {
  count,
  formsByStatus,
  inShort,
  isOpen,
  placeOf,
  statusNames,
  statusWords,
  verdictOf,
} from "../commands/migrate/output/words.ts";
import type { Migration } from "../schemas/index.ts";

/** As many as a reader takes in at once. */
const mostFindings = 10;

/** The last lines of `migrate`, for a reader. */
export function migrationLines(migration: Migration, directory: string): string[] {
  const { inputs, requests, dangerous, findings, findingsOmitted } = migration;
  const forms = formsByStatus(migration);
  const verdict = verdictOf(migration);
  const sum = (part: "v1" | "v2" | "other") => inputs.reduce((all, one) => all + one[part], 0);
  const lines = [
    verdict.isGood ? pc.green(verdict.text) : pc.yellow(verdict.text),
    "",
    ...statusNames.flatMap((status) => {
      const requestsOfStatus = requests[status] ?? 0;
      if (forms[status] + requestsOfStatus === 0) return [];
      const text = statusWords[status].text.padEnd(17);
      const paint = isOpen({ status }) ? pc.red : (plain: string) => plain;
      return [
        `${paint(text)}${number(forms[status])} of the forms, ${count(requestsOfStatus, "request")}`,
      ];
    }),
    `Requests         ${number(sum("v1"))} to 1.1, ${number(sum("v2"))} to 2.0 (only checked), ${number(sum("other"))} others`,
  ];
  const verification = verificationOf(migration);
  if (verification !== undefined) lines.push(`Verified         ${verification}`);
  const { settings = {} } = migration.verification ?? {};
  if (Object.keys(settings).length > 0)
    lines.push(`                 ${readingsOf(migration) ?? ""}`);
  const contradicted = migration.forms.filter(isContradicted);
  if (contradicted.length > 0) lines.push("", "The replay contradicts");
  for (const form of contradicted.slice(0, mostFindings)) {
    lines.push(`  ${form.form}`, `      ${pc.red(verdictOfForm(form) ?? "")}`);
  }
  if (dangerous.length > 0) lines.push("", "Look at these first");
  for (const { form, why } of dangerous)
    lines.push(`  ${inShort(form)}`, `      ${pc.yellow(why)}`);
  if (findings.length > 0) lines.push("", "Findings");
  for (const finding of findings.slice(0, mostFindings)) {
    lines.push(`  ${placeOf(finding)}: ${finding.text}`);
  }
  const more = Math.max(0, findings.length - mostFindings) + findingsOmitted;
  if (more > 0) lines.push(`  and ${number(more)} more`);
  const path = (name: string) => relative(process.cwd(), join(directory, name));
  lines.push(
    "",
    `Requests  ${path("requests.v2.jsonl")}`,
    `Forms     ${path("migration.json")}, ${path("migration.md")}`,
    `Page      ${path("index.html")}`,
  );
  return lines;
}

const number = (value: number) => value.toLocaleString("en");
