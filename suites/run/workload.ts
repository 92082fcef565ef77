import {
  type LimitName,
  limitNames,
  pacedLimit,
  type Version,
  versions,
} from "../../client/index.ts";
import type { Area } from "../../schemas/index.ts";
import { requirements } from "../catalogue.ts";
import { differencesOf } from "../differences/catalogue.ts";
import { areas, type Requirement } from "../requirement.ts";
import { type Counts, type Mode, measured, measuredCases } from "./measured-workload.ts";
import type { RunConfig } from "./run-config.ts";
import { requirementsOf, withIds } from "./shard.ts";

/** How many requests a run sends. */
export interface Workload {
  requests: number;
  byLimit: ReadonlyMap<LimitName, number>;
}

/** The configuration that decides how much a run sends. */
export type Planned = Pick<
  RunConfig,
  "baseUrls" | "requirements" | "shard" | "canary" | "cases" | "writes" | "profile"
>;

/**
 * How many requests a run is expected to send, clean-up included: an estimate from runs against the
 * embedded organisation. Selected requirements are assumed to be average for their areas; for a
 * handful of them this is a guess.
 */
export function expectedWorkload(planned: Planned): Workload {
  const mode: Mode = planned.writes ? "writing" : "reading";
  const tested = versions.filter((version) => planned.baseUrls[version] !== undefined);
  const parts: { unit: Counts; share: number }[] = planned.canary
    ? [{ unit: countsOf("canary", mode, planned.cases), share: tested.length / versions.length }]
    : tested.flatMap((version) =>
        areas.map((area) => ({
          unit: countsOf(`${version} ${area}`, mode, planned.cases),
          share: shareOf(area, version, planned),
        })),
      );
  if (planned.requirements === undefined && differencesOf(planned.profile).length > 0) {
    const names =
      tested.length > 1 ? ["both differences"] : tested.map((one) => `${one} differences`);
    const share = shareOfDifferences(planned);
    parts.push(...names.map((name) => ({ unit: countsOf(name, mode, planned.cases), share })));
  }
  const byLimit = new Map(
    limitNames.map((limit, index) => [
      limit,
      Math.max(0, Math.round(sumOf(parts.map(({ unit, share }) => (unit[index] ?? 0) * share)))),
    ]),
  );
  return { requests: (byLimit.get("writes") ?? 0) + (byLimit.get("reads") ?? 0), byLimit };
}

/**
 * The least time that Slack's limits allow for the remaining requests, in milliseconds.
 * @param sent what the gate has let through so far
 * @param share of the limits that the run may use
 */
export function timeAtLimits(
  { byLimit }: Workload,
  sent: ReadonlyMap<LimitName, number> = new Map(),
  share = 1,
): number {
  const times = limitNames.map((limit) => {
    const { perMs, atStart } = pacedLimit(limit, share);
    const left = (byLimit.get(limit) ?? 0) - Math.max(sent.get(limit) ?? 0, atStart);
    return Math.max(0, left) / perMs;
  });
  return Math.max(...times);
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** Measured for two numbers of cases; others are interpolated linearly. */
function countsOf(unit: string, mode: Mode, cases: number): Counts {
  const [few, many] = measuredCases;
  const at = measured[unit]?.[mode];
  return limitNames.map((_, index) => {
    const [low, high] = [at?.[few][index] ?? 0, at?.[many][index] ?? 0];
    return low + ((high - low) * (cases - few)) / (many - few);
  });
}

/** The selected share of an area's checks. */
function shareOf(
  area: Area,
  version: Version,
  { requirements: chosen, shard, writes }: Planned,
): number {
  if (chosen === undefined && shard === undefined) return 1;
  const idsOf = (some: readonly Requirement[]) =>
    some
      .filter((one) => one.area === area && (writes || one.safety === "read"))
      .flatMap(({ versions: { [version]: clause } }) => (clause ? [clause.id] : []));
  const ids = idsOf(requirements);
  if (ids.length === 0) return 0;
  const part = idsOf(requirementsOf(requirements, shard));
  return part.filter((id) => chosen?.includes(id) ?? true).length / ids.length;
}

/** The share of the differences that a shard probes. */
function shareOfDifferences({ profile, shard }: Planned): number {
  const all = differencesOf(profile);
  return withIds(all, shard).length / all.length;
}
