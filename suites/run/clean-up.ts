import type { ScimClient, Version } from "../../client/index.ts";
import { CannotWriteError } from "./cannot-write.ts";
import { type Clock, GaveUpError, Pace, systemClock } from "./clean-up-pace.ts";
import { Removal } from "./clean-up-removal.ts";
import { CleanUpSearch } from "./clean-up-search.ts";
import { CleanUpTarget } from "./clean-up-target.ts";
import type { Journal, Leftover } from "./journal.ts";
import type { ResourceType } from "./journal-lines.ts";
import { Semaphore } from "./semaphore.ts";
import { type Ending, Sweep } from "./sweep.ts";

/** What may still be in the organisation after clean-up. */
export interface LeftBehind {
  resource: ResourceType;
  version: Version;
  id?: string;
  name: string;
  /** Why it was not removed, or why that is not known. */
  why: string;
}

export interface CleanUpReport {
  /** What clean-up itself removed, not counting what no longer existed. */
  removed: Record<ResourceType, number>;
  left: LeftBehind[];
  /** Why the journal does not record what was removed; absent where it does. */
  unnoted?: string;
}

export interface CleanUpOptions {
  /** Called when something is settled: removed, found to be gone, or left. */
  onProgress?: (done: number, total: number) => void;
  clock?: Clock;
  /** How long clean-up may go without a success before it leaves the rest, in milliseconds. */
  giveUpMs?: number;
  /**
   * How long a request may take to have its effect, and a change to become visible, in milliseconds;
   * default ten seconds (FACT-DELETE-13, FACT-GROUP-29).
   */
  effectsWithinMs?: number;
  /** The pause before a request that failed is first sent again, in milliseconds; default: 500. */
  repeatAfterMs?: number;
  /** Ends clean-up at once: what is not removed by then is left. */
  signal?: AbortSignal;
}

/**
 * How many removals are under way at once, and how many of these send requests: the others wait for
 * their effect. Few, since a target that fails gets so many requests before clean-up gives up; the
 * gate limits the rate.
 */
const atOnce = { removals: 16, requests: 4 } as const;

/**
 * Removes everything the run created, using its journal: users are deactivated (Slack never removes them),
 * groups are deleted, groups first. Each removal is verified by a read. Nothing without a mark of
 * the run is changed. Never throws for failures of the target, and always ends: see {@link Pace}.
 */
export async function cleanUp(
  clients: readonly ScimClient[],
  journal: Journal,
  {
    onProgress,
    clock = systemClock,
    giveUpMs = 120_000,
    effectsWithinMs = 10_000,
    repeatAfterMs = 500,
    signal,
  }: CleanUpOptions = {},
): Promise<CleanUpReport> {
  const report: CleanUpReport = { removed: { User: 0, Group: 0 }, left: [] };
  const leftovers = journal.leftovers();
  const pace = new Pace(clock, giveUpMs, signal);
  const slots = new Semaphore(atOnce.requests);
  const sweepFor = sweeps(clients, journal, { pace, slots, effectsWithinMs, repeatAfterMs });
  const shared = sharesId(leftovers);
  let done = 0;
  const note = (leftover: Leftover) => {
    const { resource, version, id, call, sent } = leftover;
    try {
      journal.write({
        event: "removed",
        resource,
        version,
        name: sent.name,
        ...(id === undefined ? {} : { id }),
        ...(call === undefined ? {} : { call }),
      });
    } catch (error) {
      // It is removed, although this cannot be recorded.
      if (!(error instanceof CannotWriteError)) throw error;
      report.unnoted = error.message;
    }
  };
  const settle = async (leftover: Leftover) => {
    const { resource, version, sent } = leftover;
    const sweep = sweepFor(resource, version);
    const ending: Ending = sweep
      ? await sweep.settle(leftover, shared(leftover)).catch(givenUp)
      : { kind: "left", why: `version ${version} is not reachable` };
    if (ending.kind === "left") {
      const id = ending.id ?? leftover.id;
      const what = { resource, version, name: sent.name, why: ending.why };
      report.left.push(id === undefined ? what : { ...what, id });
    } else {
      pace.succeeded();
      report.removed[resource] += ending.removed;
      note(leftover);
    }
    done += 1;
    onProgress?.(done, leftovers.length);
  };
  for (const batch of batches(leftovers)) {
    await inParallel(batch, (leftover) => slots.run(() => settle(leftover)));
  }
  return report;
}

/** Groups before users, who are their members. */
function batches(leftovers: readonly Leftover[]): Leftover[][] {
  return (["Group", "User"] as const).map((type) =>
    leftovers.filter(({ resource }) => resource === type),
  );
}

/** Whether another create returned the same id, in either version. */
function sharesId(leftovers: readonly Leftover[]): (leftover: Leftover) => boolean {
  const count = new Map<string, number>();
  const key = ({ resource, id }: Leftover) => `${resource} ${id}`;
  for (const each of leftovers) count.set(key(each), (count.get(key(each)) ?? 0) + 1);
  return (leftover) => (count.get(key(leftover)) ?? 0) > 1;
}

/** @throws the first error, once nothing is under way any more: the clients are closed then */
async function inParallel<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = all.values();
  const worker = async () => {
    for (const one of queue) await work(one);
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce.removals }, worker));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

function givenUp(error: unknown): Ending {
  if (error instanceof GaveUpError) return { kind: "left", why: error.message };
  throw error;
}

interface SweepOptions extends Required<Pick<CleanUpOptions, "effectsWithinMs" | "repeatAfterMs">> {
  pace: Pace;
  /** Of the removals that send requests. */
  slots: Semaphore;
}

/** The sweep of one type of resource of one version; undefined where the version is not reachable. */
function sweeps(
  clients: readonly ScimClient[],
  journal: Journal,
  { pace, slots, effectsWithinMs, repeatAfterMs }: SweepOptions,
) {
  const known = new Map<string, Sweep>();
  const { namePrefix = "", runTag } = journal.owner() ?? {};
  return (type: ResourceType, version: Version): Sweep | undefined => {
    const key = `${version} ${type}`;
    const client = clients.find((one) => one.version === version);
    if (!known.has(key) && client) {
      const target = new CleanUpTarget(client, type, pace, repeatAfterMs);
      const markOf = ({ sent }: Leftover) => ({
        namePrefix,
        runTag: runTag ?? tagIn(sent.name, namePrefix),
      });
      const search = new CleanUpSearch(target, pace, namePrefix, markOf, effectsWithinMs);
      const removal = new Removal(target, pace, effectsWithinMs, slots);
      known.set(key, new Sweep(target, search, removal, pace, markOf, effectsWithinMs, slots));
    }
    return known.get(key);
  };
}

/** Journals of 0.1.0 do not record the tag of their run, which follows the prefix of each name. */
function tagIn(name: string, namePrefix: string): string {
  const at = name.indexOf(namePrefix);
  return namePrefix === "" || at < 0 ? "" : name.slice(at + namePrefix.length).slice(0, 5);
}
