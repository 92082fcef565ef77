import pc from "picocolors";
import type { Plan } from "../schemas/index.ts";
import type { Version } from "../schemas/version.ts";
import type { RunConfig } from "../suites/run/run-config.ts";
import { roundly } from "./time-left.ts";

/** A plan for a reader: what a run would create and send, how long it takes, and what is skipped. */
export function planLines(
  plan: Plan,
  versions: readonly Version[],
  config: Pick<RunConfig, "namePrefix" | "emailDomain">,
): string[] {
  return [
    `${pc.bold(plan.target)} – SCIM ${versions.join(" and ")} – profile ${plan.profile} ${part(plan)}– dry run: nothing was created, changed or deleted`,
    "",
    `Creates      ${creates(plan, config)}`,
    `Sends        about ${count(plan.requests.total)} requests: ${kinds(plan)}`,
    ...(plan.writes ? [`Users        ${changes(plan)}`] : []),
    `Takes        ${time(plan)}`,
    "",
    ...areaLines(plan),
    ...skipLines(plan),
    pc.dim(
      "An estimate, from runs against the embedded organisation. A run skips more where the target does not offer something, or where what a check needs has failed.",
    ),
  ];
}

function part({ shard }: Plan): string {
  return shard ? `– shard ${shard.index} of ${shard.count} ` : "";
}

function creates(
  { writes, creates: { users, groups }, requests: { byKind } }: Plan,
  { namePrefix, emailDomain }: Pick<RunConfig, "namePrefix" | "emailDomain">,
): string {
  if (!writes) return "nothing: the run is read-only";
  const [ofUsers = 0, ofGroups = 0] = [byKind["create Users"], byKind["create Groups"]];
  const attempts = `${count(ofUsers)} and ${count(ofGroups)} attempts, of which many must be rejected`;
  return `at most ${count(users)} ${users === 1 ? "user" : "users"} and ${count(groups)} groups (${attempts}), named ${namePrefix}… (…@${emailDomain}); at the end users are deactivated and groups deleted`;
}

function kinds({ requests: { byKind } }: Plan): string {
  return Object.entries(byKind)
    .filter(([, number]) => number > 0)
    .map(([kind, number]) => `${count(number)} ${kind}`)
    .join(", ");
}

function changes({ userChanges: { create, change, delete: deletes, total } }: Plan): string {
  return `about ${count(total)} changes: ${count(create)} creates, ${count(change)} PUT and PATCH, ${count(deletes)} deletes`;
}

function time({ leastMs, paced }: Plan): string {
  const least = `at least ${roundly(leastMs)} at Slack's rate limits`;
  return paced ? least : `${least}, which are not kept for this target: less`;
}

/** How many checks would run, area by area, then the differences. */
function areaLines({ checks, differences }: Plan): string[] {
  const areas = [...new Set(checks.map(({ area }) => area))];
  const rows = areas.map((area) => {
    const all = checks.filter((check) => check.area === area);
    return rowOf(area, all.length, all.filter(({ skip }) => skip !== undefined).length);
  });
  const notProbed = differences.filter((one) => one.notProbed !== undefined).length;
  const compared =
    differences.length > 0 ? [rowOf("differences", differences.length, notProbed)] : [];
  return [`${"".padEnd(16)}${"run".padStart(5)}${"skip".padStart(6)}`, ...rows, ...compared, ""];
}

function rowOf(name: string, all: number, skipped: number): string {
  return `${name.padEnd(16)}${`${all - skipped}`.padStart(5)}${`${skipped}`.padStart(6)}`;
}

/** Why checks and differences would be skipped: each reason once, the most frequent first. */
function skipLines({ checks, differences }: Plan): string[] {
  const reasons = new Map<string, number>();
  const note = (reason: string) => reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  for (const { skip } of checks) if (skip) note(`checks, ${skip.code}: ${skip.text}`);
  for (const { notProbed } of differences) {
    if (notProbed !== undefined) note(`differences: ${notProbed}`);
  }
  if (reasons.size === 0) return [];
  const sorted = [...reasons].sort(([, one], [, other]) => other - one);
  return [
    "Skipped",
    ...sorted.map(([reason, number]) => `${`${number}`.padStart(5)} ${reason}`),
    "",
  ];
}

const count = (number: number) => number.toLocaleString("en");
