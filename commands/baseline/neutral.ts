import type { Json } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";

/** What a run generated, and what its target did: another night has other values. */
export interface Generated {
  /** The start of every name that the run gave: prefix and tag. */
  ownNames: string;
  /** Distinguishes the run; part of the values of a target file's placeholders. */
  runTag: string;
  /** The base URLs of the target. */
  baseUrls: readonly string[];
  /** The ids of what the run created. */
  ids: readonly string[];
}

/** Replaces generated values by what they are, so that two runs say the same. */
export type Neutral = (text: string) => string;

/** Forms that any server may generate. */
const forms: readonly (readonly [pattern: RegExp, as: string])[] = [
  // A URL up to and with the version segment: a proxy may show another host.
  [/https?:\/\/[^/\s"]+(?:\/[^\s"]*?)?\/v[12](?=\/|$)/g, "{base}"],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/g, "{time}"],
  [/\b[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/g, "{time}"],
  [/\b\d{4}-\d\d-\d\d\b/g, "{date}"],
  [/\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi, "{id}"],
  // Ids of Slack (FACT-ID-06). A word in capitals, such as an error code, is what was seen.
  [/\b[UWSC](?=[A-Z]*\d)[A-Z\d]{7,}\b/g, "{id}"],
  // Nor is a word in quotation marks an ETag, unless it is the whole text.
  [/^"[\w+/=.:-]*"$|W\/"[\w+/=.:-]*"/g, "{etag}"],
];

/** A shorter id could be part of a word; it is replaced only where it is the whole text. */
const shortestId = 4;

/** @returns what replaces the generated values of a run in a text */
export function neutralOf({ ownNames, runTag, baseUrls, ids }: Generated): Neutral {
  const known = new Set(ids);
  const long = new Set(ids.filter(({ length }) => length >= shortestId));
  const name = new RegExp(`${escaped(ownNames)}[a-z0-9]*`, "gi");
  const mark = new RegExp(`\\b${escaped(runTag)}[12]\\d{4}\\b`, "gi");
  const urls = [...baseUrls].sort((one, other) => other.length - one.length);
  return (text) => {
    if (known.has(text)) return "{id}";
    const withoutUrls = urls.reduce((left, url) => left.replaceAll(url, "{base}"), text);
    const withoutNames = withoutUrls.replace(name, "{name}").replace(mark, "{unique}");
    const withoutIds = withoutNames.replace(/[\w-]+/g, (word) => (long.has(word) ? "{id}" : word));
    return forms.reduce((left, [pattern, as]) => left.replace(pattern, as), withoutIds);
  };
}

/** A value with neutral texts, in the names of its members too. */
export function neutralJson(value: Json, neutral: Neutral): Json {
  if (typeof value === "string") return neutral(value);
  if (Array.isArray(value)) return value.map((item) => neutralJson(item, neutral));
  if (!isObject(value)) return value;
  const members = Object.entries(value as Record<string, Json>);
  return Object.fromEntries(
    members.map(([name, member]) => [neutral(name), neutralJson(member, neutral)]),
  );
}

/** JSON with sorted members and without spaces: equal values give equal texts. */
export function canonicalJson(value: Json): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const members = Object.entries(value as Record<string, Json>);
  members.sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
