import type {
  BulkJob,
  CallOptions,
  JsonObject,
  Outcome,
  ResourceCalls,
  ScimClient,
  Version,
} from "../../client/index.ts";
import type { NeutralGroup, NeutralUser } from "../../schemas/index.ts";
import { at, items } from "../json.ts";
import type { Journal, ResourceType } from "./journal.ts";
import { createdId, idIn } from "./location.ts";
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

  spend(type: ResourceType): void {
    if (this.#left[type] === 0) {
      throw new Skip(
        "budget",
        `the budget of ${this.#limit[type]} created ${type.toLowerCase()}s is used up`,
      );
    }
    this.#left[type] -= 1;
  }

  /** Gives back what a refused create did not use. */
  refund(type: ResourceType): void {
    this.#left[type] += 1;
  }
}

/** The options of a call that sends a user, with what the target file says of users. */
export type Shaped = (
  options: CallOptions | undefined,
  userName: string | null | undefined,
) => CallOptions | undefined;

/**
 * Where members may edit their own display names, Slack refuses to change them (facts §5.1): that is
 * the organisation's policy, and says nothing of a rule.
 */
function allowed(outcome: Outcome<NeutralUser>): Outcome<NeutralUser> {
  if (outcome.error?.word === "invalid_display_name") {
    throw new Skip(
      "not-applicable",
      "the organisation lets no one else change display names (facts §5.1)",
    );
  }
  return outcome;
}

/**
 * The calls that checks get: as the client's, but every create is within the budget and stands in
 * the journal before it is sent.
 */
export function guarded(
  client: ScimClient,
  journal: Journal,
  budget: Budget,
  shaped: Shaped = (options) => options,
): {
  users: ResourceCalls<NeutralUser>;
  groups: ResourceCalls<NeutralGroup>;
  bulk: (job: BulkJob) => Promise<Outcome<JsonObject>>;
} {
  const { version } = client;
  return {
    bulk: (job) => bulk(client, job, { journal, budget, shaped }),
    users: {
      ...client.users,
      patch: async (id, intents, options) =>
        allowed(await client.users.patch(id, intents, options)),
      replace: async (id, user, options) =>
        allowed(await client.users.replace(id, user, shaped(options, user.userName))),
      create: (user, options) =>
        create(client.users, user, shaped(options, user.userName), {
          version,
          journal,
          budget,
          type: "User",
          name: user.userName,
        }),
    },
    groups: {
      ...client.groups,
      create: (group, options) =>
        create(client.groups, group, options, {
          version,
          journal,
          budget,
          type: "Group",
          name: group.displayName,
        }),
    },
  };
}

/** A bulk job; what it creates is found again by the locations in the answer. */
async function bulk(
  client: ScimClient,
  job: BulkJob,
  { journal, budget, shaped }: { journal: Journal; budget: Budget; shaped: Shaped },
): Promise<Outcome<JsonObject>> {
  const creations = job.operations.flatMap((operation) => {
    if (operation.method !== "POST") return [];
    const { type, resource, bulkId } = operation;
    const name = (operation.type === "User" && operation.resource.userName) || resource.displayName;
    return [{ bulkId, entry: { resource: type, version: client.version, name: name ?? "" } }];
  });
  for (const { entry } of creations) {
    budget.spend(entry.resource);
    journal.write({ event: "intent", ...entry });
  }
  const outcome = await client.bulk(job, {
    change: (body) => ({ ...body, Operations: items(body.Operations).map(withShape(shaped)) }),
  });
  const results = items(at(outcome.json, "Operations"));
  for (const { bulkId, entry } of creations) {
    const location = at(
      results.find((result) => at(result, "bulkId") === bulkId),
      "location",
    );
    const id = idIn(location);
    if (id === undefined) {
      budget.refund(entry.resource);
      journal.write({ event: "refused", ...entry });
    } else journal.write({ event: "created", ...entry, id });
  }
  return outcome;
}

/** An operation of a bulk job; what creates a user has the shape of users. */
const withShape = (shaped: Shaped) => (operation: unknown) => {
  const userName = at(operation, "data", "userName");
  if (at(operation, "method") !== "POST" || typeof userName !== "string") return operation;
  const data = Object(at(operation, "data"));
  return { ...Object(operation), data: shaped(undefined, userName)?.change?.(data) ?? data };
};

interface Creation {
  version: Version;
  journal: Journal;
  budget: Budget;
  type: ResourceType;
  name: string | null | undefined;
}

async function create<T extends { id?: string }>(
  calls: ResourceCalls<T>,
  resource: T,
  options: CallOptions | undefined,
  { version, journal, budget, type, name }: Creation,
): Promise<Outcome<T>> {
  budget.spend(type);
  const entry = { resource: type, version, name: name ?? "" };
  journal.write({ event: "intent", ...entry });
  const outcome = await calls.create(resource, options);
  if (outcome.status >= 400) {
    budget.refund(type);
    journal.write({ event: "refused", ...entry });
  }
  const id = createdId(outcome);
  if (id !== undefined) journal.write({ event: "created", ...entry, id });
  return outcome;
}
