import { at, items } from "../json.ts";
import type { ResourceType } from "./journal-lines.ts";

/** The start of every name that a run creates: the prefix, then the run's tag. */
export interface RunMark {
  namePrefix: string;
  runTag: string;
}

/** The values in a create that its resource can be found by. */
export interface SentMarks {
  /** userName or displayName; empty where neither was sent. */
  name: string;
  addresses?: string[];
  externalId?: string;
}

/** Longer strings are not from the run, whose names have at most 17 characters. */
const longestText = 200;
const mostAddresses = 4;

/**
 * A userName as Slack stores it (FACT-USER-14): lower-cased, the local part of an address, other
 * characters than `.`, `_` and `-` as `_`.
 */
export function convertedUserName(name: string): string {
  const [local = ""] = name.split("@");
  return local
    .trim()
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^a-z0-9._-]/gu, "_");
}

/** Whether a string contains the run's mark; names are compared as Slack converts them. */
export function isMarked(text: unknown, { namePrefix, runTag }: RunMark): boolean {
  const mark = `${namePrefix}${runTag}`.toLowerCase();
  return typeof text === "string" && runTag !== "" && text.toLowerCase().includes(mark);
}

/** The strings of a resource that the run marks, in either version. */
export function textsOf(resource: unknown): string[] {
  const single = ["userName", "nickName", "displayName", "externalId"].map((name) =>
    at(resource, name),
  );
  return [...single, ...addressesIn(resource)].filter((text) => typeof text === "string");
}

/** Whether a resource contains the run's mark. */
export function carriesMark(resource: unknown, mark: RunMark): boolean {
  return textsOf(resource).some((text) => isMarked(text, mark));
}

/** The values in the body of a create that its resource can be found by. */
export function sentMarks(type: ResourceType, body: unknown, mark: RunMark): SentMarks {
  const names = type === "User" ? ["userName", "nickName", "displayName"] : ["displayName"];
  const sent = names.flatMap((name) => strings(at(body, name)));
  const name = sent.find((text) => text !== "") ?? "";
  const addresses = addressesIn(body).filter((address) => isMarked(address, mark));
  const externalId = at(body, "externalId");
  return {
    name: name.slice(0, longestText),
    ...(addresses.length > 0 ? { addresses: addresses.slice(0, mostAddresses) } : {}),
    ...(typeof externalId === "string" && isMarked(externalId, mark) ? { externalId } : {}),
  };
}

/** Whether nothing was sent that its resource could be found by. */
export function isNameless({ name, addresses = [], externalId }: SentMarks): boolean {
  return name === "" && addresses.length === 0 && externalId === undefined;
}

/** Whether a resource has one of the names or addresses that a request sent. */
export function isNamedAs(type: ResourceType, resource: unknown, sent: SentMarks): boolean {
  const same = (one: unknown, other: string) =>
    typeof one === "string" && other !== "" && one.toLowerCase() === other.toLowerCase();
  const { name, addresses = [], externalId = "" } = sent;
  if (same(at(resource, "externalId"), externalId)) return true;
  if (type === "Group") return same(at(resource, "displayName"), name);
  return (
    [at(resource, "userName"), at(resource, "nickName")].some(
      (one) => same(one, name) || same(one, convertedUserName(name)),
    ) || addressesIn(resource).some((one) => addresses.some((address) => same(one, address)))
  );
}

function addressesIn(resource: unknown): string[] {
  const emails = at(resource, "emails");
  const entries = Array.isArray(emails) ? items(emails) : [emails];
  return entries.flatMap((entry) =>
    strings(typeof entry === "string" ? entry : at(entry, "value")),
  );
}

/** A string, or the strings of an array, which a lenient server may accept instead. */
function strings(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string");
}
