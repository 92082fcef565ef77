import { violations } from "./compile.ts";
import { keepsTo, notesFor, step } from "./deviations.ts";
import { type SchemaName, schemaNames } from "./names.ts";
import type { Version } from "./version.ts";
import type { SchemaViolation } from "./violation.ts";

/** A violation of the standard that a fact about Slack explains. */
export interface Deviation {
  /** JSON Pointer of the value; of the missing member where one is missing. */
  path: string;
  /** The violated keyword of the standard's schema. */
  rule: string;
  /** Id and tag of the fact: `FACT-ERROR-04 DOC`. */
  fact: string;
  /** Section and rule of the standard: `RFC 7644 §3.12: status is a string`. */
  standard: string;
}

/** The result of validating one body by the standard and by Slack's facts. */
export interface Validation {
  /** Every violated rule of the standard. */
  standard: SchemaViolation[];
  /** Every violated rule of Slack. */
  slack: SchemaViolation[];
  /** Violations of the standard that Slack documents, or that were observed. */
  deviations: Deviation[];
  /** The other violations of the standard: the part of `standard` that no deviation explains. */
  unexplained: SchemaViolation[];
}

type Both<Name> = Name extends `slack/v1.1/${infer Kind}` | `slack/v2.0/${infer Kind}`
  ? Kind
  : never;

/** Kinds of bodies: the names below `slack/v1.1/` and `slack/v2.0/` that a standard covers. */
export type ValidatedKind = Exclude<Both<SchemaName>, "guest" | "profile">;

/** Slack's schemas whose counterpart in the standard has another name. */
const standardKinds: Partial<Record<ValidatedKind, ValidatedKind>> = {
  "user-short": "user",
  "user-long": "user",
  "authentication-error": "error",
};

function named(path: string): SchemaName {
  const name = schemaNames.find((known) => known === path);
  if (!name) throw new Error(`no JSON Schema named ${path}`);
  return name;
}

const subject = ({ path, member }: SchemaViolation) =>
  member === undefined ? path : path + step(member);

/**
 * Validates one body of a request or response by the standard and by Slack's facts.
 * A deviation counts when Slack's schema lists it for the value and the value conforms to Slack's
 * schema there; any other violation stays unexplained.
 *
 * @throws Error when the version has no such kind (`resource-type` in 1.1)
 */
export function validate(version: Version, kind: ValidatedKind, value: unknown): Validation {
  const slackName = named(`slack/v${version}/${kind}`);
  const standard = violations(named(`v${version}/${standardKinds[kind] ?? kind}`), value);
  const slack = violations(slackName, value);
  const notes = notesFor(slackName, value).filter(
    ({ note, path }) =>
      (note.version ?? version) === version &&
      !slack.some((broken) => `${subject(broken)}/`.startsWith(`${path}/`)),
  );
  const deviations = new Map<string, Deviation>();
  const add = (path: string, { rule, fact, standard: words }: (typeof notes)[number]["note"]) =>
    deviations.set(`${path} ${rule}`, { path, rule, fact, standard: words });
  const unexplained = standard.filter((broken) => {
    const path = subject(broken);
    const known = notes.find(
      ({ note, path: where }) => where === path && note.rule === broken.rule && !note.unless,
    );
    if (known) add(path, known.note);
    return !known;
  });
  for (const { path, note, value: part } of notes)
    if (note.unless && part !== undefined && !keepsTo(note.unless, part)) add(path, note);
  return { standard, slack, deviations: [...deviations.values()], unexplained };
}
