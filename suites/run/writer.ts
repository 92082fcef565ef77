import type {
  CallOptions,
  Outcome,
  ResourceCalls,
  ScimClient,
  Version,
} from "../../client/index.ts";
import type { NeutralGroup, NeutralUser } from "../../schemas/index.ts";
import type { Journal, ResourceType } from "./journal.ts";
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

/**
 * The calls that checks get: as the client's, but every create is within the budget and stands in
 * the journal before it is sent.
 */
export function guarded(
  client: ScimClient,
  journal: Journal,
  budget: Budget,
): { users: ResourceCalls<NeutralUser>; groups: ResourceCalls<NeutralGroup> } {
  const { version } = client;
  return {
    users: {
      ...client.users,
      create: (user, options) =>
        create(client.users, user, options, {
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
  if (outcome.status >= 400) budget.refund(type);
  const id = outcome.resource?.id;
  if (id !== undefined) journal.write({ event: "created", ...entry, id });
  return outcome;
}
