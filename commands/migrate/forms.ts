import type { MigrationForm, MigrationLine, MigrationStatus } from "../../schemas/index.ts";
import type { AnswerChange } from "./translation.ts";

/** More forms than a person reads, and as many as memory holds: later ones count as `other`. */
const mostForms = 10_000;
/** A larger example is not kept. In characters of JSON. */
const largestExample = 50_000;

/** From the worst to the best; `never-worked` counts only where no other request shows more. */
const severity: readonly MigrationStatus[] = [
  "unreadable",
  "no-equivalent",
  "changes-meaning",
  "no-effect-seen",
  "rewritten",
  "same",
  "never-worked",
];

export type StatusCounts = Partial<Record<MigrationStatus, number>>;

interface Collected {
  form: string;
  first: MigrationLine["source"];
  statuses: StatusCounts;
  /** The example stands for the worst request of the form. */
  example: Pick<MigrationLine, "v1" | "v2"> | undefined;
  exampleStatus: MigrationStatus;
  /** By text: one code can have several. */
  warnings: Map<string, { code: string; count: number }>;
  differences: Set<string>;
  answer: Map<string, AnswerChange>;
}

/** The forms of the requests: what is the same but for its values is one of them. */
export class Forms {
  readonly #forms = new Map<string, Collected>();
  readonly #most: number;
  readonly #total: StatusCounts = {};
  readonly #other: { count: number; statuses: StatusCounts } = { count: 0, statuses: {} };
  #hasWarning = false;

  constructor(most = mostForms) {
    this.#most = most;
  }

  /** How many requests have each status. */
  get statuses(): StatusCounts {
    return this.#total;
  }

  get hasWarning(): boolean {
    return this.#hasWarning;
  }

  /** Requests beyond the last form that is kept. */
  get other(): { count: number; statuses: StatusCounts } {
    return this.#other;
  }

  add(line: MigrationLine, answer: readonly AnswerChange[]): void {
    count(this.#total, line.status);
    if (line.warnings.length > 0) this.#hasWarning = true;
    const form = this.#formOf(line);
    if (!form) {
      this.#other.count += 1;
      count(this.#other.statuses, line.status);
      return;
    }
    count(form.statuses, line.status);
    keepExample(form, line);
    for (const { code, text } of line.warnings) {
      const known = form.warnings.get(text);
      if (known) known.count += 1;
      else form.warnings.set(text, { code, count: 1 });
    }
    for (const id of line.differences) form.differences.add(id);
    for (const change of answer) form.answer.set(change.code, change);
  }

  /** The forms in the order in which they were first seen. */
  list(): MigrationForm[] {
    return [...this.#forms.values()].map((collected) => {
      const { form, first, statuses, example, warnings, differences, answer } = collected;
      return {
        form,
        count: total(statuses),
        status: worst(statuses),
        statuses,
        first,
        ...(example && { example: example.v1 }),
        v2: example?.v2 ?? null,
        warnings: [...warnings].map(([text, { code, count }]) => ({ code, text, count })),
        differences: [...differences],
        answer: [...answer.values()].map(({ code, text, differences: ids }) => ({
          code,
          text,
          differences: [...ids],
        })),
      };
    });
  }

  #formOf({ form, source, status }: MigrationLine): Collected | undefined {
    const known = this.#forms.get(form);
    if (known || this.#forms.size >= this.#most) return known;
    const collected: Collected = {
      ...{ form, first: source, statuses: {}, example: undefined, exampleStatus: status },
      ...{ warnings: new Map(), differences: new Set(), answer: new Map() },
    };
    this.#forms.set(form, collected);
    return collected;
  }
}

function keepExample(form: Collected, { status, v1, v2 }: MigrationLine): void {
  const isWorse = severity.indexOf(status) < severity.indexOf(form.exampleStatus);
  if (form.example && !isWorse) return;
  if (JSON.stringify([v1, v2]).length > largestExample) return;
  form.example = { v1, v2 };
  form.exampleStatus = status;
}

function count(counts: StatusCounts, status: MigrationStatus): void {
  counts[status] = (counts[status] ?? 0) + 1;
}

const total = (counts: StatusCounts) => Object.values(counts).reduce((sum, one) => sum + one, 0);

/** The status of a form by those of its requests. */
function worst(statuses: StatusCounts): MigrationStatus {
  return severity.find((status) => (statuses[status] ?? 0) > 0) ?? "unreadable";
}
