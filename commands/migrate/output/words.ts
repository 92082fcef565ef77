import type { Migration, MigrationForm } from "../../../schemas/index.ts";

type Status = MigrationForm["status"];

/** What each status means, the worst first. */
export const statusWords: Readonly<Record<Status, { text: string; meaning: string }>> = {
  unreadable: { text: "unreadable", meaning: "The recording does not show the whole request" },
  "no-equivalent": {
    text: "no equivalent",
    meaning: "2.0 has no such request: the client must work otherwise",
  },
  "changes-meaning": {
    text: "changes meaning",
    meaning: "The 2.0 request can have another effect",
  },
  "no-effect-seen": {
    text: "no effect seen",
    meaning:
      "1.1 accepted it, but its answer does not show the change: in 2.0 it may begin to work",
  },
  "never-worked": {
    text: "never worked",
    meaning: "1.1 only ever rejected it: in 2.0 it may begin to work, if it is no duplicate",
  },
  rewritten: { text: "rewritten", meaning: "The same effect with another request" },
  same: { text: "same", meaning: "Only the base path changes" },
};

export const statusNames = Object.keys(statusWords) as readonly Status[];

/** Characters of a form that a reader takes in at once; a PUT of a whole user has four times as many. */
const shortForm = 110;

/** A form for a heading or a list: as many of its members as fit on a line. */
export function inShort(form: string): string {
  if (form.length <= shortForm) return form;
  const end = form.lastIndexOf(",", shortForm);
  return `${form.slice(0, end > 0 ? end : shortForm)}, …`;
}

/** How many forms have each status. */
export function formsByStatus({ forms }: Pick<Migration, "forms">): Record<Status, number> {
  const counts = Object.fromEntries(statusNames.map((status) => [status, 0]));
  for (const { status } of forms) counts[status] = (counts[status] ?? 0) + 1;
  return counts as Record<Status, number>;
}

/** Whether a warning is about the request: those about answers are shown with what reads them. */
export function isOfRequest({ code }: { code: string }): boolean {
  return !code.startsWith("response:");
}

/** Whether a form needs a decision of a person before 2.0. */
export function isOpen({ status }: Pick<MigrationForm, "status">): boolean {
  return status === "unreadable" || status === "no-equivalent" || status === "changes-meaning";
}

/** What stands in place of a 2.0 request where there is none. */
export function noRequest(status: Status): string {
  return status === "unreadable" ? "Not translated" : "No equivalent";
}

/** The changes to the code that reads answers, each once, with how many forms need it. */
export function answerChanges({ forms }: Pick<Migration, "forms">) {
  const changes = new Map<
    string,
    { text: string; differences: readonly string[]; forms: number }
  >();
  for (const { answer } of forms) {
    for (const { code, text, differences } of answer) {
      const known = changes.get(code);
      if (known) known.forms += 1;
      else changes.set(code, { text, differences, forms: 1 });
    }
  }
  return [...changes].map(([code, change]) => ({ code, ...change }));
}

/** The first line of every output: how far the client is from 2.0. */
export function verdictOf(migration: Migration): { isGood: boolean; text: string } {
  const { forms, other, stopped, verification } = migration;
  const open = forms.filter(isOpen).length;
  const broken = migration.findings.filter(({ kind }) => kind === "file").length;
  const counted = `${count(forms.length, "form")} of request`;
  const parts = [
    ...(stopped === null
      ? []
      : [`Not everything was read${verification ? " and verified" : ""} (${stopped}).`]),
    ...(broken === 0 ? [] : [`${count(broken, "file")} could not be read in full.`]),
    ...(other.count === 0
      ? []
      : [`${count(other.count, "request")} of further forms are only counted.`]),
  ];
  if (forms.length === 0) {
    const ofV2 = migration.inputs.reduce((sum, { v2 }) => sum + v2, 0);
    const faults = migration.findings.filter(({ kind }) => kind === "v2").length;
    const verdict =
      ofV2 === 0 ? "" : ` ${count(ofV2, "request")} to 2.0: ${count(faults, "fault")}.`;
    return {
      isGood: ofV2 > 0 && faults === 0 && parts.length === 0,
      text: [`No SCIM 1.1 request was found.${verdict}`, ...parts].join(" "),
    };
  }
  const verdict =
    open === 0
      ? `${counted}: each has an equivalent in 2.0.`
      : `${counted}: ${open} need${open === 1 ? "s" : ""} a decision, the others have an equivalent in 2.0.`;
  return { isGood: open === 0 && parts.length === 0, text: [verdict, ...parts].join(" ") };
}

export function count(number: number, word: string): string {
  return `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
}

/** Where a finding is: file and line, or index. */
export function placeOf({ file, entry }: { file: string; entry?: number }): string {
  return entry === undefined ? file : `${file}:${entry}`;
}
