import { setTimeout as wait } from "node:timers/promises";
import type {
  FormReplay,
  FormVerification,
  MigrationForm,
  MigrationRequest,
  VerifiedDifference,
} from "../../../schemas/index.ts";
import { isObject } from "../../../schemas/json-value.ts";
import { differencesOfAnswers } from "./answers.ts";
import { mentions } from "./mentioned.ts";
import { type Answer, type Organisation, type Sent, send } from "./organisation.ts";
import { addressOf, placed } from "./place.ts";
import { type Needed, type Start, startsOf } from "./set-up.ts";
import { differencesOf, differencesWithoutGuests } from "./state.ts";

/** Two organisations of the same seed: one for the requests of 1.1, one for those of 2.0. */
export interface VerifyingOrganisations {
  readonly v1: Organisation;
  readonly v2: Organisation;
  /** Other readings of Slack, for the replayed requests alone. */
  readonly readings?: Readings;
}

interface Readings {
  /** Settings with which everything can be made and is shown. */
  readonly usual: Readonly<Record<string, unknown>>;
  /** Settings under which the requests are sent. */
  readonly tried: Readonly<Record<string, unknown>>;
  /** After this time every effect of a request is visible. In milliseconds. */
  readonly settleMs: number;
}

type Replayable = Pick<MigrationForm, "form" | "example" | "v2">;
type Outcome = FormVerification["outcome"];

const methods = /^(?:GET|POST|PUT|PATCH|DELETE)$/i;
/** More differences of one form are not kept. */
const mostDifferences = 50;
/** The worst first: one start that shows another state refutes the others. */
const worst: readonly Outcome[] = ["other", "only-2.0", "same", "both-rejected", "not-replayed"];
/** How often a request is sent again after a 429, and how long it waits at most, in seconds. */
const patience = { times: 5, longest: 30 };

/** A timer may be early by a millisecond. */
const timerSlackMs = 5;

const notReplayed = (why: string): FormVerification => ({
  outcome: "not-replayed",
  why,
  replays: [],
});

/**
 * Replays the example of a form on both organisations, from each state that tells something, and compares what it
 * leaves and, for a GET, what it answers.
 *
 * @param signal ends it before the next replay
 * @throws NoAnswerError where an organisation does not answer
 */
export async function verifyForm(
  both: VerifyingOrganisations,
  { form, example, v2 }: Replayable,
  signal?: AbortSignal,
): Promise<FormVerification> {
  if (example === undefined) return notReplayed("the example is too large and was not kept");
  if (v2 === null) return notReplayed("there is no 2.0 request");
  if (![example, ...v2].every(({ method }) => methods.test(method))) {
    return notReplayed("the method is not one of SCIM");
  }
  const override = /^\w+ \(as (PUT|PATCH|DELETE)\)/.exec(form)?.[1];
  const requests = { v1: example, v2, override };
  const replays: FormReplay[] = [];
  for (const start of startsOf(example)) {
    if (signal?.aborted) return notReplayed("stopped before it");
    replays.push(await replayed(both, requests, start));
  }
  const outcome = worst.find((each) => replays.some((one) => one.outcome === each));
  return { outcome: outcome ?? "not-replayed", replays };
}

interface Requests {
  v1: MigrationRequest;
  v2: readonly MigrationRequest[];
  /** The method that a header of the 1.1 request names. */
  override: string | undefined;
}

async function replayed(
  both: VerifyingOrganisations,
  requests: Requests,
  start: Start,
): Promise<FormReplay> {
  const setUp = start.text;
  both.v1.reset();
  both.v2.reset();
  const ids = new Map<string, string>();
  for (const one of start.needed) {
    const problem = await create(both, one, ids);
    if (problem !== undefined) {
      const why = `the embedded organisation cannot be set up so: ${problem}`;
      return { outcome: "not-replayed", setUp, why };
    }
  }
  const { today, tomorrow } = await underReadings(both, () => sendBoth(both, requests, ids));
  const statuses = { v1: today.status, v2: tomorrow.map(({ status }) => status) };
  const differing = await differencesOf(both.v1, both.v2);
  const isOfGuests = isObject(requests.v1.body) && mentions(requests.v1.body, "slack:guest:");
  if (isOfGuests && differing.length === 0) {
    differing.push(...(await differencesWithoutGuests(both.v1, both.v2)));
  }
  const [worksIn11, worksIn20] = [isSuccess(today), tomorrow.every(isSuccess)];
  if (worksIn11 && worksIn20) differing.push(...differencesOfReads(requests, today, tomorrow));
  const told = { setUp, statuses, ...differencesTold(differing) };
  if (worksIn11 === worksIn20) {
    if (differing.length > 0) return { outcome: "other", ...told };
    if (worksIn11) return { outcome: "same", ...told };
  }
  const why = `1.1 answers ${answerText(today)}, 2.0 ${tomorrow.map(answerText).join(", ")}`;
  if (worksIn11) return { outcome: "other", why, ...told };
  return { outcome: worksIn20 ? "only-2.0" : "both-rejected", why, ...told };
}

