/** The commands with an output folder. */
export type OutputCommand = "run" | "compare";

interface OwnName {
  is: "file" | "folder";
  /** Kept when a new run begins: what earlier runs recorded. */
  keep?: true;
}

/**
 * All that a command writes into its output folder, by name. Nothing else in the folder is ever
 * removed: a name that is missing here is never cleaned up.
 */
const ownNames: Readonly<Record<OutputCommand, Readonly<Record<string, OwnName>>>> = {
  run: {
    "results.json": { is: "file" },
    "differences.md": { is: "file" },
    "learnt.md": { is: "file" },
    "coverage.json": { is: "file" },
    "catalogue.json": { is: "file" },
    "exchanges.jsonl": { is: "file" },
    "journal.jsonl": { is: "file" },
    "allure-results": { is: "folder" },
    report: { is: "folder" },
    history: { is: "folder", keep: true },
  },
  compare: {
    "comparison.json": { is: "file" },
    "findings.jsonl": { is: "file" },
    "state.json": { is: "file" },
    "state.json.new": { is: "file" },
  },
};

export const markName = ".slack-scim-conformance.json";
export const lockName = ".slack-scim-conformance.lock";
/** Held while a lock changes hands. */
export const guardName = `${lockName}.guard`;

/** The name of a file while it is written, so that an incomplete one is never read. */
export function temporaryName(): string {
  return `.slack-scim-conformance.${crypto.randomUUID()}.tmp`;
}

/** Whether an entry of a folder is administrative: a mark, a lock or a temporary file. */
export function isAdministrative(name: string): boolean {
  return (
    [markName, lockName, guardName].includes(name) ||
    /^\.slack-scim-conformance\.[0-9a-f-]{36}\.tmp$/.test(name)
  );
}

/** What a command writes under a name in its folder; undefined if nothing. */
export function ownName(command: OutputCommand, name: string): OwnName | undefined {
  const names = ownNames[command];
  return Object.hasOwn(names, name) ? names[name] : undefined;
}
