import fc, { type Arbitrary } from "fast-check";
import { isObject } from "../../schemas/json-value.ts";
import { equal, type Json, type Observation } from "../expectation.ts";
import { asJson } from "../json.ts";
import type { CheckContext } from "../run/check-context.ts";
import { Skip } from "../run/stop.ts";
import { Trouble } from "../run/trouble.ts";

/**
 * One case of a property: the expected value (`due`) and the observed one (`came`), equal when the
 * property holds.
 */
export interface Case {
  due: unknown;
  came: unknown;
}

/** How long a property may look for a smaller counterexample, in milliseconds. */
const timeLimit = 60_000;

/**
 * Tries a property on generated values, few on a live target and many on the mock, and shrinks the
 * first value for which it does not hold. Only the exchanges of the last case are evidence; those
 * of all cases would be too many.
 *
 * @param smaller values to try instead of a counterexample that fast-check cannot shrink further
 * @param tryOne returns the expected and the observed value; undefined when a case cannot be judged
 * @returns `counterexample` with the smallest value found, the expected and the observed value;
 *   nothing when the property holds
 * @throws Skip where no case can be judged or carried out, Trouble where the target gives no answer
 */
export async function holdsForAll<T>(
  t: CheckContext,
  values: Arbitrary<T>,
  tryOne: (value: T) => Promise<Case | undefined>,
  smaller: (value: T) => readonly T[] = () => [],
): Promise<Observation> {
  const start = performance.now();
  let judged = 0;
  let stopped: Skip | Trouble | undefined;
  let evidence: string[] = [];
  let failure: (Case & { evidence: string[] }) | undefined;
  /** Values that need not be tried again: shrinking comes back to the same ones. */
  const held = new Set<string>();
  const holdsFor = async (value: T): Promise<boolean> => {
    // A failure of the target is not a counterexample, and ends the search for a smaller one.
    if (stopped instanceof Trouble) return true;
    const key = fc.stringify(value);
    if (failure && held.has(key)) return true;
    const { value: outcome, exchanges } = await t.apart(async () => {
      try {
        return await tryOne(value);
      } catch (error) {
        if (!(error instanceof Skip || error instanceof Trouble)) throw error;
        stopped = error;
        return undefined;
      }
    });
    evidence = exchanges;
    if (outcome === undefined) return true;
    judged += 1;
    const holds = equal(asPlainJson(outcome.due), asPlainJson(outcome.came));
    if (holds) held.add(key);
    else failure = { ...outcome, evidence: exchanges };
    return holds;
  };
  const details = await fc.check(fc.asyncProperty(values, holdsFor), {
    seed: t.seed,
    numRuns: t.cases,
    interruptAfterTimeLimit: timeLimit,
    markInterruptAsFailure: false,
  });
  if (details.errorInstance instanceof Error && failure === undefined) throw details.errorInstance;
  let smallest = details.counterexample?.[0];
  for (let again = failure !== undefined; again && smallest !== undefined; ) {
    again = false;
    for (const candidate of smaller(smallest)) {
      if (performance.now() - start > timeLimit) break;
      if (await holdsFor(candidate)) continue;
      smallest = candidate;
      again = true;
      break;
    }
  }
  t.cite(failure?.evidence ?? evidence);
  if (stopped) throw stopped;
  if (judged === 0) throw new Skip("not-applicable", "no generated case can be judged");
  if (!details.failed || !failure || smallest === undefined) return {};
  return {
    counterexample: {
      value: asPlainJson(smallest),
      ...differing(asPlainJson(failure.due), asPlainJson(failure.came)),
    },
  };
}

/** The members in which two values differ; the whole values where they have no members. */
function differing(due: Json, came: Json): { due: Json; came: Json } {
  if (!isObject(due) || !isObject(came)) return { due, came };
  const names = [...new Set([...Object.keys(due), ...Object.keys(came)])];
  const differ = names.filter((name) => !equal(due[name], came[name]));
  const only = (value: Record<string, Json>) =>
    Object.fromEntries(differ.map((name) => [name, value[name] ?? null]));
  return { due: only(due), came: only(came) };
}

/** A value as JSON: without undefined members. */
function asPlainJson(value: unknown): Json {
  return asJson(JSON.parse(JSON.stringify(value ?? null))) ?? null;
}