const isSuccess = ({ status }: Answer) => status >= 200 && status < 300;

function differencesTold(differing: readonly VerifiedDifference[]) {
  return differing.length === 0 ? {} : { differing: differing.slice(0, mostDifferences) };
}

async function sendBoth(
  { v1, v2 }: VerifyingOrganisations,
  requests: Requests,
  ids: ReadonlyMap<string, string>,
): Promise<{ today: Answer; tomorrow: Answer[] }> {
  const { override } = requests;
  const headers = override === undefined ? {} : { "x-http-method-override": override };
  const today = await sendPatiently(v1, { ...placed(requests.v1, "v1", ids), headers });
  const tomorrow: Answer[] = [];
  for (const request of requests.v2) {
    tomorrow.push(await sendPatiently(v2, placed(request, "v2", ids)));
  }
  return { today, tomorrow };
}

/** Limits say how often a client may ask, not what for: the request is sent again. */
async function sendPatiently(organisation: Organisation, request: Sent): Promise<Answer> {
  let answer = await send(organisation, request);
  for (let times = 0; answer.status === 429 && times < patience.times; times += 1) {
    await wait(1000 * Math.min(answer.retryAfter ?? 1, patience.longest));
    answer = await send(organisation, request);
  }
  return answer;
}

/** Does something under the readings that are tried: what was made before, and what is read after, is not under them. */
async function underReadings<T>(
  { v1, v2, readings }: VerifyingOrganisations,
  work: () => Promise<T>,
): Promise<T> {
  if (!readings) return work();
  const { usual, tried, settleMs } = readings;
  for (const organisation of [v1, v2]) organisation.changeSettings(tried);
  try {
    return await work();
  } finally {
    for (const organisation of [v1, v2]) organisation.changeSettings(usual);
    if (settleMs > 0) await wait(settleMs + timerSlackMs);
  }
}

/** Of a GET that stays a GET: the documents of discovery differ by version. */
function differencesOfReads({ v1, v2 }: Requests, today: Answer, tomorrow: readonly Answer[]) {
  const { kind } = addressOf(v1.path);
  const [answer] = tomorrow;
  const isRead = [v1, ...v2].every(({ method }) => method.toUpperCase() === "GET");
  if (!isRead || kind === undefined || answer === undefined) return [];
  return differencesOfAnswers(kind, today.body, answer.body);
}

/** The status of an answer, and what it says of an error. */
function answerText({ status, body }: Answer): string {
  if (!isObject(body)) return String(status);
  const text = body.detail ?? (isObject(body.Errors) ? body.Errors.description : undefined);
  return typeof text === "string" && text !== ""
    ? `${status} (${text.slice(0, 100)})`
    : String(status);
}

/** @returns why it could not be created */
async function create(
  { v1, v2 }: VerifyingOrganisations,
  { id, kind, body, isDeactivated }: Needed,
  ids: Map<string, string>,
): Promise<string | undefined> {
  const request = placed({ method: "POST", path: `/scim/v1/${kind}`, body }, "v1", ids);
  const answers = [await send(v1, request), await send(v2, request)];
  const [first = "", second = ""] = answers.map((answer) =>
    isObject(answer.body) ? String(answer.body.id) : "",
  );
  const failed = answers.find((answer) => !isSuccess(answer));
  if (failed) return answerText(failed);
  if (second !== first) return "the two organisations gave it different ids";
  ids.set(id, first);
  if (!isDeactivated) return undefined;
  const path = `/scim/v1/${kind}/${first}`;
  for (const organisation of [v1, v2]) {
    const answer = await send(organisation, { method: "DELETE", path });
    if (!isSuccess(answer)) return `deactivation: ${answerText(answer)}`;
  }
  return undefined;
}
