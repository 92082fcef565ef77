import type { Outcome } from "../../client/index.ts";
import { at, items } from "../json.ts";
import type { Journal } from "./journal.ts";
import { type ResourceType, usableId } from "./journal-lines.ts";
import { carriesMark, type RunMark, textsOf } from "./marks.ts";
import { blocked } from "./stop.ts";
import { isUnknownId } from "./unknown-ids.ts";

/** A resource in a response. */
type Answer = Pick<Outcome<unknown>, "status" | "json">;

/**
 * Knows the ids of resources that the run created. An id in the response to a create is not enough:
 * a server may return the id of an existing resource. A check would then change that resource and
 * put the run's mark on it, and clean-up would remove it. So an id counts only once a response
 * shows the run's mark on the resource: a response that a check requested anyway, or a read before
 * the first change. Shared by both versions.
 */
export class Ownership {
  readonly #journal: Pick<Journal, "hasCreated">;
  readonly #mark: RunMark;
  readonly #own = new Set<string>();
  /** Ids whose resource was returned without the run's mark before it was known to be from the run. */
  readonly #foreign = new Set<string>();
  /** Ids whose create returned the mark, which is enough where no read returns anything. */
  readonly #announced = new Set<string>();
  readonly #reads = new Map<string, Promise<Answer>>();

  constructor(journal: Pick<Journal, "hasCreated">, mark: RunMark) {
    this.#journal = journal;
    this.#mark = mark;
  }

  /** Records the response to a create. */
  announced(type: ResourceType, resource: unknown): void {
    const id = usableId(at(resource, "id"));
    if (id !== undefined && carriesMark(resource, this.#mark)) this.#announced.add(`${type} ${id}`);
  }

  /** Records a resource that a read or a list returned. */
  saw(type: ResourceType, { status, json }: Answer): void {
    if (status < 200 || status >= 300) return;
    for (const resource of [json, ...items(at(json, "Resources"))]) {
      const id = usableId(at(resource, "id"));
      if (id !== undefined) this.#shown(`${type} ${id}`, resource);
    }
  }

  #shown(key: string, resource: unknown): void {
    if (this.#own.has(key) || this.#foreign.has(key)) return;
    if (carriesMark(resource, this.#mark)) this.#own.add(key);
    // A response without any name proves nothing.
    else if (textsOf(resource).some((text) => text !== "")) this.#foreign.add(key);
  }

  /**
   * Allows a change of a resource, or throws.
   * @param read reads the resource; called at most once, for what the run created
   * @throws Skip where it is not known that the run created the resource
   */
  async mayChange(type: ResourceType, id: string, read: () => Promise<Answer>): Promise<void> {
    const key = `${type} ${id}`;
    if (this.#own.has(key)) return;
    if (this.#foreign.has(key)) throw refused(type);
    if (!this.#journal.hasCreated(type, id)) {
      if (isUnknownId(id)) return;
      throw refused(type);
    }
    const answer = await this.#readOnce(key, read);
    this.saw(type, answer);
    if (this.#own.has(key)) return;
    // A resource that does not exist belongs to no one else.
    const isGone = answer.status === 404 || answer.status === 410;
    const isForeign = this.#foreign.has(key) || !(isGone || this.#announced.has(key));
    if (isForeign) throw refused(type);
    this.#own.add(key);
  }

  async #readOnce(key: string, read: () => Promise<Answer>): Promise<Answer> {
    const reading = this.#reads.get(key) ?? read();
    this.#reads.set(key, reading);
    try {
      return await reading;
    } catch (error) {
      // A failed read proves nothing; the next change reads again.
      this.#reads.delete(key);
      throw error;
    }
  }
}

function refused(type: ResourceType) {
  const what = type.toLowerCase();
  return blocked(`not sent: it would change a ${what} that the run is not known to have created`);
}
