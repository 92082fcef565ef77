import { isDeepStrictEqual } from "node:util";
import type { ByVersion, Flow, Json, StateAfter, Step, Version } from "../../facts/flows/flow.ts";

/** Where a flow is replayed. */
export interface FlowTarget {
  /** Such as `http://127.0.0.1:3000`: `/scim/v1` and `/scim/v2` are below it. */
  url: string;
  token: string;
}

/** What an answer was: the body is parsed, or `undefined` where there is none. */
interface Answer {
  status: number;
  body: unknown;
}

/** An answer with what it must be: the material of a verdict. */
export interface Judged {
  /** The flow, the version, the number of the step and what it does. */
  at: string;
  answer: Answer;
  status: number;
  /** With its placeholders filled in; `undefined` where nothing is expected of the body. */
  holds: Json | undefined;
}

type Known = Map<string, unknown>;

const bases: Readonly<Record<Version, string>> = { "1.1": "/scim/v1", "2.0": "/scim/v2" };

const placeholder = /\{\{(\w+)\}\}/g;

function knownValue(name: string, known: Known): unknown {
  if (!known.has(name)) throw new Error(`no earlier step gives {{${name}}}`);
  return known.get(name);
}

function filledText(text: string, known: Known): string {
  return text.replace(placeholder, (_, name: string) => String(knownValue(name, known)));
}

/** The value with its placeholders filled in. @throws Error naming a placeholder that has no value */
function filled(value: Json, known: Known): Json {
  if (typeof value === "string") {
    const whole = /^\{\{(\w+)\}\}$/.exec(value)?.[1];
    return whole === undefined ? filledText(value, known) : (knownValue(whole, known) as Json);
  }
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map((each) => filled(each, known));
  const members = Object.entries(value).map(([name, each]): [string, Json] => [
    filledText(name, known),
    filled(each, known),
  ]);
  return Object.fromEntries(members);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What is not as expected, as paths with both values; none when all is there. */
function missing(expected: Json, actual: unknown, path: string): string[] {
  if (isList(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((each, index) => missing(each, actual[index], `${path}/${index}`));
  }
  if (isRecord(expected) && isRecord(actual)) {
    return Object.entries(expected).flatMap(([name, each]) =>
      missing(each, actual[name], `${path}/${name}`),
    );
  }
  if (isDeepStrictEqual(expected, actual)) return [];
  return [`${path}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`];
}

/** What is wrong with an answer, one line each. */
export function wrongWith({ at, answer, status, holds }: Judged): string[] {
  if (answer.status !== status) {
    const said = JSON.stringify(answer.body);
    return [`${at}: status ${answer.status} instead of ${status}, ${said}`];
  }
  return holds === undefined ? [] : missing(holds, answer.body, "").map((what) => `${at}${what}`);
}

function at(pointer: string, body: unknown): unknown {
  const names = pointer.split("/").slice(1);
  return names.reduce<unknown>(
    (value, name) =>
      isRecord(value) ? value[name] : Array.isArray(value) ? value[Number(name)] : undefined,
    body,
  );
}

const inVersion = <T>(value: ByVersion<T>, version: Version): T =>
  typeof value === "object" && value !== null && version in value
    ? (value as Readonly<Record<Version, T>>)[version]
    : (value as T);

async function send(
  target: FlowTarget,
  flow: Flow,
  version: Version,
  method: string,
  path: string,
  body?: Json,
): Promise<Answer> {
  const type = flow.headers?.["content-type"] ?? "application/json";
  const response = await fetch(`${target.url}${bases[version]}${path}`, {
    method,
    headers: {
      ...flow.headers,
      authorization: `Bearer ${target.token}`,
      ...(body !== undefined && { "content-type": type }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}

/**
 * Sends the requests of a flow, as its client writes them, and reads the state after each: plain
 * HTTP, with nothing of the project's client.
 *
 * @returns each answer with what it must be, in the order of the requests. It ends at the first
 *   answer that is wrong: what follows rests on it.
 */
export async function replay(flow: Flow, version: Version, target: FlowTarget): Promise<Judged[]> {
  const known: Known = new Map(Object.entries(flow.words?.[version] ?? {}));
  const judged: Judged[] = [];
  for (const [index, step] of flow.steps.entries()) {
    if (step.only !== undefined && step.only !== version) continue;
    const own = step.version ?? version;
    const place = `${flow.id} in ${version}, step ${index + 1} (${step.does})`;
    const answer = await sent(step, own);
    judged.push(judgedAs(place, answer, inVersion(step.answer.status, own), step.answer.holds));
    if (wrong()) return judged;
    for (const [name, pointer] of Object.entries(step.takes ?? {})) {
      known.set(name, at(pointer, answer.body));
    }
    for (const state of step.after ?? []) {
      judged.push(await stateOf(state, own, place));
      if (wrong()) return judged;
    }
  }
  return judged;

  function sent({ method, path, body }: Step, own: Version): Promise<Answer> {
    const content = body === undefined ? undefined : filled(body, known);
    return send(target, flow, own, method, urlOf(path), content);
  }

  async function stateOf(state: StateAfter, own: Version, place: string): Promise<Judged> {
    const answer = await send(target, flow, own, "GET", urlOf(state.path));
    return judgedAs(`${place}, then ${state.path}`, answer, state.status ?? 200, state.holds);
  }

  function judgedAs(place: string, answer: Answer, status: number, holds?: Json): Judged {
    return {
      at: place,
      answer,
      status,
      holds: holds === undefined ? undefined : filled(holds, known),
    };
  }

  function wrong(): boolean {
    return judged.slice(-1).some((last) => wrongWith(last).length > 0);
  }

  /** Spaces and quotes of a filter as clients send them; the placeholders are filled in first. */
  function urlOf(path: string): string {
    return encodeURI(filledText(path, known));
  }
}
