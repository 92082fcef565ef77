import type { Filter } from "../../schemas/index.ts";
import { and, compare, found, or, type People, people } from "../filters/people.ts";
import type { Probe } from "../probe.ts";
import type { CheckContext } from "../run/check-context.ts";
import { createdGuest } from "./guests.ts";

/**
 * What a filter finds of a population of three, of which it is to find `wanted`: `exact`; `ignored`
 * when people of whom it does not speak are found too; `refused`; else those whom it finds.
 */
async function finding(t: CheckContext, filter: Filter | string, wanted: string): Promise<string> {
  const seen = await found(t, filter);
  if (!Array.isArray(seen)) return "refused";
  if (seen.includes("somebody else")) return "ignored";
  return seen.join("") === wanted ? "exact" : `finds ${seen.join("") || "nobody"}`;
}

const isA = ({ name }: People): Filter => compare("userName", "eq", name.a);

/** Nobody has this name; it is what all three names begin with. */
const isNobody = ({ base }: People): Filter => compare("userName", "eq", base);

async function userNameEq(t: CheckContext, who: People): Promise<string> {
  const some = await finding(t, isA(who), "a");
  return some === "exact" ? finding(t, isNobody(who), "") : some;
}

/** Whether somebody is found as a restricted user. */
async function asRestricted(t: CheckContext, userName: string | null | undefined): Promise<string> {
  const filter = `userName eq "${userName}" and restricted eq '1'`;
  const answer = await t.users.search({ filter, count: 1 });
  if (answer.status >= 400) return "refused";
  const one = answer.resource?.resources[0];
  return one?.userName === userName ? "found" : "not found";
}

/** Filters: parts (b), (c) and (d) of the catalogue. */
export const filterProbes: readonly Probe[] = [
  {
    id: "DIFF-FILT-01",
    safety: "write",
    observe: async (t) => ({ userNameEq: await userNameEq(t, await people(t)) }),
  },
  {
    id: "DIFF-FILT-02",
    safety: "write",
    observe: async (t) => ({
      guest: await asRestricted(t, (await createdGuest(t)).sent.userName),
      member: await asRestricted(t, (await people(t)).name.a),
    }),
  },
  {
    id: "DIFF-FILT-03",
    safety: "write",
    observe: async (t) => {
      const { name } = await people(t);
      const answer = await t.users.search({ filter: `userName ne "${name.a}"`, count: 1 });
      return { ne: answer.status >= 400 ? "refused" : "accepted" };
    },
  },
  {
    id: "DIFF-FILT-04",
    safety: "write",
    observe: async (t) => {
      const { address } = await people(t);
      const answer = await t.users.search({
        filter: `emails[value eq "${address.a}"]`,
        count: 1,
      });
      return { valuePath: answer.status >= 400 ? "refused" : "accepted" };
    },
  },
  {
    id: "DIFF-FILT-05",
    safety: "write",
    observe: async (t) => {
      const who = await people(t);
      const { name, base } = who;
      const never = compare("userName", "eq", base);
      // a or (b and nobody): who reads it as (a or b) and nobody finds no one.
      const unbracketed = or(isA(who), and(compare("userName", "eq", name.b), never));
      const bracketed = and(
        or(isA(who), compare("userName", "eq", name.b)),
        compare("userName", "co", name.b),
      );
      return {
        andBeforeOr: await finding(t, unbracketed, "a"),
        groupsFirst: await finding(t, bracketed, "b"),
      };
    },
  },
  {
    id: "DIFF-FILT-06",
    safety: "write",
    observe: async (t) => {
      const { name } = await people(t);
      return { singleQuotes: await finding(t, `userName eq '${name.a}'`, "a") };
    },
  },
  {
    id: "DIFF-FILT-07",
    safety: "write",
    observe: async (t) => {
      const who = await people(t);
      const { address } = who;
      return {
        userName: await userNameEq(t, who),
        email: await finding(t, compare("email", "eq", address.a), "a"),
        emails: await finding(t, compare("emails", "eq", address.a), "a"),
        groupDisplayName: await groupByName(t),
      };
    },
  },
  {
    id: "DIFF-FILT-08",
    safety: "write",
    observe: async (t) => {
      const { name } = await people(t);
      return {
        double: await finding(t, `userName eq "${name.a}"`, "a"),
        single: await finding(t, `userName eq '${name.a}'`, "a"),
        none: await finding(t, `userName eq ${name.a}`, "a"),
      };
    },
  },
];

/** What a filter on the name of a group finds. */
async function groupByName(t: CheckContext): Promise<string> {
  const { id, sent } = await t.createdGroup();
  const filter = `displayName eq "${sent.displayName}"`;
  const search = () => t.groups.search({ filter, count: 10 });
  const answer = await t.poll(
    search,
    ({ status, resource }) => status >= 400 || (resource?.resources.length ?? 0) > 0,
  );
  if (answer.status >= 400) return "refused";
  const ids = (answer.resource?.resources ?? []).map((group) => group.id);
  if (ids.length === 1 && ids[0] === id) return "exact";
  return ids.length > 0 ? "ignored" : "finds nobody";
}
