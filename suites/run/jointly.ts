import type { CheckContext } from "./check-context.ts";
import { Skip } from "./stop.ts";
import { Trouble } from "./trouble.ts";

/** A change that can share a request with changes of other attributes. */
export interface Joint {
  /** Unique among those that are sent together. */
  key: string;
  /** The attributes that it changes, or needs in a certain state. */
  touched: readonly string[];
  /** What is sent for it, as text: it is sent once for all changes that send the same. */
  sent?: string;
}

/** What a rule saw in a request that it shares, and the exchanges that show it. */
export interface SeenJointly<R> {
  seen: R;
  exchanges: readonly string[];
}

/** Names, states and guests have effects on other attributes, so these are changed alone. */
const alone = ["userName", "nickName", "active", "guest", "photos", "id"];

const largest = 12;

/**
 * Sends the changes of several rules in one request for each group of different attributes: changes
 * of users are what Slack limits most (FACT-LIMIT-01). Such a request decides only what is as
 * expected. Where anything is not, the group is split, down to single rules, which are left to their
 * own requests: so each finding has a request of one rule as its evidence, and no rule is judged by
 * what another one broke.
 *
 * @param send sends one group. It returns what each rule saw, by its key; undefined where one of
 * them did not see what is expected
 * @returns what each rule saw, by its key; none for those that must be tested alone
 */
export async function jointly<J extends Joint, R>(
  t: CheckContext,
  changes: readonly J[],
  send: (group: readonly J[]) => Promise<ReadonlyMap<string, R> | undefined>,
): Promise<Map<string, SeenJointly<R>>> {
  const seenIn = async (group: readonly J[]): Promise<[string, SeenJointly<R>][]> => {
    if (group.length < 2) return [];
    const { value, exchanges } = await t.apart(() => send(group).catch(undecided));
    if (value) return [...value].map(([key, seen]) => [key, { seen, exchanges }]);
    const half = Math.ceil(group.length / 2);
    const halves = [group.slice(0, half), group.slice(half)];
    return (await Promise.all(halves.map(seenIn))).flat();
  };
  return new Map((await Promise.all(groupsOf(changes).map(seenIn))).flat());
}

/** What keeps a group from being sent or seen, such as a rejected preparation, may be due to one member. */
function undecided(error: unknown): undefined {
  if (error instanceof Skip || error instanceof Trouble) return undefined;
  throw error;
}

/** Groups of at most {@link largest} changes, none of which touch the same attribute. */
function groupsOf<J extends Joint>(changes: readonly J[]): J[][] {
  const groups: { members: J[]; touched: Set<string>; sent: Set<string> }[] = [];
  // The largest first: those of one attribute fit beside others.
  const bySize = [...changes].sort((one, other) => other.touched.length - one.touched.length);
  for (const change of bySize) {
    const { key, touched, sent = key } = change;
    if (touched.some((name) => alone.includes(name))) continue;
    const group =
      groups.find((each) => each.sent.has(sent)) ??
      groups.find(
        ({ sent: others, touched: taken }) =>
          others.size < largest && !touched.some((name) => taken.has(name)),
      );
    if (group) {
      group.members.push(change);
      group.sent.add(sent);
      for (const name of touched) group.touched.add(name);
    } else groups.push({ members: [change], touched: new Set(touched), sent: new Set([sent]) });
  }
  return groups.map(({ members }) => members);
}
