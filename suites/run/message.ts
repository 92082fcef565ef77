import type { Exchange } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import type { Observation } from "../expectation.ts";
import type { DetailsOfFacts, Omissions } from "../not-observed.ts";
import type { Clause, Requirement, Safety } from "../requirement.ts";
import { unexpectedFacts } from "../verdict.ts";
import { type Details, describeValues } from "../with-values.ts";
import { asPath } from "./request-line.ts";
import type { RunContext } from "./run-context.ts";

/** A check that broke a rule, and what it saw. */
interface Broken {
  requirement: Pick<Requirement, "expect" | "safety">;
  clause: Clause;
  /** Redacted. */
  observation: Observation;
  notObserved: Omissions;
  /** Not redacted yet. */
  details: DetailsOfFacts;
  /** What the check caused, in order. */
  exchanges: readonly string[];
}

/**
 * What a message ends with: the values that the broken facts were taken from, and the one or two
 * requests that decided them. {@link judge} knows only what results.json shows, so that anyone can
 * judge it again; its message is the beginning of the one in results.json.
 */
export function evidenceOf(run: RunContext, broken: Broken): string {
  const { requirement, clause, observation, notObserved } = broken;
  const { profile } = run.config;
  const names = unexpectedFacts(profile, clause, requirement.expect, observation, notObserved);
  const details = Object.entries(broken.details).filter(([path]) =>
    names.some((name) => path === name || path.startsWith(`${name}.`)),
  );
  const values = valuesOf(run, details, names);
  const named = details.flatMap(([, { exchanges }]) => exchanges);
  const seen = (ids: readonly string[]) => ids.flatMap((id) => run.log.get(id) ?? []);
  const deciding =
    named.length > 0
      ? seen(named).slice(-mostRequests)
      : decidingOf(
          seen(broken.exchanges),
          names.flatMap((name) => statusesIn(broken.observation[name])),
          broken.requirement.safety,
        );
  const requests = new Set(deciding.map((exchange) => requestLine(run, exchange)));
  const text = [...values, ...requests].join("; ");
  return text === "" ? "" : ` (${run.redaction.text(text)})`;
}

/** The values of facts, each text once: several facts may have been taken from the same values. */
function valuesOf(
  run: RunContext,
  details: readonly (readonly [path: string, { values: Details["values"] }])[],
  names: readonly string[],
): string[] {
  const paths = new Map<string, string[]>();
  for (const [path, { values }] of details) {
    const text = describeValues(run.redaction.json(values));
    if (text !== "") paths.set(text, [...(paths.get(text) ?? []), path]);
  }
  return [...paths].map(([text, of]) =>
    of.length > 1 || names.join() === of.join() ? text : `${of.join()}: ${text}`,
  );
}

/** How many requests a message names. */
const mostRequests = 2;

/** A status that an observation contains: a number, or the beginning of `HTTP 404: …`; else undefined. */
function statusesIn(value: unknown): (number | undefined)[] {
  if (Array.isArray(value) || isObject(value)) return Object.values(value).flatMap(statusesIn);
  const text = /^(?:HTTP )?([1-5]\d\d)(?!\d)/.exec(String(value))?.[1];
  return [text === undefined ? undefined : Number(text)];
}

/**
 * The exchanges that decided a check: the last one that changed something, and the last one that
 * read something after it. Where a status is broken, the ones with that status.
 * @param seen the values of the broken facts, where they are statuses
 */
export function decidingOf(
  exchanges: readonly Exchange[],
  seen: readonly (number | undefined)[],
  safety: Safety,
): Exchange[] {
  const lastRead = exchanges.findLastIndex(isRead);
  const lastWrite = exchanges.findLastIndex((exchange) => !isRead(exchange));
  const isPrepared = safety === "read" && lastRead >= 0;
  const usual = exchanges.filter(
    (_, index) =>
      (index === lastWrite && !isPrepared) ||
      (index === lastRead && index > lastWrite) ||
      (index === lastRead && isPrepared),
  );
  const statuses = seen.filter((status) => status !== undefined);
  if (statuses.length === 0) return usual;
  const has = ({ response }: Exchange) =>
    response !== undefined && statuses.includes(response.status);
  const [matching] = usual.filter(has);
  if (matching) return statuses.length === seen.length ? [matching] : usual;
  const others = [...new Set(statuses)].flatMap(
    (status) => exchanges.findLast(({ response }) => response?.status === status) ?? [],
  );
  return others.length > 0 ? others.slice(0, mostRequests) : usual;
}

/** Whether a request changes nothing. A search by POST reads (RFC 7644 §3.4.3). */
function isRead({ request: { method, url } }: Exchange): boolean {
  return method === "GET" || (method === "POST" && /\/\.search($|[?#])/.test(url));
}

/** `PATCH /Users/2819c2 returned 200`. */
function requestLine(
  { config: { baseUrls } }: RunContext,
  { version, request: { method, url }, response }: Exchange,
): string {
  const answer = response === undefined ? "had no response" : `returned ${response.status}`;
  return `${method} ${asPath(url, baseUrls[version])} ${answer}`;
}
