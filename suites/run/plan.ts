import { type LimitName, type ScimClient, type Version, versions } from "../../client/index.ts";
import type { Plan, PlannedCheck, PlannedDifference, PlannedSkip } from "../../schemas/index.ts";
import { contentOf } from "../content.ts";
import { isProbed } from "../differences/difference.ts";
import { announcedCapability } from "../provider/capabilities.ts";
import type { Inquiry } from "../provider/inquiry.ts";
import { needsAttributes, needsOptional } from "../provider/needs.ts";
import { providerOf } from "../provider/provider-of.ts";
import { areas, type Requirement } from "../requirement.ts";
import { comparisonWrites, needsToApply, probeWrites } from "./applicable.ts";
import { Names } from "./names.ts";
import type { RunConfig } from "./run-config.ts";
import { partOf } from "./shard.ts";
import { blocked, notSupported, Skip } from "./stop.ts";
import { expectedWorkload, timeAtLimits, type Workload } from "./workload.ts";

/** What a run would do. */
type Planned = Pick<
  Plan,
  | "writes"
  | "cases"
  | "creates"
  | "requests"
  | "userChanges"
  | "leastMs"
  | "paced"
  | "checks"
  | "differences"
>;

/**
 * What a run would do, without doing it. In profile `slack` nothing is requested: what Slack offers
 * is known. Of any other provider the discovery documents are read. What only the run finds out,
 * such as a create that is rejected, is not in the plan.
 *
 * @throws TransportError where a discovery document gets no response
 */
export async function planOf(config: RunConfig, clients: readonly ScimClient[]): Promise<Planned> {
  const workload = expectedWorkload(config);
  const { writes, cases, maxUsers, maxGroups, rateLimits } = config;
  return {
    writes,
    cases,
    creates: { users: writes ? maxUsers : 0, groups: writes ? maxGroups : 0 },
    requests: { total: workload.requests, byKind: byKind(workload) },
    userChanges: userChanges(workload),
    leastMs: Math.round(timeAtLimits(workload, undefined, config.limitShare)),
    paced: rateLimits === "slack",
    checks: await plannedChecks(config, clients),
    differences: plannedDifferences(config),
  };
}

/** The limits of one type of resource: each request to it counts in one of them. */
const readKinds: readonly LimitName[] = ["read Users", "read Groups"];
const writeKinds: readonly LimitName[] = [
  ...(["create Users", "change Users", "delete Users"] as const),
  ...(["create Groups", "change Groups", "delete Groups"] as const),
];

/** How many requests of each kind are expected, each counted once. */
function byKind({ byLimit }: Workload): Record<string, number> {
  const count = (name: LimitName) => byLimit.get(name) ?? 0;
  const rest = (all: LimitName, kinds: readonly LimitName[]) =>
    Math.max(
      0,
      kinds.reduce((left, kind) => left - count(kind), count(all)),
    );
  return {
    "lists and discovery": rest("reads", readKinds),
    ...Object.fromEntries([...readKinds, ...writeKinds].map((kind) => [kind, count(kind)])),
    "other writes": rest("writes", writeKinds),
  };
}

/** The requests that change users, by the limit that each counts in. */
function userChanges({ byLimit }: Workload): Plan["userChanges"] {
  const count = (name: LimitName) => byLimit.get(name) ?? 0;
  const kinds = {
    create: count("create Users"),
    change: count("change Users"),
    delete: count("delete Users"),
  };
  return { ...kinds, total: kinds.create + kinds.change + kinds.delete };
}

async function plannedChecks(
  config: RunConfig,
  clients: readonly ScimClient[],
): Promise<PlannedCheck[]> {
  const inquiries = clients.map((client) => reading(config, client));
  const { requirements } = partOf(contentOf(config.profile), config.shard);
  const inOrder = areas.flatMap((area) => requirements.filter((one) => one.area === area));
  const planned: PlannedCheck[] = [];
  for (const requirement of inOrder) {
    for (const inquiry of inquiries) {
      const { version } = inquiry.client;
      const clause = requirement.versions[version];
      if (!clause || config.requirements?.includes(clause.id) === false) continue;
      const { title, area } = requirement;
      const skip = await skipOf(config, requirement, inquiry);
      planned.push({
        ...{ id: clause.id, title, area, version, level: clause.level },
        ...(skip === undefined ? {} : { skip }),
      });
    }
  }
  return planned;
}

/** Why a check would be skipped, where that is known before the run. */
async function skipOf(
  config: RunConfig,
  requirement: Requirement,
  inquiry: Inquiry,
): Promise<PlannedSkip | undefined> {
  const clause = requirement.versions[inquiry.client.version];
  if (!clause) return undefined;
  try {
    needsToApply(config, requirement, clause);
    const provider = providerOf(config.profile, inquiry);
    for (const need of requirement.needs ?? []) {
      const isOffered =
        config.profile === "slack"
          ? await provider.offers.capability(need)
          : await announcedCapability(inquiry, need);
      if (isOffered === false) throw notSupported(need);
    }
    await needsAttributes({ provider }, ...(requirement.attributes ?? []));
    await needsOptional({ provider }, ...(requirement.optional ?? []));
    return undefined;
  } catch (error) {
    if (!(error instanceof Skip)) throw error;
    const { code, message: text } = error;
    return code === "read-only" || code === "not-applicable" || code === "not-offered"
      ? { code, text }
      : undefined;
  }
}

/** Finds out what a provider offers by its discovery documents alone. */
function reading(config: RunConfig, client: ScimClient): Inquiry {
  const known = new Map<string, Promise<unknown>>();
  const noUser = () => Promise.reject(blocked("a plan creates no user"));
  return {
    client,
    names: new Names(config, client.version),
    template: config.users ?? {},
    offers: config.offers ?? {},
    writes: false,
    once: async <T>(key: string, make: () => Promise<T>) => {
      const value = known.get(key) ?? make();
      known.set(key, value);
      return value as Promise<T>;
    },
    apart: async (run) => ({ value: await run() }),
    users: () => {
      throw blocked("a plan creates no user");
    },
    probeUser: noUser,
    probe: noUser,
  };
}

function plannedDifferences(config: RunConfig): PlannedDifference[] {
  const { differences, differentials } = partOf(contentOf(config.profile), config.shard);
  const why = (own: string | undefined, writes: Skip | undefined) =>
    own ?? unprobed(config) ?? (config.writes ? undefined : writes?.message);
  return [
    ...differences.map((difference) => {
      const isReading = !isProbed(difference) || difference.safety === "read";
      return [
        difference,
        why(difference.notProbed, isReading ? undefined : probeWrites()),
      ] as const;
    }),
    ...differentials.map(
      (differential) => [differential, why(undefined, comparisonWrites())] as const,
    ),
  ].map(([{ id, title, area }, notProbed]) => ({
    ...{ id, title, area },
    ...(notProbed === undefined ? {} : { notProbed }),
  }));
}

/** Why a run probes no difference; undefined where it probes them. */
function unprobed({ requirements, baseUrls }: RunConfig): string | undefined {
  if (requirements) return "only some requirements are selected";
  const isTested = (version: Version) => baseUrls[version] !== undefined;
  const missing = versions.find((version) => !isTested(version));
  return missing === undefined ? undefined : `version ${missing} is not tested`;
}
