import type { ResourceType } from "./journal-lines.ts";
import type { RunConfig } from "./run-config.ts";
import { Skip } from "./stop.ts";

/** How much a run may create, over both versions. */
export class Budget {
  readonly #left: Record<ResourceType, number>;
  readonly #limit: Record<ResourceType, number>;

  constructor(config: Pick<RunConfig, "maxUsers" | "maxGroups">) {
    this.#limit = { User: config.maxUsers, Group: config.maxGroups };
    this.#left = { ...this.#limit };
  }

  /** Reserves a create. @throws Skip where the budget is used up */
  spend(type: ResourceType): void {
    if (this.#left[type] <= 0) {
      throw new Skip(
        "budget",
        `the budget of ${this.#limit[type]} created ${type.toLowerCase()}s is used up`,
      );
    }
    this.#left[type] -= 1;
  }

  /** Counts a resource that was created without a create request. */
  count(type: ResourceType): void {
    this.#left[type] -= 1;
  }

  /** Returns what a rejected create did not use. */
  refund(type: ResourceType): void {
    this.#left[type] += 1;
  }
}
