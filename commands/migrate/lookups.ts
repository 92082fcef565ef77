import { isObject } from "../../schemas/json-value.ts";
import type { RecordedRequest } from "./request.ts";

/** How many requests a filtered GET is remembered for, where its answer does not show what it found. */
const shortly = 10;
/** And where the write is to what it found. */
const long = 100;
/** The most ids that are looked at in an answer, and the most members in a body. */
const most = 1000;

/**
 * The filtered GETs of the last requests: a client that finds an id by a filter writes to that id next, or adds it to
 * a group. Several clients may take turns in a recording.
 */
export class Lookups {
  #requests = 0;
  #last = Number.NEGATIVE_INFINITY;
  /** When each id was found last, the longest ago first. */
  readonly #found = new Map<string, number>();

  /** Counts a request. @returns whether it may write to what a filtered GET found */
  precedes({ path, body }: RecordedRequest): boolean {
    this.#requests += 1;
    if (this.#requests - this.#last <= shortly) return true;
    return [...path.split(/[/?]/), ...membersOf(body)].some((id) => this.#isRecent(id));
  }

  /** Remembers a filtered GET. */
  add({ answer }: RecordedRequest): void {
    const { Resources: resources } = isObject(answer?.body) ? answer.body : {};
    this.#last = this.#requests;
    for (const resource of Array.isArray(resources) ? resources.slice(0, most) : []) {
      if (!isObject(resource) || typeof resource.id !== "string") continue;
      this.#found.delete(resource.id);
      this.#found.set(resource.id, this.#requests);
    }
    for (const id of this.#found.keys()) {
      if (this.#isRecent(id)) break;
      this.#found.delete(id);
    }
  }

  #isRecent(id: string): boolean {
    return this.#requests - (this.#found.get(id) ?? Number.NEGATIVE_INFINITY) <= long;
  }
}

/** The ids of the members in the body of a group. */
function membersOf(body: unknown): string[] {
  const members: unknown = isObject(body) ? body.members : undefined;
  return (Array.isArray(members) ? members.slice(0, most) : []).flatMap((member: unknown) =>
    isObject(member) && typeof member.value === "string" ? [member.value] : [],
  );
}
