import type { Requirement } from "./requirement.ts";

/** A rule of the canary, and why it is one. */
interface CanaryRule {
  /** The same id in both versions. */
  readonly id: string;
  readonly why: string;
}

/**
 * What `run --canary` tests: what hurts most when it breaks overnight, with few writes and one user.
 * Both versions have each of these rules. The order is that of a run.
 */
export const canaryRules: readonly CanaryRule[] = [
  {
    id: "SLACK-CONFIG-01",
    why: "a client reads there what Slack offers: a change shows that Slack changes",
  },
  { id: "SLACK-AUTH-02", why: "a wrong token is rejected, with the error that clients look for" },
  { id: "SLACK-REPR-07", why: "without the envelope of lists no client can read or page" },
  {
    id: "SLACK-FILTER-23",
    why: "clients look for a user before they create or change one: a filter that is ignored hits another person",
  },
  { id: "SLACK-USER-64", why: "create and read back: people join with the values that were sent" },
  {
    id: "SLACK-GROUP-10",
    why: "members are added and removed; in October 2018 Slack deactivated people who were added",
  },
  { id: "SLACK-PATCH-05", why: "people who leave are deactivated" },
  {
    id: "SLACK-PATCH-98",
    why: "in April 2024 Slack deactivated people whose update did not send active: PATCH",
  },
  { id: "SLACK-PUT-02", why: "PUT clears what it does not send, as documented" },
  {
    id: "SLACK-PUT-17",
    why: "in April 2024 Slack deactivated people whose update did not send active: PUT",
  },
  { id: "SLACK-DELETE-07", why: "DELETE deactivates, and PATCH brings people back" },
  { id: "SLACK-ERROR-27", why: "errors have the envelope and the code that clients look for" },
];

/** The ids of the rules of the canary. */
export const canaryIds: readonly string[] = canaryRules.map(({ id }) => id);

/** Whether a requirement is one of the canary, in any version. */
export function isOfCanary({ versions }: Pick<Requirement, "versions">): boolean {
  return Object.values(versions).some(({ id }) => canaryIds.includes(id));
}
