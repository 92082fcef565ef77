import type { Outcome, Version } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { changedBesides } from "../users/changed-besides.ts";
import type { CheckCallOptions, CheckCalls } from "./check-calls.ts";
import { isRejection } from "./endpoint.ts";

/** What is known of one user. */
interface Known {
  /** Writes begun and ended: a read during which it moved says nothing. */
  writes: number;
  /** What the last write returned: the user, that it was rejected, or nothing to go by. */
  answer: NeutralUser | "rejected" | "unknown" | undefined;
  /** The user as read since the last write. */
  shown?: ShownUser & { version: Version };
}

/** A user as a read showed it. */
interface ShownUser {
  user: NeutralUser;
  exchangeId: string;
}

/**
 * The states of the users that the checks of a run share, as far as reads have shown them: a user
 * is prepared for a check only where it differs from what the check needs, since changes of users
 * are what Slack limits most (FACT-LIMIT-01). A read counts where it agrees with the answer to the
 * last write: otherwise the provider may show its effects later.
 */
export class UserStates {
  readonly #known = new Map<string, Known>();

  /** The calls of a version, watched. */
  watched(calls: CheckCalls<NeutralUser>, version: Version): CheckCalls<NeutralUser> {
    const writing = async <O extends Outcome<unknown>>(
      id: string,
      write: () => Promise<O>,
      user: (outcome: O) => NeutralUser | undefined,
    ): Promise<O> => {
      const known = this.#of(id);
      known.writes += 1;
      delete known.shown;
      known.answer = "unknown";
      const outcome = await write();
      known.writes += 1;
      delete known.shown;
      known.answer = answerOf(outcome, user(outcome));
      return outcome;
    };
    return {
      ...calls,
      get: async (id, options) => {
        const known = this.#of(id);
        const { writes } = known;
        if (isWrite(options))
          return writing(
            id,
            () => calls.get(id, options),
            () => undefined,
          );
        const outcome = await calls.get(id, options);
        const { resource, status } = outcome;
        if (resource === undefined || status !== 200 || isPartial(options)) return outcome;
        if (known.writes === writes && writes % 2 === 0 && agrees(known.answer, resource)) {
          known.shown = { user: resource, exchangeId: outcome.exchangeId, version };
        }
        return outcome;
      },
      patch: (id, intents, options) =>
        writing(
          id,
          () => calls.patch(id, intents, options),
          ({ resource }) => resource,
        ),
      replace: (id, user, options) =>
        writing(
          id,
          () => calls.replace(id, user, options),
          ({ resource }) => resource,
        ),
      delete: (id, options) =>
        writing(
          id,
          () => calls.delete(id, options),
          () => undefined,
        ),
    };
  }

  /** A user as last read by a version, where nothing was written since; undefined where unknown. */
  shown(id: string, version: Version): ShownUser | undefined {
    const shown = this.#known.get(id)?.shown;
    return shown?.version === version ? shown : undefined;
  }

  /** Whether a read could tell the state: not where the last write returned nothing to compare it with. */
  isReadable(id: string): boolean {
    return this.#known.get(id)?.answer !== "unknown";
  }

  #of(id: string): Known {
    const known = this.#known.get(id) ?? { writes: 0, answer: undefined };
    this.#known.set(id, known);
    return known;
  }
}

function answerOf({ status }: Outcome<unknown>, user: NeutralUser | undefined): Known["answer"] {
  if (isRejection(status)) return "rejected";
  return status < 300 && user !== undefined ? user : "unknown";
}

function agrees(answer: Known["answer"], shown: NeutralUser): boolean {
  if (answer === undefined || answer === "rejected") return true;
  return answer !== "unknown" && changedBesides(answer, shown, []).length === 0;
}

/** A method that replaces GET may change the user. */
const isWrite = (options: CheckCallOptions | undefined) =>
  options?.method !== undefined && !["GET", "HEAD"].includes(options.method);

/** A query may select attributes, and a header another representation. */
const isPartial = (options: CheckCallOptions | undefined) =>
  options?.query !== undefined || options?.headers !== undefined || options?.token !== undefined;
