import type { JsonObject } from "../../client/index.ts";
import type { Pace } from "./clean-up-pace.ts";
import type { CleanUpTarget } from "./clean-up-target.ts";
import type { Semaphore } from "./semaphore.ts";

type Step = "DELETE" | "PATCH" | "PUT";

const longestPauseMs = 1000;

/**
 * Removes resources of one type and version, and reads each afterwards, since a response alone proves
 * little. A user is removed when it is not active or not found any more, a group when it is not found.
 */
export class Removal {
  readonly #target: CleanUpTarget;
  readonly #pace: Pace;
  readonly #effectsWithinMs: number;
  readonly #slots: Pick<Semaphore, "outside">;
  /** Kinds of requests that had no effect: their effect is not awaited again. */
  readonly #useless = new Set<Step>();

  /**
   * @param effectsWithinMs how long a change may take to become visible before another way is tried,
   * in milliseconds
   * @param slots of the removals that send requests: one that only waits leaves its slot to others
   */
  constructor(
    target: CleanUpTarget,
    pace: Pace,
    effectsWithinMs: number,
    slots: Pick<Semaphore, "outside">,
  ) {
    this.#target = target;
    this.#pace = pace;
    this.#effectsWithinMs = effectsWithinMs;
    this.#slots = slots;
  }

  /**
   * Deactivates a user, deletes a group.
   * @param resource as it was read
   * @returns undefined when that is verified, else why it is not
   * @throws GaveUpError
   */
  async remove(id: string, resource: JsonObject): Promise<string | undefined> {
    // DELETE is Slack's way (FACT-DELETE-10); some servers reject it, or accept it without an effect.
    const steps: Step[] = this.#target.type === "User" ? ["DELETE", "PATCH", "PUT"] : ["DELETE"];
    const tried: string[] = [];
    let seen = "";
    for (const step of steps) {
      const { status, said } = await this.#take(step, id, resource);
      tried.push(said);
      const isAccepted = (status >= 200 && status < 300) || status === 404 || status === 410;
      seen = await this.#look(
        id,
        isAccepted && !this.#useless.has(step) ? this.#effectsWithinMs : 0,
      );
      if (seen === "") {
        this.#useless.delete(step);
        return undefined;
      }
      this.#useless.add(step);
    }
    return `${seen} (${tried.join(", ")})`;
  }

  #take(step: Step, id: string, resource: JsonObject) {
    switch (step) {
      case "DELETE":
        return this.#target.delete(id);
      case "PATCH":
        return this.#target.patchInactive(id);
      case "PUT":
        return this.#target.putInactive(id, resource);
    }
  }

  /** Reads until it is removed or the time is up. @returns why it is not removed; empty when it is */
  async #look(id: string, patienceMs: number): Promise<string> {
    const { clock } = this.#pace;
    const end = clock.now() + patienceMs;
    for (let pause = 20; ; pause = Math.min(pause * 2, longestPauseMs)) {
      const state = await this.#target.read(id);
      if (state.kind === "gone" || (state.kind === "there" && state.active === false)) return "";
      if (clock.now() + pause > end) {
        if (state.kind === "unclear") return state.why;
        if (state.active === undefined) return "it does not return active";
        return this.#target.type === "User" ? "it is still active" : "it still exists";
      }
      await this.#slots.outside(() => this.#pace.wait(pause));
    }
  }
}
