import type { Area } from "../schemas/index.ts";
import { isObject } from "../schemas/json-value.ts";

/** The area of today for each area that the differences of 0.1.0 and 0.2.0 had. */
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

/**
 * Converts results of 0.1.0 and 0.2.0; members that they do not have get the value that applied then.
 * Anything else stays as it is: the schema judges it.
 */
export function upgraded(json: unknown): unknown {
  if (!isObject(json)) return json;
  const differences = Array.isArray(json.differences)
    ? { differences: json.differences.map(upgradedDifference) }
    : {};
  return { ...(isFirstVersion(json) ? ofFirstVersion(json) : json), ...differences };
}

function ofFirstVersion(json: Readonly<Record<string, unknown>>): Record<string, unknown> {
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
  };
}

/**
 * Until 0.2.0 its area was what its topic is today; the area of a difference between checks was theirs
 * already. What has a member today was expressed by the id and by a note.
 */
function upgradedDifference(json: unknown): unknown {
  if (!isObject(json) || json.topic !== undefined) return json;
  const difference: Record<string, unknown> = { ...json };
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
