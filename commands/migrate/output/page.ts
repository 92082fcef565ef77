import { Eta } from "eta";
import { style as differencesStyle } from "../../../reports/differences/page-look.ts";
import { inlineScript } from "../../../reports/inline-script.ts";
import { policyFor } from "../../../reports/page-style.ts";
import { visible } from "../../../reports/visible-text.ts";
import type { Migration, MigrationForm } from "../../../schemas/index.ts";
import { template } from "./page-template.ts";
import { httpText, textsOf, tokenVariable } from "./request-text.ts";
import {
  isContradicted,
  readingsOf,
  verdictOfForm,
  verificationOf,
  verifiedWords,
} from "./verified-words.ts";
import {
  answerChanges,
  count,
  formsByStatus,
  inShort,
  isOfRequest,
  isOpen,
  noRequest,
  placeOf,
  statusNames,
  statusWords,
  verdictOf,
} from "./words.ts";

/** A page with more forms would be slow to open. */
const mostForms = 300;
const mostFindings = 100;
/** These requests are shown at once; the others when a row is opened. */
const openForms = 10;

/** The parts of the page's script, in the order of their imports. */
const scriptFiles = ["dom", "filter", "rows", "copy", "keys", "list", "migration-page"];

const style = `${differencesStyle}
  :root { --row: minmax(14rem, 3fr) minmax(0, 5fr) minmax(0, 4fr) 9rem; }
  .row h3 code { font-size: .85rem; overflow-wrap: anywhere; background: none; padding: 0; }
  .notes { margin: 0; padding-inline-start: 1.1rem; font-size: .9rem; } .notes li { margin: .15rem 0; }
  .differences { margin: .3rem 0 0; font-size: .85rem; }
  .row .notes li .id { color: var(--dim); text-decoration: none; }
  .dangerous { margin: .3rem 0; } .dangerous code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
  .unreadable, .no-equivalent, .changes-meaning { color: var(--bad); } .no-effect-seen, .never-worked { color: var(--odd); }
  .rewritten { color: var(--plain); } .same { color: var(--good); }
  ul.counts { grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); grid-auto-flow: row; }
  ul.counts li:nth-child(n) { grid-column: auto; }
`;

/**
 * index.html: the request of today and of tomorrow of each form. One file that needs no network;
 * every text from a recording is escaped.
 *
 * @param titles of differences, by id
 */
export function migrationPage(migration: Migration, titles: ReadonlyMap<string, string>): string {
  const script = inlineScript(scriptFiles);
  const forms = migration.forms.slice(0, mostForms);
  const ids = new Map(forms.map(({ form }, at) => [form, `form-${at + 1}`]));
  const byStatus = formsByStatus(migration);
  const sum = (part: "v1" | "v2" | "other") =>
    migration.inputs.reduce((all, one) => all + one[part], 0);
  const { findings, findingsOmitted } = migration;
  return new Eta({ autoEscape: true, autoTrim: false }).renderString(template, {
    migration,
    traffic: `${count(sum("v1"), "request")} to 1.1, ${sum("v2")} to 2.0, ${sum("other")} others`,
    verdict: verdictOf(migration),
    verification: verificationOf(migration),
    readings: readingsOf(migration),
    cards: statusNames
      .filter((status) => byStatus[status] > 0 || ["rewritten", "no-equivalent"].includes(status))
      .map((status) => ({ status, forms: byStatus[status], ...statusWords[status] })),
    dangerous: migration.dangerous.map((one) => ({
      ...one,
      id: ids.get(one.form),
      short: inShort(one.form),
    })),
    changes: answerChanges(migration),
    forms: forms.map((form, at) => viewOf(form, at, titles)),
    more: migration.forms.length - forms.length,
    mostFindings,
    moreFindings: Math.max(0, findings.length - mostFindings) + findingsOmitted,
    words: statusWords,
    noRequest,
    count,
    placeOf,
    visible,
    tokenVariable,
    script,
    style,
    policy: policyFor(script, style),
  });
}

function viewOf(form: MigrationForm, at: number, titles: ReadonlyMap<string, string>) {
  const { example, v2, status, statuses } = form;
  return {
    ...form,
    id: `form-${at + 1}`,
    short: inShort(form.form),
    isOpen: at < openForms || isOpen(form) || isContradicted(form),
    place: placeOf(form.first),
    verdict: verdictOfForm(form),
    verdictClass: verdictClass(form),
    verifiedLines: verifiedWords(form),
    warnings: form.warnings.filter(isOfRequest),
    differences: form.differences.map((id) => ({ id, title: titles.get(id) ?? id })),
    today: example === undefined ? undefined : httpText(example),
    tomorrow: v2?.map(textsOf),
    others: Object.entries(statuses).filter(([other]) => other !== status),
  };
}

/** The look of what --verify showed: as bad, odd or good as a status. */
function verdictClass(form: MigrationForm): MigrationForm["status"] | "" {
  if (isContradicted(form)) return "no-equivalent";
  if (form.verified?.outcome !== "same") return "";
  return form.status === "never-worked" ? form.status : "same";
}
