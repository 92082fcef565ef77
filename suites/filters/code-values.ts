import type { Finding } from "../not-observed.ts";
import { notObserved } from "../not-observed.ts";
import { withoutGroups } from "../provider/offered-groups.ts";
import type { CheckContext } from "../run/check-context.ts";
import { Skip } from "../run/stop.ts";
import { WithValues } from "../with-values.ts";
import { found, foundIfOffered, type People, people } from "./people.ts";

/**
 * Operands that are code in some language, and no user has as a userName: a server that runs them,
 * instead of comparing them, finds users whose names start with `base`. Operator and operand.
 */
function operands({ base, name }: People): [operator: string, operand: string][] {
  return [
    // Regular expressions.
    ["eq", `${base}.`],
    ["eq", `${base}[abc]`],
    ["co", `${base}.`],
    ["sw", `${base}.`],
    // LIKE of SQL.
    ["eq", `${base}_`],
    ["eq", `${base}%`],
    ["co", `${base}_`],
    ["sw", `${base}_`],
    // Wildcards of shells and LDAP.
    ["eq", `${base}*`],
    // The end of a string in SQL, and a comment.
    ["eq", `${name.a}' -- `],
    ["eq", "' or ''='"],
    // Templates and shells: each is the letter "a".
    ["eq", `${base}{{'a'}}`],
    ["eq", `${base}\${'a'}`],
    ["eq", `${base}$(printf a)`],
  ];
}

/** Whether a filter was rejected as the text allows; 5xx is a failure. */
const isRejected = (seen: unknown) => typeof seen === "string" && seen.startsWith("HTTP 4");

/** What filters found that should not have found it: of an ordinary operand, and of code. */
export async function usersFoundWrongly(t: CheckContext) {
  const who = await people(t);
  const usable = new Set<string>(["eq"]);
  const byOperator: string[] = [];
  const exchanges: string[] = [];
  for (const operator of ["co", "sw"]) {
    const filter = `userName ${operator} ${JSON.stringify(who.base)}`;
    const answer = await foundIfOffered(t, filter);
    // What is not offered, and what is rejected with a wrong status, is judged by other rules.
    if (!(answer instanceof WithValues) || !Array.isArray(answer.fact)) continue;
    if (answer.fact.includes("another user")) {
      byOperator.push(`${filter}: ${answer.fact.join(", ")}`);
      exchanges.push(...answer.exchanges);
    } else usable.add(operator);
  }
  return {
    byOperator: new WithValues(byOperator, {}, exchanges),
    byCode: await usersFoundByCode(t, who, usable),
  };
}

/** The filters on users that found something although no user has the value: what each found. */
async function usersFoundByCode(
  t: CheckContext,
  who: People,
  usable: ReadonlySet<string>,
): Promise<string[]> {
  const judged = operands(who).filter(([operator]) => usable.has(operator));
  const answers = await Promise.all(
    judged.map(async ([operator, operand]) => {
      const filter = `userName ${operator} ${JSON.stringify(operand)}`;
      const { fact: seen } = await found(t, filter);
      if (isRejected(seen) || (Array.isArray(seen) && seen.length === 0)) return [];
      return [`${filter}: ${Array.isArray(seen) ? seen.join(", ") : seen}`];
    }),
  );
  return answers.flat();
}

/** The same for groups, by patterns that would match one group of the run. */
export async function groupsFoundByCode(t: CheckContext): Promise<Finding> {
  if (!(await t.provider.offers.groups())) return withoutGroups();
  const group = await t.createdGroup().catch(notSkipped);
  const name = group?.sent.displayName;
  if (!name) return notObserved("blocked-by", "no group could be created");
  const start = name.slice(0, -1);
  const wrong: string[] = [];
  for (const operand of [`${start}.`, `${start}_`, `${start}%`]) {
    const filter = `displayName eq ${JSON.stringify(operand)}`;
    const { status, resource } = await t.groups.list({ filter, count: 10 });
    const names = (resource?.resources ?? []).map(({ displayName }) => displayName ?? "(none)");
    if (names.length > 0) wrong.push(`${filter}: ${names.slice(0, 3).join(", ")}`);
    if (status >= 500) wrong.push(`${filter}: HTTP ${status}`);
  }
  return wrong;
}

function notSkipped(error: unknown): undefined {
  if (!(error instanceof Skip)) throw error;
}
