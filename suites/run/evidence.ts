import { Status } from "allure-js-commons";
import type { RuntimeMessage, RuntimeMetadataMessage } from "allure-js-commons/sdk";
import { addressesOf, factOf, idsIn, splitAtIds } from "../../facts/cited.ts";
import type { Fact } from "../../facts/fact.ts";
import { allureLabel, differenceLevel } from "../../schemas/allure-labels.ts";
import { factAddress } from "../../schemas/fact-address.ts";
import { shownVerdict } from "../../schemas/finding.ts";
import type { CheckResult, Exchange, Reason } from "../../schemas/index.ts";
import { evidenceText, headline, listing } from "./evidence-text.ts";

/** What Allure shows about a test. */
export interface Labels extends Pick<CheckResult, "id" | "level" | "source" | "verdict"> {
  /** An area, or the stage of the differences. */
  area: string;
  /** Absent where a test covers both versions at once. */
  version?: CheckResult["version"];
  /** What the standard demands, and the URL of the section; absent for differences. */
  demand?: string;
  url?: string;
  message?: string;
  /** Ids of the facts that it rests on; those that the message cites need not be named. */
  facts?: readonly string[];
  reason?: Reason;
  /** How Slack deviates from the standard, in a few words. */
  deviation?: string;
  /** Equal for the tests of one rule in both versions. */
  testCase: string;
}

/**
 * What Allure shows of a test, as allure-vitest expects it from a test: its labels, with the version
 * as its environment (reports/allure), its description, and its evidence.
 *
 * @param evidence the exchanges of the test, redacted
 * @param reproduction the steps to reproduce a finding
 * @param ended when the test ended, in milliseconds since 1970
 */
export function toldToAllure(
  test: Labels,
  evidence: readonly Exchange[],
  reproduction: string | undefined,
  ended: number,
): RuntimeMessage[] {
  const mostInFull = test.level === differenceLevel ? inFull : 0;
  const isListed = test.verdict === "pass" && evidence.length > mostInFull;
  return [
    { type: "metadata", data: metadataOf(test, isListed) },
    ...(isListed ? listed(evidence, ended) : shownInFull(evidence, ended)),
    ...(reproduction === undefined ? [] : [attachment("Steps to reproduce", reproduction, ended)]),
  ];
}

function metadataOf(test: Labels, isListed: boolean): RuntimeMetadataMessage["data"] {
  const { id, level, area, source, testCase } = test;
  const verdict = shownVerdict(test);
  const versioned =
    test.version === undefined ? [] : [{ name: allureLabel.version, value: test.version }];
  const ids = new Set([...(test.facts ?? []), ...idsIn(test.message ?? "")]);
  const facts = [...ids].flatMap((one) => factOf(one) ?? []);
  const demand = test.demand === undefined ? "" : `${escapeMarkdown(test.demand)}\n\n`;
  const why = test.message === undefined ? "" : `\n\n**${verdict}**: ${withLinks(test.message)}`;
  const stated = facts.map((fact) => `\n\n${factText(fact)}`).join("");
  const where = isListed ? "\n\nIts exchanges are in exchanges.jsonl, by their ids." : "";
  return {
    testCaseId: testCase,
    // Allure recognises a test by its case and parameters, whatever its environment.
    parameters: versioned,
    labels: [
      ...versioned,
      { name: allureLabel.requirement, value: id },
      { name: allureLabel.level, value: level },
      { name: allureLabel.area, value: area },
      { name: allureLabel.source, value: source },
      { name: allureLabel.verdict, value: verdict },
      ...reasonOf(test),
      { name: allureLabel.epic, value: area },
      { name: allureLabel.tag, value: verdict },
    ],
    links: [
      ...(test.url === undefined ? [] : [{ url: test.url, name: source }]),
      ...facts.flatMap(sourceLinks),
    ],
    description: `${demand}**${id}** – ${level} – ${withLinks(source)}${why}${stated}${where}`,
  };
}

/** The public sources of a fact. Allure makes no link of an address within the report. */
function sourceLinks(fact: Fact): { url: string; name: string }[] {
  return addressesOf(fact).map(({ url, what }) => ({ url, name: `${fact.id}: ${what}` }));
}

/** A fact in Markdown: its id as a link, how it is known, and what it states. */
function factText({ id, tag, statement }: Fact): string {
  const texts =
    typeof statement === "string"
      ? [statement]
      : Object.entries(statement).map(([version, text]) => `SCIM ${version}: ${text}`);
  return `${withLinks(id)} (${tag}): ${texts.map(escapeMarkdown).join(" ")}`;
}

/** A text as Markdown in which the ids of known facts are links to the report's page of facts. */
function withLinks(text: string): string {
  return splitAtIds(text)
    .map((part) => (factOf(part) ? `[${part}](${factAddress(part)})` : escapeMarkdown(part)))
    .join("");
}

/** Why a check has no verdict, or how Slack deviates. */
function reasonOf({ reason, deviation }: Labels): { name: string; value: string }[] {
  const value = reason?.code ?? deviation;
  return value === undefined ? [] : [{ name: allureLabel.reason, value }];
}

/**
 * Up to this many exchanges are shown in full of a difference that is as documented. Those of a rule
 * that holds are not: they would be most of the report, and exchanges.jsonl has them.
 */
const inFull = 3;
/** Up to this many are steps of the test. */
const mostSteps = 40;

/** The exchanges of a test as one attachment: thousands of files would slow the report down. */
function shownInFull(exchanges: readonly Exchange[], ended: number): RuntimeMessage[] {
  const [only, second] = exchanges;
  if (only === undefined) return [];
  const name = second === undefined ? headline(only) : `${exchanges.length} exchanges`;
  return [attachment(name, evidenceText(exchanges), ended)];
}

/** The exchanges that show that a rule holds, in a line each: they need no file, unless there are many. */
function listed(exchanges: readonly Exchange[], ended: number): RuntimeMessage[] {
  if (exchanges.length <= mostSteps) return exchanges.flatMap(stepOf);
  return [attachment(`${exchanges.length} exchanges`, listing(exchanges), ended)];
}

function stepOf(exchange: Exchange): RuntimeMessage[] {
  const start = Date.parse(exchange.startedAt);
  const stop = start + Math.round(exchange.durationMs);
  return [
    { type: "step_start", data: { name: headline(exchange), start } },
    { type: "step_stop", data: { stop, status: Status.PASSED } },
  ];
}

function attachment(name: string, content: string, timestamp: number): RuntimeMessage {
  const contentType = "text/plain";
  return {
    type: "attachment_content",
    // Allure's page shows attachments beside the steps of a test.
    data: { name, content, encoding: "utf8", contentType, wrapInStep: true, timestamp },
  };
}

/** A message may quote a server, whose text must not become markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!<>|~&]/g, "\\$&").replace(/\s+/g, " ");
}
