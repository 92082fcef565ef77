import { setTimeout as pause } from "node:timers/promises";
import {
  type Outcome,
  type Profile,
  type ScimClient,
  TransportError,
  type Version,
} from "../client/index.ts";
import { UntestableError, UsageError } from "../reports/exit.ts";
import { isObject } from "../schemas/json-value.ts";
import { mockDelayMs, mockHeader } from "../schemas/mock-header.ts";

/** Longest wait for a target that is busy at the start, in milliseconds. */
const longestWait = 120_000;

/** The flag that names the URL of a version. */
const flags: Readonly<Record<Version, string>> = { "1.1": "--v1", "2.0": "--v2" };

export interface PreflightOptions {
  /** Default: `slack`, where a 404 may be due to the plan (FACT-SERVICE-05). */
  profile?: Profile;
  /** The target file, where the base URLs come from one. */
  file?: string;
  /** Waits for a time in milliseconds. */
  wait?: (ms: number) => Promise<void>;
  /** Called with the reason why the command waits. */
  onWait?: (line: string) => void;
  /** Ends the wait; its reason is the name of a signal. */
  signal?: AbortSignal;
}

/**
 * Checks with one read per version that it can be tested: a wrong URL or token must not look like a
 * hundred broken rules. Waits for a busy target (429).
 *
 * @param clients these must not retry 429 by themselves
 * @returns by how much the target delays effects at most, in milliseconds, if it says that it is the mock
 * @throws UntestableError that says why it cannot be tested
 * @throws UsageError where the base URLs of the versions are swapped
 */
export async function preflight(
  clients: readonly ScimClient[],
  options: PreflightOptions = {},
): Promise<{ mockDelayMs?: number }> {
  const answers: { client: ScimClient; answer: Outcome<unknown> }[] = [];
  // Both versions share the longest wait, as they share the limits.
  const waited = { ms: 0 };
  for (const client of clients)
    answers.push({ client, answer: await firstAnswer(client, options, waited) });
  await rejectSwapped(answers, options.file);
  const isSlack = (options.profile ?? "slack") === "slack";
  const isFound = answers.some(({ answer }) => answer.status < 300);
  for (const { client, answer } of answers) {
    const hint = isSlack ? (isFound ? otherVersionHint : planHint) : "";
    const why = untestable(client, answer, hint);
    // The list may be all that fails: the provider configuration decides.
    if (why !== undefined && answer.status >= 500 && (await isAvailable(client))) continue;
    if (why !== undefined) throw new UntestableError(`${whereOf(client)}: ${why}`);
  }
  const marks = answers.flatMap(({ answer }) => answer.headers[mockHeader] ?? []);
  if (marks.length < answers.length) return {};
  return { mockDelayMs: Math.max(...marks.map(mockDelayMs)) };
}

const whereOf = ({ version, baseUrl }: ScimClient) => `SCIM ${version} at ${baseUrl}`;

/** The response to the first request, after the waits that a busy target asks for. */
async function firstAnswer(
  client: ScimClient,
  { signal, wait = (ms) => pauseUntil(ms, signal), onWait = () => undefined }: PreflightOptions,
  waited: { ms: number },
): Promise<Outcome<unknown>> {
  for (;;) {
    const answer = await ask(client, () => client.users.list({ count: 1 }));
    if (answer.status !== 429) return answer;
    const ms = waitAsked(answer.headers["retry-after"]);
    if (waited.ms + ms > longestWait) return answer;
    waited.ms += ms;
    onWait(`${whereOf(client)} is busy (HTTP 429): waiting ${Math.ceil(ms / 1000)} s`);
    await wait(ms);
  }
}

/** @throws UntestableError where a signal ends the wait */
async function pauseUntil(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await pause(ms, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    if (!signal?.aborted) throw error;
    throw new UntestableError(`stopped by ${String(signal.reason)}`);
  }
}

/** @throws UntestableError instead of a TransportError */
async function ask(
  client: ScimClient,
  request: () => Promise<Outcome<unknown>>,
): Promise<Outcome<unknown>> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    throw new UntestableError(`${whereOf(client)}: ${error.message}`);
  }
}

/** The wait that `Retry-After` asks for in milliseconds: seconds or a date; else 10 seconds. */
function waitAsked(header: string | undefined): number {
  const ms =
    header !== undefined && /^\d+$/.test(header)
      ? Number(header) * 1000
      : Date.parse(header ?? "") - Date.now();
  return Number.isFinite(ms) ? Math.max(ms, 1000) : 10_000;
}

async function isAvailable(client: ScimClient): Promise<boolean> {
  const { status, json } = await ask(client, () => client.serviceProviderConfig());
  return status < 500 && status !== 429 && isScim(json);
}

