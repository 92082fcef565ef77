import type { Outcome, ScimClient } from "../../client/index.ts";
import { print } from "../../generators/index.ts";
import type { NeutralGroup, NeutralUser } from "../../schemas/index.ts";
import { said } from "./fixtures.ts";
import type { Journal, Leftover } from "./journal.ts";

/**
 * Takes away what a run created, by its journal: users are deactivated (Slack has no more), groups
 * are deleted. Nothing else is touched.
 *
 * @param onRemoved called for each thing that is taken away
 * @returns one line for each thing that could not be taken away
 */
export async function cleanUp(
  clients: readonly ScimClient[],
  journal: Journal,
  onRemoved: (leftover: Leftover) => void = () => undefined,
): Promise<string[]> {
  const problems: string[] = [];
  for (const leftover of journal.leftovers()) {
    const client = clients.find(({ version }) => version === leftover.version);
    if (!client) continue;
    try {
      for (const id of await idsOf(client, leftover, journal.owner()?.namePrefix)) {
        await remove(client, leftover, id);
        onRemoved(leftover);
      }
      journal.write({ ...leftover, event: "removed" });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      problems.push(
        `${leftover.resource} ${leftover.id ?? leftover.name} was not taken away: ${why}`,
      );
    }
  }
  return problems;
}

/** @throws Error with what the provider said */
async function remove(client: ScimClient, { resource }: Leftover, id: string): Promise<void> {
  const outcome = await (resource === "User" ? client.users : client.groups).delete(id);
  if (outcome.status >= 300 && outcome.status !== 404) throw new Error(said(outcome));
}

/**
 * The ids of what is left. Where no answer told one, it is looked for by its name, if that is one
 * that only this suite gives.
 *
 * @throws Error with what the provider said
 */
async function idsOf(
  client: ScimClient,
  { id, resource, name, version }: Leftover,
  prefix: string | undefined,
): Promise<string[]> {
  if (id !== undefined) return [id];
  if (prefix === undefined || !name.startsWith(prefix)) return [];
  const attribute = resource === "User" ? "userName" : "displayName";
  const filter = print({ op: "eq", attribute, value: name }, version);
  const calls = resource === "User" ? client.users : client.groups;
  const answer = await calls.search({ filter });
  const found: readonly (NeutralUser | NeutralGroup)[] = listed(answer);
  return found.flatMap((one) => {
    const itsName = "userName" in one ? one.userName : one.displayName;
    return one.id !== undefined && itsName === name ? [one.id] : [];
  });
}

function listed<T>(answer: Outcome<{ resources: T[] }>): T[] {
  if (answer.resource === undefined) throw new Error(said(answer));
  return answer.resource.resources;
}
