import type { MigrationFinding } from "../../schemas/index.ts";

/** More findings than a person reads. */
const mostFindings = 1000;

/** What could not be read, and what is wrong in 2.0 requests: each with its place. */
export class Findings {
  readonly list: MigrationFinding[] = [];
  #omitted = 0;

  add(finding: MigrationFinding): void {
    if (this.list.length < mostFindings) this.list.push(finding);
    else this.#omitted += 1;
  }

  /** How many more there are. */
  get omitted(): number {
    return this.#omitted;
  }
}
