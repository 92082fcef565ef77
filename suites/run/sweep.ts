import type { JsonObject } from "../../client/index.ts";
import type { Pace } from "./clean-up-pace.ts";
import type { Removal } from "./clean-up-removal.ts";
import type { CleanUpSearch } from "./clean-up-search.ts";
import type { CleanUpTarget } from "./clean-up-target.ts";
import type { Leftover } from "./journal.ts";
import { carriesMark, isNamedAs, isNameless, type RunMark, textsOf } from "./marks.ts";
import type { Semaphore } from "./semaphore.ts";

/** The outcome for something that may have been left. */
export type Ending =
  /** `clean`: it no longer exists; `removed` counts the resources that were removed for that. */
  { kind: "clean"; removed: number } | { kind: "left"; id?: string; why: string };

const notOurs = "the resource with this id has no mark of the run, so it was not changed";

const lookAgainMs = 500;

/** Removes everything that the run created: one type of resource of one version. */
export class Sweep {
  readonly #target: CleanUpTarget;
  readonly #search: CleanUpSearch;
  readonly #removal: Removal;
  readonly #pace: Pace;
  readonly #mark: (leftover: Leftover) => RunMark;
  readonly #effectsWithinMs: number;
  readonly #slots: Pick<Semaphore, "outside">;
  /** The outcome for each id. */
  readonly #byId = new Map<string, Promise<Ending | "not ours" | "gone">>();

  /**
   * @param effectsWithinMs how long a request may still take effect after it was sent, its resource
   * stay hidden, or a list contain what can no longer be read, in milliseconds
   * @param slots of the removals that send requests
   */
  constructor(
    target: CleanUpTarget,
    search: CleanUpSearch,
    removal: Removal,
    pace: Pace,
    mark: (leftover: Leftover) => RunMark,
    effectsWithinMs: number,
    slots: Pick<Semaphore, "outside">,
  ) {
    this.#slots = slots;
    this.#target = target;
    this.#search = search;
    this.#removal = removal;
    this.#pace = pace;
    this.#mark = mark;
    this.#effectsWithinMs = effectsWithinMs;
  }

  /**
   * @param isShared whether another create returned the same id
   * @throws GaveUpError
   */
  async settle(leftover: Leftover, isShared: boolean): Promise<Ending> {
    const { id } = leftover;
    if (id === undefined) return this.#byMarks(leftover);
    const ending = await this.#remove(id, leftover);
    if (leftover.answer === "none" && isNameless(leftover.sent)) {
      // The run only changed a resource with this id; if it has no mark of the run, it belongs to
      // someone else.
      return typeof ending === "object" ? ending : { kind: "clean", removed: 0 };
    }
    if (ending === "not ours") {
      const elsewhere = await this.#byMarks(leftover);
      if (elsewhere.kind === "left" || elsewhere.removed > 0) return elsewhere;
      return leftover.answer === "created" ? { kind: "left", id, why: notOurs } : elsewhere;
    }
    if (ending === "gone") return this.#byMarks(leftover);
    if (ending.kind === "left" || !isShared) return ending;
    const elsewhere = await this.#byMarks(leftover);
    if (elsewhere.kind === "left") return elsewhere;
    return { kind: "clean", removed: ending.removed + elsewhere.removed };
  }

  /** Searches for it by what was sent, as long as it may still appear or disappear. */
  async #byMarks(leftover: Leftover): Promise<Ending> {
    const { answer, deleted = false } = leftover;
    const { clock } = this.#pace;
    // A journal may come from a machine whose clock is ahead.
    const at = Math.min(leftover.at ?? 0, clock.now());
    const comesUntil = deleted ? 0 : at + this.#effectsWithinMs;
    const goesUntil = clock.now() + this.#effectsWithinMs;
    let removed = 0;
    for (;;) {
      const isLast = clock.now() >= comesUntil;
      // A rejection is trusted, unless the resource is found nevertheless.
      const depth = answer === "refused" ? "first" : isLast ? "thorough" : "all";
      const { rows, unsure } = await this.#search.find(leftover, depth);
      let unread: string | undefined;
      for (const row of rows) {
        const ending = await this.#remove(row.id, leftover);
        if (ending === "not ours") continue;
        if (ending === "gone") {
          if (row.active !== false) unread = row.id;
        } else if (ending.kind === "left") return ending;
        else removed += ending.removed;
      }
      if (unread !== undefined) {
        if (clock.now() >= goesUntil) {
          return { kind: "left", id: unread, why: "a list contains it, but it cannot be read" };
        }
        this.#byId.delete(unread);
      } else if (rows.length > 0 || answer === "refused") return { kind: "clean", removed };
      else if (isLast) {
        if (unsure === undefined) return { kind: "clean", removed };
        return { kind: "left", why: `it cannot be searched: ${unsure}` };
      }
      await this.#pace.wait(lookAgainMs);
    }
  }

  #remove(id: string, leftover: Leftover): Promise<Ending | "not ours" | "gone"> {
    const known = this.#byId.get(id);
    if (known) return this.#again(known);
    const removal = this.#removeOnce(id, leftover);
    this.#byId.set(id, removal);
    return removal;
  }

  /**
   * What is removed for another create already: it is removed once, and counted once. Its removal may
   * need a slot to end, so this one leaves its own meanwhile: else all could wait for each other.
   */
  async #again(removal: Promise<Ending | "not ours" | "gone">) {
    const ending = await this.#slots.outside(() => removal);
    return typeof ending === "string" ? ending : { ...ending, removed: 0 };
  }

  async #removeOnce(id: string, leftover: Leftover): Promise<Ending | "not ours" | "gone"> {
    const state = await this.#target.read(id);
    if (state.kind === "gone") return "gone";
    if (state.kind === "unclear") return { kind: "left", id, why: state.why };
    if (!this.#isOurs(state.resource, leftover)) return "not ours";
    if (state.active === false) return { kind: "clean", removed: 0 };
    const why = await this.#removal.remove(id, state.resource);
    return why === undefined ? { kind: "clean", removed: 1 } : { kind: "left", id, why };
  }

  #isOurs(resource: JsonObject, leftover: Leftover): boolean {
    if (carriesMark(resource, this.#mark(leftover))) return true;
    // A check may have removed all marks: the journal has the values that replaced them.
    return leftover.renamed.some(
      (sent) =>
        isNamedAs(leftover.resource, resource, sent) ||
        (sent.name === "" && textsOf(resource).every((text) => text === "")),
    );
  }
}
