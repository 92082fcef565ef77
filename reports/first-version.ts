import type { Area } from "../schemas/index.ts";
import { isObject } from "../schemas/json-value.ts";

/** The area of today for each area that the differences of 0.1.0 had. */
const areas: Readonly<Record<string, Area>> = {
  "Base URL": "discovery",
  "Schema URNs": "representation",
  "Common attributes": "representation",
  HTTP: "representation",
  Identity: "representation",
  Discovery: "discovery",
  Bulk: "users",
  Users: "users",
  "Enterprise extension": "users",
  Guests: "users",
  Groups: "groups",
  Lists: "pagination",
  Filters: "filters",
  "generated filters": "filters",
  "generated sequences": "users",
  PATCH: "patch",
  "E-mail addresses": "patch",
  "Phone numbers": "patch",
  Addresses: "patch",
  Roles: "patch",
  Photos: "patch",
  Names: "patch",
  "Profile extension": "patch",
  PUT: "put",
  DELETE: "delete",
  "Status codes": "delete",
  Errors: "errors",
  Limits: "errors",
  Authentication: "authentication",
  Availability: "authentication",
};

/** Whether results are of the form that version 0.1.0 of this tool wrote. */
export function isFirstVersion(json: unknown): json is Record<string, unknown> {
  return isObject(json) && !("resultsVersion" in json);
}

/** Converts results of 0.1.0; members that it did not write get the value that applied then. */
export function upgraded(json: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const differences = Array.isArray(json.differences) ? json.differences : [];
  return {
    ...json,
    resultsVersion: 2,
    cases: 20,
    strict: false,
    selection: null,
    shard: null,
    embedded: json.target === "embedded mock",
    stopped: null,
    leftBehind: [],
    differences: differences.map(upgradedDifference),
  };
}

/**
 * Its area was what its topic is today; the area of a difference between checks is theirs already.
 * 0.1.0 expressed by the id and by a note what has a member today.
 */
function upgradedDifference(json: unknown): Record<string, unknown> {
  const difference: Record<string, unknown> = { ...Object(json) };
  const topic = String(difference.area ?? "");
  const area = areas[topic];
  const { id, status, note } = difference;
  const [, ids] = /^DIFF-OBS-(.+)$/.exec(String(id)) ?? [];
  return {
    title: String(id ?? ""),
    ...(ids === undefined ? {} : { requirements: ids.split("+") }),
    ...(status === "as-documented" && note !== undefined ? { same: true } : {}),
    ...difference,
    ...(area === undefined ? {} : { area, topic }),
  };
}
