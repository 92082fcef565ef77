import * as allure from "allure-js-commons";
import { addressesOf, factOf, idsIn, splitAtIds } from "../../facts/cited.ts";
import type { Fact } from "../../facts/fact.ts";
import { allureLabel } from "../../schemas/allure-labels.ts";
import { factAddress } from "../../schemas/fact-address.ts";
import { shownVerdict } from "../../schemas/finding.ts";
import type { CheckResult, Reason } from "../../schemas/index.ts";
import { headline, listing, naming } from "./evidence-text.ts";
import type { ExchangeLog } from "./exchange-log.ts";
import { stepsToReproduce } from "./reproduction.ts";
import type { RunContext } from "./run-context.ts";

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

/** Labels a test for Allure: the version becomes its environment (reports/allure). */
export async function labelTest(test: Labels): Promise<void> {
  const verdict = shownVerdict(test);
  await allure.testCaseId(test.testCase);
  // Allure recognises a test by its case and parameters, whatever its environment.
  if (test.version !== undefined) await allure.parameter(allureLabel.version, test.version);
  await allure.labels(
    ...(test.version === undefined ? [] : [{ name: allureLabel.version, value: test.version }]),
    { name: allureLabel.requirement, value: test.id },
    { name: allureLabel.level, value: test.level },
    { name: allureLabel.area, value: test.area },
    { name: allureLabel.source, value: test.source },
    { name: allureLabel.verdict, value: verdict },
    ...reasonOf(test),
    { name: allureLabel.epic, value: test.area },
    { name: allureLabel.tag, value: verdict },
  );
  const ids = new Set([...(test.facts ?? []), ...idsIn(test.message ?? "")]);
  const facts = [...ids].flatMap((id) => factOf(id) ?? []);
  if (test.url !== undefined) await allure.link(test.url, test.source);
  for (const { url, name } of facts.flatMap(sourceLinks)) await allure.link(url, name);
  const demand = test.demand === undefined ? "" : `${escapeMarkdown(test.demand)}\n\n`;
  const why = test.message === undefined ? "" : `\n\n**${verdict}**: ${withLinks(test.message)}`;
  const stated = facts.map((fact) => `\n\n${factText(fact)}`).join("");
  await allure.description(
    `${demand}**${test.id}** – ${test.level} – ${withLinks(test.source)}${why}${stated}`,
  );
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

/** Up to this many exchanges are shown in full where a rule holds. */
const inFull = 3;

/**
 * Attaches the recorded exchanges, redacted: names them, so that the checks go on meanwhile. They
 * are one attachment, since thousands of files would slow the report down. Where many show that a
 * rule holds, they are listed: in full, they would be most of the report.
 */
export async function attachEvidence(
  log: ExchangeLog,
  ids: readonly string[],
  verdict: CheckResult["verdict"],
): Promise<void> {
  const exchanges = ids.flatMap((id) => log.get(id) ?? []);
  const [only, second] = exchanges;
  if (only === undefined) return;
  const name = second === undefined ? headline(only) : `${exchanges.length} exchanges`;
  const isListed = verdict === "pass" && exchanges.length > inFull;
  const text = isListed ? listing(exchanges) : naming(exchanges);
  await allure.attachment(name, text, "text/plain");
}

/**
 * Attaches the steps to reproduce a finding.
 * @param requirement id of the requirement that it breaks; absent: differences need a whole run
 */
export async function attachReproduction(
  { log, config }: Pick<RunContext, "log" | "config">,
  { requirement, exchanges }: { requirement?: string; exchanges: readonly string[] },
): Promise<void> {
  const seen = exchanges.flatMap((exchange) => log.get(exchange) ?? []);
  const steps = stepsToReproduce(config, requirement, seen);
  await allure.attachment("Steps to reproduce", steps, "text/plain");
}

/** A message may quote a server, whose text must not become markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!<>|~&]/g, "\\$&").replace(/\s+/g, " ");
}
