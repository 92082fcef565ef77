import type { Json } from "../../expectation.ts";

/** Texts that mean the same in both versions, though each writes them in its own form. */
const rules: readonly { what: string; pattern: RegExp; as: string }[] = [
  {
    what: "a URL up to and with the version segment, which names the version (DIFF-URL-01)",
    pattern: /https?:\/\/[^/\s"]+(?:\/[^\s"]*?)?\/v[12](?=\/|$)/g,
    as: "{base}",
  },
  {
    what: "a schema URN of either version (DIFF-URN-01 and others)",
    pattern: /urn:(?:ietf:params:)?scim:[a-z0-9:._-]+/gi,
    as: "{urn}",
  },
  {
    what: "a date-time, in whatever form",
    pattern: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?/g,
    as: "{time}",
  },
  {
    what: "an id of a user, group or channel: each version has its own objects (FACT-ID-06)",
    pattern: /\b[UWSC][A-Z0-9]{7,}\b/g,
    as: "{id}",
  },
];

/**
 * What a check observed, without what differs in every version or every run: texts that match the
 * rules above, names of the run, and whether an unset value is null, empty or absent.
 *
 * @param ownNames the start of every name that the run gave
 */
export function normalise(value: Json | undefined, ownNames: string): Json | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (typeof value === "string") return normaliseText(value, ownNames);
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => normalise(item, ownNames) ?? null);
    return items.length === 0 ? undefined : items;
  }
  const members = Object.entries(value).flatMap(([name, item]) => {
    const normal = normalise(item, ownNames);
    return normal === undefined ? [] : [[normaliseText(name, ownNames), normal] as const];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

function normaliseText(text: string, ownNames: string): string {
  const named = text.split(ownNames).map((part, index) =>
    // In a name, the digit of the version and a number in base 36 follow.
    index === 0 ? part : `{name}${part.replace(/^[a-z0-9]+/, "")}`,
  );
  return rules.reduce((normal, { pattern, as }) => normal.replace(pattern, as), named.join(""));
}
