import type { ScimClient } from "../../client/index.ts";
import { said } from "./fixtures.ts";
import { Journal, type JournalEntry } from "./journal.ts";

/**
 * Takes away what a run created, by its journal: users are deactivated (Slack has no more), groups
 * are deleted. Nothing else is touched.
 * @returns one line for each thing that could not be taken away
 */
export async function cleanUp(
  clients: readonly ScimClient[],
  journalFile: string,
): Promise<string[]> {
  const journal = new Journal(journalFile);
  const entries = journal.read();
  const removed = new Set(entries.filter(({ event }) => event === "removed").map(key));
  const left = entries.filter((entry) => entry.event === "created" && !removed.has(key(entry)));
  const problems: string[] = [];
  // Groups first: their members are the users.
  for (const entry of [...left].sort((a, b) => a.resource.localeCompare(b.resource))) {
    const client = clients.find(({ version }) => version === entry.version);
    if (!client || entry.id === undefined) continue;
    const calls = entry.resource === "User" ? client.users : client.groups;
    try {
      const outcome = await calls.delete(entry.id);
      if (outcome.status < 300 || outcome.status === 404)
        journal.write({ ...entry, event: "removed" });
      else problems.push(`${entry.resource} ${entry.id} was not taken away: ${said(outcome)}`);
    } catch (error) {
      problems.push(
        `${entry.resource} ${entry.id} was not taken away: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
  return problems;
}

function key(entry: JournalEntry): string {
  return `${entry.version} ${entry.resource} ${entry.id}`;
}
