import type { Fact } from "../../facts/fact.ts";
import { facts } from "../../facts/index.ts";
import type { CheckResult, DifferenceResult, Results } from "../../schemas/index.ts";
import { type Version, versions } from "../../schemas/version.ts";
import { anonymous } from "./anonymous.ts";
import type { TargetTraces } from "./target-traces.ts";

/** What a check or a probe observed of an assumption. */
interface Answer {
  /** Id of the requirement or difference. */
  by: string;
  title: string;
  version: Version;
  /** JSON, without hosts, names, ids and addresses. */
  observed: string;
  agrees: boolean;
}

/** A question about Slack that no source answers, with what a run observed. */
export interface LearntFact {
  id: string;
  /** What is assumed, for the versions that were observed. */
  statement: string;
  /** Whether every answer is as assumed. */
  agrees: boolean;
  answers: readonly Answer[];
}

/** What a run learnt about Slack that the facts do not hold. */
export interface Learnt {
  /** Those that contradict the assumption come first. */
  facts: readonly LearntFact[];
  /** Differences that real clients observed and this run did not; they are no findings. */
  notSeen: readonly Pick<DifferenceResult, "id" | "title" | "v1" | "v2">[];
}

/** Longest observation that is shown, in characters; results.json has it in full. */
const longest = 240;

/**
 * What a run in profile `slack` learnt about Slack. Nothing from the mock, whose answers are the
 * assumptions themselves.
 */
export function learntFrom(
  { profile, embedded, checks, differences }: Results,
  traces: TargetTraces,
): Learnt {
  if (profile !== "slack" || embedded || traces.isMock) return { facts: [], notSeen: [] };
  const clean = (text: string) => anonymous(text, traces);
  const answers = [...checks.flatMap(answersOfCheck), ...differences.flatMap(answersOfDifference)];
  const learnt = facts
    .filter(({ tag }) => tag === "INF")
    .flatMap((fact) => {
      const own = answers.filter(({ ids }) => ids.includes(fact.id));
      return own.length === 0 ? [] : [learntOf(fact, own, clean)];
    });
  return {
    facts: [...learnt.filter(({ agrees }) => !agrees), ...learnt.filter(({ agrees }) => agrees)],
    notSeen: differences
      .filter(({ kind, status }) => kind === "observed" && status === "not-seen")
      .map(({ id, title, v1, v2 }) => ({ id, title, v1: clean(v1), v2: clean(v2) })),
  };
}

/** Whether a run learnt nothing. */
export function isNothing({ facts: answered, notSeen }: Learnt): boolean {
  return answered.length === 0 && notSeen.length === 0;
}

/** How much a run learnt, as one phrase. */
export function learntInShort({ facts: answered }: Learnt): string {
  const contradicting = answered.filter(({ agrees }) => !agrees).length;
  const questions = answered.length === 1 ? "question" : "questions";
  return `${answered.length} ${questions} about Slack answered, ${contradicting} not as assumed`;
}

interface FoundAnswer extends Omit<Answer, "observed"> {
  observation: unknown;
  /** The facts that it answers. */
  ids: readonly string[];
}

function learntOf(
  { id, statement }: Fact,
  own: readonly FoundAnswer[],
  clean: (text: string) => string,
): LearntFact {
  const shown = versions.filter((version) => own.some((answer) => answer.version === version));
  return {
    id,
    statement:
      typeof statement === "string"
        ? statement
        : Object.entries(statement)
            .filter(([version]) => shown.some((one) => one === version))
            .map(([, text]) => text)
            .join(" "),
    agrees: own.every(({ agrees }) => agrees),
    answers: own.map(({ observation, ids: _, ...answer }) => ({
      ...answer,
      observed: cut(clean(JSON.stringify(observation))),
    })),
  };
}

function answersOfCheck(check: CheckResult): FoundAnswer[] {
  const { id, title, version, assumption, observation } = check;
  if (assumption === undefined || observation === undefined) return [];
  const { fact, agrees } = assumption;
  return [{ by: id, title, version, agrees, observation, ids: [fact] }];
}

function answersOfDifference({ id, title, assumed }: DifferenceResult): FoundAnswer[] {
  if (assumed === undefined) return [];
  return versions.flatMap((version) => {
    const answer = assumed.versions[version];
    return answer === undefined ? [] : [{ by: id, title, version, ...answer, ids: assumed.facts }];
  });
}

const cut = (text: string) =>
  text.length > longest ? `${text.slice(0, longest)}… (see results.json)` : text;
