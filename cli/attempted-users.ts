import type { Journal } from "../suites/run/journal.ts";
import type { JournalEntry } from "../suites/run/journal-lines.ts";

/** How many creates of users were sent. */
export function attemptedUsers(journal: Journal): number {
  const isAttempt = ({ event, resource }: JournalEntry) =>
    event === "intent" && resource === "User";
  return journal.read().filter(isAttempt).length;
}
