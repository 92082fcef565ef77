import type { Version } from "../client/index.ts";
import type { CheckResult, Exchange } from "../schemas/index.ts";
import { causesOf, type Observation } from "./causes.ts";
import { missedRead } from "./run/missed-read.ts";

/** A broken check that may rest on a general cause. */
interface Effect extends Pick<CheckResult, "id" | "area"> {
  /** The part of what it observed that is not as expected. */
  broken: Observation;
  exchanges: readonly Exchange[];
}

/** A rule that any other may rest on: where it is broken, so is a part of very many. */
interface GeneralCause {
  ids: Readonly<Record<Version, string>>;
  /** Whether all that is broken of a check may be its effect. */
  fits: (effect: Effect) => boolean;
  /** Whether the rule itself shows the fault that has this effect. */
  explains: (seen: Observation, effect: Effect) => boolean;
}

const includes = (list: unknown, ...names: readonly string[]) =>
  Array.isArray(list) && names.every((name) => list.includes(name));

/** The names under which checks observe the code of an error; some with its status before it. */
const codes: ReadonlySet<string> = new Set(["code", "given", "user", "group", "replacement"]);

/** A fact that says no more than that an error has no words. */
const isNoWord = ([name, seen]: [string, unknown]) =>
  codes.has(name)
    ? typeof seen === "string" && /^(?:\d{3} )?$/.test(seen)
    : name === "hasExplanation" && seen === false;

/** Rules of these areas judge lists; what they read is preparation. */
const onLists: ReadonlySet<string> = new Set(["filters", "pagination"]);
/** But for these: they ask for the values of a user that they read. */
const onValuesRead: ReadonlySet<string> = new Set(["SLACK-FILTER-23", "SLACK-PROPERTY-04"]);

const concludesFromReads = ({ id, area }: Effect) => !onLists.has(area) || onValuesRead.has(id);

/** A PATCH of a user that is answered with 405. */
const isRefusedPatch = ({ request, response }: Exchange) =>
  request.method === "PATCH" && /\/Users\/[^/]+$/.test(request.url) && response?.status === 405;

export const generalCauses: readonly GeneralCause[] = [
  // Where reads do not return what was asked for, nothing is known of it: the exchanges say so.
  {
    ids: { "1.1": "SCIM11-API-3.2.1-01", "2.0": "SCIM20-7644-3.4.1-01" },
    fits: (effect) => concludesFromReads(effect) && effect.exchanges.some(missedRead),
    explains: ({ sameUser, sameGroup }, { exchanges }) =>
      exchanges
        .flatMap((exchange) => missedRead(exchange) ?? [])
        .every((read) => (read === "user" ? sameUser : sameGroup) === false),
  },
  // Errors that never say a word have no code in any rule.
  {
    ids: { "1.1": "SCIM11-API-3.9-03", "2.0": "SCIM20-7644-3.12-05" },
    fits: ({ broken }) => {
      const facts = Object.entries(broken);
      return facts.length > 0 && facts.every(isNoWord);
    },
    explains: ({ unexplained }) => includes(unexplained, "missing", "incomplete", "unauthorised"),
  },
  // Without PATCH of users, nothing that one should have changed is as it should be.
  {
    ids: { "1.1": "SCIM11-API-3.3-02", "2.0": "SCIM20-7644-3.5.2-01" },
    fits: ({ exchanges }) => exchanges.some(isRefusedPatch),
    explains: ({ refused }) => String(refused).startsWith("HTTP 405"),
  },
];

const ids: ReadonlySet<string> = new Set(
  generalCauses.flatMap((cause) => {
    const own = Object.values(cause.ids);
    return [...own, ...own.flatMap((id) => causesOf(id).map((above) => above.id))];
  }),
);

/**
 * Whether a rule is a general cause, or one that a general cause may rest on: such rules must not wait
 * for each other.
 */
export function isGeneral(id: string): boolean {
  return ids.has(id);
}
