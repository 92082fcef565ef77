import type {
  FormReplay,
  Migration,
  MigrationForm,
  ReplayOutcome,
} from "../../../schemas/index.ts";
import { count } from "./words.ts";

type Verified = Pick<MigrationForm, "status" | "verified" | "example">;

const outcomes: Readonly<Record<ReplayOutcome, string>> = {
  same: "the same state",
  other: "another state",
  "only-2.0": "1.1 rejects it, 2.0 carries it out",
  "both-rejected": "both reject it: nothing is shown of the effect",
  "not-replayed": "not replayed",
};

/** Of a GET, which leaves the state as it is. */
const outcomesOfReads: Readonly<Record<ReplayOutcome, string>> = {
  ...outcomes,
  same: "the same answer",
  other: "another answer",
  "only-2.0": "1.1 rejects it, 2.0 answers it",
  "both-rejected": "both reject it",
};

const isGet = ({ example }: Pick<Verified, "example">) => example?.method.toUpperCase() === "GET";

/**
 * Whether the replay of a form contradicts its status: of `same` and `rewritten`, both requests should leave the same
 * state. A GET that works in 2.0 alone changes nothing.
 */
export function isContradicted(form: Verified): boolean {
  const { status, verified } = form;
  if (status !== "same" && status !== "rewritten") return false;
  return verified?.outcome === "other" || (verified?.outcome === "only-2.0" && !isGet(form));
}

/** What --verify showed, in one line; undefined without it. */
export function verificationOf({ forms, other, verification }: Migration): string | undefined {
  if (verification === undefined) return undefined;
  const { problem } = verification;
  if (problem !== undefined) return `could not run: ${problem}`;
  const number = (outcome: ReplayOutcome) =>
    forms.filter(({ verified }) => verified?.outcome === outcome).length;
  const of = (outcome: ReplayOutcome) => number(outcome).toLocaleString("en");
  const verb = number("same") === 1 ? "leaves" : "leave";
  const reads = forms.filter((form) => form.verified?.outcome === "same" && isGet(form)).length;
  const ofReads = reads > 0 ? ` (${reads} of them read: the same answer)` : "";
  const parts = [
    `${of("same")} of ${count(forms.length, "form")} ${verb} the same state${ofReads}`,
    ...(number("other") > 0 ? [`${of("other")} another`] : []),
    ...(number("only-2.0") > 0 ? [`${of("only-2.0")} only 2.0 carries out`] : []),
    ...(number("both-rejected") > 0 ? [`${of("both-rejected")} both reject`] : []),
    ...(number("not-replayed") > 0 ? [`${of("not-replayed")} not replayed`] : []),
    ...(other.count > 0 ? [`${count(other.count, "request")} of further forms not replayed`] : []),
  ];
  return parts.join("; ");
}

/** On which readings of Slack the requests were replayed; undefined where that says nothing. */
export function readingsOf({ verification }: Pick<Migration, "verification">): string | undefined {
  if (verification === undefined || verification.problem !== undefined) return undefined;
  const set = Object.entries(verification.settings);
  if (set.length === 0) {
    return "Readings of what Slack's documentation leaves open: the usual ones. --set NAME=VALUE tries another; mock --list-settings lists them.";
  }
  const texts = set.map(
    ([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  return `Readings of what Slack's documentation leaves open: ${texts.join(", ")}; the usual ones for the rest.`;
}

/** What --verify showed of one form, in a few words; undefined without it. */
export function verdictOfForm(form: Verified): string | undefined {
  const { verified, status } = form;
  if (verified === undefined) return undefined;
  const { outcome } = verified;
  if (outcome !== "same") return isGet(form) ? outcomesOfReads[outcome] : outcomes[outcome];
  const same = isGet(form) ? outcomesOfReads.same : outcomes.same;
  return status === "never-worked"
    ? `${same}, though the recording shows only that 1.1 rejects it`
    : same;
}

/** What --verify showed of one form, from each start: the differences are one line each. */
export function verifiedWords(form: Verified): string[] {
  const { verified } = form;
  if (verified === undefined) return [];
  const { why, replays } = verified;
  const head = `Verified: ${verdictOfForm(form)}`;
  return [
    why === undefined ? head : `${head}: ${why}`,
    ...replays.flatMap((replay) => linesOf(replay, isGet(form) ? outcomesOfReads : outcomes)),
  ];
}

function linesOf(
  { outcome, setUp, why, statuses, differing = [] }: FormReplay,
  words: Readonly<Record<ReplayOutcome, string>>,
): string[] {
  const answers =
    statuses && `${statuses.v1} in 1.1, ${statuses.v2.join(", ") || "no request"} in 2.0`;
  const says = why ?? answers;
  return [
    `From ${setUp}: ${words[outcome]}${says === undefined ? "" : ` (${says})`}`,
    ...differing.map(
      ({ resource, attribute, v1, v2 }) =>
        `${resource} ${attribute}: ${v1 ?? "no value"} after 1.1, ${v2 ?? "no value"} after 2.0`,
    ),
  ];
}
