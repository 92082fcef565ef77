/** How many units are carried out at once. */
export const width = 8;

/** Units that may be carried out concurrently. The stages of a run follow one another. */
export interface Stage<U> {
  readonly name: string;
  readonly units: readonly U[];
  /** Stages next to each other with the same value are carried out together; default: the name. */
  readonly turn?: string;
  /** How many of them are carried out at once; default: {@link width}. */
  readonly width?: number;
}

/** Whether both stages are carried out at once. */
export function together<U>(one: Stage<U> | undefined, other: Stage<U> | undefined): boolean {
  return (one?.turn ?? one?.name) === (other?.turn ?? other?.name);
}

interface Waiting<U> {
  stage: Stage<U> | undefined;
  begin: () => void;
}

/**
 * Decides when each unit of a run is carried out: a stage begins when the one before has ended, and
 * at most {@link width} units run at once, or as many as the stage allows.
 *
 * All checks are carried out through this class. The command binds each unit to a vitest test,
 * which waits for its turn (`bind.ts`); the tests of the checks start all units at once
 * ({@link all}). So the kill, healthy, RFC and variation tests (`testing/`) test the checks, their order
 * and their verdicts as they ship. The rest, from vitest's tests with their names, labels and
 * states to results.json and the report, is tested in `cli/`, where tests start the built command.
 */
export class Schedule<U, R> {
  /** In the order of the run. */
  readonly stages: readonly Stage<U>[];
  readonly #carryOut: (unit: U) => Promise<R>;
  readonly #stageOf: ReadonlyMap<U, Stage<U>>;
  readonly #waiting: Waiting<U>[] = [];
  #current: Stage<U> | undefined;
  #underWay = 0;

  constructor(stages: readonly Stage<U>[], carryOut: (unit: U) => Promise<R>) {
    this.stages = stages;
    this.#carryOut = carryOut;
    this.#stageOf = new Map(
      stages.flatMap((stage) => stage.units.map((unit) => [unit, stage] as const)),
    );
  }

  /**
   * Carries out a unit when its turn comes: after all that were requested before it. Vitest starts
   * tests in the order in which they are registered, so both ways keep the order of the stages.
   * @throws the error of the unit; the other units go on
   */
  async run(unit: U): Promise<R> {
    const stage = this.#stageOf.get(unit);
    await new Promise<void>((begin) => {
      this.#waiting.push({ stage, begin });
      this.#beginNext();
    });
    try {
      return await this.#carryOut(unit);
    } finally {
      this.#underWay -= 1;
      this.#beginNext();
    }
  }

  /** Carries out every unit. @returns the result of each, in the order of the run */
  all(): Promise<R[]> {
    return Promise.all(this.stages.flatMap(({ units }) => units.map((unit) => this.run(unit))));
  }

  #beginNext(): void {
    for (let next = this.#waiting[0]; next && this.#mayBegin(next); next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#current = next.stage;
      this.#underWay += 1;
      next.begin();
    }
  }

  #mayBegin({ stage }: Waiting<U>): boolean {
    if (this.#underWay === 0) return true;
    return this.#underWay < (stage?.width ?? width) && together(stage, this.#current);
  }
}
