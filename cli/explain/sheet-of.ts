import { factOf } from "../../facts/cited.ts";
import { facts } from "../../facts/index.ts";
import { UsageError } from "../../reports/exit.ts";
import { usesOf } from "../../reports/facts/uses.ts";
import { shown } from "../../reports/output/output-error.ts";
import type { Catalogue } from "../../schemas/index.ts";
import { nearest } from "../../schemas/nearest.ts";
import { versions } from "../../schemas/version.ts";
import { statementOf } from "../../suites/standards/statements.ts";
import { untested } from "../../suites/standards/untested.ts";
import { usedCatalogue } from "../../suites/used-catalogue.ts";
import { differenceSheet } from "./difference-sheet.ts";
import { factSheet } from "./fact-sheet.ts";
import { type LastRun, lastResultLines } from "./last-run.ts";
import { requirementSheet } from "./requirement-sheet.ts";
import type { Sheet } from "./sheet.ts";
import { statementSheet } from "./statement-sheet.ts";

/** The requirements and differences of this version of the tool. */
const present = usedCatalogue({ profile: "slack", versions });

/**
 * What is known of an id. Requirements and differences are those that the last run used, or else
 * those of this version of the tool.
 * @param typed an id, case-insensitive
 * @throws UsageError with the three nearest ids where there is none
 */
export function sheetOf(typed: string, run: LastRun | undefined, directory: string): Sheet {
  const id = idOf(typed, run);
  const fact = factOf(id);
  if (fact !== undefined) return factSheet(fact, uses.get(id));
  const why = untested[id];
  if (why !== undefined) return statementSheet(statementOf(id), why);
  const sheet = [run?.catalogue ?? nothing, present, nothing]
    .map((catalogue) => catalogueSheet(id, catalogue))
    .find((found) => found !== undefined);
  const last = { title: "The last result", lines: lastResultLines(id, run, directory) };
  return sheet === undefined
    ? { ...foundByRun(id, run), sections: [last] }
    : { ...sheet, sections: [...sheet.sections, last] };
}

/** What rests on each fact. */
const uses = usesOf({ checks: [] }, present);

const presentIds: ReadonlySet<string> = new Set([
  ...idsIn(present),
  ...facts.map(({ id }) => id),
  ...Object.keys(untested),
]);

type Entries = Pick<Catalogue, "requirements" | "differences">;

const nothing: Entries = { requirements: [], differences: [] };

function catalogueSheet(id: string, { requirements, differences }: Entries): Sheet | undefined {
  const difference = differences.find((one) => one.id === id);
  if (difference !== undefined) return differenceSheet(difference);
  const requirement = requirements.find((one) => idsOf(one).includes(id));
  return requirement === undefined ? undefined : requirementSheet(id, requirement);
}

/** A difference that is in no catalogue: a run saw it. */
function foundByRun(id: string, run: LastRun | undefined): Omit<Sheet, "sections"> {
  const found = run?.results.differences.find((one) => one.id === id);
  const rule = found?.requirements?.[0];
  const brief = rule === undefined ? [] : [`Seen by the checks of ${rule}.`];
  return { id, title: found?.title ?? "", brief: ["Difference that no catalogue has.", ...brief] };
}

/** The id as it is written here. */
function idOf(typed: string, run: LastRun | undefined): string {
  const id = typed.toUpperCase();
  const ofRun = [
    ...idsIn(run?.catalogue ?? nothing),
    ...(run?.results.differences ?? []).map((difference) => difference.id),
  ];
  if (presentIds.has(id) || ofRun.includes(id)) return id;
  const near = nearest(typed, [...new Set([...presentIds, ...ofRun])]);
  throw new UsageError(`${shown(typed)}: no such id; nearest: ${near.join(", ")}; list shows all`);
}

function idsIn({ requirements, differences }: Entries): string[] {
  return [...requirements.flatMap(idsOf), ...differences.map(({ id }) => id)];
}

function idsOf({ versions: clauses }: Entries["requirements"][number]): string[] {
  return Object.values(clauses).map(({ id }) => id);
}
