import { isPathSegment, type Version, versions } from "../../client/index.ts";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";

export type ResourceType = "User" | "Group";

/**
 * What happens to a resource: the run is about to create it (`intent`), its create was rejected
 * (`refused`) or succeeded (`created`); a check has given it names without the run's mark
 * (`changed`) or has deleted it (`deleted`); clean-up has verified that it no longer exists
 * (`removed`).
 */
export interface JournalEntry {
  event: "intent" | "refused" | "created" | "changed" | "deleted" | "removed";
  resource: ResourceType;
  version: Version;
  /** userName of a user, displayName of a group, as it was sent. */
  name: string;
  /** Absent where no response contains it. */
  id?: string;
  /** The number of the request, from 1. Absent in journals of 0.1.0, which identify requests by name. */
  call?: number;
  /** The e-mail addresses that were sent, since Slack may change a userName (FACT-USER-15). */
  addresses?: string[];
  externalId?: string;
  /** When, in milliseconds since 1970. */
  at?: number;
}

/** The run that a journal belongs to; clean-up touches nothing else. Version 0.1.0 wrote the first two. */
export interface JournalOwner {
  baseUrls: Partial<Record<Version, string>>;
  /** The start of the name of everything that the run created. */
  namePrefix: string;
  /** Follows the prefix. */
  runTag?: string;
  emailDomain?: string;
  /** The organisation was embedded in the run's process, and ended with it. */
  embedded?: true;
}

/** Longer ids are not used: they would not fit into a URL. */
const longestId = 1024;

/** The value if it is an id that can be part of a URL, else undefined. */
export function usableId(value: unknown): string | undefined {
  const id = typeof value === "number" && Number.isFinite(value) ? String(value) : value;
  const isUsable = typeof id === "string" && id.length <= longestId && isPathSegment(id);
  return isUsable ? id : undefined;
}

/** An entry of a journal; undefined where the line is broken or something else. */
export function readLine(line: string): { owner?: JournalOwner; entry?: JournalEntry } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return {};
  }
  if (!isObject(json)) return {};
  const owner = ownerOf(json);
  const entry = entryOf(json);
  return { ...(owner ? { owner } : {}), ...(entry ? { entry } : {}) };
}

function ownerOf({ baseUrls, namePrefix, runTag, emailDomain, embedded }: JsonObject) {
  if (!isObject(baseUrls) || typeof namePrefix !== "string") return undefined;
  const v1 = baseUrls["1.1"];
  const v2 = baseUrls["2.0"];
  const owner: JournalOwner = {
    baseUrls: {
      ...(typeof v1 === "string" ? { "1.1": v1 } : {}),
      ...(typeof v2 === "string" ? { "2.0": v2 } : {}),
    },
    namePrefix,
    ...(typeof runTag === "string" ? { runTag } : {}),
    ...(typeof emailDomain === "string" ? { emailDomain } : {}),
    ...(embedded === true ? { embedded } : {}),
  };
  return owner;
}

const events = ["intent", "refused", "created", "changed", "deleted", "removed"] as const;
const resources = ["User", "Group"] as const;

function entryOf(json: JsonObject): JournalEntry | undefined {
  const event = events.find((one) => one === json.event);
  const resource = resources.find((one) => one === json.resource);
  const version = versions.find((one) => one === json.version);
  const { name, id, call, addresses, externalId, at } = json;
  if (!event || !resource || !version || typeof name !== "string") return undefined;
  const usable = usableId(id);
  return {
    event,
    resource,
    version,
    name,
    ...(typeof id === "string" && usable !== undefined ? { id: usable } : {}),
    ...(typeof call === "number" ? { call } : {}),
    ...(Array.isArray(addresses)
      ? { addresses: addresses.filter((one) => typeof one === "string") }
      : {}),
    ...(typeof externalId === "string" ? { externalId } : {}),
    ...(typeof at === "number" ? { at } : {}),
  };
}
