import type { BulkJob, JsonObject, Outcome } from "../../client/index.ts";
import type { NeutralGroup, NeutralUser } from "../../schemas/index.ts";
import { at } from "../json.ts";
import { guardedBulk } from "./bulk-creations.ts";
import type { CallTemplate } from "./call-template.ts";
import type { CheckCallOptions, CheckCalls } from "./check-calls.ts";
import type { ConformanceClient } from "./conformance-client.ts";
import { type Bookkeeping, Creation } from "./creation.ts";
import { isRejection } from "./endpoint.ts";
import type { ResourceType } from "./journal-lines.ts";
import { carriesMark, sentMarks } from "./marks.ts";
import type { OwnChanges } from "./own-changes.ts";
import { Skip } from "./stop.ts";

/**
 * Where members may edit their display names, Slack rejects changes of them (FACT-USER-26): that is a
 * policy of the organisation and breaks no rule.
 */
function allowed(outcome: Outcome<NeutralUser>): Outcome<NeutralUser> {
  if (outcome.error?.code === "invalid_display_name") {
    throw new Skip(
      "not-applicable",
      "the organisation allows only members to change their display names (FACT-USER-26)",
    );
  }
  return outcome;
}

/**
 * The client's calls, guarded for checks: every create is within the budget, every request that may
 * create something is in the journal before it is sent, and only what the run is known to have
 * created is changed or deleted. None is changed while a check compares responses of its whole list.
 */
export function guarded(
  client: ConformanceClient,
  books: Bookkeeping,
  template: CallTemplate = (options) => options,
): {
  users: CheckCalls<NeutralUser>;
  groups: CheckCalls<NeutralGroup>;
  bulk: (job: BulkJob) => Promise<Outcome<JsonObject>>;
} {
  const users = guardedCalls(client, "User", client.users, books);
  return {
    bulk: (job) => guardedBulk(client, job, books, template),
    users: {
      ...users,
      patch: async (id, intents, options) => allowed(await users.patch(id, intents, options)),
      replace: async (id, user, options) =>
        allowed(await users.replace(id, user, template(options, user.userName))),
      create: (user, options) => users.create(user, template(options, user.userName)),
    },
    groups: guardedCalls(client, "Group", client.groups, books),
  };
}

const isRead = (method: string) => method === "GET" || method === "HEAD";

/** Every string in a value, such as the ids of members. */
function textsWithin(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Object.values(Object(value)).flatMap(textsWithin);
}

/** Calls whose changes wait while a list of such resources is observed. */
function inTurn<T>(
  calls: CheckCalls<T>,
  type: ResourceType,
  ownChanges: OwnChanges,
): CheckCalls<T> {
  const change = <R>(send: () => Promise<R>) => ownChanges.change(type, send);
  return {
    ...calls,
    create: (resource, options) => change(() => calls.create(resource, options)),
    patch: (id, intents, options) => change(() => calls.patch(id, intents, options)),
    replace: (id, resource, options) => change(() => calls.replace(id, resource, options)),
    delete: (id, options) => change(() => calls.delete(id, options)),
    get: (id, options) => {
      const get = () => calls.get(id, options);
      return isRead(options?.method ?? "GET") ? get() : change(get);
    },
  };
}

function guardedCalls<T>(
  client: ConformanceClient,
  type: ResourceType,
  unguarded: CheckCalls<T>,
  books: Bookkeeping,
): CheckCalls<T> {
  const calls = inTurn(unguarded, type, books.ownChanges);
  const { version } = client;
  const { journal, budget, mark, ownership } = books;
  const mayChange = (id: string) => ownership.mayChange(type, id, () => calls.get(id));

  /** Membership changes a user, which shows its groups: only users of the run may become members. */
  async function mayName(content: unknown): Promise<void> {
    if (type !== "Group") return;
    for (const text of textsWithin(content)) {
      if (!journal.hasCreated("User", text)) continue;
      await ownership.mayChange("User", text, () => client.users.get(text));
    }
  }

  /** A call that changes something, and that a server may treat as a create. */
  async function changing(
    id: string,
    options: CheckCallOptions | undefined,
    send: (options: CheckCallOptions | undefined) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    await mayChange(id);
    const creation = new Creation(books, type, version, id);
    const isOurs = journal.hasCreated(type, id);
    // A server may ignore the header that overrides the method, and treat the request as a POST.
    if (!isOurs || options?.method === "POST") {
      const outcome = await send(creation.watched(options));
      // A 200 for an id of the run changed that resource.
      if (isOurs && outcome.status === 200) creation.refused();
      else creation.answered(outcome);
      if (outcome.status === 201) budget.count(type);
      return outcome;
    }
    const outcome = await send(options);
    if (outcome.status === 201) {
      budget.count(type);
      creation.answered(outcome);
    }
    return outcome;
  }

  return {
    ...calls,
    create: async (resource, options) => {
      await mayName(resource);
      budget.spend(type);
      const creation = new Creation(books, type, version);
      let outcome: Outcome<T>;
      try {
        outcome = await calls.create(resource, creation.watched(options));
      } catch (error) {
        if (!creation.isSent) budget.refund(type);
        throw error;
      }
      if (isRejection(outcome.status)) budget.refund(type);
      creation.answered(outcome);
      if (outcome.status < 300) ownership.announced(type, outcome.json);
      return outcome;
    },
    get: async (id, options) => {
      // A request whose method replaces GET may change the resource.
      if (!isRead(options?.method ?? "GET")) await mayChange(id);
      return seen(await calls.get(id, options), options);
    },
    list: async (options) => seen(await calls.list(options), options),
    patch: async (id, intents, options) => {
      await mayName(intents);
      return changing(id, options, (watched) => calls.patch(id, intents, watched));
    },
    replace: async (id, resource, options) => {
      await mayName(resource);
      return changing(id, renaming(id, options), (watched) => calls.replace(id, resource, watched));
    },
    delete: async (id, options) => {
      await mayChange(id);
      const outcome = await calls.delete(id, options);
      if (outcome.status < 300 && journal.hasCreated(type, id)) {
        journal.write({ event: "deleted", resource: type, version, name: "", id });
      }
      return outcome;
    },
    search: async (options) => {
      const outcome = await calls.search(options);
      const { status, json } = outcome;
      const isSingle = status < 300 && at(json, "Resources") === undefined;
      if (status === 201 || (isSingle && at(json, "id") !== undefined)) {
        budget.count(type);
        new Creation(books, type, version).answered(outcome);
      }
      return outcome;
    },
  };

  function seen<O extends Outcome<unknown>>(outcome: O, options: CheckCallOptions | undefined): O {
    // A query may select only attributes without the mark.
    if (options?.query === undefined) ownership.saw(type, outcome);
    return outcome;
  }

  /** Records the new values of a resource of the run when none of them has the run's mark any more. */
  function renaming(
    id: string,
    options: CheckCallOptions | undefined,
  ): CheckCallOptions | undefined {
    if (!journal.hasCreated(type, id) || options?.rawBody !== undefined) return options;
    return {
      ...options,
      change: (body) => {
        const changed = options?.change?.(body) ?? body;
        if (!carriesMark(changed, mark)) {
          const sent = sentMarks(type, changed, mark);
          journal.write({ event: "changed", resource: type, version, id, ...sent });
        }
        return changed;
      },
    };
  }
}
