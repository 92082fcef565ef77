import type { Outcome } from "../../client/index.ts";
import { at, items } from "../json.ts";
import type { Journal } from "./journal.ts";
import { type ResourceType, usableId } from "./journal-lines.ts";
import { isMadeUp } from "./made-up-ids.ts";
import { carriesMark, type RunMark, textsOf } from "./marks.ts";
import { blocked } from "./stop.ts";

/** What an answer says of a resource. */
type Answer = Pick<Outcome<unknown>, "status" | "json">;

/**
 * Knows which ids are of resources that the run created. That a create was answered with an id is
 * not enough: a server may answer it with the id of what was there before, and what a check then
 * sent to it would change a resource of others, and put the run's marks on it, by which clean-up
 * knows what to remove. So an id counts once something shows the run's mark under it: an answer that
 * a check asked for anyway, or one read before the first change. Shared by both versions.
 */
export class Ownership {
  readonly #journal: Pick<Journal, "hasCreated">;
  readonly #mark: RunMark;
  readonly #own = new Set<string>();
  /** Were shown without the run's mark before they were known as its own. */
  readonly #foreign = new Set<string>();
  /** The answer to whose create showed the mark: enough where no read shows anything. */
  readonly #announced = new Set<string>();
  readonly #reads = new Map<string, Promise<Answer>>();

  constructor(journal: Pick<Journal, "hasCreated">, mark: RunMark) {
    this.#journal = journal;
    this.#mark = mark;
  }

  /** Takes what an answer to a create shows. */
  announced(type: ResourceType, resource: unknown): void {
    const id = usableId(at(resource, "id"));
    if (id !== undefined && carriesMark(resource, this.#mark)) this.#announced.add(`${type} ${id}`);
  }

  /** Takes what a read or a list shows; nothing where it shows no resource. */
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
    // What shows none of its names says nothing.
    else if (textsOf(resource).some((text) => text !== "")) this.#foreign.add(key);
  }

  /**
   * Lets a change of a resource pass, or not.
   * @param read reads the resource; called once at most, for what the run created
   * @throws Skip where it is not known that the run created what has the id
   */
  async mayChange(type: ResourceType, id: string, read: () => Promise<Answer>): Promise<void> {
    const key = `${type} ${id}`;
    if (this.#own.has(key)) return;
    if (this.#foreign.has(key)) throw refused(type);
    if (!this.#journal.hasCreated(type, id)) {
      if (isMadeUp(id)) return;
      throw refused(type);
    }
    const answer = await this.#readOnce(key, read);
    this.saw(type, answer);
    if (this.#own.has(key)) return;
    // What is not there is not another's either.
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
      // Trouble on the way says nothing; the next change reads again.
      this.#reads.delete(key);
      throw error;
    }
  }
}

function refused(type: ResourceType) {
  const what = type.toLowerCase();
  return blocked(`not sent: it would change a ${what} that the run is not known to have created`);
}