/**
 * What a 404 means in Slack where no version works: reported where the plan does not include SCIM
 * (FACT-SERVICE-05). People then look for the mistake in the token.
 */
const planHint =
  "; users of Slack report it for every URL where the plan does not include SCIM: check that the plan is Business+ or Enterprise, then the URL; the token is not the cause";

/** The other version works, so the plan includes SCIM. */
const otherVersionHint = "; the other version works, so the plan includes SCIM: check this URL";

/**
 * Why a version cannot be tested; undefined where it can.
 *
 * @param hint what a 404 means
 */
function untestable(
  client: ScimClient,
  answer: Outcome<unknown>,
  hint: string,
): string | undefined {
  const { status, error, json } = answer;
  const code = error?.code ? ` ${error.code}` : "";
  if (status === 429) return "is busy: HTTP 429 for two minutes; try again later";
  // Before 403 and 404: the token may be correct (FACT-SERVICE-03).
  if (error?.code === "plus_teams_only") {
    return `the plan of the organisation does not include SCIM (HTTP ${status}${code}): it needs Business+ or Enterprise; the token is not the cause`;
  }
  if (status === 401 || status === 403 || error?.code === "unsupported_version") {
    const what = client.scheme === "Basic" ? "user name or password" : "token";
    return `the ${what} is rejected (HTTP ${status}${code})`;
  }
  if (status === 404) return `there is no SCIM service here (HTTP 404${code})${hint}`;
  if (status >= 500) return `the service is not available (HTTP ${status}${code})`;
  if (status >= 300 && status < 400) return `redirects (HTTP ${status}); give the final URL`;
  if (typeof json !== "object" || json === null) {
    const type = answer.headers["content-type"] ?? "a body without a content type";
    return `returns ${type}, not SCIM JSON (HTTP ${status})`;
  }
  if (!isScim(json)) return `returns JSON that is not SCIM (HTTP ${status})`;
  return undefined;
}

/** A SCIM list, configuration or error has at least one of these members, in either version. */
const scimMembers = [
  "schemas",
  "Resources",
  "totalResults",
  "itemsPerPage",
  "Errors",
  "detail",
  "patch",
];

function isScim(json: unknown): boolean {
  if (!isObject(json)) return false;
  const names = Object.keys(json).map((name) => name.toLowerCase());
  return scimMembers.some((name) => names.includes(name.toLowerCase()));
}

/** @throws UsageError where the URL of a version serves the other version */
async function rejectSwapped(
  answers: readonly { client: ScimClient; answer: Outcome<unknown> }[],
  file: string | undefined,
): Promise<void> {
  const swapped = answers.filter(
    ({ client, answer }) =>
      spokenVersion(answer.json) === (client.version === "1.1" ? "2.0" : "1.1"),
  );
  const [first, second] = swapped.map(({ client }) => client);
  if (!first) return;
  const name = (version: Version) =>
    file === undefined ? flags[version] : `versions["${version}"]`;
  const where = file === undefined ? "" : `${file}: `;
  if (second) {
    throw new UsageError(
      `${where}${name("1.1")} and ${name("2.0")} are swapped: ${first.baseUrl} speaks SCIM ${second.version}, ${second.baseUrl} speaks SCIM ${first.version}`,
    );
  }
  // A server with the other version's URNs may just be broken: only 2.0 has resource types.
  const isSecond = (await ask(first, () => first.resourceTypes())).status < 300;
  if (isSecond === (first.version === "2.0")) return;
  const spoken = first.version === "1.1" ? "2.0" : "1.1";
  throw new UsageError(
    `${where}${name(first.version)} ${first.baseUrl} speaks SCIM ${spoken}: pass it with ${name(spoken)}`,
  );
}

/** The only version whose URNs a response names; undefined where it names both or none. */
function spokenVersion(json: unknown): Version | undefined {
  const urns = urnsIn(json);
  if (urns.length === 0) return undefined;
  if (urns.every((urn) => /^urn:scim:schemas:/i.test(urn))) return "1.1";
  if (urns.every((urn) => /^urn:ietf:params:scim:/i.test(urn))) return "2.0";
  return undefined;
}

/** The SCIM URNs in `schemas` of a list and of its resources. */
function urnsIn(json: unknown): string[] {
  if (!isObject(json)) return [];
  const own = Array.isArray(json.schemas) ? json.schemas : [];
  const resources = Array.isArray(json.Resources) ? json.Resources : [];
  const urns = own.filter(
    (urn): urn is string => typeof urn === "string" && /^urn:(ietf:params:)?scim:/i.test(urn),
  );
  return [...urns, ...resources.flatMap(urnsIn)];
}
